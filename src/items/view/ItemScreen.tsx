import { Modal } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Failure } from '../../shared/ui/Failure';
import { Message } from '../../shared/ui/Message';
import { store } from '../data/store';
import { ItemDetails } from './ItemDetails';
import { useItemActions } from './actions';

interface Props {
	id: number;
	onClose: () => void;
}

/** One item at the side of the list; on a phone it takes the whole screen. */
export function ItemScreen( { id, onClose }: Props ) {
	const { mayAdjust, adjust } = useItemActions();
	const { refreshItem, loadHistory } = useDispatch( store );
	const { item, problem, history } = useSelect(
		( select ) => ( {
			item: select( store ).getItem( id ),
			problem: select( store ).getItemProblem( id ),
			history: select( store ).getHistory( id ),
		} ),
		[ id ]
	);
	useEffect( () => {
		refreshItem( id );
		loadHistory( id );
	}, [ id, refreshItem, loadHistory ] );

	return (
		<Modal
			title={ item?.name ?? __( 'Item', 'woo-inventory-guard' ) }
			className="wig-side"
			overlayClassName="wig-side-overlay"
			onRequestClose={ onClose }
		>
			{ problem?.kind === 'gone' && (
				<Message
					icon="box"
					title={ __(
						'This item is no longer there.',
						'woo-inventory-guard'
					) }
				/>
			) }
			{ problem && problem.kind !== 'gone' && (
				<Failure
					problem={ problem }
					onRetry={ () => {
						refreshItem( id );
						loadHistory( id );
					} }
				/>
			) }
			{ item && problem?.kind !== 'gone' && (
				<ItemDetails
					item={ item }
					history={ history }
					mayAdjust={ mayAdjust }
					onAdjust={ adjust }
					onHistory={ ( page ) => loadHistory( id, page ) }
				/>
			) }
			{ ! item && ! problem && (
				<div className="wig-bars" role="status">
					<span className="wig-hidden">
						{ __( 'Loading', 'woo-inventory-guard' ) }
					</span>
					<i />
					<i />
					<i />
					<i />
				</div>
			) }
		</Modal>
	);
}
