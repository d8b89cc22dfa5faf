import { __, _n, sprintf } from '@wordpress/i18n';
import type { Stocktake, StocktakeAccuracy } from '../../schema';
import {
	dayWord,
	number,
	percent,
	todayInShop,
} from '../../shared/format/words';
import { Icon } from '../../shared/ui/icons';
import { When } from '../../shared/ui/When';
import { accuracyOf, isLate, lastStep } from '../logic/progress';
import { blindWord, ofWord, stateLook, stateWord, stepWord } from './words';

export function StateMark( { state }: Pick< Stocktake, 'state' > ) {
	const { icon, tone } = stateLook( state );
	return (
		<span className={ `wig-status is-${ tone }` }>
			<Icon name={ icon } />
			{ stateWord( state ) }
		</span>
	);
}

/** Below the name: blind or not, by when, and who made it. */
export function Facts( { stocktake }: { stocktake: Stocktake } ) {
	const { due_on: due, schedule_id: schedule } = stocktake;
	const late = isLate( stocktake, todayInShop() );
	const words = late
		? /* translators: %s: a day. */
			__( 'Late: due %s', 'woo-inventory-guard' )
		: /* translators: %s: a day. */
			__( 'Due %s', 'woo-inventory-guard' );
	return (
		<span className="wig-sub">
			<span className="wig-kind">{ blindWord( stocktake.blind ) }</span>
			{ schedule !== null && (
				<span className="wig-kind">
					{ __( 'From a schedule', 'woo-inventory-guard' ) }
				</span>
			) }
			{ due !== null && (
				<span className={ late ? 'wig-status is-out' : undefined }>
					{ late && <Icon name="clock" /> }
					{ sprintf( words, dayWord( due ) ) }
				</span>
			) }
		</span>
	);
}

/** How far it is: while it is filled, counted, applied or undone. */
export function Progress( { stocktake }: { stocktake: Stocktake } ) {
	const { filling, items, counted, recounts, progress } = stocktake;
	if ( filling ) {
		return (
			<span className="wig-quiet" role="status">
				{ sprintf(
					/* translators: %s: a number of items. */
					__(
						'Items are being chosen: %s so far',
						'woo-inventory-guard'
					),
					number( items )
				) }
			</span>
		);
	}
	const done = progress?.done ?? counted;
	const total = progress?.total ?? items;
	return (
		<span className="wig-stocktake-progress">
			<progress
				max={ Math.max( 1, total ) }
				value={ done }
				aria-label={ sprintf(
					/* translators: %s: name of a stocktake. */
					__( 'How far %s is', 'woo-inventory-guard' ),
					stocktake.name
				) }
			/>
			<span>{ ofWord( done, total ) }</span>
			{ recounts > 0 && (
				<span className="wig-status is-low">
					{ sprintf(
						/* translators: %s: a number of items. */
						_n(
							'%s to count again',
							'%s to count again',
							recounts,
							'woo-inventory-guard'
						),
						number( recounts )
					) }
				</span>
			) }
		</span>
	);
}

/** Lines that were right, of those counted; a dash before it is applied. */
export function Accuracy( {
	accuracy,
}: {
	accuracy: StocktakeAccuracy | undefined;
} ) {
	const share = accuracyOf( accuracy );
	return share === null ? (
		<span className="wig-quiet">–</span>
	) : (
		<span className="wig-amount">{ percent( share ) }</span>
	);
}

export function LastStep( { stocktake }: { stocktake: Stocktake } ) {
	const { step, at } = lastStep( stocktake );
	return (
		<>
			<span className="wig-quiet">{ stepWord( step ) }</span>{ ' ' }
			<When moment={ at } />
		</>
	);
}
