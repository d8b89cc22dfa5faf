import { newItem } from '../../../tests/js/shop';
import type { Item, Variations } from '../../schema';
import { readEntry, step } from './entry';
import { axesOf, isMissing, onlyColumn, pivot, withItem } from './pivot';
import { readView, turn, writeView } from './view-state';

const values = ( ...names: string[] ) =>
	names.map( ( name ) => ( { value: name.toLowerCase(), name } ) );

const SIZE = { name: 'Size', values: values( 'S', 'M', 'L' ) };
const COLOUR = { name: 'Colour', values: values( 'Red', 'Blue' ) };
const FABRIC = { name: 'Fabric', values: values( 'Wool', 'Silk' ) };

let made = 0;
const variation = (
	options: string[],
	onHand: number,
	fields: Partial< Item > = {}
) => ( {
	item: newItem( ++made, {
		kind: 'variation',
		on_hand: onHand,
		...fields,
	} ),
	options,
} );

const hoodie = (): Variations => ( {
	item: newItem( 1000, { kind: 'variable', tracked: false } ),
	attributes: [ SIZE, COLOUR ],
	variations: [
		variation( [ 's', 'red' ], 3, { reserved: 1 } ),
		variation( [ 's', 'blue' ], 0.5 ),
		variation( [ 'm', 'red' ], 7 ),
		variation( [ 'm', 'blue' ], 0, { tracked: false } ),
	],
} );

const numbers = ( data: Variations, rows = 0, columns = 1 ) =>
	pivot( data, axesOf( data.attributes, rows, columns ) ).groups.map(
		( group ) =>
			group.rows.map( ( row ) =>
				row.cells.map( ( cell ) => cell.items[ 0 ]?.on_hand ?? null )
			)
	);

describe( 'A product as a matrix', () => {
	test( 'two attributes lie across each other, in the order of the product', () => {
		expect( numbers( hoodie() ) ).toEqual( [
			[
				[ 3, 0.5 ],
				[ 7, 0 ],
				[ null, null ],
			],
		] );
		expect( numbers( hoodie(), 1, 0 ) ).toEqual( [
			[
				[ 3, 7, null ],
				[ 0.5, 0, null ],
			],
		] );
	} );

	test( 'sums stand at the edges; what is not counted adds nothing', () => {
		const { groups, sums, missing } = pivot( hoodie(), {
			rows: 0,
			columns: 1,
		} );
		const [ group ] = groups;
		expect( group?.rows.map( ( row ) => row.sums.onHand ) ).toEqual( [
			35_000n,
			70_000n,
			0n,
		] );
		expect(
			group?.columns.map( ( column ) => column.sums.onHand )
		).toEqual( [ 100_000n, 5_000n ] );
		expect( [ sums.onHand, sums.reserved, missing ] ).toEqual( [
			105_000n,
			10_000n,
			2,
		] );
		expect( group && onlyColumn( group, 1 ).sums.onHand ).toBe( 5_000n );
		expect(
			group && onlyColumn( group, 1 ).rows.map( ( r ) => r.cells.length )
		).toEqual( [ 1, 1, 1 ] );
	} );

	test( 'a third attribute makes groups; one without any variation is left out', () => {
		const data: Variations = {
			...hoodie(),
			attributes: [ SIZE, FABRIC, COLOUR ],
			variations: [
				variation( [ 's', 'wool', 'red' ], 1 ),
				variation( [ 'm', 'wool', 'blue' ], 2 ),
			],
		};
		const { groups } = pivot( data, axesOf( data.attributes, 0, 2 ) );
		expect(
			groups.map( ( group ) =>
				group.options.map(
					( o ) => `${ o.attribute } ${ o.value.name }`
				)
			)
		).toEqual( [ [ 'Fabric Wool' ] ] );
		expect( numbers( data, 0, 2 ) ).toEqual( [
			[
				[ 1, null ],
				[ null, 2 ],
				[ null, null ],
			],
		] );
	} );

	test( 'one attribute is a single column', () => {
		const data: Variations = {
			...hoodie(),
			attributes: [ SIZE ],
			variations: [ variation( [ 'm' ], 4 ) ],
		};
		expect( numbers( data ) ).toEqual( [ [ [ null ], [ 4 ], [ null ] ] ] );
	} );

	test( '"any" has a row of its own, and what it covers is not missing', () => {
		const data: Variations = {
			...hoodie(),
			variations: [
				variation( [ '', 'red' ], 4 ),
				variation( [ 's', 'blue' ], 1 ),
			],
		};
		const { groups, missing } = pivot( data, { rows: 0, columns: 1 } );
		expect( groups[ 0 ]?.rows.map( ( row ) => row.value.value ) ).toEqual( [
			's',
			'm',
			'l',
			'',
		] );
		expect(
			groups[ 0 ]?.rows.map( ( row ) => row.cells.map( isMissing ) )
		).toEqual( [
			[ false, false ],
			[ false, true ],
			[ false, true ],
			[ false, true ],
		] );
		expect( missing ).toBe( 3 );
	} );

	test( 'a value that the product no longer offers is still shown', () => {
		const data: Variations = {
			...hoodie(),
			variations: [ variation( [ 'xxl', 'red' ], 4 ) ],
		};
		expect( numbers( data )[ 0 ]?.at( -1 ) ).toEqual( [ 4, null ] );
	} );

	test( 'an answer that is older than what is shown changes nothing', () => {
		const data = hoodie();
		const shown = data.variations[ 0 ]!.item;
		const newer = { ...shown, version: 5, on_hand: 9 };
		const after = withItem( data, newer );
		expect( after.variations[ 0 ]?.item.on_hand ).toBe( 9 );
		expect( withItem( after, shown ).variations[ 0 ]?.item.on_hand ).toBe(
			9
		);
	} );

	test.each( [
		[ 0, 1, { rows: 0, columns: 1 } ],
		[ 2, 0, { rows: 2, columns: 0 } ],
		[ 1, 1, { rows: 0, columns: 1 } ],
		[ 7, 0, { rows: 0, columns: 1 } ],
	] )( 'axes %s and %s', ( rows, columns, axes ) => {
		expect( axesOf( [ SIZE, COLOUR, FABRIC ], rows, columns ) ).toEqual(
			axes
		);
		expect( axesOf( [ SIZE ], rows, columns ) ).toEqual( {
			rows: 0,
			columns: null,
		} );
	} );
} );

