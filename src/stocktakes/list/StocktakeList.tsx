import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { followInside, Link } from '../../shared/app/Link';
import { addressOf, useRoute } from '../../shared/app/route';
import { useAsked } from '../../shared/app/use-asked';
import { useIsPhone } from '../../shared/app/use-media';
import { Pager } from '../../shared/table/Pager';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { Tabs } from '../../shared/ui/Tabs';
import { fetchAccuracies } from '../data/api';
import { PER_PAGE, readView, STATES, writeView } from '../logic/view';
import { StocktakeCards, StocktakeTable } from './StocktakeRows';
import { useStocktakes } from './use-stocktakes';
import { shownWord } from './words';

const NEW = '/stocktakes/new';

/** All stocktakes, newest first. */
export function StocktakeList() {
	const { path, search, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	const list = useStocktakes( view );
	const accuracies = useAsked( fetchAccuracies );
	const Rows = useIsPhone() ? StocktakeCards : StocktakeTable;
	const isEmpty = list.rows.length === 0;
	const makeNew = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			href={ addressOf( NEW, {} ) }
			onClick={ followInside( NEW ) }
		>
			{ __( 'New stocktake', 'woo-inventory-guard' ) }
		</Button>
	);
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Stocktakes', 'woo-inventory-guard' ) }</h1>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ addressOf( '/stocktakes/schedules', {} ) }
					onClick={ followInside( '/stocktakes/schedules' ) }
				>
					{ __( 'Schedules', 'woo-inventory-guard' ) }
				</Button>
				{ ! ( isEmpty && view.state === 'all' ) && makeNew }
			</div>
			<div className="wig-surface">
				<Tabs
					tabs={ STATES.map( ( id ) => ( {
						id,
						label: shownWord( id ),
					} ) ) }
					current={ view.state }
					hrefOf={ ( state ) =>
						addressOf( path, writeView( { state, page: 1 } ) )
					}
					onPick={ ( state ) =>
						go( writeView( { state, page: 1 } ) )
					}
				/>
				<RowsFrame
					waiting={ list.waiting }
					problem={ list.problem }
					isEmpty={ isEmpty }
					nothing={
						view.state === 'all' && view.page === 1 ? (
							<Message
								icon="box"
								title={ __(
									'Nothing has been counted yet.',
									'woo-inventory-guard'
								) }
								action={ makeNew }
							>
								{ __(
									'In a stocktake people count what is on the shelves, with a phone or a scanner, while the shop goes on selling. Afterwards you see what differs from the books, and decide what is put right.',
									'woo-inventory-guard'
								) }
							</Message>
						) : (
							<Message
								icon="box"
								title={ __(
									'No stocktake is in this state.',
									'woo-inventory-guard'
								) }
								action={
									<Link path={ path }>
										{ __(
											'Show all',
											'woo-inventory-guard'
										) }
									</Link>
								}
							/>
						)
					}
					onRetry={ list.reload }
				>
					<Rows
						rows={ list.rows }
						accuracies={ accuracies.answer }
						isWaiting={ list.waiting === 'again' }
						onChanged={ list.put }
					/>
				</RowsFrame>
				{ accuracies.problem && ! list.problem && (
					<Failure
						problem={ accuracies.problem }
						onRetry={ accuracies.again }
					/>
				) }
				{ list.total > PER_PAGE && ! list.problem && (
					<Pager
						page={ view.page }
						perPage={ PER_PAGE }
						total={ list.total }
						onPage={ ( page ) =>
							go( writeView( { ...view, page } ) )
						}
					/>
				) }
			</div>
		</>
	);
}
