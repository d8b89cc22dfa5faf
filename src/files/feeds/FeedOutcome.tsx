import { __, sprintf } from '@wordpress/i18n';
import type { ImportFeed } from '../../schema';
import { Link } from '../../shared/app/Link';
import { momentWord } from '../../shared/format/words';
import type { FeedState } from '../logic/feed';
import { readWord } from './words';

/** How the last reading went, with the way to its report, and when the next one is. */
export const FeedOutcome = ( {
	feed,
	state,
}: {
	feed: ImportFeed;
	state: FeedState;
} ) => (
	<>
		<li className={ state === 'failed' ? 'wig-feed-failed' : '' }>
			{ readWord( feed ) } <Report feed={ feed } />
		</li>
		<li className="wig-quiet">{ nextWord( feed, state ) }</li>
	</>
);

function Report( { feed }: { feed: ImportFeed } ) {
	const shown = feed.running ?? feed.last_import;
	return (
		shown !== null && (
			<Link path="/files" params={ { import: String( shown ) } }>
				{ feed.running === null && feed.last_error
					? __( 'Report of the one before', 'woo-inventory-guard' )
					: __( 'Report', 'woo-inventory-guard' ) }
			</Link>
		)
	);
}

function nextWord( feed: ImportFeed, state: FeedState ): string {
	if ( state === 'running' || state === 'waiting' ) {
		return __(
			'It is read in the background: you can leave this page.',
			'woo-inventory-guard'
		);
	}
	return feed.active
		? sprintf(
				/* translators: %s: day and time. */
				__( 'Next time: %s', 'woo-inventory-guard' ),
				momentWord( feed.next_at )
			)
		: __(
				'Switched off: it is not read by itself.',
				'woo-inventory-guard'
			);
}
