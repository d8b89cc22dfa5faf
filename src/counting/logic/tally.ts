import { toUnits, type Units } from '../../shared/format/quantity';

/** A count, as far as a number is made from it. */
export interface Tallied {
	uuid: string;
	mode: 'set' | 'add' | 'undo';
	/** A decimal string or a number; of no meaning in an undo. */
	quantity: string | number;
	/** uuid of what is taken back. */
	undo: string | null;
	place: string;
	round: number;
	/** When it was counted, in milliseconds by the server's clock. */
	moment: number;
	counter_id: number;
}

/** What is counted of an item: null for nothing yet, which is not 0. */
export interface Tally {
	units: Units | null;
	/** What this person has counted at this place; null for nothing. */
	mine: Units | null;
	/** The newest counts that still matter, the newest first. */
	counts: Tallied[];
}

/**
 * The same sum that the server makes (Stocktake\Tally): only the present round matters; an undo by the same counter
 * takes a count away; in each part, which is a place and a counter, the latest set stands in for everything before it
 * and what is added later comes on top; parts and RFID tags add up.
 */
export function tally(
	counts: readonly Tallied[],
	round: number,
	tags: number,
	me: { counter: number; place: string }
): Tally {
	const gone = new Set(
		counts.flatMap( ( { mode, undo, counter_id: by } ) =>
			mode === 'undo' && undo ? [ `${ by } ${ undo }` ] : []
		)
	);
	const present = counts
		.filter(
			( count ) =>
				count.mode !== 'undo' &&
				count.round === round &&
				! gone.has( `${ count.counter_id } ${ count.uuid }` )
		)
		.sort( later );
	const parts = new Map< string, Units >();
	for ( const count of present ) {
		const part = partOf( count.counter_id, count.place );
		const units = toUnits( count.quantity );
		parts.set(
			part,
			count.mode === 'set' ? units : ( parts.get( part ) ?? 0n ) + units
		);
	}
	const read = toUnits( tags );
	return {
		units:
			parts.size || tags
				? [ ...parts.values() ].reduce(
						( sum, part ) => sum + part,
						read
					)
				: null,
		mine: parts.get( partOf( me.counter, me.place ) ) ?? null,
		counts: present.reverse(),
	};
}

const partOf = ( counter: number, place: string ) => `${ counter } ${ place }`;

const later = ( a: Tallied, b: Tallied ): number =>
	a.moment - b.moment || ( a.uuid < b.uuid ? -1 : 1 );
