import { __, sprintf } from '@wordpress/i18n';
import type { RulesState } from '../../schema';
import { show } from './words';

/** "12,400 of 100,000": items that have followed the last change. */
export function Progress( { state }: { state: RulesState } ) {
	if ( state.state === 'done' ) {
		return null;
	}
	const words = sprintf(
		/* translators: 1: a number of items, 2: another one. */
		__( '%1$s of %2$s items follow the new rules', 'woo-inventory-guard' ),
		show( state.done ),
		show( state.total )
	);
	return (
		<div className="wig-takeover">
			<progress
				max={ Math.max( 1, state.total ) }
				value={ state.done }
				aria-label={ words }
			/>
			<p>{ words }</p>
			<p className="wig-quiet">
				{ __(
					'This goes on when you leave the page.',
					'woo-inventory-guard'
				) }
			</p>
		</div>
	);
}
