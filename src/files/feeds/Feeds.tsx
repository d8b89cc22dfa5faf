import { Button } from '@wordpress/components';
import { lazy, Suspense, useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ImportFeed } from '../../schema';
import { useRows } from '../../shared/app/use-rows';
import { PagedRows } from '../../shared/table/PagedRows';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { ErrorBoundary } from '../../shared/ui/ErrorBoundary';
import { Message } from '../../shared/ui/Message';
import { deleteFeed, fetchFeeds } from '../data/feeds';
import { FeedCards } from './FeedCards';
import { useFeedWatch } from './use-feed-watch';
import { readWord } from './words';

const FeedForm = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "feed-form" */ './FeedForm' )
	).FeedForm,
} ) );

const PER_PAGE = 20;

type Dialog = 'add' | { edit: ImportFeed } | { drop: ImportFeed } | null;

/** CSV files that the server reads by itself, again and again. */
export function Feeds( { onRead }: { onRead: () => void } ) {
	const [ page, setPage ] = useState( 1 );
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchFeeds( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const [ dialog, setDialog ] = useState< Dialog >( null );
	const close = () => setDialog( null );
	useFeedWatch( list.rows, list.put, ( feed ) => {
		announce( readWord( feed ) );
		onRead();
	} );
	const add = (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			onClick={ () => setDialog( 'add' ) }
		>
			{ __( 'Add feed', 'woo-inventory-guard' ) }
		</Button>
	);
	const isEmpty = list.rows.length === 0;
	return (
		<section className="wig-surface wig-files-part">
			<div className="wig-feeds-head">
				<h2>{ __( 'Feeds', 'woo-inventory-guard' ) }</h2>
				{ ! isEmpty && add }
			</div>
			{ ! isEmpty && (
				<p className="wig-quiet">
					{ __(
						'CSV files that the server reads by itself. Rows that are right are applied; what is wrong with the others stands in the report.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			<PagedRows
				list={ list }
				page={ page }
				perPage={ PER_PAGE }
				onPage={ setPage }
				nothing={
					<Message
						icon="clock"
						title={ __(
							'The server reads no file by itself.',
							'woo-inventory-guard'
						) }
						action={ add }
					>
						{ __(
							'A feed is a CSV file, such as the stock list of a supplier, that is read again and again from a folder or a web address. Its columns are a choice that you have saved when you imported such a file above.',
							'woo-inventory-guard'
						) }
					</Message>
				}
			>
				<FeedCards
					rows={ list.rows }
					isWaiting={ list.waiting === 'again' }
					onEdit={ ( edit ) => setDialog( { edit } ) }
					onDelete={ ( drop ) => setDialog( { drop } ) }
					onFeed={ list.put }
				/>
			</PagedRows>
			{ dialog && ( dialog === 'add' || 'edit' in dialog ) && (
				<ErrorBoundary>
					<Suspense fallback={ null }>
						<FeedForm
							feed={ dialog === 'add' ? null : dialog.edit }
							onSaved={ ( { name } ) => {
								close();
								announce(
									sprintf(
										/* translators: %s: name of a feed. */
										__(
											'Saved: %s',
											'woo-inventory-guard'
										),
										name
									)
								);
								void list.reload();
							} }
							onClose={ close }
						/>
					</Suspense>
				</ErrorBoundary>
			) }
			{ dialog && dialog !== 'add' && 'drop' in dialog && (
				<DeleteConfirm
					title={ __( 'Delete feed', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: name of a feed. */
						__(
							'%s is no longer read. What it has brought so far stays, with its reports.',
							'woo-inventory-guard'
						),
						dialog.drop.name
					) }
					onDelete={ () => deleteFeed( dialog.drop.id ) }
					onDeleted={ () => list.reload() }
					onClose={ close }
				/>
			) }
		</section>
	);
}
