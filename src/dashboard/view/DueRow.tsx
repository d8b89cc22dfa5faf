import { __, sprintf } from '@wordpress/i18n';
import type { AttentionDue } from '../../schema';
import { Link } from '../../shared/app/Link';
import { number } from '../../shared/format/words';

/** A stocktake that should be done by now. */
export const DueRow = ( { row }: { row: AttentionDue } ) => (
	<li>
		<div className="wig-need-what">
			<strong>{ row.name }</strong>
			<span className="wig-quiet">
				{ sprintf(
					/* translators: 1: a number of items that are counted, 2: of so many. */
					__( '%1$s of %2$s counted', 'woo-inventory-guard' ),
					number( row.counted ),
					number( row.items )
				) }
			</span>
		</div>
		<Link path={ `/stocktakes/${ row.id }` }>
			{ __( 'Count', 'woo-inventory-guard' ) }
		</Link>
	</li>
);
