import type { ImportFeed } from '../../schema';

/** A feed that is read every hour, but for what a test is about. */
export const someFeed = ( own: Partial< ImportFeed > = {} ): ImportFeed => ( {
	id: 3,
	name: 'Mei',
	source: 'file',
	address: 'feeds/mei.csv',
	mapping: 'Supplier Mei',
	decimal: '.',
	encoding: '',
	every_minutes: 60,
	active: true,
	next_at: '2026-11-29T10:30:00.000000Z',
	asked: false,
	running: null,
	last_at: '2026-11-29T09:30:00.000000Z',
	last_import: 7,
	last_rows: { changed: 1, same: 0, problems: 0, conflicts: 0 },
	unchanged: false,
	last_error: null,
	version: 2,
	...own,
} );
