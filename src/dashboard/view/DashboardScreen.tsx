import { useCallback, useEffect, useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useRoute } from '../../shared/app/route';
import { fetchAttention, fetchOverview } from '../data/api';
import { useAsked } from '../../shared/app/use-asked';
import { queryOf, readRange, writeRange } from '../../shared/period/range';
import { Accuracy } from './Accuracy';
import { Charts } from './Charts';
import { GuardCard } from './GuardCard';
import { NeedsYou } from './NeedsYou';
import { RangePicker } from '../../shared/period/RangePicker';
import { Tiles } from './Tiles';

/** What the owner of a shop opens every morning: first what needs a person, then the figures. */
export function DashboardScreen() {
	const { search, go } = useRoute();
	const range = useMemo(
		() => readRange( new URLSearchParams( search ) ),
		[ search ]
	);
	const days = queryOf( range );
	const attention = useAsked( fetchAttention );
	const overview = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchOverview( days, signal ),
			[ days ]
		)
	);
	useOnReturn( attention.again );
	const onDone = () => {
		attention.again();
		overview.again();
	};
	return (
		<div className="wig-dashboard">
			<div className="wig-head">
				<h1>{ __( 'Inventory', 'woo-inventory-guard' ) }</h1>
				<RangePicker
					range={ range }
					onChange={ ( next ) => go( writeRange( next ) ) }
				/>
			</div>
			<div className="wig-dashboard-top">
				<NeedsYou attention={ attention } onDone={ onDone } />
				<GuardCard ledger={ attention.answer?.ledger ?? null } />
			</div>
			<Tiles overview={ overview } />
			<Charts days={ days } />
			{ boot().can.adjust && <Accuracy /> }
		</div>
	);
}

const AWAY = 60_000;

/**
 * Whoever comes back to a tab that was left open sees what needs them now.
 * @param look
 */
function useOnReturn( look: () => void ) {
	useEffect( () => {
		let left = Date.now();
		const onChange = () => {
			if ( document.hidden ) {
				left = Date.now();
			} else if ( Date.now() - left > AWAY ) {
				look();
			}
		};
		document.addEventListener( 'visibilitychange', onChange );
		return () =>
			document.removeEventListener( 'visibilitychange', onChange );
	}, [ look ] );
}
