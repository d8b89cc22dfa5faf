import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeSchedule } from '../../schema';
import { followInside, Link } from '../../shared/app/Link';
import { addressOf } from '../../shared/app/route';
import { dayWord } from '../../shared/format/words';
import { useRowKeys } from '../../shared/table/row-focus';
import { blindWord } from '../list/words';
import { scheduleWords } from './words';

interface Props {
	rows: readonly StocktakeSchedule[];
	isWaiting: boolean;
	onDelete: ( schedule: StocktakeSchedule ) => void;
}

/** Each schedule in words; the same on a phone. */
export function ScheduleCards( { rows, isWaiting, onDelete }: Props ) {
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Schedules', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( schedule ) => (
				<li
					key={ schedule.id }
					className="wig-card is-tall"
					data-wig-row={ schedule.id }
				>
					<div className="wig-card-name">
						<span className="wig-name">{ schedule.name }</span>
						<span className="wig-sub">
							<span className="wig-kind">
								{ blindWord( schedule.blind ) }
							</span>
							{ ! schedule.active && (
								<span className="wig-kind">
									{ __( 'Off', 'woo-inventory-guard' ) }
								</span>
							) }
						</span>
						{ schedule.last_stocktake_id !== null && (
							<Link
								path={ `/stocktakes/${ schedule.last_stocktake_id }` }
							>
								{ __( 'The last one', 'woo-inventory-guard' ) }
							</Link>
						) }
					</div>
					<ul className="wig-terms">
						{ schedule.active && (
							<li>
								{ sprintf(
									/* translators: %s: a day. */
									__( 'Next: %s', 'woo-inventory-guard' ),
									dayWord( schedule.next_on )
								) }
							</li>
						) }
						{ scheduleWords( schedule ).map( ( words ) => (
							<li key={ words }>{ words }</li>
						) ) }
					</ul>
					<Acts schedule={ schedule } onDelete={ onDelete } />
				</li>
			) ) }
		</ul>
	);
}

function Acts( {
	schedule,
	onDelete,
}: {
	schedule: StocktakeSchedule;
	onDelete: Props[ 'onDelete' ];
} ) {
	const { id, name } = schedule;
	const path = '/stocktakes/schedules';
	const params = { schedule: String( id ) };
	return (
		<div className="wig-acts" data-wig-column="acts">
			<Button
				__next40pxDefaultSize
				variant="secondary"
				href={ addressOf( path, params ) }
				aria-label={ sprintf(
					/* translators: %s: name of a schedule. */
					__( 'Edit schedule %s', 'woo-inventory-guard' ),
					name
				) }
				onClick={ followInside( path, params ) }
			>
				{ __( 'Edit', 'woo-inventory-guard' ) }
			</Button>
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				isDestructive
				aria-label={ sprintf(
					/* translators: %s: name of a schedule. */
					__( 'Delete schedule %s', 'woo-inventory-guard' ),
					name
				) }
				onClick={ () => onDelete( schedule ) }
			>
				{ __( 'Delete', 'woo-inventory-guard' ) }
			</Button>
		</div>
	);
}
