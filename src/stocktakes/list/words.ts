import { __, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../schema';
import { number } from '../../shared/format/words';
import type { IconName } from '../../shared/ui/icons';
import type { Step } from '../logic/progress';
import type { Shown } from '../logic/view';

export const stateWord = ( state: Stocktake[ 'state' ] ): string =>
	( {
		open: __( 'Not begun', 'woo-inventory-guard' ),
		counting: __( 'Counting', 'woo-inventory-guard' ),
		review: __( 'In review', 'woo-inventory-guard' ),
		applying: __( 'Being applied', 'woo-inventory-guard' ),
		applied: __( 'Applied', 'woo-inventory-guard' ),
		undoing: __( 'Being undone', 'woo-inventory-guard' ),
		undone: __( 'Undone', 'woo-inventory-guard' ),
		cancelled: __( 'Given up', 'woo-inventory-guard' ),
	} )[ state ];

/** Icon, and the colour of a status of the stock: done, needs somebody, goes on, quiet. */
export const stateLook = (
	state: Stocktake[ 'state' ]
): { icon: IconName; tone: string } =>
	(
		( {
			open: { icon: 'dash', tone: 'untracked' },
			counting: { icon: 'clock', tone: 'backorder' },
			review: { icon: 'low', tone: 'low' },
			applying: { icon: 'clock', tone: 'backorder' },
			applied: { icon: 'check', tone: 'ok' },
			undoing: { icon: 'clock', tone: 'backorder' },
			undone: { icon: 'undo', tone: 'untracked' },
			cancelled: { icon: 'out', tone: 'untracked' },
		} ) as const
	 )[ state ];

export const shownWord = ( shown: Shown ): string => {
	switch ( shown ) {
		case 'all':
			return __( 'All', 'woo-inventory-guard' );
		case 'active':
			return __( 'Under way', 'woo-inventory-guard' );
		default:
			return stateWord( shown );
	}
};

export const stepWord = ( step: Step ): string =>
	( {
		created_at: __( 'Made', 'woo-inventory-guard' ),
		started_at: __( 'Counted since', 'woo-inventory-guard' ),
		finished_at: __( 'Counting ended', 'woo-inventory-guard' ),
		applied_at: __( 'Applied', 'woo-inventory-guard' ),
		undone_at: __( 'Undone', 'woo-inventory-guard' ),
	} )[ step ];

export const blindWord = ( blind: boolean ): string =>
	blind
		? __( 'Blind', 'woo-inventory-guard' )
		: __( 'Expected numbers shown', 'woo-inventory-guard' );

/** "143 of 300": items, never units. */
export const ofWord = ( done: number, total: number ): string =>
	sprintf(
		/* translators: 1: items that are counted, 2: items in all. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		number( done ),
		number( total )
	);

export const packingWord = ( packing: Stocktake[ 'packing' ] ): string =>
	packing === 'shelf'
		? __(
				'Goods of paid orders that are not handed over yet lie on the shelf and are counted.',
				'woo-inventory-guard'
			)
		: __(
				'Goods of paid orders are set aside and not counted.',
				'woo-inventory-guard'
			);

const NAMED = 3;

/** Who counts: the first of them by name. */
export function countersWord( counters: readonly { name: string }[] ): string {
	if ( counters.length === 0 ) {
		return __( 'Everybody who manages stock', 'woo-inventory-guard' );
	}
	const names = counters
		.slice( 0, NAMED )
		.map( ( { name } ) => name )
		.join( ', ' );
	return counters.length > NAMED
		? sprintf(
				/* translators: 1: names of people, 2: how many more there are. */
				__( '%1$s and %2$s more', 'woo-inventory-guard' ),
				names,
				number( counters.length - NAMED )
			)
		: names;
}
