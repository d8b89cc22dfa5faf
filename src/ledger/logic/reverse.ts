import type { DocumentLine } from '../../schema';
import { toUnits, toWire } from '../../shared/format/quantity';

/** What is on hand once a line is taken back. */
export const afterOf = ( line: DocumentLine ): string =>
	toWire( toUnits( line.on_hand ) + toUnits( line.by ) );

/** How much of what the document did stays, because it has gone or is promised since: as a size, '0' for nothing. */
export function leftOf( line: DocumentLine ): string {
	const left = toUnits( line.delta ) + toUnits( line.by );
	return toWire( left < 0n ? -left : left );
}

export const isShort = ( line: DocumentLine ): boolean =>
	toUnits( line.delta ) + toUnits( line.by ) !== 0n;

/** How far it is, 0 to 100. */
export const percentOf = ( done: number, levels: number ): number =>
	levels === 0 ? 100 : Math.min( 100, Math.floor( ( done / levels ) * 100 ) );
