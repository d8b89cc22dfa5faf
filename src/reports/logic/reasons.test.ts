/**
 * @jest-environment node
 */
import { heightsOf, withShares } from './reasons';

const reason = ( slug: string, units: number, cost: number ) => ( {
	reason: slug,
	lines: 1,
	items: 1,
	units,
	cost,
} );

// By hand: 30 + 10 are lost; 5 were found, which is no loss and lessens none.
test( 'A share is of what was lost by cost', () => {
	const shares = withShares( [
		reason( 'damaged', 3, 30 ),
		reason( 'stolen', 5, 10 ),
		reason( 'found', -1, -5 ),
	] ).map( ( { share } ) => share );
	expect( shares ).toEqual( [ 0.75, 0.25, null ] );
} );

test( 'Where no cost is known, it is of units', () => {
	const reasons = [ reason( 'damaged', 1, 0 ), reason( 'stolen', 2, 0 ) ];
	expect( withShares( reasons ).map( ( { share } ) => share ) ).toEqual( [
		0.3333, 0.6667,
	] );
	expect( heightsOf( reasons ) ).toEqual( {
		isMoney: false,
		values: [ 1, 2 ],
	} );
	expect( heightsOf( [ reason( 'damaged', 1, 4 ) ] ).values ).toEqual( [
		4,
	] );
} );

test( 'A reason without a cost has no part of a whole of costs', () => {
	const shares = withShares( [
		reason( 'damaged', 1, 4 ),
		reason( 'lost', 9, 0 ),
	] ).map( ( { share } ) => share );
	expect( shares ).toEqual( [ 1, null ] );
	expect( withShares( [] ) ).toEqual( [] );
} );
