import { __, _n, sprintf } from '@wordpress/i18n';
import type { ImportFeed } from '../../schema';
import { momentWord, number } from '../../shared/format/words';
import { ENCODINGS } from '../logic/encoding';
import type { FeedDraft, FeedState } from '../logic/feed';
import { encodingWord } from '../view/encoding-words';

const DAY = 1440;
const HOUR = 60;

export function everyWord( minutes: number ): string {
	if ( minutes === DAY ) {
		return __( 'Every day', 'woo-inventory-guard' );
	}
	if ( minutes === HOUR ) {
		return __( 'Every hour', 'woo-inventory-guard' );
	}
	if ( minutes % DAY === 0 ) {
		const days = minutes / DAY;
		return sprintf(
			/* translators: %s: number of days. */
			_n( 'Every %s day', 'Every %s days', days, 'woo-inventory-guard' ),
			number( days )
		);
	}
	if ( minutes % HOUR === 0 ) {
		const hours = minutes / HOUR;
		return sprintf(
			/* translators: %s: number of hours. */
			_n(
				'Every %s hour',
				'Every %s hours',
				hours,
				'woo-inventory-guard'
			),
			number( hours )
		);
	}
	return sprintf(
		/* translators: %s: number of minutes. */
		_n(
			'Every %s minute',
			'Every %s minutes',
			minutes,
			'woo-inventory-guard'
		),
		number( minutes )
	);
}

/** The server's own list, by what its encodings are called here. */
export function encodingOfFeed( encoding: ImportFeed[ 'encoding' ] ): string {
	const known = ENCODINGS.find( ( one ) => one === encoding.toLowerCase() );
	return known
		? encodingWord( known )
		: __( 'Found out by the server', 'woo-inventory-guard' );
}

const whereWord = ( { source, address }: FeedDraft ): string =>
	source === 'url'
		? address
		: sprintf(
				/* translators: %s: path of a file. */
				__( 'From the server’s folder: %s', 'woo-inventory-guard' ),
				address
			);

export const columnsWord = ( mapping: string ): string =>
	sprintf(
		/* translators: %s: name under which a choice of columns was saved. */
		__( 'Columns: %s', 'woo-inventory-guard' ),
		mapping
	);

/** Where from, as what, how often. */
export const feedWords = ( draft: FeedDraft ): string[] => [
	whereWord( draft ),
	columnsWord( draft.mapping ),
	everyWord( draft.every_minutes ),
];

/** All that can be typed, for who has to choose between two. */
export const draftWords = ( draft: FeedDraft ): string[] => [
	draft.name,
	...feedWords( draft ),
	draft.decimal === ','
		? __( 'Comma: 1,5', 'woo-inventory-guard' )
		: __( 'Point: 1.5', 'woo-inventory-guard' ),
	encodingOfFeed( draft.encoding ),
	draft.active
		? __( 'On', 'woo-inventory-guard' )
		: __( 'Off', 'woo-inventory-guard' ),
];

export const stateOfFeed = ( state: FeedState ): string =>
	( {
		running: __( 'Being read', 'woo-inventory-guard' ),
		waiting: __( 'Waits for its turn', 'woo-inventory-guard' ),
		failed: __( 'Could not be read', 'woo-inventory-guard' ),
		off: __( 'Off', 'woo-inventory-guard' ),
		on: __( 'On', 'woo-inventory-guard' ),
	} )[ state ];

/** What the last file has brought, in figures; of none there is nothing to say. */
function rowsWords( rows: ImportFeed[ 'last_rows' ] ): string {
	if ( ! rows ) {
		return '';
	}
	const { changed, same, problems, conflicts } = rows;
	return [
		sprintf(
			/* translators: %s: number of rows. */
			_n(
				'%s row changed',
				'%s rows changed',
				changed,
				'woo-inventory-guard'
			),
			number( changed )
		),
		same > 0 &&
			sprintf(
				/* translators: %s: number of rows. */
				_n(
					'%s was so already',
					'%s were so already',
					same,
					'woo-inventory-guard'
				),
				number( same )
			),
		problems > 0 &&
			sprintf(
				/* translators: %s: number of rows. */
				_n(
					'%s has a problem',
					'%s have a problem',
					problems,
					'woo-inventory-guard'
				),
				number( problems )
			),
		conflicts > 0 &&
			sprintf(
				/* translators: %s: number of rows. */
				_n(
					'%s changed meanwhile and was left out',
					'%s changed meanwhile and were left out',
					conflicts,
					'woo-inventory-guard'
				),
				number( conflicts )
			),
	]
		.filter( Boolean )
		.join( ', ' );
}

/** How the last reading went. */
export function readWord( feed: ImportFeed ): string {
	if ( feed.last_at === null ) {
		return __( 'Not read yet.', 'woo-inventory-guard' );
	}
	const at = momentWord( feed.last_at );
	let what = rowsWords( feed.last_rows );
	if ( feed.last_error ) {
		what = feed.last_error.message;
	} else if ( feed.unchanged ) {
		what = __(
			'the same file as before, nothing to add',
			'woo-inventory-guard'
		);
	}
	return sprintf(
		/* translators: 1: day and time, 2: what has become of it, such as: 3 rows changed. */
		__( 'Last read %1$s: %2$s.', 'woo-inventory-guard' ),
		at,
		what.replace( /[.。]$/, '' )
	);
}
