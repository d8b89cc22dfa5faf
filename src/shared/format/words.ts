import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../app/boot';
import { formatMoney } from './money';
import { formatQuantity } from './quantity';
import { shopTime } from './time';

export const money = ( amount: number | string, whole = false ) =>
	formatMoney( amount, boot().currency, boot().locale, { whole } );

export const number = ( value: number | string, places = 1 ) =>
	Number( value )
		.toLocaleString( boot().locale, { maximumFractionDigits: places } )
		.replace( /^-/, '−' );

export const percent = ( share: number | string, places = 1 ) =>
	Number( share ).toLocaleString( boot().locale, {
		style: 'percent',
		maximumFractionDigits: places,
	} );

/** A day such as 2026-11-25, as the reader writes days. */
export const dayWord = ( day: string, isShort = false ) =>
	new Date( `${ day }T00:00:00Z` ).toLocaleDateString( boot().locale, {
		timeZone: 'UTC',
		day: 'numeric',
		month: isShort ? 'short' : 'long',
		...( isShort ? {} : { year: 'numeric' } ),
	} );

export const dayCount = ( days: number ) =>
	sprintf(
		/* translators: %s: a number of days. */
		_n( '%s day', '%s days', Math.ceil( days ), 'woo-inventory-guard' ),
		number( days )
	);

/** Units of stock: of these there may be parts, which are spoken of as several. */
export const unitCount = (
	units: number | string,
	{ signed = false }: { signed?: boolean } = {}
) =>
	sprintf(
		/* translators: %s: a number of units, such as 3, -3 or 0.25. */
		_n(
			'%s unit',
			'%s units',
			pluralOf( Number( units ) ),
			'woo-inventory-guard'
		),
		formatQuantity( units, boot().locale, { signed } )
	);

const pluralOf = ( units: number ): number =>
	Number.isInteger( units ) ? Math.abs( units ) : 2;

export const momentWord = ( moment: string ) => {
	const { day, time } = shopTime( moment, boot().locale, boot().timezone );
	/* translators: 1: a day such as 25 November 2026, 2: a time such as 14:02. */
	return sprintf( __( '%1$s, %2$s', 'woo-inventory-guard' ), day, time );
};

export const todayInShop = () =>
	shopTime( new Date().toISOString(), boot().locale, boot().timezone ).key;
