import { __, _n, sprintf } from '@wordpress/i18n';
import type { Rule, RuleValues, RuleVoice } from '../../schema';
import { boot } from '../../shared/app/boot';
import { numberWord } from '../../shared/form/number-word';
import { formatQuantity } from '../../shared/format/quantity';
import type { DraftProblem, Policy, Scope } from '../logic/draft';

export const show = ( value: number | string ) =>
	formatQuantity( value, boot().locale );

/** Above so many the list does not count. */
const MANY = 10_000;

export const scopeWord = ( scope: Scope ): string =>
	( {
		product: __( 'Product with variations', 'woo-inventory-guard' ),
		category: __( 'Category', 'woo-inventory-guard' ),
		shop: __( 'Whole shop', 'woo-inventory-guard' ),
	} )[ scope ];

export function nameOf( { scope, scope_name: name }: Rule ): string {
	if ( scope === 'shop' ) {
		return scopeWord( scope );
	}
	return (
		name ||
		( scope === 'product'
			? __( 'A product that is gone', 'woo-inventory-guard' )
			: __( 'A category that is gone', 'woo-inventory-guard' ) )
	);
}

export const policyWord = ( policy: Policy ): string =>
	( {
		no: __( 'Not allowed', 'woo-inventory-guard' ),
		notify: __( 'Allowed, and shoppers are told', 'woo-inventory-guard' ),
		yes: __( 'Allowed', 'woo-inventory-guard' ),
	} )[ policy ];

const lowWords = ( low: number | string ) =>
	/* translators: %s: units. */
	sprintf( __( 'Low at %s', 'woo-inventory-guard' ), show( low ) );

/**
 * What a rule says, or what counts for an item: a line for each part of it.
 *
 * @param said
 */
export function ruleWords(
	said: Pick<
		Rule | RuleValues,
		| 'low_stock_threshold'
		| 'backorders'
		| 'backorder_limit'
		| 'backorder_text'
	>
): string[] {
	const words: string[] = [];
	if ( said.low_stock_threshold !== null ) {
		words.push( lowWords( said.low_stock_threshold ) );
	}
	if ( said.backorders !== null ) {
		words.push( backorderWords( said.backorders ) );
	}
	if ( said.backorder_limit !== null && said.backorders !== 'no' ) {
		words.push(
			sprintf(
				/* translators: %s: units. */
				__(
					'Up to %s on backorder of each item',
					'woo-inventory-guard'
				),
				show( said.backorder_limit )
			)
		);
	}
	if ( said.backorder_text ) {
		words.push(
			sprintf(
				/* translators: %s: what shoppers are told, such as Ships in 10 days. */
				__( 'Shoppers read “%s”', 'woo-inventory-guard' ),
				said.backorder_text
			)
		);
	}
	return words;
}

const backorderWords = ( policy: Policy ): string =>
	( {
		no: __( 'No backorders', 'woo-inventory-guard' ),
		notify: __(
			'Backorders allowed, and shoppers are told',
			'woo-inventory-guard'
		),
		yes: __( 'Backorders allowed', 'woo-inventory-guard' ),
	} )[ policy ];

export const itemsWord = ( items: number ): string =>
	items > MANY
		? sprintf(
				/* translators: %s: a number of items. */
				__( 'Applies to more than %s items', 'woo-inventory-guard' ),
				show( MANY )
			)
		: sprintf(
				/* translators: %s: a number of items. */
				_n(
					'Applies to %s item',
					'Applies to %s items',
					items,
					'woo-inventory-guard'
				),
				show( items )
			);

/**
 * Who says a value: "category Shoes".
 *
 * @param voice
 */
export const voiceWord = ( voice: Pick< RuleVoice, 'level' | 'name' > ) =>
	( {
		item: __( 'This item', 'woo-inventory-guard' ),
		variation: __( 'This variation', 'woo-inventory-guard' ),
		product: voice.name
			? sprintf(
					/* translators: %s: name of a product. */
					__( 'Product %s', 'woo-inventory-guard' ),
					voice.name
				)
			: __( 'Its product', 'woo-inventory-guard' ),
		category: sprintf(
			/* translators: %s: name of a category. */
			__( 'Category %s', 'woo-inventory-guard' ),
			voice.name
		),
		shop: __( 'The shop', 'woo-inventory-guard' ),
	} )[ voice.level ];

export function problemWord( problem: DraftProblem ): string {
	switch ( problem ) {
		case 'too-long':
			return __( 'This is too long.', 'woo-inventory-guard' );
		case 'nothing':
			return __(
				'Fill in at least one of these fields.',
				'woo-inventory-guard'
			);
		default:
			return numberWord( problem );
	}
}
