import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../shared/format/words';
import type { Facts } from '../logic/book';
import type { mistakeOf } from '../logic/fields';
import type { Damage } from '../logic/rows';

/** What a person should look at, though the file can be read. */
export function warningWord( warning: Facts[ 'warnings' ][ number ] ): string {
	return warning === 'links'
		? __(
				'Some cells take their values from other files. Nothing is fetched: what was seen last is used.',
				'woo-inventory-guard'
			)
		: __(
				'Some headings are there more than once. They are numbered; look whether the right ones are chosen.',
				'woo-inventory-guard'
			);
}

export function damageWord( { kind, count, row }: Damage ): string {
	return kind === 'digits_lost'
		? sprintf(
				/* translators: 1: number of cells, 2: number of a row. */
				_n(
					'%1$s code (row %2$s) looks like 1.23E+12: a spreadsheet has thrown its last digits away. It is left out. Format that column as text, and export again.',
					'%1$s codes (the first in row %2$s) look like 1.23E+12: a spreadsheet has thrown their last digits away. They are left out. Format that column as text, and export again.',
					count,
					'woo-inventory-guard'
				),
				number( count ),
				number( row )
			)
		: sprintf(
				/* translators: 1: number of cells, 2: number of a row. */
				_n(
					'%1$s barcode (row %2$s) seems to have lost zeros at its beginning. Format that column as text, and export again.',
					'%1$s barcodes (the first in row %2$s) seem to have lost zeros at their beginning. Format that column as text, and export again.',
					count,
					'woo-inventory-guard'
				),
				number( count ),
				number( row )
			);
}

export function mistakeWord(
	mistake: NonNullable< ReturnType< typeof mistakeOf > >
): string {
	switch ( mistake ) {
		case 'no_key':
			return __(
				'Say which column tells the items: SKU, barcode, or the number of the product.',
				'woo-inventory-guard'
			);
		case 'only_key':
			return __(
				'Say what the file changes: choose at least one more column, such as Quantity.',
				'woo-inventory-guard'
			);
		case 'twice':
			return __(
				'Two columns are taken for the same. Leave one of them out.',
				'woo-inventory-guard'
			);
		case 'two_quantities':
			return __(
				'Only one column can say the quantity: leave the others out.',
				'woo-inventory-guard'
			);
	}
}
