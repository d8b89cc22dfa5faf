import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { BulkChange } from '../../../schema';
import { asProblem, type Problem } from '../../../shared/data/problem';
import { NotLoaded } from '../../../shared/ui/NotLoaded';
import { When } from '../../../shared/ui/When';
import { fetchRecent } from '../../data/bulk';
import { changeWords, endWords, filterWords } from './words';
import { isUnderWay } from './use-run';

/** The newest changes of many items, each to be undone as one act. */
export function Recent( {
	onUndo,
}: {
	onUndo: ( change: BulkChange ) => void;
} ) {
	const [ recent, setRecent ] = useState< BulkChange[] | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const load = async () => {
		setProblem( null );
		try {
			setRecent( await fetchRecent() );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	};
	useEffect( () => {
		void load();
	}, [] );

	if ( problem ) {
		return <NotLoaded problem={ problem } onRetry={ load } />;
	}
	if ( ! recent?.length ) {
		return null;
	}
	return (
		<section className="wig-section">
			<h2>
				{ __( 'Recent changes of many items', 'woo-inventory-guard' ) }
			</h2>
			<ul className="wig-bulk-recent">
				{ recent.map( ( change ) => (
					<li key={ change.id }>
						<div>
							<strong>{ changeWords( change ) }</strong>
							<p className="wig-quiet">
								{ filterWords( change ) }.{ ' ' }
								{ isUnderWay( change )
									? __( 'Under way.', 'woo-inventory-guard' )
									: endWords( change ) }{ ' ' }
								{ change.actor &&
									sprintf(
										/* translators: %s: name of a person. */
										__( 'By %s,', 'woo-inventory-guard' ),
										change.actor
									) }{ ' ' }
								<When
									moment={
										change.started_at ?? change.created_at
									}
								/>
							</p>
						</div>
						{ change.can_undo && (
							<Button
								__next40pxDefaultSize
								variant="secondary"
								aria-label={ sprintf(
									/* translators: %s: what was changed, such as "Low at: 5". */
									__( 'Undo %s', 'woo-inventory-guard' ),
									changeWords( change )
								) }
								onClick={ () => onUndo( change ) }
							>
								{ __( 'Undo', 'woo-inventory-guard' ) }
							</Button>
						) }
					</li>
				) ) }
			</ul>
		</section>
	);
}
