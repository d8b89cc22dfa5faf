import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { formatUnits } from '../../shared/format/quantity';
import { flatten, type Piece, type Shelf, type Unmade } from '../logic/flatten';
import { shared, type Sets } from '../logic/sets';
import { anyOf, namesOf } from './words';

interface Props {
	shelf: Shelf;
	pieces: readonly Piece[];
	sets: Sets;
	isChanged: boolean;
}

/** How many can be sold, and why not more. */
export function BundleFigures( { shelf, pieces, sets, isChanged }: Props ) {
	const { locale } = boot();
	const show = ( units: bigint ) => formatUnits( units, locale );
	const flat = flatten( shelf, pieces );
	const limiting = sets.limits.flatMap( ( { ids } ) => ids );
	const together = shared( shelf, pieces ).filter( ( id ) =>
		limiting.includes( id )
	);
	return (
		<>
			<dl className="wig-numbers wig-bundle-figures">
				<div>
					<dt>
						{ isChanged
							? __(
									'Could be sold with these',
									'woo-inventory-guard'
								)
							: __( 'Can be sold now', 'woo-inventory-guard' ) }
					</dt>
					<dd>
						<span className="wig-amount" data-testid="sets">
							{ sets.sets === null
								? __( 'Not counted', 'woo-inventory-guard' )
								: show( sets.sets * 10_000n ) }
						</span>
					</dd>
				</div>
				{ sets.limits.map( ( { ids, perSet, there } ) => (
					<div key={ ids.join() } className="wig-bundle-limit">
						<dt>{ __( 'Bottleneck', 'woo-inventory-guard' ) }</dt>
						<dd>
							<strong>{ anyOf( shelf, ids ) }</strong>{ ' ' }
							<span className="wig-quiet">
								{ sprintf(
									/* translators: 1: units in one set, 2: units left. */
									__(
										'%1$s per set, %2$s left',
										'woo-inventory-guard'
									),
									show( perSet ),
									show( there )
								) }
							</span>
						</dd>
					</div>
				) ) }
			</dl>
			{ together.length > 0 && (
				<p className="wig-because">
					{ sprintf(
						/* translators: %s: names of parts. */
						__(
							'%s is in more than one place of this set: all of them count together.',
							'woo-inventory-guard'
						),
						namesOf( shelf, together )
					) }
				</p>
			) }
			{ 'problem' in flat && pieces.length > 0 && (
				<p className="wig-because">{ whyNone( flat.problem ) }</p>
			) }
		</>
	);
}

function whyNone( problem: Unmade ): string {
	switch ( problem ) {
		case 'empty':
			return __(
				'A bundle in it has no components yet, so this set cannot be sold.',
				'woo-inventory-guard'
			);
		case 'only-extras':
			return __(
				'All of it is optional. At least one component must be in every set.',
				'woo-inventory-guard'
			);
		default:
			return __(
				'This set cannot be put together.',
				'woo-inventory-guard'
			);
	}
}
