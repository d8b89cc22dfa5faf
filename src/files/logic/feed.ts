import type {
	ImportFeed,
	ImportFeedRequest,
	ImportMapping,
	ImportMappingOptions,
} from '../../schema';

/** A feed as it is typed. */
export type FeedDraft = Required< ImportFeedRequest >;

export type FeedField = 'name' | 'address' | 'mapping';

export type FeedProblem =
	| 'no-name'
	| 'no-address'
	| 'no-url'
	| 'password'
	| 'ending'
	| 'outside'
	| 'no-mapping';

export type FeedProblems = Partial< Record< FeedField, FeedProblem > >;

export const FEED_ENCODINGS = [
	'UTF-8',
	'UTF-16LE',
	'UTF-16BE',
	'GB18030',
	'BIG5',
	'Windows-1252',
] as const satisfies readonly ImportFeed[ 'encoding' ][];

/** In minutes. */
const EVERY: readonly number[] = [ 15, 30, 60, 180, 360, 720, 1440, 10_080 ];

/** What can be chosen; what REST has set beside that stays what it is. */
export const everyOf = ( minutes: number ): number[] =>
	[ ...new Set( [ ...EVERY, minutes ] ) ].sort( ( a, b ) => a - b );

export const newFeed = ( mapping: string ): FeedDraft => ( {
	name: '',
	source: 'file',
	address: '',
	mapping,
	decimal: '.',
	encoding: '',
	every_minutes: 1440,
	active: true,
} );

export const feedDraft = ( feed: ImportFeed ): FeedDraft => ( {
	name: feed.name,
	source: feed.source,
	address: feed.address,
	mapping: feed.mapping,
	decimal: feed.decimal,
	encoding: feed.encoding,
	every_minutes: feed.every_minutes,
	active: feed.active,
} );

/** What is wrong with what was typed, or what is sent. Whether a file is there is found out when it is read. */
export function checkFeed(
	draft: FeedDraft
): { problems: FeedProblems } | { request: FeedDraft } {
	const request = {
		...draft,
		name: draft.name.trim(),
		address: draft.address.trim(),
	};
	const where =
		request.source === 'url'
			? urlProblem( request.address )
			: pathProblem( request.address );
	const problems: FeedProblems = {
		...( request.name === '' ? { name: 'no-name' } : {} ),
		...( where ? { address: where } : {} ),
		...( request.mapping === '' ? { mapping: 'no-mapping' } : {} ),
	};
	return Object.keys( problems ).length ? { problems } : { request };
}

function urlProblem( address: string ): FeedProblem | null {
	if ( address === '' ) {
		return 'no-address';
	}
	const [ , host ] = /^https?:\/\/([^/?#\s]+)\S*$/i.exec( address ) ?? [];
	if ( host === undefined ) {
		return 'no-url';
	}
	return host.includes( '@' ) ? 'password' : null;
}

function pathProblem( address: string ): FeedProblem | null {
	if ( address === '' ) {
		return 'no-address';
	}
	if ( address.split( /[\\/]/ ).includes( '..' ) ) {
		return 'outside';
	}
	return /\.(csv|txt|tsv)$/i.test( address ) ? null : 'ending';
}

/** Whether it is what was typed: then the answer to an earlier try was lost, or somebody else meant the same. */
export const saysFeed = ( feed: ImportFeed, draft: FeedDraft ): boolean =>
	JSON.stringify( feedDraft( feed ) ) ===
	JSON.stringify( feedDraft( { ...feed, ...draft } ) );

export type FeedState = 'running' | 'waiting' | 'failed' | 'off' | 'on';

/** One that waits is due, or was asked for: the job reads it as soon as it comes by. */
export function feedState( feed: ImportFeed, now: number ): FeedState {
	if ( feed.running !== null ) {
		return 'running';
	}
	if ( feed.asked || ( feed.active && Date.parse( feed.next_at ) <= now ) ) {
		return 'waiting';
	}
	if ( feed.last_error ) {
		return 'failed';
	}
	return feed.active ? 'on' : 'off';
}

export const isUnderWay = ( feed: ImportFeed, now: number ): boolean =>
	[ 'running', 'waiting' ].includes( feedState( feed, now ) );

/** What numbers mean by a mapping that was saved. */
export function meaningOf( {
	columns,
	options,
}: ImportMapping ): ImportMappingOptions[ 'quantity' ] | null {
	const fields = columns.map( ( { field } ) => field );
	if ( fields.includes( 'delta' ) ) {
		return 'difference';
	}
	if ( fields.includes( 'counted' ) ) {
		return 'counted';
	}
	return fields.includes( 'on_hand' ) ? options.quantity : null;
}
