import {
	parseUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';
import type { ItemRequest } from '../../schema';

/** A new part as it is typed; the names are those of REST, so that its errors find their field. */
export interface Part {
	name: string;
	sku: string;
	barcode: string;
	on_hand: string;
	low_stock_threshold: string;
	category: string;
}

export const EMPTY_PART: Part = {
	name: '',
	sku: '',
	barcode: '',
	on_hand: '',
	low_stock_threshold: '',
	category: '',
};

type PartProblem = ParseProblem | 'negative' | 'no-name';
export type PartErrors = Partial< Record< keyof Part, PartProblem > >;

export type CheckedPart =
	{ errors: PartErrors } | { request: Omit< ItemRequest, 'kind' > };

const QUANTITIES = [ 'on_hand', 'low_stock_threshold' ] as const;
const TEXTS = [ 'sku', 'barcode', 'category' ] as const;

/** What is left empty is not sent: the shop's defaults count. */
export function checkPart( part: Part, locale: string ): CheckedPart {
	const errors: PartErrors = {};
	const request: Omit< ItemRequest, 'kind' > = { name: part.name.trim() };
	if ( request.name === '' ) {
		errors.name = 'no-name';
	}
	for ( const field of TEXTS ) {
		const text = part[ field ].trim();
		if ( text ) {
			request[ field ] = text;
		}
	}
	for ( const field of QUANTITIES ) {
		const parsed = parseUnits( part[ field ], locale );
		if ( 'units' in parsed ) {
			if ( parsed.units < 0n ) {
				errors[ field ] = 'negative';
			}
			request[ field ] = toWire( parsed.units );
		} else if ( parsed.problem !== 'empty' ) {
			errors[ field ] = parsed.problem;
		}
	}
	return Object.keys( errors ).length ? { errors } : { request };
}
