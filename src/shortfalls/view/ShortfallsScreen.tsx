import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Shortfall } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useIsPhone } from '../../shared/app/use-media';
import { focusAfter } from '../../shared/table/row-focus';
import { Pager } from '../../shared/table/Pager';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { Tabs } from '../../shared/ui/Tabs';
import { Told } from '../../shared/ui/Told';
import type { Decision } from '../logic/outcome';
import { PER_PAGE, STATES } from '../logic/view';
import { ShortfallsTable } from './ShortfallsTable';
import { useShortfalls } from './use-shortfalls';
import { nothingWords, stateWord } from './words';

/** What is paid and short, and what to do about it. */
export function ShortfallsScreen() {
	const list = useShortfalls();
	const { view, change, done } = list;
	const isPhone = useIsPhone();
	const body = useRef< HTMLDivElement >( null );

	const decide = ( row: Shortfall, decision: Decision ) => {
		void list.decide( row, decision, () =>
			focusAfter( body.current, row.id )
		);
	};

	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Short orders', 'woo-inventory-guard' ) }</h1>
			</div>
			<p className="wig-lead">
				{ __(
					'Paid, but not in stock. Until you decide, the customer waits: what comes in goes to the oldest order.',
					'woo-inventory-guard'
				) }
			</p>
			<div className="wig-surface" ref={ body } tabIndex={ -1 }>
				<Tabs
					tabs={ STATES.map( ( id ) => ( {
						id,
						label: stateWord( id ),
						count: list.counts[ id ],
					} ) ) }
					current={ view.state }
					hrefOf={ ( state ) => list.hrefOf( { state } ) }
					onPick={ ( state ) => change( { state } ) }
				/>
				{ view.order && (
					<p className="wig-narrowed">
						{ __(
							'Only one order is shown.',
							'woo-inventory-guard'
						) }
						<Button
							__next40pxDefaultSize
							variant="link"
							onClick={ () => change( { order: null } ) }
						>
							{ __( 'Show all orders', 'woo-inventory-guard' ) }
						</Button>
					</p>
				) }
				<RowsFrame
					waiting={ list.waiting }
					problem={ list.problem }
					isEmpty={ list.rows.length === 0 }
					nothing={
						<Message
							icon="check"
							title={ nothingWords( view.state ) }
						/>
					}
					onRetry={ list.reload }
				>
					<ShortfallsTable
						rows={ list.rows }
						failed={ list.failed }
						isWaiting={ list.waiting === 'again' }
						isPhone={ isPhone }
						taking={ list.taking }
						mayDecide={ boot().can.adjust }
						onDecide={ decide }
					/>
				</RowsFrame>
				{ list.total > PER_PAGE && ! list.problem && (
					<Pager
						page={ view.page }
						perPage={ PER_PAGE }
						total={ list.total }
						onPage={ ( page ) => change( { page } ) }
					/>
				) }
			</div>
			{ done && (
				<Told
					words={ done.words }
					onUndo={
						done.canUndo
							? () => void list.decide( done.row, 'wait' )
							: undefined
					}
					onGone={ list.forget }
				/>
			) }
		</>
	);
}
