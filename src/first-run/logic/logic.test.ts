import { sendCrowd, type Fared } from './crowd';
import { minutesLeft } from '../../shared/format/progress';
import { shareOf } from './progress';

describe( 'how far the taking over is', () => {
	it.each( [
		[ 'waiting', 0, 0, 0 ],
		[ 'running', 12_400, 100_000, 0.124 ],
		[ 'running', 120, 100, 1 ],
		[ 'done', 0, 0, 1 ],
	] as const )( '%s, %d of %d is %d', ( state, done, total, share ) => {
		expect( shareOf( { state, done, total } ) ).toBe( share );
	} );

	it( 'says the minutes that are left from the speed so far, once there is one', () => {
		const first = { at: 1_000, done: 0 };
		expect( minutesLeft( first, first, 1_000 ) ).toBeNull();
		expect(
			minutesLeft( { at: 9_000, done: 0 }, first, 1_000 )
		).toBeNull();
		// 500 in half a minute: the other 2,500 take two and a half.
		expect( minutesLeft( { at: 31_000, done: 500 }, first, 3_000 ) ).toBe(
			3
		);
	} );
} );

it( 'counts every buyer once, also those whose answer is lost', async () => {
	const told: Fared[] = [];
	const fared = await sendCrowd(
		4,
		async ( buyer ) => {
			if ( buyer === 3 ) {
				throw new Error( 'no network' );
			}
			return buyer === 1;
		},
		( now ) => told.push( now )
	);
	expect( fared ).toEqual( { sold: 1, refused: 2, lost: 1 } );
	expect( told ).toHaveLength( 4 );
} );