describe( 'What is typed into a cell', () => {
	const read = ( text: string, seen: number | string = 5, reason = '' ) =>
		readEntry( 7, text, seen, reason, 'en-US' );

	test( 'a number is a count, and carries the number that was seen', () => {
		expect( read( '12' ) ).toEqual( {
			request: {
				item_id: 7,
				set: '12',
				expected: '5',
				reason: 'counted',
			},
			after: 120_000n,
		} );
		expect( read( '0', 5, 'damaged' ) ).toMatchObject( {
			request: { set: '0', reason: 'damaged' },
		} );
	} );

	test( 'a sign says how many came or went', () => {
		expect( read( '+3' ) ).toEqual( {
			request: { item_id: 7, delta: '3', reason: 'received' },
			after: 80_000n,
		} );
		expect( read( '-1.5' ) ).toMatchObject( {
			request: { delta: '-1.5', reason: 'correction' },
			after: 35_000n,
		} );
	} );

	test.each( [ '', ' ', '5', '5.0', '+0' ] )(
		'"%s" changes nothing',
		( t ) => {
			expect( read( t ) ).toBeNull();
		}
	);

	test( 'what is no number says so', () => {
		expect( read( 'many' ) ).toEqual( { problem: 'no-number' } );
		expect( read( '0.00001' ) ).toEqual( { problem: 'too-fine' } );
	} );
} );

describe( 'Keys in the grid', () => {
	test.each( [
		[ 'ArrowRight', false, [ 0, 1 ] ],
		[ 'ArrowLeft', false, null ],
		[ 'ArrowDown', false, [ 1, 0 ] ],
		[ 'ArrowUp', false, null ],
		[ 'End', false, [ 0, 2 ] ],
		[ 'End', true, [ 3, 2 ] ],
		[ 'PageDown', false, [ 3, 0 ] ],
		[ 'x', false, null ],
	] )( '%s (with Control: %s)', ( key, whole, place ) => {
		expect( step( key, whole, [ 0, 0 ], [ 4, 3 ], false ) ).toEqual(
			place
		);
	} );

	test( 'read from the right, left leads on', () => {
		expect( step( 'ArrowLeft', false, [ 0, 0 ], [ 4, 3 ], true ) ).toEqual(
			[ 0, 1 ]
		);
	} );
} );

describe( 'The address', () => {
	test( 'keeps what is along which side', () => {
		const view = { product: 9, rows: 2, columns: 0 };
		expect( readView( new URLSearchParams( writeView( view ) ) ) ).toEqual(
			view
		);
		expect( writeView( { product: 9, rows: 0, columns: 1 } ) ).toEqual( {
			product: '9',
		} );
		expect(
			readView( new URLSearchParams( 'product=-2&rows=x' ) )
		).toEqual( { product: 0, rows: 0, columns: 1 } );
	} );

	test( 'an attribute that stands on the other side changes places', () => {
		const view = { product: 9, rows: 0, columns: 1 };
		expect( turn( view, 'rows', 1 ) ).toEqual( {
			...view,
			rows: 1,
			columns: 0,
		} );
		expect( turn( view, 'columns', 2 ) ).toEqual( { ...view, columns: 2 } );
	} );
} );
