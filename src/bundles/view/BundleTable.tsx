import { __, sprintf } from '@wordpress/i18n';
import { Status } from '../../items';
import type { Bundle } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useIsPhone } from '../../shared/app/use-media';
import { formatQuantity } from '../../shared/format/quantity';
import { Amount } from '../../shared/ui/Amount';
import { ItemLink } from './ItemLink';

interface Props {
	bundles: readonly Bundle[];
	isWaiting: boolean;
}

/** Rows on a wide screen, cards on a phone. */
export function BundleTable( { bundles, isWaiting }: Props ) {
	const isPhone = useIsPhone();
	const waiting = isWaiting ? 'is-waiting' : '';
	if ( isPhone ) {
		return (
			<ul className={ `wig-cards ${ waiting }` }>
				{ bundles.map( ( bundle ) => (
					<li key={ bundle.item.id } className="wig-card">
						<div className="wig-card-name">
							<ItemLink
								hideKind
								id={ bundle.item.id }
								item={ bundle.item }
							/>
							<Status status={ bundle.item.status } />
							<span className="wig-quiet">
								<Bottleneck bundle={ bundle } />
							</span>
						</div>
						<span className="wig-card-number">
							<Amount value={ bundle.item.available } />
							{ __( 'can be sold', 'woo-inventory-guard' ) }
						</span>
					</li>
				) ) }
			</ul>
		);
	}
	return (
		<table className={ `wig-table ${ waiting }` }>
			<thead>
				<tr>
					<th scope="col">
						{ __( 'Bundle', 'woo-inventory-guard' ) }
					</th>
					<th scope="col" className="is-number">
						{ __( 'Can be sold now', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">
						{ __( 'Bottleneck', 'woo-inventory-guard' ) }
					</th>
					<th scope="col" data-wig-column="status">
						{ __( 'Status', 'woo-inventory-guard' ) }
					</th>
				</tr>
			</thead>
			<tbody>
				{ bundles.map( ( bundle ) => (
					<tr key={ bundle.item.id }>
						<th scope="row">
							<ItemLink
								hideKind
								id={ bundle.item.id }
								item={ bundle.item }
							/>
						</th>
						<td className="is-number">
							<Amount value={ bundle.item.available } />
						</td>
						<td>
							<Bottleneck bundle={ bundle } />
						</td>
						<td data-wig-column="status">
							<Status status={ bundle.item.status } />
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function Bottleneck( { bundle }: { bundle: Bundle } ) {
	const { bottleneck, components } = bundle;
	const show = ( value: number | string ) =>
		formatQuantity( value, boot().locale );
	if ( components === 0 ) {
		return <>{ __( 'No components yet', 'woo-inventory-guard' ) }</>;
	}
	if ( ! bottleneck ) {
		return <>{ __( 'No part of it is counted', 'woo-inventory-guard' ) }</>;
	}
	return (
		<>
			{ new Intl.ListFormat( boot().locale, {
				type: 'disjunction',
			} ).format( [
				bottleneck.name,
				...bottleneck.alternatives.map( ( { name } ) => name ),
			] ) }{ ' ' }
			<span className="wig-quiet">
				{ sprintf(
					/* translators: 1: units in one set, 2: units left. */
					__( '%1$s per set, %2$s left', 'woo-inventory-guard' ),
					show( bottleneck.quantity ),
					show( bottleneck.offered )
				) }
			</span>
		</>
	);
}
