import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Link } from '../../shared/app/Link';
import { useAsked } from '../../shared/app/use-asked';
import { Loading } from '../../shared/ui/Loading';
import { NotLoaded } from '../../shared/ui/NotLoaded';
import { fetchOffer } from '../data/api';
import { fetchSchedule } from '../data/schedules';
import { ScheduleForm } from './ScheduleForm';

/** One schedule, new or changed, on a page of its own: with what can be chosen for it. */
export function SchedulePage( { id }: { id: number | null } ) {
	const { answer, problem, waiting, again } = useAsked(
		useCallback(
			async ( signal: AbortSignal ) => {
				const [ offer, named ] = await Promise.all( [
					fetchOffer( signal ),
					id === null ? null : fetchSchedule( id, signal ),
				] );
				return { offer, named };
			},
			[ id ]
		)
	);
	return (
		<>
			<div className="wig-head">
				<h1>
					{ id === null
						? __( 'New schedule', 'woo-inventory-guard' )
						: __( 'Change schedule', 'woo-inventory-guard' ) }
				</h1>
				<Link path="/stocktakes/schedules">
					{ __( 'All schedules', 'woo-inventory-guard' ) }
				</Link>
			</div>
			<div className="wig-surface wig-stocktake-form">
				{ answer && <ScheduleForm { ...answer } /> }
				{ ! answer && waiting && <Loading bars={ 6 } /> }
				{ problem && ! waiting && (
					<NotLoaded problem={ problem } onRetry={ again } />
				) }
			</div>
		</>
	);
}
