import { __, _n, sprintf } from '@wordpress/i18n';
import type { BulkChange, Quantity } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import type { BulkProblem, How, What } from '../../logic/bulk/draft';
import { POLICIES } from '../../logic/sheet/cells';
import { sheetColumnWord, policyWords } from '../sheet/words';
import { columnWord, draftProblemWord, statusWord } from '../words';

export const number = ( value: Quantity ): string =>
	formatQuantity( value, boot().locale );

export function whatWord( what: What ): string {
	switch ( what ) {
		case 'low_stock_threshold':
			return columnWord( 'low_at' );
		case 'on_hand':
			return columnWord( 'on_hand' );
		case 'lead_time_days':
			return __( 'Lead time in days', 'woo-inventory-guard' );
		default:
			return sheetColumnWord( what );
	}
}

export const howWord = ( how: How ): string =>
	( {
		delta: __( 'Add or take away', 'woo-inventory-guard' ),
		percent: __( 'By percent', 'woo-inventory-guard' ),
		set: __( 'Set to', 'woo-inventory-guard' ),
	} )[ how ];

/** What an empty field means. */
export function emptyWord( what: What ): string | undefined {
	switch ( what ) {
		case 'low_stock_threshold':
		case 'backorder_limit':
			return __( 'Left empty, it is inherited.', 'woo-inventory-guard' );
		case 'on_hand':
			return undefined;
		default:
			return __( 'Left empty, it is taken away.', 'woo-inventory-guard' );
	}
}

export function bulkProblemWord( problem: BulkProblem ): string {
	switch ( problem ) {
		case 'negative':
			return __(
				'This cannot be less than zero.',
				'woo-inventory-guard'
			);
		case 'no-percentage':
			return __(
				'Type a percentage from -100 to 1000.',
				'woo-inventory-guard'
			);
		case 'no-days':
			return __(
				'Type whole days, at most 3650.',
				'woo-inventory-guard'
			);
		default:
			return draftProblemWord( problem );
	}
}

export const inheritedWord = () => __( 'Inherited', 'woo-inventory-guard' );

/** Where an item says nothing itself, a product, a rule or the shop does. */
const INHERITED: readonly string[] = [
	'low_stock_threshold',
	'backorders',
	'backorder_limit',
];

/** A value of a field as people read it. */
export function valueWord(
	field: string,
	value: Quantity | null | undefined
): string {
	if ( value === null || value === undefined || value === '' ) {
		return INHERITED.includes( field ) ? inheritedWord() : '–';
	}
	if ( field === 'backorders' ) {
		const policy = POLICIES.find( ( known ) => known === value );
		return policy ? policyWords()[ policy ] : String( value );
	}
	return field === 'supplier' || field === 'bin'
		? String( value )
		: number( value );
}

const FIELDS: readonly What[] = [
	'low_stock_threshold',
	'backorders',
	'backorder_limit',
	'unit_cost',
	'supplier',
	'bin',
	'lead_time_days',
];

export const fieldWord = ( field: string ): string => {
	const what = FIELDS.find( ( known ) => known === field );
	return what ? whatWord( what ) : columnWord( 'on_hand' );
};

/** "Low at: 5", "On hand: −10 %". */
export function changeWords( { set, on_hand: stock }: BulkChange ): string {
	if ( ! stock ) {
		return Object.entries( set ?? {} )
			.map(
				( [ field, value ] ) =>
					`${ fieldWord( field ) }: ${ valueWord( field, value ) }`
			)
			.join( ', ' );
	}
	const signed = formatQuantity( stock.amount, boot().locale, {
		signed: stock.how !== 'set',
	} );
	return `${ columnWord( 'on_hand' ) }: ${ signed }${ stock.how === 'percent' ? '\u00a0%' : '' }`;
}

/** Which items were meant: "Low, “tea”", "3 picked items". */
export function filterWords( {
	filter,
}: Pick< BulkChange, 'filter' > ): string {
	const words = [
		filter.picked
			? sprintf(
					/* translators: %s: number of items. */
					_n(
						'%s picked item',
						'%s picked items',
						filter.picked,
						'woo-inventory-guard'
					),
					number( filter.picked )
				)
			: '',
		filter.status ? statusWord( filter.status ) : '',
		filter.search ? `“${ filter.search }”` : '',
	].filter( Boolean );
	return words.length
		? words.join( ', ' )
		: __( 'All items', 'woo-inventory-guard' );
}

/** How it ended. */
export function endWords( change: BulkChange ): string {
	if ( change.state === 'undone' ) {
		const back = sprintf(
			/* translators: %s: number of items. */
			_n(
				'Put back %s item.',
				'Put back %s items.',
				change.put_back,
				'woo-inventory-guard'
			),
			number( change.put_back )
		);
		return change.kept
			? `${ back } ${ sprintf(
					/* translators: %s: number of items. */
					_n(
						'%s item was changed by somebody since and stays as it is.',
						'%s items were changed by somebody since and stay as they are.',
						change.kept,
						'woo-inventory-guard'
					),
					number( change.kept )
				) }`
			: back;
	}
	return sprintf(
		/* translators: %s: number of items. */
		_n(
			'Changed %s item.',
			'Changed %s items.',
			change.changed,
			'woo-inventory-guard'
		),
		number( change.changed )
	);
}
