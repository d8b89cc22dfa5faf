import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits, toWire } from '../../shared/format/quantity';
import { Amount } from '../../shared/ui/Amount';
import type { Sums } from '../logic/pivot';

/** A sum at the edge. */
export const Total = ( { sums }: { sums: Sums } ) => (
	<span className="wig-cell-face">
		<Amount value={ toWire( sums.onHand ) } />
		{ sums.reserved !== 0n && (
			<span className="wig-cell-reserved">
				{ sprintf(
					/* translators: %s: number of units. */
					__( '%s reserved', 'woo-inventory-guard' ),
					formatUnits( sums.reserved, boot().locale )
				) }
			</span>
		) }
	</span>
);
