import { __, sprintf } from '@wordpress/i18n';
import type { ItemReservation } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { shopTime } from '../../../shared/format/time';
import { Amount } from '../../../shared/ui/Amount';

/** Which documents hold units of the item, and until when. */
export function ReservedBy( {
	reservations,
}: {
	reservations: ItemReservation[];
} ) {
	if ( ! reservations.length ) {
		return (
			<p className="wig-quiet">
				{ __(
					'Nothing is promised to an order.',
					'woo-inventory-guard'
				) }
			</p>
		);
	}
	return (
		<ul className="wig-reserved">
			{ reservations.map( ( held ) => (
				<li key={ held.id }>
					<span>
						{ held.reference_link ? (
							<a href={ held.reference_link }>
								{ held.reference_label }
							</a>
						) : (
							held.reference_label
						) }
					</span>
					<span className="wig-quiet">
						{ until( held.expires_at ) }
					</span>
					<Amount value={ held.quantity } />
				</li>
			) ) }
		</ul>
	);
}

function until( moment: string | null ): string {
	if ( moment === null ) {
		return __( 'until the order goes out', 'woo-inventory-guard' );
	}
	const { day, time } = shopTime( moment, boot().locale, boot().timezone );
	return sprintf(
		/* translators: 1: day, 2: time. */
		__( 'until %1$s, %2$s', 'woo-inventory-guard' ),
		day,
		time
	);
}
