import { __, _n, sprintf } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { boot } from '../../shared/app/boot';
import { numberWord } from '../../shared/form/number-word';
import { formatQuantity } from '../../shared/format/quantity';
import type { DraftProblem } from '../logic/draft';

const show = ( value: number | string ) =>
	formatQuantity( value, boot().locale );

/** What a limit says, a line for each part of it. */
export function limitWords( limit: Limit ): string[] {
	const words: string[] = [];
	if ( limit.most_per_customer !== null ) {
		words.push( perCustomer( limit.most_per_customer, limit.window_days ) );
	}
	if ( limit.most_per_order !== null ) {
		words.push(
			sprintf(
				/* translators: %s: units. */
				__( 'At most %s in one order', 'woo-inventory-guard' ),
				show( limit.most_per_order )
			)
		);
	}
	if ( limit.least !== null ) {
		words.push(
			sprintf(
				/* translators: %s: units. */
				__( 'At least %s in one order', 'woo-inventory-guard' ),
				show( limit.least )
			)
		);
	}
	if ( limit.multiple_of !== null ) {
		words.push(
			sprintf(
				/* translators: %s: units. */
				__( 'Only in multiples of %s', 'woo-inventory-guard' ),
				show( limit.multiple_of )
			)
		);
	}
	return words;
}

const perCustomer = ( most: number | string, days: number | null ): string =>
	days === null
		? sprintf(
				/* translators: %s: units. */
				__(
					'At most %s for one customer, ever',
					'woo-inventory-guard'
				),
				show( most )
			)
		: sprintf(
				/* translators: 1: units, 2: number of days. */
				_n(
					'At most %1$s for one customer in %2$s day',
					'At most %1$s for one customer in %2$s days',
					days,
					'woo-inventory-guard'
				),
				show( most ),
				show( days )
			);

export const scopeWord = ( scope: Limit[ 'scope' ] ): string =>
	( {
		item: __( 'Product or variation', 'woo-inventory-guard' ),
		category: __( 'Category', 'woo-inventory-guard' ),
	} )[ scope ];

export const nameOf = ( limit: Limit ): string =>
	limit.scope_name ||
	( limit.scope === 'item'
		? __( 'An item that is gone', 'woo-inventory-guard' )
		: __( 'A category that is gone', 'woo-inventory-guard' ) );

export function problemWord( problem: DraftProblem ): string {
	switch ( problem ) {
		case 'not-positive':
			return __(
				'Type a number above zero, or leave it empty.',
				'woo-inventory-guard'
			);
		case 'days':
			return __(
				'Type whole days, from 1 to 3650, or leave it empty.',
				'woo-inventory-guard'
			);
		case 'days-alone':
			return __(
				'Say how many one customer may buy in these days.',
				'woo-inventory-guard'
			);
		case 'nothing':
			return __(
				'Fill in at least one of these numbers.',
				'woo-inventory-guard'
			);
		default:
			return numberWord( problem );
	}
}
