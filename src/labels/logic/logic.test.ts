import {
	addOne,
	labelsOf,
	MOST_LABELS,
	readAsked,
	readCount,
	writeItems,
	type PaperItem,
} from './chosen';
import { shelvesOf } from './count-sheet';
import { readKept, USUAL } from './kept';
import {
	layoutOf,
	LAYOUTS,
	marginOf,
	OWN_USUAL,
	pagesOf,
	partsOf,
	perPage,
	readLength,
} from './layout';
import { isTooNarrow, moduleOf, symbolOf } from './symbol';

const item = ( id: number, more: Partial< PaperItem > = {} ): PaperItem => ( {
	id,
	name: `Item ${ id }`,
	sku: `S-${ id }`,
	barcode: '',
	bin: '',
	price: null,
	expected: null,
	...more,
} );

describe( 'which symbol', () => {
	it.each( [
		[ '4006381333931', 'ean13', '4006381333931' ],
		[ '96385074', 'ean8', '96385074' ],
		[ '036000291452', 'upca', '036000291452' ],
		[ '04006381333931', 'ean13', '4006381333931' ],
		// Stands for a box of them.
		[ '14006381333938', 'code128', '14006381333938' ],
		// Their check digits are wrong.
		[ '4006381333932', 'code128', '4006381333932' ],
		[ '96385075', 'code128', '96385075' ],
		[ 'SHELF 7/b', 'code128', 'SHELF 7/b' ],
		[ '茶-01', 'qrcode', '茶-01' ],
		[ 'x'.repeat( 49 ), 'qrcode', 'x'.repeat( 49 ) ],
		[ '', 'code128', 'S-1' ],
	] )( 'draws %s as %s', ( barcode, kind, text ) => {
		expect( symbolOf( { barcode, sku: 'S-1' }, false ) ).toEqual( {
			kind,
			text,
		} );
	} );

	it( 'draws QR of the same text where it is wanted, and nothing of nothing', () => {
		expect(
			symbolOf( { barcode: '4006381333931', sku: '' }, true )
		).toEqual( { kind: 'qrcode', text: '4006381333931' } );
		expect( symbolOf( { barcode: ' ', sku: '' }, false ) ).toBeNull();
	} );

	it( 'leaves the quiet zones, and says when bars become too narrow', () => {
		expect( moduleOf( 'ean13', 95, 58.5 ) ).toBeCloseTo( 0.5 );
		expect( moduleOf( 'ean13', 95, 29.25 ) ).toBeCloseTo( 0.25 );
		expect( isTooNarrow( 'ean13', 0.25 ) ).toBe( true );
		expect( isTooNarrow( 'code128', 0.25 ) ).toBe( false );
	} );
} );

describe( 'layout', () => {
	it.each( LAYOUTS )( 'lies inside of its page: %s', ( id ) => {
		const layout = layoutOf( id, OWN_USUAL );
		const margin = marginOf( layout );
		expect( margin.width ).toBeGreaterThanOrEqual( 0 );
		expect( margin.height ).toBeGreaterThanOrEqual( 0 );
		expect(
			2 * margin.width +
				layout.columns * layout.label.width +
				( layout.columns - 1 ) * layout.gap.width
		).toBeCloseTo( layout.page.width );
	} );

	it.each( LAYOUTS )( 'has room for an EAN that is read: %s', ( id ) => {
		const { label } = layoutOf( id, OWN_USUAL );
		const shown = { name: true, sku: true, price: true };
		const { code } = partsOf( label, shown, false );
		expect(
			isTooNarrow( 'ean13', moduleOf( 'ean13', 95, code.width ) )
		).toBe( false );
		expect( code.height ).toBeGreaterThanOrEqual( 5 );
		const square = partsOf( label, shown, true ).code;
		expect(
			isTooNarrow( 'qrcode', moduleOf( 'qrcode', 25, square.width ) )
		).toBe( false );
	} );

	it( 'has 24, 40 and 14 labels on A4, one on a label printer', () => {
		expect(
			LAYOUTS.map( ( id ) => perPage( layoutOf( id, OWN_USUAL ) ) )
		).toEqual( [ 24, 40, 14, 1, 1, 1 ] );
	} );

	it( 'leaves out the labels of a sheet that are used', () => {
		const layout = layoutOf( 'a4-2x7', OWN_USUAL );
		const pages = pagesOf(
			Array.from( { length: 13 }, ( _, n ) => n ),
			layout,
			2
		);
		expect( pages.map( ( { length } ) => length ) ).toEqual( [ 14, 1 ] );
		expect( pages[ 0 ]?.slice( 0, 3 ) ).toEqual( [ null, null, 0 ] );
		expect( pagesOf( [], layout, 2 ) ).toEqual( [] );
		expect( pagesOf( [ 1 ], layout, 99 ) ).toHaveLength( 1 );
	} );

	it( 'reads lengths within bounds', () => {
		expect( readLength( '57,5', 'width' ) ).toBe( 57.5 );
		expect( readLength( '19', 'width' ) ).toBeNull();
		expect( readLength( '298', 'height' ) ).toBeNull();
		expect( readLength( 'wide', 'width' ) ).toBeNull();
	} );
} );

