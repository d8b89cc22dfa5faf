import { __ } from '@wordpress/i18n';
import type { Stocktake, StocktakeAccuracy } from '../../schema';
import { Link } from '../../shared/app/Link';
import { useRowKeys } from '../../shared/table/row-focus';
import { Acts } from './Acts';
import { Accuracy, Facts, LastStep, Progress, StateMark } from './Parts';
import { countersWord } from './words';

export interface RowsProps {
	rows: readonly Stocktake[];
	/** By number of the stocktake; NULL until they are there. */
	accuracies: Map< number, StocktakeAccuracy > | null;
	isWaiting: boolean;
	onChanged: ( stocktake: Stocktake ) => void;
}

const Name = ( { stocktake }: { stocktake: Stocktake } ) => (
	<Link className="wig-name" path={ `/stocktakes/${ stocktake.id }` }>
		{ stocktake.name }
	</Link>
);

export function StocktakeTable( props: RowsProps ) {
	const { rows, accuracies, isWaiting, onChanged } = props;
	const rowKeys = useRowKeys();
	return (
		<div className="wig-stocktake-scroll">
			<table
				className={ `wig-table ${ isWaiting ? 'is-waiting' : '' }` }
				aria-busy={ isWaiting }
			>
				<caption className="wig-hidden">
					{ __( 'Stocktakes', 'woo-inventory-guard' ) }
				</caption>
				<thead>
					<tr>
						<th scope="col">
							{ __( 'Stocktake', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'State', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Items counted', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Who counts', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Accuracy', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'When', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							<span className="wig-hidden">
								{ __( 'Acts', 'woo-inventory-guard' ) }
							</span>
						</th>
					</tr>
				</thead>
				<tbody ref={ rowKeys }>
					{ rows.map( ( stocktake ) => (
						<tr key={ stocktake.id } data-wig-row={ stocktake.id }>
							<th scope="row" data-wig-column="name">
								<Name stocktake={ stocktake } />
								<Facts stocktake={ stocktake } />
							</th>
							<td>
								<StateMark state={ stocktake.state } />
							</td>
							<td>
								<Progress stocktake={ stocktake } />
							</td>
							<td>{ countersWord( stocktake.counters ) }</td>
							<td className="is-number">
								<Accuracy
									accuracy={ accuracies?.get( stocktake.id ) }
								/>
							</td>
							<td>
								<LastStep stocktake={ stocktake } />
							</td>
							<td>
								<Acts
									stocktake={ stocktake }
									onChanged={ onChanged }
								/>
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

/** The same on a phone. */
export function StocktakeCards( props: RowsProps ) {
	const { rows, accuracies, isWaiting, onChanged } = props;
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Stocktakes', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( stocktake ) => (
				<li
					key={ stocktake.id }
					className="wig-card is-tall"
					data-wig-row={ stocktake.id }
				>
					<div className="wig-card-name" data-wig-column="name">
						<Name stocktake={ stocktake } />
						<Facts stocktake={ stocktake } />
						<StateMark state={ stocktake.state } />
						<Progress stocktake={ stocktake } />
						<span>{ countersWord( stocktake.counters ) }</span>
						{ accuracies?.has( stocktake.id ) && (
							<span>
								{ __( 'Accuracy', 'woo-inventory-guard' ) }{ ' ' }
								<Accuracy
									accuracy={ accuracies.get( stocktake.id ) }
								/>
							</span>
						) }
						<span>
							<LastStep stocktake={ stocktake } />
						</span>
					</div>
					<div className="wig-card-acts">
						<Acts stocktake={ stocktake } onChanged={ onChanged } />
					</div>
				</li>
			) ) }
		</ul>
	);
}
