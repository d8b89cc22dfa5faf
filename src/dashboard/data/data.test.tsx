import { act, renderHook, waitFor } from '@testing-library/react';
import apiFetch from '@wordpress/api-fetch';
import { Problem } from '../../shared/data/problem';
import { fetchOverview, postExtend, postSnooze } from './api';
import { useAsked } from '../../shared/app/use-asked';

const later = < T, >() => {
	let answer: ( value: T ) => void = () => {};
	let fail: ( why: unknown ) => void = () => {};
	const promise = new Promise< T >( ( resolve, reject ) => {
		answer = resolve;
		fail = reject;
	} );
	return { promise, answer, fail };
};

describe( 'Asking', () => {
	it( 'keeps the old answer until the new one is there, and drops one that comes too late', async () => {
		const first = later< string >();
		const second = later< string >();
		const slow = () => first.promise;
		const quick = () => second.promise;
		const { result, rerender } = renderHook( ( ask ) => useAsked( ask ), {
			initialProps: slow,
		} );
		expect( result.current ).toMatchObject( {
			answer: null,
			waiting: true,
		} );
		rerender( quick );
		await act( async () => second.answer( 'seven days' ) );
		await act( async () => first.answer( 'thirty days' ) );
		expect( result.current ).toMatchObject( {
			answer: 'seven days',
			waiting: false,
		} );
	} );

	it( 'says what went wrong, and again gets it', async () => {
		let turn = 0;
		const ask = async () => {
			if ( turn++ === 0 ) {
				throw new Problem( 'busy', 'wig_busy', 'Busy' );
			}
			return 'here';
		};
		const { result } = renderHook( () => useAsked( ask ) );
		await waitFor( () =>
			expect( result.current.problem?.kind ).toBe( 'busy' )
		);
		act( () => result.current.again() );
		await waitFor( () => expect( result.current.answer ).toBe( 'here' ) );
		expect( result.current.problem ).toBeNull();
	} );
} );

it( 'REST is asked in the words of its routes, each act with its key', async () => {
	const asked: unknown[] = [];
	apiFetch.setFetchHandler( async ( { path, method, data, headers } ) => {
		asked.push( [ method, path, data, headers?.[ 'Idempotency-Key' ] ] );
		return {
			ok: true,
			headers: new Map(),
			json: async () => ( {} ),
		} as never;
	} );
	await fetchOverview( 'days=7' );
	await postSnooze( 5, 7, 'key-1' );
	await postExtend( 9, 60, 'key-2' );
	expect( asked ).toEqual( [
		[
			'GET',
			expect.stringContaining( '/reports/overview?days=7' ),
			undefined,
			undefined,
		],
		[
			'POST',
			expect.stringContaining( '/reports/snoozes' ),
			{ item_id: 5, days: 7 },
			'key-1',
		],
		[
			'POST',
			expect.stringContaining( '/reservations/9/extend' ),
			{ expires_in: 60 },
			'key-2',
		],
	] );
} );
