import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Stocktake } from '../../schema';
import { boot } from '../../shared/app/boot';
import { followInside } from '../../shared/app/Link';
import { addressOf } from '../../shared/app/route';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { putStocktake } from '../data/api';

export interface ActsProps {
	stocktake: Stocktake;
	onChanged: ( stocktake: Stocktake ) => void;
}

/** Where one stocktake is counted. */
export const countingAddress = ( id: number ): string =>
	`${ boot().counting }#/${ id }`;

/** What is next: begin, count, or look at what was found. */
export function Acts( { stocktake, onChanged }: ActsProps ) {
	const { id, name, state, filling } = stocktake;
	const { sending, problem, send } = useSending();
	const start = async () => {
		const after = await send( { id, state: 'counting' }, ( key ) =>
			putStocktake( id, { state: 'counting' }, key )
		);
		if ( after ) {
			announce(
				sprintf(
					/* translators: %s: name of a stocktake. */
					__( 'Counting has begun: %s', 'woo-inventory-guard' ),
					after.name
				)
			);
			onChanged( after );
		}
	};
	const at = `/stocktakes/${ id }`;
	return (
		<>
			<div className="wig-acts" data-wig-column="acts">
				{ state === 'open' && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ sending }
						accessibleWhenDisabled
						disabled={ sending || filling }
						aria-label={ sprintf(
							/* translators: %s: name of a stocktake. */
							__( 'Start counting %s', 'woo-inventory-guard' ),
							name
						) }
						onClick={ start }
					>
						{ __( 'Start counting', 'woo-inventory-guard' ) }
					</Button>
				) }
				{ state === 'counting' && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						href={ countingAddress( id ) }
						aria-label={ sprintf(
							/* translators: %s: name of a stocktake. */
							__( 'Count %s', 'woo-inventory-guard' ),
							name
						) }
					>
						{ __( 'Count', 'woo-inventory-guard' ) }
					</Button>
				) }
				{ ( state === 'review' || state === 'counting' ) && (
					<Button
						__next40pxDefaultSize
						variant={
							state === 'review' ? 'secondary' : 'tertiary'
						}
						href={ addressOf( at, {} ) }
						aria-label={ sprintf(
							/* translators: %s: name of a stocktake. */
							__( 'Review %s', 'woo-inventory-guard' ),
							name
						) }
						onClick={ followInside( at ) }
					>
						{ __( 'Review', 'woo-inventory-guard' ) }
					</Button>
				) }
				{ ( state === 'applied' || state === 'undone' ) && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						href={ addressOf( at, {} ) }
						aria-label={ sprintf(
							/* translators: %s: name of a stocktake. */
							__( 'Report of %s', 'woo-inventory-guard' ),
							name
						) }
						onClick={ followInside( at ) }
					>
						{ __( 'Report', 'woo-inventory-guard' ) }
					</Button>
				) }
			</div>
			{ problem && <Failure problem={ problem } onRetry={ start } /> }
		</>
	);
}
