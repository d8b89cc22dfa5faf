import { Button } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Item, ItemRules as Voices } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { fetchItemRules } from '../data/api';
import { ItemForm } from './ItemForm';
import { Threshold } from './Threshold';
import { VoiceTable } from './VoiceTable';

interface Props {
	item: Item;
	/** Hears of the item as it is after a change. */
	onChanged: ( item: Item ) => void;
}

/** For one item: what counts, who says it, what it says itself, and what its sales suggest. */
export function ItemRules( { item, onChanged }: Props ) {
	const [ voices, setVoices ] = useState< Voices | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isOpen, setOpen ] = useState( false );
	const [ turn, setTurn ] = useState( 0 );
	const mayChange = boot().can.adjust;

	useEffect( () => {
		const controller = new AbortController();
		void ( async () => {
			try {
				setVoices( await fetchItemRules( item.id, controller.signal ) );
				setProblem( null );
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
		} )();
		return () => controller.abort();
	}, [ item.id, item.version, turn ] );

	const changed = ( after: Item ) => {
		setOpen( false );
		onChanged( after );
	};
	return (
		<>
			{ problem && (
				<Failure
					problem={ problem }
					onRetry={ () => setTurn( turn + 1 ) }
				/>
			) }
			{ ! voices && ! problem && <Loading /> }
			{ voices && <VoiceTable voices={ voices } /> }
			{ mayChange && ! isOpen && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => setOpen( true ) }
				>
					{ __( 'Change for this item', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ isOpen && (
				<ItemForm
					item={ item }
					onSaved={ changed }
					onCancel={ () => setOpen( false ) }
				/>
			) }
			{ item.kind !== 'bundle' && (
				<Threshold
					item={ item }
					mayChange={ mayChange }
					onChanged={ changed }
				/>
			) }
		</>
	);
}
