import type { Currency } from '../app/boot';

/** An amount in the shop's currency, in the reader's way of writing numbers, with the symbol where the shop puts it. */
export function formatMoney(
	amount: number | string,
	{ symbol, position, decimals }: Currency,
	locale: string,
	{ whole = false }: { whole?: boolean } = {}
): string {
	const value = Number( amount );
	const places = whole ? 0 : decimals;
	const digits = Math.abs( value ).toLocaleString( known( locale ), {
		minimumFractionDigits: places,
		maximumFractionDigits: places,
	} );
	const sign = value < 0 && /[1-9]/.test( digits ) ? '−' : '';
	const space = position.endsWith( '_space' ) ? '\u00a0' : '';
	if ( ! symbol ) {
		return sign + digits;
	}
	return position.startsWith( 'right' )
		? `${ sign }${ digits }${ space }${ symbol }`
		: `${ sign }${ symbol }${ space }${ digits }`;
}

/**
 * WordPress knows locales that Intl does not.
 * @param locale
 */
function known( locale: string ): string {
	try {
		return Intl.getCanonicalLocales( locale )[ 0 ] ?? 'en';
	} catch {
		return 'en';
	}
}
