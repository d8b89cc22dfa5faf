import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits, toWire } from '../../shared/format/quantity';
import { Field } from '../../shared/form/Field';
import { Amount } from '../../shared/ui/Amount';
import { Icon } from '../../shared/ui/icons';
import { readRows } from '../logic/draft';
import type { Piece } from '../logic/flatten';
import { holdsLimit, setsOf, thereOf, type Limit } from '../logic/sets';
import { Alternatives } from './Alternatives';
import { Inside } from './Inside';
import { ItemLink } from './ItemLink';
import type { BundleState } from './use-bundle';
import { rowProblemWord } from './words';

interface Props {
	bundle: BundleState;
	limits: readonly Limit[];
	mayChange: boolean;
	onRemove: ( id: number ) => void;
}

/** One row a component: how many, of what, what is there, and for how many sets that is enough. */
export function ComponentRows( props: Props ) {
	const { bundle, limits, mayChange, onRemove } = props;
	const { locale } = boot();
	return (
		<ul className="wig-components">
			{ bundle.rows.map( ( row ) => {
				const item = bundle.shelf.items.get( row.id );
				const [ piece ] = readRows( [ row ], locale ).pieces;
				const wrong = bundle.problems.get( row.id );
				const name = item?.name ?? '';
				const there = thereOf( bundle.shelf, [
					row.id,
					...( row.others ?? [] ),
				] );
				return (
					<li key={ row.id } className="wig-component">
						<Field
							hideLabelFromVision
							inputMode="decimal"
							label={ sprintf(
								/* translators: %s: name of a component. */
								__(
									'Units of %s in one set',
									'woo-inventory-guard'
								),
								name
							) }
							value={ row.text }
							error={ wrong && rowProblemWord( wrong ) }
							disabled={ ! mayChange }
							onChange={ ( text ) =>
								bundle.change( ( rows ) =>
									rows.map( ( other ) =>
										other.id === row.id
											? { ...other, text }
											: other
									)
								)
							}
						/>
						<div className="wig-component-what">
							<ItemLink id={ row.id } item={ item } />
							<Inside shelf={ bundle.shelf } id={ row.id } />
							<Alternatives
								bundle={ bundle }
								row={ row }
								mayChange={ mayChange }
								onRemove={ onRemove }
							/>
						</div>
						<span className="wig-component-there">
							{ there !== null && (
								<>
									<Amount value={ toWire( there ) } />{ ' ' }
									{ __( 'available', 'woo-inventory-guard' ) }
								</>
							) }
						</span>
						<Enough
							bundle={ bundle }
							piece={ piece }
							limits={ limits }
						/>
						{ mayChange && (
							<Button
								__next40pxDefaultSize
								variant="tertiary"
								icon={ <Icon name="minus" /> }
								label={ sprintf(
									/* translators: %s: name of a component. */
									__( 'Remove %s', 'woo-inventory-guard' ),
									name
								) }
								onClick={ () => onRemove( row.id ) }
							/>
						) }
					</li>
				);
			} ) }
		</ul>
	);
}

interface EnoughProps {
	bundle: BundleState;
	piece: Piece | undefined;
	limits: readonly Limit[];
}

function Enough( { bundle, piece, limits }: EnoughProps ) {
	if ( ! piece ) {
		return <span className="wig-component-enough" />;
	}
	const { sets } = setsOf( bundle.shelf, [ { ...piece, optional: false } ] );
	return (
		<span className="wig-component-enough">
			{ sets === null
				? __( 'Not counted', 'woo-inventory-guard' )
				: sprintf(
						/* translators: %s: number of sets. */
						_n(
							'enough for %s set',
							'enough for %s sets',
							Number( sets ),
							'woo-inventory-guard'
						),
						formatUnits( sets * 10_000n, boot().locale )
					) }
			{ holdsLimit( bundle.shelf, piece, limits ) && (
				<strong className="wig-status is-low">
					<Icon name="low" />
					{ __( 'the limit', 'woo-inventory-guard' ) }
				</strong>
			) }
		</span>
	);
}
