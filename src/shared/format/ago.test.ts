/**
 * @jest-environment node
 */
import { agoWord } from './ago';

const now = Date.parse( '2026-11-28T12:00:00Z' );

it.each( [
	[ '2026-11-28T11:58:30Z', '1 minute ago' ],
	[ '2026-11-28T11:59:30Z', 'now' ],
	[ '2026-11-28T12:00:09Z', 'now' ],
	[ '2026-11-28T09:01:00Z', '2 hours ago' ],
	[ '2026-11-27T11:00:00Z', 'yesterday' ],
	[ '2026-11-20T12:00:00Z', '8 days ago' ],
] )( '%s was %s', ( moment, words ) => {
	expect( agoWord( moment, now, 'en-US' ) ).toBe( words );
} );

it( 'falls back to English for a locale that no browser knows', () => {
	expect( agoWord( '2026-11-28T11:00:00Z', now, 'x_y' ) ).toBe(
		'1 hour ago'
	);
} );
