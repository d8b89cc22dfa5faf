import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Demand, Item } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Field } from '../../shared/form/Field';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { fetchDemand, putItem } from '../data/api';
import { suggest } from '../logic/suggest';
import { reasonWords } from './reason-words';
import { show } from './words';

interface Props {
	item: Item;
	mayChange: boolean;
	onChanged: ( item: Item ) => void;
}

const MOST_DAYS = 3650;

/** What the sales of an item say about its threshold, with the reasoning; for a delivery time that can be tried out. */
export function Threshold( { item, mayChange, onChanged }: Props ) {
	const [ demand, setDemand ] = useState< Demand | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ days, setDays ] = useState(
		item.lead_time_days === null ? '' : String( item.lead_time_days )
	);
	const [ turn, setTurn ] = useState( 0 );
	const saving = useSending();

	useEffect( () => {
		const controller = new AbortController();
		void ( async () => {
			try {
				setDemand( await fetchDemand( item.id, controller.signal ) );
				setProblem( null );
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
		} )();
		return () => controller.abort();
	}, [ item.id, turn ] );

	if ( problem ) {
		return (
			<Failure
				problem={ problem }
				onRetry={ () => setTurn( turn + 1 ) }
			/>
		);
	}
	if ( ! demand ) {
		return null;
	}
	const typed = days.normalize( 'NFKC' ).trim();
	const lead = /^\d{1,4}$/.test( typed ) ? Number( typed ) : null;
	const isWrong = typed !== '' && ( lead === null || lead > MOST_DAYS );
	const found = isWrong ? null : suggest( demand, lead );

	const use = async ( threshold: number ) => {
		const change = {
			low_stock_threshold: threshold,
			...( lead === null ? {} : { lead_time_days: lead } ),
		};
		const after = await saving.send( change, ( key ) =>
			putItem( item.id, change, key )
		);
		if ( after ) {
			announce( __( 'Saved', 'woo-inventory-guard' ) );
			onChanged( after );
		}
	};
	return (
		<div className="wig-suggestion">
			<h3>{ __( 'What its sales suggest', 'woo-inventory-guard' ) }</h3>
			<Field
				label={ __(
					'Days from order to arrival',
					'woo-inventory-guard'
				) }
				inputMode="numeric"
				value={ days }
				error={
					isWrong
						? sprintf(
								/* translators: %s: a number of days. */
								__(
									'Type whole days, at most %s.',
									'woo-inventory-guard'
								),
								show( MOST_DAYS )
							)
						: undefined
				}
				onChange={ setDays }
			/>
			<p role="status">
				{ found
					? sprintf(
							/* translators: 1: units, 2: the reasons. */
							__( 'Low at %1$s: %2$s.', 'woo-inventory-guard' ),
							show( found.threshold ),
							reasonWords( found )
						)
					: __(
							'It has sold too little to say anything.',
							'woo-inventory-guard'
						) }
			</p>
			{ found && mayChange && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ saving.sending }
					onClick={ () => use( found.threshold ) }
				>
					{ sprintf(
						/* translators: %s: units. */
						__( 'Use %s', 'woo-inventory-guard' ),
						show( found.threshold )
					) }
				</Button>
			) }
			{ saving.problem && (
				<Failure
					problem={ saving.problem }
					onRetry={ () => found && use( found.threshold ) }
				/>
			) }
		</div>
	);
}
