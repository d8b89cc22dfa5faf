import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import {
	formatQuantity,
	formatUnits,
	toUnits,
} from '../../shared/format/quantity';

const signed = ( quantity: string ) =>
	formatQuantity( quantity, boot().locale, { signed: true } );

export const addedWords = ( name: string, quantity: string ): string =>
	sprintf(
		/* translators: 1: name of an item or a code, 2: number of units with its sign, such as +1. */
		__( '%1$s: %2$s', 'woo-inventory-guard' ),
		name,
		signed( quantity )
	);

export const setWords = ( name: string, quantity: string ): string =>
	sprintf(
		/* translators: 1: name of an item, 2: number of units. */
		__( '%1$s: now %2$s', 'woo-inventory-guard' ),
		name,
		formatQuantity( quantity, boot().locale )
	);

export const tookBackWords = ( name: string ): string =>
	sprintf(
		/* translators: %s: name of an item or a code. */
		__( 'Taken back: %s', 'woo-inventory-guard' ),
		name
	);

export const againWords = ( name: string ): string =>
	sprintf(
		/* translators: %s: name of an item. */
		__( '%s: this one is counted already', 'woo-inventory-guard' ),
		name
	);

/** A number of units, or a dash for nothing yet. */
export const unitsWords = ( units: bigint | null ): string =>
	units === null ? '–' : formatUnits( units, boot().locale );

export const wireWords = ( quantity: string | number ): string =>
	formatUnits( toUnits( quantity ), boot().locale );
