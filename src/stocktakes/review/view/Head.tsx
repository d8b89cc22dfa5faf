import { Button, ProgressBar } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { followInside } from '../../../shared/app/Link';
import { newKey } from '../../../shared/app/new-key';
import { addressOf } from '../../../shared/app/route';
import type { Problem } from '../../../shared/data/problem';
import { useSending } from '../../../shared/form/use-sending';
import { dayWord, number } from '../../../shared/format/words';
import { Confirm } from '../../../shared/ui/Confirm';
import { Failure } from '../../../shared/ui/Failure';
import { Icon } from '../../../shared/ui/icons';
import { packingWord, stateLook, stateWord } from '../../list/words';
import { putState } from '../data/api';
import { movesFrom, percentOf, type Move } from '../logic/state';
import { moveWord } from './words';

export interface ActProps {
	stocktake: Stocktake;
	/** Something in it is another now. */
	onChanged: () => void;
	/** The stocktake as an act left it. */
	onStocktake: ( stocktake: Stocktake ) => void;
}

interface Props extends ActProps {
	/** The last look at it failed; what is shown is older. */
	problem: Problem | null;
	onRetry: () => void;
}

const sheetOf = ( id: number ) => ( {
	stocktake: String( id ),
	show: 'sheet',
} );

/** What it is called, how far it is, and where it can be brought from here. */
export function Head( props: Props ) {
	const { stocktake, problem, onRetry, onChanged, onStocktake } = props;
	const { id, state } = stocktake;
	const [ cancelling, setCancelling ] = useState( false );
	const { sending, problem: refused, send } = useSending();
	// The step that is next stands last, where hands look for it.
	const moves = movesFrom( stocktake ).reverse();
	const counting = stocktake.may.count
		? `${ boot().counting }#/${ id }`
		: null;
	const move = async ( to: Move ) => {
		const moved = await send( { id, to }, ( key ) =>
			putState( id, to, key )
		);
		// Also where somebody else was faster: the state is another then.
		if ( moved ) {
			onStocktake( moved );
		}
		onChanged();
	};
	return (
		<>
			<div className="wig-head">
				<h1>{ stocktake.name }</h1>
				<div className="wig-buttons wig-review-moves">
					{ state !== 'cancelled' && (
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							href={ addressOf( '/labels', sheetOf( id ) ) }
							onClick={ followInside( '/labels', sheetOf( id ) ) }
						>
							{ __( 'Count sheet', 'woo-inventory-guard' ) }
						</Button>
					) }
					{ counting && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							href={ counting }
						>
							{ __( 'Count', 'woo-inventory-guard' ) }
						</Button>
					) }
					{ moves.map( ( to ) => (
						<Button
							key={ to }
							__next40pxDefaultSize
							variant={ variantOf( to, state ) }
							isDestructive={ to === 'cancelled' }
							accessibleWhenDisabled
							disabled={ sending }
							onClick={ () =>
								to === 'cancelled'
									? setCancelling( true )
									: void move( to )
							}
						>
							{ moveWord( to, state ) }
						</Button>
					) ) }
				</div>
			</div>
			{ problem && <Failure problem={ problem } onRetry={ onRetry } /> }
			{ refused && <Failure problem={ refused } /> }
			<Progress stocktake={ stocktake } />
			{ cancelling && (
				<Confirm
					title={ moveWord( 'cancelled', state ) }
					words={ __(
						'Nothing that was counted will change the books, and nobody can go on counting. The counts stay to be looked at. This cannot be undone.',
						'woo-inventory-guard'
					) }
					act={ moveWord( 'cancelled', state ) }
					onAct={ async () => {
						onStocktake(
							await putState( id, 'cancelled', newKey() )
						);
						setCancelling( false );
						onChanged();
					} }
					onClose={ () => setCancelling( false ) }
				/>
			) }
		</>
	);
}

function variantOf( to: Move, state: Stocktake[ 'state' ] ) {
	if ( to === 'cancelled' ) {
		return 'tertiary';
	}
	// In review the step that is next is to apply.
	return state === 'review' ? 'secondary' : 'primary';
}

function Progress( { stocktake }: { stocktake: Stocktake } ) {
	const { state, items, counted, recounts, filling } = stocktake;
	const { icon, tone } = stateLook( state );
	const percent = percentOf( counted, items );
	return (
		<div className="wig-review-state">
			<span className={ `wig-status is-${ tone }` } role="status">
				<Icon name={ icon } />
				{ stateWord( state ) }
			</span>
			<span>
				{ filling
					? __(
							'Items are still being chosen; this goes on by itself.',
							'woo-inventory-guard'
						)
					: sprintf(
							/* translators: 1: how many items are counted, 2: how many there are. */
							__( '%1$s of %2$s counted', 'woo-inventory-guard' ),
							number( counted ),
							number( items )
						) }
			</span>
			{ percent !== null && state === 'counting' && (
				<ProgressBar
					className="wig-review-progress"
					value={ percent }
					aria-label={ __( 'Counted', 'woo-inventory-guard' ) }
				/>
			) }
			{ recounts > 0 && (
				<span>
					{ sprintf(
						/* translators: %s: number of items. */
						__( '%s to be counted again', 'woo-inventory-guard' ),
						number( recounts )
					) }
				</span>
			) }
			{ stocktake.due_on && (
				<span className="wig-quiet">
					{ sprintf(
						/* translators: %s: a day. */
						__( 'Due on %s', 'woo-inventory-guard' ),
						dayWord( stocktake.due_on )
					) }
				</span>
			) }
			<span className="wig-quiet">
				{ packingWord( stocktake.packing ) }
			</span>
		</div>
	);
}
