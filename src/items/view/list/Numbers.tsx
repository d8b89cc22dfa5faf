import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import { shopTime } from '../../../shared/format/time';
import { Amount } from '../../../shared/ui/Amount';
import type { History } from '../../data/history';
import {
	explainAvailable,
	explainIncoming,
	explainLowAt,
	explainReserved,
} from '../item/explain';
import { SavedTick } from '../adjust/SavedTick';
import { columnWord, reasonWord } from '../words';

type Name = 'on_hand' | 'reserved' | 'available' | 'incoming' | 'low_at';

interface Props {
	item: Item;
	history: History;
	names?: readonly Name[];
}

const USUAL: readonly Name[] = [ 'on_hand', 'reserved', 'available', 'low_at' ];
const OF_BUNDLES: readonly Name[] = [ 'available', 'low_at' ];

/** The numbers of an item; each can be asked why. */
export function Numbers( { item, history, names = USUAL }: Props ) {
	const [ asked, setAsked ] = useState< Name | null >( null );
	const id = useId();
	const values: Record< Name, Item[ 'on_hand' ] > = {
		on_hand: item.on_hand,
		reserved: item.reserved,
		available: item.available,
		incoming: item.incoming,
		low_at: item.threshold_effective,
	};
	const why: Record< Name, () => string > = {
		on_hand: () => explainOnHand( item, history ),
		reserved: () => explainReserved( item ),
		available: () => explainAvailable( item ),
		incoming: () => explainIncoming( item ),
		low_at: () => explainLowAt( item ),
	};
	const shown = names.filter(
		( name ) => item.kind !== 'bundle' || OF_BUNDLES.includes( name )
	);
	return (
		<>
			<dl className="wig-numbers">
				{ shown.map( ( name ) => (
					<div key={ name }>
						<dt>{ columnWord( name ) }</dt>
						<dd>
							<Amount value={ values[ name ] } />
							{ name === 'on_hand' && (
								<SavedTick id={ item.id } />
							) }
						</dd>
						<dd>
							<Button
								__next40pxDefaultSize
								variant="link"
								aria-expanded={ asked === name }
								aria-controls={ id }
								aria-label={ sprintf(
									/* translators: %s: name of a number, such as Available. */
									__( 'Why? %s', 'woo-inventory-guard' ),
									columnWord( name )
								) }
								onClick={ () =>
									setAsked( asked === name ? null : name )
								}
							>
								{ __( 'Why?', 'woo-inventory-guard' ) }
							</Button>
						</dd>
					</div>
				) ) }
			</dl>
			<p id={ id } className="wig-because" role="status">
				{ asked && why[ asked ]() }
			</p>
		</>
	);
}

function explainOnHand( item: Item, { movements }: History ): string {
	const { locale, timezone } = boot();
	const last = movements[ 0 ];
	if ( ! last ) {
		return __( 'Nothing has happened to it yet.', 'woo-inventory-guard' );
	}
	const when = shopTime( last.created_at, locale, timezone );
	return sprintf(
		/* translators: 1: change such as +24, 2: reason such as Received, 3: day, 4: time, 5: units on hand. */
		__(
			'The last change was %1$s (%2$s) on %3$s at %4$s; since then there are %5$s.',
			'woo-inventory-guard'
		),
		formatQuantity( last.delta, locale, { signed: true } ),
		reasonWord( last.reason ),
		when.day,
		when.time,
		formatQuantity( item.on_hand, locale )
	);
}
