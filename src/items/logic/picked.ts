/** Rows that were picked to be changed together: one by one, or all that the list shows on all its pages. */
export interface Picked {
	all: boolean;
	ids: readonly number[];
}

export const NONE: Picked = { all: false, ids: [] };

/** Most that can be picked one by one: what the server takes (see bulk-change-request.json). */
export const MOST_PICKED = 500;

export const isPicked = ( { all, ids }: Picked, id: number ): boolean =>
	all || ids.includes( id );

export const countPicked = ( { all, ids }: Picked, total: number ): number =>
	all ? total : ids.length;

/**
 * After some rows were picked or put back. Who puts one back after picking all means the rest of the page that is seen;
 * more than the server takes is not picked.
 *
 * @param picked Before.
 * @param page   Rows that are on screen.
 * @param ids    Which rows.
 * @param isOn   Picked or put back.
 */
export function pick(
	picked: Picked,
	page: readonly number[],
	ids: readonly number[],
	isOn: boolean
): Picked {
	const before = picked.all ? page : picked.ids;
	const after = isOn
		? [ ...before, ...ids.filter( ( id ) => ! before.includes( id ) ) ]
		: before.filter( ( id ) => ! ids.includes( id ) );
	return { all: false, ids: after.slice( 0, MOST_PICKED ) };
}

/** Rows between two of the page, both included; only the second where the first is not there any more. */
export function between(
	page: readonly number[],
	from: number | null,
	to: number
): readonly number[] {
	const start = from === null ? -1 : page.indexOf( from );
	const end = page.indexOf( to );
	return start < 0 || end < 0
		? [ to ]
		: page.slice( Math.min( start, end ), Math.max( start, end ) + 1 );
}
