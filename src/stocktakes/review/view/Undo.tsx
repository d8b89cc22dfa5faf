import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { momentWord } from '../../../shared/format/words';
import { FormButtons } from '../../../shared/form/FormButtons';
import { announce } from '../../../shared/ui/announce';
import { Failure } from '../../../shared/ui/Failure';
import { postUndo } from '../data/api';
import type { ActProps } from './Head';
import { useWork } from './use-work';
import { WorkBar } from './WorkBar';

/** When it was applied, and the way to take all of it back as one act. */
export function Undo( { stocktake, onChanged, onStocktake }: ActProps ) {
	const { state, applied_at: applied, undone_at: undone } = stocktake;
	const [ asking, setAsking ] = useState( false );
	const { busy, problem, go } = useWork(
		( key ) => postUndo( stocktake.id, key ),
		( after ) => {
			onStocktake( after );
			if ( after.state === 'undone' ) {
				announce( __( 'Undone', 'woo-inventory-guard' ) );
			}
		},
		onChanged
	);
	if ( busy || state === 'undoing' ) {
		return <WorkBar progress={ stocktake.progress } />;
	}
	return (
		<div className="wig-surface wig-review-apply wig-review-undo">
			<p>
				{ applied &&
					sprintf(
						/* translators: %s: day and time. */
						__( 'Applied on %s.', 'woo-inventory-guard' ),
						momentWord( applied )
					) }{ ' ' }
				{ undone &&
					sprintf(
						/* translators: %s: day and time. */
						__(
							'Undone on %s: what it had changed was changed back.',
							'woo-inventory-guard'
						),
						momentWord( undone )
					) }
				{ state === 'applied' &&
					stocktake.undo_asked_by > 0 &&
					__(
						'Somebody asked to undo it. A second person agreed to some of its lines, so another person has to press Undo, too.',
						'woo-inventory-guard'
					) }
			</p>
			{ asking && (
				<p>
					{ __(
						'Each item is changed back by what this stocktake had changed. What was sold, received or counted since stays.',
						'woo-inventory-guard'
					) }
				</p>
			) }
			{ state === 'applied' &&
				( asking ? (
					<FormButtons
						sending={ busy }
						isDestructive
						onCancel={ () => setAsking( false ) }
						onGo={ () => {
							setAsking( false );
							void go();
						} }
					>
						{ __( 'Yes, undo all of it', 'woo-inventory-guard' ) }
					</FormButtons>
				) : (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ () => setAsking( true ) }
					>
						{ __( 'Undo …', 'woo-inventory-guard' ) }
					</Button>
				) ) }
			{ problem && (
				<Failure problem={ problem } onRetry={ () => void go() } />
			) }
		</div>
	);
}
