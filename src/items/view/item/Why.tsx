import { Button } from '@wordpress/components';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { Link } from '../../../shared/app/Link';
import { store } from '../../data/store';
import { useItemActions } from '../actions';
import { explainAvailable, explainReserved } from './explain';
import { HistoryLines } from './HistoryLines';

interface Props {
	item: Item;
	what: 'reserved' | 'available';
	onClose: () => void;
}

const LINES = 5;

/** Why a number is so: how it comes about, and the last lines of the ledger behind it. */
export function Why( { item, what, onClose }: Props ) {
	const { open } = useItemActions();
	const { loadHistory } = useDispatch( store );
	const history = useSelect(
		( select ) => select( store ).getHistory( item.id ),
		[ item.id ]
	);
	useEffect( () => {
		loadHistory( item.id );
	}, [ item.id, loadHistory ] );

	return (
		<div
			className="wig-why"
			role="dialog"
			aria-label={ __( 'Why?', 'woo-inventory-guard' ) }
		>
			<p className="wig-why-sum">
				{ what === 'available'
					? explainAvailable( item )
					: explainReserved( item ) }
			</p>
			<HistoryLines
				history={ {
					...history,
					movements: history.movements.slice( 0, LINES ),
				} }
				onRetry={ () => loadHistory( item.id ) }
			/>
			{ history.total > LINES && (
				<p>
					<Link path="/ledger" params={ { item: String( item.id ) } }>
						{ __(
							'All of it, in the ledger',
							'woo-inventory-guard'
						) }
					</Link>
				</p>
			) }
			<Button
				__next40pxDefaultSize
				variant="link"
				onClick={ () => {
					onClose();
					open( item.id );
				} }
			>
				{ __(
					'See everything about this item',
					'woo-inventory-guard'
				) }
			</Button>
		</div>
	);
}
