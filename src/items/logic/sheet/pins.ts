import type { SheetColumn } from './cells';

/** Least width of a column in pixels, and how much of the room that is left it takes. */
const WIDTH: Partial<
	Record< SheetColumn, { least: number; share: number } >
> = {
	name: { least: 260, share: 2 },
	sku: { least: 96, share: 1 },
	supplier: { least: 128, share: 1 },
	bin: { least: 96, share: 1 },
	backorders: { least: 128, share: 0 },
	backorder_limit: { least: 120, share: 0 },
	status: { least: 128, share: 0 },
};

const USUAL = { least: 104, share: 0 };

/**
 * Widths of the columns as CSS, and where each of those that stay in sight begins. These have a fixed width, or nobody
 * knows where the next one begins; the name by itself may grow.
 */
export function pinsOf(
	columns: readonly SheetColumn[],
	pinned: number
): { widths: string; starts: number[]; total: number } {
	const sizes = columns.map( ( column ) => WIDTH[ column ] ?? USUAL );
	const stay = sizes.slice( 0, pinned );
	const widths = sizes.map( ( { least, share }, place ) => {
		const fixed = share === 0 || ( pinned > 1 && place < pinned );
		return fixed ? `${ least }px` : `minmax(${ least }px, ${ share }fr)`;
	} );
	const starts = stay.map( ( _, place ) =>
		stay.slice( 0, place ).reduce( ( sum, { least } ) => sum + least, 0 )
	);
	return {
		widths: widths.join( ' ' ),
		starts,
		total: stay.reduce( ( sum, { least } ) => sum + least, 0 ),
	};
}
