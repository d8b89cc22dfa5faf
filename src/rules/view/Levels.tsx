import { __, _n, sprintf } from '@wordpress/i18n';
import type { RulesState } from '../../schema';
import { Link } from '../../shared/app/Link';
import { show } from './words';

/** Who wins over whom, and what there is beside rules. */
export const Levels = ( { state }: { state: RulesState } ) => (
	<section className="wig-levels">
		<h2>{ __( 'In which order they win', 'woo-inventory-guard' ) }</h2>
		<ol>
			<li>
				<Link path="/stock">
					{ sprintf(
						/* translators: 1: number of items, 2: number of variations. */
						__(
							'What an item or variation says itself (items: %1$s, variations: %2$s)',
							'woo-inventory-guard'
						),
						show( state.own_items ),
						show( state.own_variations )
					) }
				</Link>
			</li>
			<li>
				{ __(
					'The rule of the product that it is a variation of',
					'woo-inventory-guard'
				) }
			</li>
			<li>
				{ __(
					'Rules of its categories and those above, in the order of this list',
					'woo-inventory-guard'
				) }
			</li>
			<li>
				{ __( 'The rule of the whole shop', 'woo-inventory-guard' ) }
			</li>
			<li>
				<Link path="/settings">
					{ sprintf(
						/* translators: %s: a number of units. */
						_n(
							'The threshold in the settings: low at %s',
							'The threshold in the settings: low at %s',
							Number( state.default_low ),
							'woo-inventory-guard'
						),
						show( state.default_low )
					) }
				</Link>
			</li>
		</ol>
	</section>
);
