import { Modal } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import { Message } from '../../../shared/ui/Message';
import { store } from '../../data/store';
import { ItemDetails } from './ItemDetails';
import { useItemActions } from '../actions';
import { useItem } from './use-item';

interface Props {
	id: number;
	onClose: () => void;
}

/** One item at the side of the list; on a phone it takes the whole screen. */
export function ItemScreen( { id, onClose }: Props ) {
	const { mayAdjust, adjust } = useItemActions();
	const { item, problem, history, loadHistory, reload } = useItem( id );
	const { receive, refreshCounts } = useDispatch( store );

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
				<Failure problem={ problem } onRetry={ reload } />
			) }
			{ item && problem?.kind !== 'gone' && (
				<ItemDetails
					item={ item }
					history={ history }
					mayAdjust={ mayAdjust }
					onAdjust={ adjust }
					onHistory={ ( page ) => loadHistory( id, page ) }
					onChanged={ ( after ) => {
						receive( [ after ] );
						refreshCounts();
					} }
				/>
			) }
			{ ! item && ! problem && <Loading bars={ 4 } /> }
		</Modal>
	);
}
