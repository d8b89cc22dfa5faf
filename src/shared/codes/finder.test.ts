/**
 * @jest-environment node
 */
import { checkDigit } from './check-digit';
import { Finder } from './finder';

const YEAR = 2026;
const SEED = 20261128;

/** Small, and the same on every machine (Lehmer, with the factor of Park and Miller). */
function randomly( seed: number ) {
	let state = seed;
	return ( below: number ): number => {
		state = ( state * 48_271 ) % 2_147_483_647;
		return state % below;
	};
}

const item = (
	id: number,
	barcode: string,
	sku = '',
	codes: string[] = []
) => ( { id, barcode, sku, codes } );
const ids = (
	finder: Finder< ReturnType< typeof item > >,
	...texts: string[]
) => finder.find( texts, YEAR ).items.map( ( { id } ) => id );

it( 'finds an item by every way of writing its number, by its SKU and by codes of its own', () => {
	const finder = new Finder( [
		item( 1, '036000291452', 'TEA-1', [ 'SHELF 9' ] ),
		item( 2, '978-3-16-148410-0' ),
		item( 3, '0-306-40615-2' ),
		item( 4, '04252614' ),
	] );
	for ( const text of [
		'036000291452',
		'0036000291452',
		'00036000291452',
		'(01)00036000291452',
		']E00036000291452',
		'https://x.example/01/00036000291452',
		'TEA-1',
		'tea-1',
		'SHELF 9',
	] ) {
		expect( ids( finder, text ) ).toEqual( [ 1 ] );
	}
	expect( ids( finder, '9783161484100' ) ).toEqual( [ 2 ] );
	expect( ids( finder, '9780306406157' ) ).toEqual( [ 3 ] );
	expect( ids( finder, '042100005264' ) ).toEqual( [ 4 ] );
	expect( ids( finder, 'TEA-2' ) ).toEqual( [] );
} );

it( 'names all that answer to one code, and prefers the exact one', () => {
	const finder = new Finder( [
		item( 1, '', 'a1' ),
		item( 2, '', 'A1' ),
		item( 3, '', 'b', [ 'x' ] ),
		item( 4, '', 'c', [ 'x' ] ),
	] );
	expect( ids( finder, 'A1' ) ).toEqual( [ 2 ] );
	expect( ids( finder, 'x' ) ).toEqual( [ 3, 4 ] );
} );

it( 'takes the reading that an item answers to', () => {
	const finder = new Finder( [ item( 1, '036000291452' ) ] );
	expect( ids( finder, 'à"-ààà_!&\'(é', '036000291452' ) ).toEqual( [ 1 ] );
	expect( finder.find( [ 'à"', '4006381333931' ], YEAR ).scan.kind ).toBe(
		'gtin'
	);
} );

/**
 * No false match: a code that was read wrong never leads to another item than the one it was printed for. It may lead
 * nowhere, or, where what was lost makes no difference (a zero in front), to the right one.
 *
 * What check digits cannot catch is asserted too, not hidden: two neighbours that differ by 5 and changed places, and
 * two errors that cancel out, give another valid number. That number is no item of this catalogue, as GTINs that are
 * in use lie far apart; where a shop has both, no reader can know. SKUs and tags without a check digit rest on the
 * check of the symbol or of the air interface, which the reader does.
 */
it( 'lets none of 10,000 codes that were read wrong lead to another item', () => {
	const next = randomly( SEED );
	const digits = ( length: number ) =>
		Array.from( { length }, () => next( 10 ) ).join( '' );
	const codes = Array.from( { length: 2_000 }, ( _, n ) => {
		const data = digits( [ 7, 11, 12, 13 ][ n % 4 ] ?? 12 );
		return data + checkDigit( data );
	} );
	const finder = new Finder(
		codes.map( ( code, id ) => item( id, code, `SKU-${ id }` ) )
	);
	const put = ( code: string, at: number, sign: string | number, cut = 1 ) =>
		code.slice( 0, at ) + sign + code.slice( at + cut );
	const broken: Record< string, ( code: string ) => string > = {
		'one digit is another': ( code ) => {
			const at = next( code.length );
			return put(
				code,
				at,
				( Number( code[ at ] ) + 1 + next( 9 ) ) % 10
			);
		},
		'two neighbours changed places': ( code ) => {
			const at = next( code.length - 1 );
			return put( code, at, `${ code[ at + 1 ] }${ code[ at ] }`, 2 );
		},
		'a digit is missing': ( code ) => put( code, next( code.length ), '' ),
		'a digit came twice': ( code ) => {
			const at = next( code.length );
			return put( code, at, code[ at ] ?? '', 0 );
		},
		'two digits are others': ( code ) => {
			const at = next( code.length - 1 );
			return put( code, at, digits( 2 ), 2 );
		},
		'a letter came in between': ( code ) =>
			put(
				code,
				next( code.length ),
				String.fromCharCode( 65 + next( 26 ) )
			),
		'half of it, and half of the next': ( code ) =>
			code.slice( 0, 6 ) +
			( codes[ next( codes.length ) ] ?? '' ).slice( -6 ),
		'an element string with a wrong digit': ( code ) => {
			const full = code.padStart( 14, '0' );
			const at = next( 14 );
			return `01${ put( full, at, ( Number( full[ at ] ) + 1 + next( 9 ) ) % 10 ) }17261231`;
		},
	};
	const names = Object.keys( broken );
	const seen = { false: 0, valid: 0, changed: 0, missed: 0 };
	for ( let n = 0; n < 10_000; n++ ) {
		const id = next( codes.length );
		const code = codes[ id ] ?? '';
		const name = names[ n % names.length ] ?? '';
		const wrong = broken[ name ]?.( code ) ?? '';
		if ( wrong === code ) {
			continue;
		}
		seen.changed++;
		const { scan, items } = finder.find( [ wrong ], YEAR );
		seen.false += items.filter( ( found ) => found.id !== id ).length;
		seen.valid += scan.kind === 'gtin' ? 1 : 0;
		// Eight digits may be valid as the other of GTIN-8 and UPC-E.
		const isSure =
			/^(one digit|a letter|an element)/.test( name ) && code.length > 8;
		seen.missed += isSure && scan.kind !== 'text' ? 1 : 0;
	}
	expect( seen.missed ).toBe( 0 );
	expect( seen.false ).toBe( 0 );
	expect( seen.changed ).toBeGreaterThan( 9_500 );
	// Some of them are valid numbers of other things: a check digit finds nine of ten, not all.
	expect( seen.valid ).toBeGreaterThan( 0 );
} );

it( 'cannot tell neighbours that differ by 5 and changed places', () => {
	const data = '400638161393';
	const swapped = '400638116393';
	expect( checkDigit( data ) ).toBe( checkDigit( swapped ) );
} );
