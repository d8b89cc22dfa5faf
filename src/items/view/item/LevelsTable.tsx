import { __ } from '@wordpress/i18n';
import type { Level } from '../../../schema';
import { Amount } from '../../../shared/ui/Amount';
import { columnWord } from '../words';

/** Stock of one item by location. */
export const LevelsTable = ( { levels }: { levels: Level[] } ) => (
	<table className="wig-small-table">
		<thead>
			<tr>
				<th scope="col">{ __( 'Location', 'woo-inventory-guard' ) }</th>
				<th scope="col">{ columnWord( 'on_hand' ) }</th>
				<th scope="col">{ columnWord( 'reserved' ) }</th>
				<th scope="col">{ columnWord( 'available' ) }</th>
			</tr>
		</thead>
		<tbody>
			{ levels.map( ( level ) => (
				<tr key={ level.location_id }>
					<th scope="row">{ level.location }</th>
					<td>
						<Amount value={ level.on_hand } />
					</td>
					<td>
						<Amount value={ level.reserved } />
					</td>
					<td>
						<Amount value={ level.available } />
					</td>
				</tr>
			) ) }
		</tbody>
	</table>
);
