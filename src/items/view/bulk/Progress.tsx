import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { BulkChange } from '../../../schema';
import { Failure } from '../../../shared/ui/Failure';
import type { Run } from './use-run';
import { changeWords, number } from './words';

interface Props {
	change: BulkChange;
	run: Run;
}

/** "12,400 of 100,000, about 2 minutes". */
export function Progress( { change, run }: Props ) {
	const { done, total, state } = change;
	const words = sprintf(
		/* translators: 1: a number of items, 2: another one. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		number( done ),
		number( total )
	);
	const left =
		run.minutes === null
			? ''
			: `, ${ sprintf(
					/* translators: %s: a number of minutes. */
					_n(
						'about %s minute',
						'about %s minutes',
						run.minutes,
						'woo-inventory-guard'
					),
					number( run.minutes )
				) }`;
	const title =
		state === 'undoing'
			? __( 'Undoing a change of many items', 'woo-inventory-guard' )
			: __( 'Changing many items', 'woo-inventory-guard' );
	return (
		<section className="wig-bulk-run" aria-label={ title }>
			<p>
				<strong>{ title }</strong> { changeWords( change ) }
			</p>
			<progress
				max={ Math.max( 1, total ) }
				value={ Math.min( done, total ) }
				aria-label={ words }
			/>
			<p className="wig-quiet">
				{ words }
				{ left }.{ ' ' }
				{ __(
					'This goes on when you leave the page.',
					'woo-inventory-guard'
				) }
			</p>
			{ run.lost && (
				<Failure
					problem={ run.lost.problem }
					onRetry={ run.lost.again }
				/>
			) }
			{ change.can_undo && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ () => void run.undo( change ) }
				>
					{ __( 'Stop and undo', 'woo-inventory-guard' ) }
				</Button>
			) }
		</section>
	);
}
