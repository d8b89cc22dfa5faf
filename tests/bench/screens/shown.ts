import type { Native } from '../../../tools/lib/native.ts';
import { median, round } from './numbers.ts';
import { shownAfter, type Browsing } from './browsing.ts';

const ROUNDS = 9;
const CORE_ROUNDS = 3;

export interface Shop {
	readonly items: number;
	/** A product's id, the item of a product with variations, and a bundle's. */
	readonly product: number;
	readonly parent: number;
	readonly bundle: number;
}

/** Where each screen is, and what it is opened for. */
const screens = ( { parent, bundle }: Shop ): Readonly< Record< string, readonly [ view: string, rows: string ] > > => ( {
	dashboard: [ '', '.wig-need li' ],
	stock: [ '/stock', '.wig-table:not(.is-waiting) .wig-name' ],
	stock_low: [ '/stock&status=low', '.wig-table:not(.is-waiting) .wig-name' ],
	sheet: [ '/stock&as=sheet', '.wig-sheet-body .wig-name' ],
	bundles: [ '/bundles', '.wig-table .wig-name' ],
	bundle: [ `/bundles&bundle=${ bundle }`, '.wig-component' ],
	variations: [ `/variations&product=${ parent }`, '.wig-matrix [data-wig-cell]' ],
	shortfalls: [ '/shortfalls', '.wig-table tbody tr' ],
	alerts: [ '/alerts', '.wig-card' ],
	limits: [ '/limits', '.wig-card' ],
	rules: [ '/rules', '.wig-card, .wig-message' ],
	ledger: [ '/ledger', '.wig-table tbody tr' ],
	stocktakes: [ '/stocktakes', '.wig-table tbody tr, .wig-message' ],
	labels: [ '/labels', '.wig-surface' ],
	settings: [ '/settings', '.wig-settings' ],
	first_run: [ '/start', '.wig-steps' ],
} );

/** WooCommerce's own: Analytics, Stock; a row has a link to its product once it is there. */
const CORE_ROWS = '.woocommerce-table__table:not(.is-loading) tbody a[href*="post="]';

export type Figures = Record< string, number >;

/**
 * How long each screen takes to show its rows, over a page of wp-admin with nothing in it; and WooCommerce's own lists of
 * the same stock beside ours. In turn, so that a busy moment of the machine hits all of them.
 */
export async function shown( note: ( line: string ) => void, site: Native, shop: Shop, browsing: Browsing ): Promise< Figures > {
	const admin = `${ site.url }/wp-admin/admin.php?page=`;
	const ours = Object.entries( screens( shop ) );
	const times: Record< string, number[] > = Object.fromEntries( [ 'empty', ...ours.map( ( [ name ] ) => name ) ].map( ( name ) => [ name, [] ] ) );
	for ( let n = 0; n < ROUNDS; n++ ) {
		times.empty?.push( await shownAfter( browsing, `${ admin }wig-empty`, '#wig-empty' ) );
		for ( const [ name, [ view, rows ] ] of ours ) {
			times[ name ]?.push( await shownAfter( browsing, `${ admin }woo-inventory-guard${ view ? `&path=${ view }` : '' }`, rows ) );
		}
	}
	// The first rounds are those that fill caches.
	const ms = ( name: string ): number => median( ( times[ name ] ?? [] ).slice( 2 ) );
	const empty = ms( 'empty' );
	note( `an empty page of wp-admin: ${ round( empty ) } ms` );
	const figures: Figures = { empty_page_ms: round( empty ) };
	for ( const [ name ] of ours ) {
		figures[ `screen_ms_${ name }` ] = round( ms( name ) - empty );
		note( `  ${ name }: rows shown ${ round( ms( name ) - empty ) } ms later` );
	}
	return { ...figures, ...( await beside( note, admin, browsing, empty, ms ) ) };
}

async function beside( note: ( line: string ) => void, admin: string, browsing: Browsing, empty: number, ours: ( name: string ) => number ): Promise< Figures > {
	const core = async ( view: string ): Promise< number > => {
		const times: number[] = [];
		for ( let n = 0; n < CORE_ROUNDS; n++ ) {
			times.push( await shownAfter( browsing, `${ admin }wc-admin&path=/analytics/stock${ view }`, CORE_ROWS, { 'X-Without': '1' } ) );
		}
		return median( times );
	};
	const figures: Figures = {};
	for ( const [ name, list, view ] of [ [ 'low', 'stock_low', '&type=lowstock' ], [ 'stock', 'stock', '' ] ] as const ) {
		const theirs = ( await core( view ) ) - empty;
		figures[ `${ name }_list_vs_core` ] = round( theirs / ( ours( list ) - empty ), 1 );
		note( `  WooCommerce's own ${ name === 'low' ? 'list of what is low' : 'stock screen' }: rows shown ${ round( theirs ) } ms after an empty page` );
	}
	return figures;
}
