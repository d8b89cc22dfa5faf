import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import type { CellProblem, Policy, SheetColumn } from '../../logic/sheet/cells';
import { columnWord, draftProblemWord, REASONS } from '../words';

const money = ( word: string ) => {
	const { symbol } = boot().currency;
	return symbol ? `${ word } (${ symbol })` : word;
};

export function sheetColumnWord( column: SheetColumn ): string {
	switch ( column ) {
		case 'sku':
			return __( 'SKU', 'woo-inventory-guard' );
		case 'backorders':
			return __( 'Backorders', 'woo-inventory-guard' );
		case 'backorder_limit':
			return __( 'Backorders up to', 'woo-inventory-guard' );
		case 'unit_cost':
			return money( __( 'Unit cost', 'woo-inventory-guard' ) );
		case 'price':
			return money( __( 'Price', 'woo-inventory-guard' ) );
		case 'supplier':
			return __( 'Supplier', 'woo-inventory-guard' );
		case 'bin':
			return __( 'Location', 'woo-inventory-guard' );
		default:
			return columnWord( column );
	}
}

export const policyWords = (): Record< Policy, string > => ( {
	no: __( 'No', 'woo-inventory-guard' ),
	notify: __( 'Yes, and say so', 'woo-inventory-guard' ),
	yes: __( 'Yes', 'woo-inventory-guard' ),
} );

/** Reasons for changes of what is on hand, the usual one of a spreadsheet first. */
export const SHEET_REASONS: readonly string[] = [ 'adjustment', ...REASONS ];

export function cellProblemWord( problem: CellProblem, text: string ): string {
	switch ( problem ) {
		case 'no-policy':
			return sprintf(
				/* translators: %s: the words that can be typed, with commas between. */
				__( 'Type one of: %s.', 'woo-inventory-guard' ),
				Object.values( policyWords() ).join( ', ' )
			);
		case 'too-long':
			return __( 'This is too long.', 'woo-inventory-guard' );
		case 'read-only':
			return __( 'This cannot be changed here.', 'woo-inventory-guard' );
		case 'no-number':
			return sprintf(
				/* translators: %s: what somebody typed. */
				__( '“%s” is not a number.', 'woo-inventory-guard' ),
				text
			);
		default:
			return draftProblemWord( problem );
	}
}

/** What a paste did not write. */
export function leftWords( left: number, wrong: number ): string {
	return [
		wrong &&
			sprintf(
				/* translators: %s: number of cells of the spreadsheet. */
				_n(
					'%s cell is not right and was not saved.',
					'%s cells are not right and were not saved.',
					wrong,
					'woo-inventory-guard'
				),
				String( wrong )
			),
		left &&
			sprintf(
				/* translators: %s: number of cells of the spreadsheet. */
				_n(
					'%s cell cannot be changed here and stayed as it was.',
					'%s cells cannot be changed here and stayed as they were.',
					left,
					'woo-inventory-guard'
				),
				String( left )
			),
	]
		.filter( Boolean )
		.join( ' ' );
}
