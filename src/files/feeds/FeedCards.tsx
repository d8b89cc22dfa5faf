import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportFeed } from '../../schema';
import { useRowKeys } from '../../shared/table/row-focus';
import { Failure } from '../../shared/ui/Failure';
import { feedDraft, feedState, isUnderWay } from '../logic/feed';
import { FeedOutcome } from './FeedOutcome';
import { useFeedActs } from './use-feed-acts';
import { feedWords, stateOfFeed } from './words';

interface Acts {
	onEdit: ( feed: ImportFeed ) => void;
	onDelete: ( feed: ImportFeed ) => void;
	/** What became of one that was acted upon here. */
	onFeed: ( feed: ImportFeed ) => void;
}

interface Props extends Acts {
	rows: readonly ImportFeed[];
	isWaiting: boolean;
}

/** Each in words; the same on a phone. */
export function FeedCards( { rows, isWaiting, ...acts }: Props ) {
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Feeds', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( feed ) => (
				<Card key={ feed.id } feed={ feed } { ...acts } />
			) ) }
		</ul>
	);
}

const TONES = {
	running: 'is-untracked',
	waiting: 'is-untracked',
	failed: 'is-out',
	off: 'is-untracked',
	on: 'is-ok',
};

function Card( {
	feed,
	onEdit,
	onDelete,
	onFeed,
}: Acts & { feed: ImportFeed } ) {
	const acts = useFeedActs( feed, onFeed );
	const { sending, problem } = acts;
	const state = feedState( feed, Date.now() );
	const isBusy = isUnderWay( feed, Date.now() );
	return (
		<li className="wig-card is-tall" data-wig-row={ feed.id }>
			<div className="wig-card-name">
				<span className="wig-name">{ feed.name }</span>
				<span className={ `wig-status ${ TONES[ state ] }` }>
					{ stateOfFeed( state ) }
				</span>
			</div>
			<ul className="wig-terms">
				{ feedWords( feedDraft( feed ) ).map( ( line ) => (
					<li key={ line }>{ line }</li>
				) ) }
				<FeedOutcome feed={ feed } state={ state } />
			</ul>
			<div className="wig-acts" data-wig-column="acts">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					accessibleWhenDisabled
					disabled={ sending || isBusy }
					aria-label={ sprintf(
						/* translators: %s: name of a feed. */
						__( 'Read now: %s', 'woo-inventory-guard' ),
						feed.name
					) }
					onClick={ acts.read }
				>
					{ __( 'Read now', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					aria-label={ sprintf(
						/* translators: %s: name of a feed. */
						__( 'Edit feed %s', 'woo-inventory-guard' ),
						feed.name
					) }
					onClick={ () => onEdit( feed ) }
				>
					{ __( 'Edit', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					accessibleWhenDisabled
					disabled={ sending }
					aria-label={
						feed.active
							? sprintf(
									/* translators: %s: name of a feed. */
									__(
										'Switch off %s',
										'woo-inventory-guard'
									),
									feed.name
								)
							: sprintf(
									/* translators: %s: name of a feed. */
									__( 'Switch on %s', 'woo-inventory-guard' ),
									feed.name
								)
					}
					onClick={ acts.turn }
				>
					{ feed.active
						? __( 'Switch off', 'woo-inventory-guard' )
						: __( 'Switch on', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					aria-label={ sprintf(
						/* translators: %s: name of a feed. */
						__( 'Delete feed %s', 'woo-inventory-guard' ),
						feed.name
					) }
					onClick={ () => onDelete( feed ) }
				>
					{ __( 'Delete', 'woo-inventory-guard' ) }
				</Button>
			</div>
			{ problem && (
				<Failure problem={ problem } onRetry={ acts.again } />
			) }
		</li>
	);
}
