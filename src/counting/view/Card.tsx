import { __, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Icon } from '../../shared/ui/icons';
import type { KeptItem } from '../data/db';
import type { Tally } from '../logic/tally';
import { unitsWords, wireWords } from './words';

interface Props {
	item: KeptItem;
	tally: Tally;
	/** What the last act was, such as "Cup: +1". */
	told: string;
	/** Nobody sees what should be there: also not those who could look it up elsewhere. */
	isBlind: boolean;
	onAdd: ( quantity: string ) => void;
	onType: () => void;
	children: ReactNode;
}

/** What is being counted: its number, one less, one more, or a number of its own. */
export function Card( props: Props ) {
	const { item, tally, told, isBlind, onAdd, onType, children } = props;
	/* translators: %s: name of an item. */
	const lessWish = __( 'One less of %s', 'woo-inventory-guard' );
	/* translators: %s: name of an item. */
	const moreWish = __( 'One more of %s', 'woo-inventory-guard' );
	const mine = tally.mine ?? 0n;
	return (
		<section className="wig-c-card" aria-label={ item.name }>
			<div className="wig-c-what">
				{ item.image && (
					<img src={ item.image } alt="" width="56" height="56" />
				) }
				<div>
					<h2>{ item.name }</h2>
					<p className="wig-c-quiet">
						{ [ item.sku, item.bin ]
							.filter( Boolean )
							.join( ' · ' ) }
					</p>
				</div>
			</div>
			<p className="wig-c-number">
				<output>{ unitsWords( tally.units ) }</output>
				{ ! isBlind && item.expected !== null && (
					<span className="wig-c-quiet">
						{ sprintf(
							/* translators: %s: number of units that should be there. */
							__( 'of %s', 'woo-inventory-guard' ),
							wireWords( item.expected )
						) }
					</span>
				) }
			</p>
			<p className="wig-c-told" role="status">
				{ told }
			</p>
			<div className="wig-c-steps">
				<button
					type="button"
					aria-label={ sprintf( lessWish, item.name ) }
					disabled={ mine <= 0n }
					onClick={ () => onAdd( '-1' ) }
				>
					<Icon name="minus" />
				</button>
				<button
					type="button"
					className="is-primary"
					aria-label={ sprintf( moreWish, item.name ) }
					onClick={ () => onAdd( '1' ) }
				>
					<Icon name="plus" />
				</button>
				<button type="button" onClick={ onType }>
					{ __( 'Type number', 'woo-inventory-guard' ) }
				</button>
			</div>
			{ children }
			{ item.round > 1 && (
				<p className="wig-c-again">
					<Icon name="low" />
					{ __(
						'Please count this once more.',
						'woo-inventory-guard'
					) }
				</p>
			) }
		</section>
	);
}