describe( 'what is chosen', () => {
	it( 'is read from the address and written there', () => {
		const asked = readAsked(
			new URLSearchParams( 'items=1,2:30,x,2,-4&stocktake=7&show=sheet' )
		);
		expect( asked ).toEqual( {
			show: 'sheet',
			stocktake: 7,
			items: [
				{ id: 1, text: '1' },
				{ id: 2, text: '30' },
			],
		} );
		expect(
			writeItems( [
				{ item: item( 1 ), text: '1' },
				{ item: item( 2 ), text: '30' },
				{ item: item( 3 ), text: 'some' },
			] )
		).toBe( '1,2:30,3' );
	} );

	it( 'is one label more when it is scanned again', () => {
		const rows = addOne(
			addOne( addOne( [], item( 1 ) ), item( 2 ) ),
			item( 1 )
		);
		expect( rows.map( ( { text } ) => text ) ).toEqual( [ '2', '1' ] );
		expect( labelsOf( rows ).labels.map( ( { id } ) => id ) ).toEqual( [
			1, 1, 2,
		] );
	} );

	it( 'has an end', () => {
		const rows = [ 1, 2, 3 ].map( ( id ) => ( {
			item: item( id ),
			text: '999',
		} ) );
		const { labels, wanted } = labelsOf( rows );
		expect( labels ).toHaveLength( MOST_LABELS );
		expect( wanted ).toBe( 2_997 );
		expect( readCount( '1000' ) ).toBeNull();
		expect( readCount( '１２' ) ).toBe( 12 );
		expect( readCount( '-1' ) ).toBeNull();
	} );
} );

it( 'lists by bin, as somebody walks, and what has none last', () => {
	const shelves = shelvesOf(
		[
			item( 1, { bin: '' } ),
			item( 2, { bin: 'B10' } ),
			item( 3, { bin: 'B2', name: 'Tray' } ),
			item( 4, { bin: 'B2 ', name: 'Cup' } ),
		],
		'art-xemoji'
	);
	expect(
		shelves.map( ( { bin, items } ) => [
			bin,
			items.map( ( { id } ) => id ),
		] )
	).toEqual( [
		[ 'B2', [ 4, 3 ] ],
		[ 'B10', [ 2 ] ],
		[ '', [ 1 ] ],
	] );
} );

it( 'keeps how was printed, whatever stands in the storage', () => {
	const kept = {
		...USUAL,
		layout: '57x32' as const,
		qr: true,
		shown: { name: true, sku: false, price: true },
	};
	expect( readKept( JSON.stringify( kept ) ) ).toEqual( kept );
	for ( const text of [ null, '', '{', '[]', '{"layout":"a5","width":9}' ] ) {
		expect( readKept( text ) ).toEqual( USUAL );
	}
} );
