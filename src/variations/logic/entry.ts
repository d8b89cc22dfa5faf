import type { AdjustmentRequest, Quantity } from '../../schema';
import {
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
	type Units,
} from '../../shared/format/quantity';

export type EntryProblem = ParseProblem;

export interface Entry {
	request: AdjustmentRequest;
	/** The number that will be on hand, as far as can be known. */
	after: Units;
}

/**
 * What is typed into a cell: "12" is what was counted there, "+3" came, "-3" went. A count carries the number that its
 * writer saw, so nothing that happened since is written over; the same number again is no change.
 */
export function readEntry(
	itemId: number,
	text: string,
	seen: Quantity,
	reason: string,
	locale: string
): Entry | { problem: EntryProblem } | null {
	const parsed = parseUnits( text, locale );
	if ( 'problem' in parsed ) {
		return parsed.problem === 'empty' ? null : parsed;
	}
	const { units } = parsed;
	const now = toUnits( seen );
	if ( /^\s*[+\-−＋－]/.test( text ) ) {
		const usual = units > 0n ? 'received' : 'correction';
		return units === 0n
			? null
			: {
					request: {
						item_id: itemId,
						delta: toWire( units ),
						reason: reason || usual,
					},
					after: now + units,
				};
	}
	return units === now
		? null
		: {
				request: {
					item_id: itemId,
					set: toWire( units ),
					expected: toWire( now ),
					reason: reason || 'counted',
				},
				after: units,
			};
}

/** Where a key leads in a grid; null where it leads nowhere. */
export function step(
	key: string,
	whole: boolean,
	[ row, column ]: readonly [ number, number ],
	[ rows, columns ]: readonly [ number, number ],
	isRtl: boolean
): [ number, number ] | null {
	const [ onward, back ] = isRtl
		? [ 'ArrowLeft', 'ArrowRight' ]
		: [ 'ArrowRight', 'ArrowLeft' ];
	const wanted: Record< string, [ number, number ] > = {
		ArrowDown: [ row + 1, column ],
		ArrowUp: [ row - 1, column ],
		[ onward ]: [ row, column + 1 ],
		[ back ]: [ row, column - 1 ],
		Home: [ whole ? 0 : row, 0 ],
		End: [ whole ? rows - 1 : row, columns - 1 ],
		PageDown: [ rows - 1, column ],
		PageUp: [ 0, column ],
	};
	const place = wanted[ key ];
	return place &&
		place[ 0 ] >= 0 &&
		place[ 0 ] < rows &&
		place[ 1 ] >= 0 &&
		place[ 1 ] < columns
		? place
		: null;
}
