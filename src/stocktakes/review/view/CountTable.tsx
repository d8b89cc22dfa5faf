import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeCount } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import { number } from '../../../shared/format/words';
import { When } from '../../../shared/ui/When';

interface Props {
	counts: readonly StocktakeCount[];
	/** The round that counts. */
	round: number;
}

/** All counts of an item, as they came in; what no longer counts is struck through and says why. */
export function CountTable( { counts, round }: Props ) {
	if ( counts.length === 0 ) {
		return (
			<p className="wig-quiet">
				{ __( 'Nobody has counted it.', 'woo-inventory-guard' ) }
			</p>
		);
	}
	return (
		<table className="wig-table wig-review-counts">
			<caption className="wig-hidden">
				{ __( 'Counts', 'woo-inventory-guard' ) }
			</caption>
			<thead>
				<tr>
					<th scope="col">{ __( 'Time', 'woo-inventory-guard' ) }</th>
					<th scope="col" className="is-number">
						{ __( 'Units', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">{ __( 'Who', 'woo-inventory-guard' ) }</th>
					<th scope="col">{ __( 'Note', 'woo-inventory-guard' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ counts.map( ( count ) => (
					<tr key={ count.id }>
						<td>
							<When moment={ count.at } />
						</td>
						<td className="is-number">
							{ count.voided || count.round < round ? (
								<s>{ unitsOf( count ) }</s>
							) : (
								unitsOf( count )
							) }
						</td>
						<td>{ count.counter_name }</td>
						<td>
							<Notes count={ count } round={ round } />
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function unitsOf( { mode, quantity }: StocktakeCount ): string {
	if ( mode === 'undo' ) {
		return __( 'undo', 'woo-inventory-guard' );
	}
	return formatQuantity( quantity, boot().locale, {
		signed: mode === 'add',
	} );
}

function Notes( { count, round }: { count: StocktakeCount; round: number } ) {
	return (
		<span className="wig-sub">
			{ count.place && <span>{ count.place }</span> }
			{ count.round < round && (
				<span>
					{ sprintf(
						/* translators: %s: number of a round of counting. */
						__( 'round %s, counted again', 'woo-inventory-guard' ),
						number( count.round )
					) }
				</span>
			) }
			{ count.voided && (
				<span>{ __( 'taken back', 'woo-inventory-guard' ) }</span>
			) }
			{ count.doubtful && (
				<span>{ __( 'clock was wrong', 'woo-inventory-guard' ) }</span>
			) }
			{ count.note && <q>{ count.note }</q> }
		</span>
	);
}
