import { Button } from '@wordpress/components';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Use } from '../../../schema';
import { addressOf } from '../../../shared/app/route';
import { boot } from '../../../shared/app/boot';
import { Problem } from '../../../shared/data/problem';
import { formatQuantity } from '../../../shared/format/quantity';
import { Failure } from '../../../shared/ui/Failure';
import { fetchUses } from '../../data/api';

/** The bundles that have this item as a component; nothing where there are none. */
export function UsedIn( { id }: { id: number } ) {
	const [ uses, setUses ] = useState< Use[] >( [] );
	const [ total, setTotal ] = useState( 0 );
	const [ page, setPage ] = useState( 1 );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	const load = useCallback( async () => {
		setProblem( null );
		try {
			const found = await fetchUses( id, page );
			setTotal( found.total );
			setUses( ( before ) =>
				page === 1 ? found.uses : [ ...before, ...found.uses ]
			);
		} catch ( thrown ) {
			if ( thrown instanceof Problem && thrown.kind !== 'gone' ) {
				setProblem( thrown );
			}
		}
	}, [ id, page ] );
	useEffect( () => {
		void load();
	}, [ load ] );

	if ( uses.length === 0 && ! problem ) {
		return null;
	}
	return (
		<section className="wig-section">
			<h2>{ __( 'Used in', 'woo-inventory-guard' ) }</h2>
			{ problem && <Failure problem={ problem } onRetry={ load } /> }
			<ul className="wig-uses">
				{ uses.map( ( use ) => (
					<li key={ use.item_id }>
						<a
							href={ addressOf( '/bundles', {
								bundle: String( use.item_id ),
							} ) }
						>
							{ use.name }
						</a>
						<span className="wig-quiet">
							{ sprintf(
								/* translators: 1: units in one set, 2: number of sets that can be sold. */
								_n(
									'%1$s per set, %2$s set can be sold',
									'%1$s per set, %2$s sets can be sold',
									Number( use.available ),
									'woo-inventory-guard'
								),
								formatQuantity( use.quantity, boot().locale ),
								formatQuantity( use.available, boot().locale )
							) }
						</span>
					</li>
				) ) }
			</ul>
			{ uses.length < total && ! problem && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setPage( page + 1 ) }
				>
					{ __( 'Show more', 'woo-inventory-guard' ) }
				</Button>
			) }
		</section>
	);
}
