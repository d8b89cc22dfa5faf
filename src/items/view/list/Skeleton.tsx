import { __ } from '@wordpress/i18n';
import type { Layout } from '../../logic/layout';
import { isNumeric } from './columns';
import { columnWord } from '../words';

interface Props {
	layout: Layout;
	isPhone: boolean;
	/** Whether each row has a box to pick it. */
	hasPicks: boolean;
}

const ROWS = Array.from( { length: 10 }, ( _, row ) => row );

/** Grey bars in the shape of the list, until the first rows come. */
export function Skeleton( { layout, isPhone, hasPicks }: Props ) {
	const shown = layout.list;
	return (
		<div role="status" className="wig-skeleton">
			<span className="wig-hidden">
				{ __( 'Loading the inventory', 'woo-inventory-guard' ) }
			</span>
			{ isPhone ? (
				<div className="wig-cards" aria-hidden="true">
					{ ROWS.map( ( row ) => (
						<div key={ row } className="wig-card">
							<div className="wig-card-name">
								<i className="wig-bar is-long" />
								<i className="wig-bar is-short" />
							</div>
						</div>
					) ) }
				</div>
			) : (
				<table
					className={ `wig-table is-${ layout.density }` }
					aria-hidden="true"
				>
					<thead>
						<tr>
							{ hasPicks && <th className="wig-pick" /> }
							{ shown.map( ( id ) => (
								<th
									key={ id }
									data-wig-column={ id }
									className={
										isNumeric( id ) ? 'is-number' : ''
									}
								>
									{ columnWord( id ) }
								</th>
							) ) }
						</tr>
					</thead>
					<tbody>
						{ ROWS.map( ( row ) => (
							<tr key={ row }>
								{ hasPicks && <td className="wig-pick" /> }
								{ shown.map( ( id ) => (
									<td
										key={ id }
										data-wig-column={ id }
										className={
											isNumeric( id ) ? 'is-number' : ''
										}
									>
										<i
											className={ `wig-bar ${ id === 'name' ? 'is-long' : '' }` }
										/>
										{ id === 'name' && (
											<i className="wig-bar is-short" />
										) }
									</td>
								) ) }
							</tr>
						) ) }
					</tbody>
				</table>
			) }
		</div>
	);
}
