import { ProgressBar } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeProgress } from '../../../schema';
import { number } from '../../../shared/format/words';
import { percentOf } from '../logic/state';

/** How far long work is. */
export const WorkBar = ( { progress }: { progress: StocktakeProgress } ) => (
	<div role="status" className="wig-review-work">
		<ProgressBar
			aria-label={ __( 'Progress', 'woo-inventory-guard' ) }
			value={
				progress
					? ( percentOf( progress.done, progress.total ) ??
						undefined )
					: undefined
			}
		/>
		<p>
			{ progress
				? sprintf(
						/* translators: 1: how many are done, 2: how many there are. */
						__(
							'%1$s of %2$s. It goes on when you leave this page.',
							'woo-inventory-guard'
						),
						number( progress.done ),
						number( progress.total )
					)
				: __(
						'It goes on when you leave this page.',
						'woo-inventory-guard'
					) }
		</p>
	</div>
);
