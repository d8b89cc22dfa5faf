import { __, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../../schema';
import { number } from '../../../shared/format/words';
import { Message } from '../../../shared/ui/Message';
import { countersWord } from '../../list/words';

export const NotBegun = () => (
	<div className="wig-surface">
		<Message
			icon="box"
			title={ __( 'Counting has not begun.', 'woo-inventory-guard' ) }
		>
			{ __(
				'Start counting, then everybody who counts finds it on the counting screen.',
				'woo-inventory-guard'
			) }
		</Message>
	</div>
);

/** Who counts, and how far they are. */
export function Counters( { counters }: Pick< Stocktake, 'counters' > ) {
	return counters.length === 0 ? (
		<p>{ countersWord( counters ) }</p>
	) : (
		<ul
			className="wig-review-counters"
			aria-label={ __( 'Who counts', 'woo-inventory-guard' ) }
		>
			{ counters.map( ( { user_id: user, name, items, counted } ) => (
				<li key={ user }>
					<strong>{ name }</strong>{ ' ' }
					{ items > 0
						? sprintf(
								/* translators: 1: how many items are counted, 2: how many there are. */
								__(
									'%1$s of %2$s counted',
									'woo-inventory-guard'
								),
								number( counted ),
								number( items )
							)
						: sprintf(
								/* translators: %s: how many items somebody has counted. */
								__( '%s counted', 'woo-inventory-guard' ),
								number( counted )
							) }
				</li>
			) ) }
		</ul>
	);
}
