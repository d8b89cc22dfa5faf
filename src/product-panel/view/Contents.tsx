import { Fragment, useCallback, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Component, Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { Problem } from '../../shared/data/problem';
import { formatQuantity, toWire } from '../../shared/format/quantity';
import { Amount } from '../../shared/ui/Amount';
import { Failure } from '../../shared/ui/Failure';
import { fetchComponents } from '../data/components';
import { bottleneck, setsOf, thereOf } from '../logic/sets';
import { addressOfItem } from './addresses';

/** What a bundle is made of, for how many sets that is enough, and what runs out first. */
export function Contents( { item }: { item: Item } ) {
	const [ components, setComponents ] = useState< Component[] | null >(
		null
	);
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const load = useCallback( async () => {
		setProblem( null );
		try {
			setComponents( ( await fetchComponents( item.id ) ).components );
		} catch ( thrown ) {
			setProblem(
				thrown instanceof Problem
					? thrown
					: new Problem( 'unknown', '', '' )
			);
		}
	}, [ item.id ] );
	useEffect( () => {
		load();
	}, [ load ] );

	if ( problem ) {
		return <Failure problem={ problem } onRetry={ load } />;
	}
	const least = bottleneck( components ?? [] );
	return (
		<table className="wig-small-table">
			<thead>
				<tr>
					<th scope="col">
						{ __( 'Component', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">
						{ __( 'In one', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">
						{ __( 'Available', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">
						{ __( 'Enough for', 'woo-inventory-guard' ) }
					</th>
				</tr>
			</thead>
			<tbody>
				{ components?.map( ( component ) => (
					<tr key={ component.item_id }>
						<th scope="row">
							<a href={ addressOfItem( component.item_id ) }>
								{ component.name }
							</a>
							{ component.alternatives.map( ( other ) => (
								<Fragment key={ other.item_id }>
									{ ' ' }
									{ __( 'or', 'woo-inventory-guard' ) }{ ' ' }
									<a href={ addressOfItem( other.item_id ) }>
										{ other.name }
									</a>
								</Fragment>
							) ) }{ ' ' }
							{ component.optional &&
								`(${ __( 'optional', 'woo-inventory-guard' ) }) ` }
							{ component === least && (
								<span className="wig-panel-least">
									{ __(
										'runs out first',
										'woo-inventory-guard'
									) }
								</span>
							) }
						</th>
						<td>
							<Amount value={ component.quantity } />
						</td>
						<td>
							<Amount value={ toWire( thereOf( component ) ) } />
						</td>
						<td>{ enough( component ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function enough( component: Component ): string {
	const sets = setsOf( component );
	return sprintf(
		/* translators: %s: number of bundles that can be made. */
		_n( '%s set', '%s sets', sets, 'woo-inventory-guard' ),
		formatQuantity( sets, boot().locale )
	);
}
