import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeSchedule } from '../../schema';
import { followInside, Link } from '../../shared/app/Link';
import { addressOf } from '../../shared/app/route';
import { usePaged } from '../../shared/app/use-paged';
import { useRows } from '../../shared/app/use-rows';
import { PagedRows } from '../../shared/table/PagedRows';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Message } from '../../shared/ui/Message';
import { deleteSchedule, fetchSchedules } from '../data/schedules';
import { LimitSetting } from './LimitSetting';
import { ScheduleCards } from './ScheduleCards';

const PER_PAGE = 20;
const PATH = '/stocktakes/schedules';
const NEW = { schedule: 'new' };

/** All schedules, and from which value on a second person must agree. */
export function ScheduleList() {
	const { page, turn } = usePaged();
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchSchedules( page, PER_PAGE, signal ),
			[ page ]
		)
	);
	const [ drop, setDrop ] = useState< StocktakeSchedule | null >( null );
	const add = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			href={ addressOf( PATH, NEW ) }
			onClick={ followInside( PATH, NEW ) }
		>
			{ __( 'Add schedule', 'woo-inventory-guard' ) }
		</Button>
	);
	return (
		<>
			<div className="wig-head">
				<h1>
					{ __( 'Schedules of stocktakes', 'woo-inventory-guard' ) }
				</h1>
				<Link path="/stocktakes">
					{ __( 'All stocktakes', 'woo-inventory-guard' ) }
				</Link>
				{ list.rows.length > 0 && add }
			</div>
			<div className="wig-surface">
				<PagedRows
					list={ list }
					page={ page }
					perPage={ PER_PAGE }
					onPage={ turn }
					nothing={
						<Message
							icon="clock"
							title={ __(
								'No stocktake comes by itself.',
								'woo-inventory-guard'
							) }
							action={ add }
						>
							{ __(
								'On its day a schedule makes a stocktake, lets counting begin and reminds those who count.',
								'woo-inventory-guard'
							) }
						</Message>
					}
				>
					<ScheduleCards
						rows={ list.rows }
						isWaiting={ list.waiting === 'again' }
						onDelete={ setDrop }
					/>
				</PagedRows>
			</div>
			<LimitSetting />
			{ drop && (
				<DeleteConfirm
					title={ __( 'Delete schedule', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: name of a schedule. */
						__(
							'%s makes no more stocktakes. Those that it made stay.',
							'woo-inventory-guard'
						),
						drop.name
					) }
					onDelete={ () => deleteSchedule( drop.id ) }
					onDeleted={ () => list.reload() }
					onClose={ () => setDrop( null ) }
				/>
			) }
		</>
	);
}
