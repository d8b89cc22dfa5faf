import { __, sprintf } from '@wordpress/i18n';
import type { Restore } from '../../schema';
import { number } from '../../shared/format/words';

/** How far it is. How many there are to look at is not known before the end. */
export function Progress( { restore }: { restore: Restore } ) {
	const { state, reversal } = restore;
	if ( state === 'looking' ) {
		return (
			<p className="wig-quiet">
				{ sprintf(
					/* translators: %s: a number of items. */
					__( '%s items looked at so far', 'woo-inventory-guard' ),
					number( restore.items )
				) }
			</p>
		);
	}
	const done = reversal ? reversal.done : restore.done;
	const total = reversal ? reversal.levels : restore.changing;
	const words = sprintf(
		/* translators: 1: a number of items, 2: another one. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		number( done ),
		number( total )
	);
	return (
		<div className="wig-restore-run">
			<progress
				max={ Math.max( 1, total ) }
				value={ Math.min( done, total ) }
				aria-label={ words }
			/>
			<p className="wig-quiet">
				{ words }.{ ' ' }
				{ __(
					'This goes on when you leave the page.',
					'woo-inventory-guard'
				) }
			</p>
		</div>
	);
}
