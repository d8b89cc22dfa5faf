import { __ } from '@wordpress/i18n';
import { Icon } from '../../shared/ui/icons';
import type { KeptItem } from '../data/db';
import type { Replica } from '../data/replica';
import { unitsWords } from './words';

interface Props {
	replica: Replica;
	place: string;
	current: number | null;
	onPick: ( item: KeptItem ) => void;
	onUndo: () => void;
}

const MOST = 5;
const LOOK_BACK = 30;

/** What was counted before this, to go back to; and the way to take back the last. */
export function Recent( { replica, place, current, onPick, onUndo }: Props ) {
	const own = replica.book.own( LOOK_BACK );
	const ids = [ ...new Set( own.map( ( { item_id: id } ) => id ) ) ];
	const items = ids
		.flatMap( ( id ) =>
			id === null || id === current
				? []
				: ( replica.items.get( id ) ?? [] )
		)
		.slice( 0, MOST );
	return (
		<div className="wig-c-recent">
			<ul aria-label={ __( 'Counted before', 'woo-inventory-guard' ) }>
				{ items.map( ( item ) => (
					<li key={ item.id }>
						<button type="button" onClick={ () => onPick( item ) }>
							<span>{ item.name }</span>{ ' ' }
							<b>
								{ unitsWords(
									replica.tallyOf( item, place ).units
								) }
							</b>
						</button>
					</li>
				) ) }
			</ul>
			<button
				type="button"
				disabled={ own.length === 0 }
				onClick={ onUndo }
			>
				<Icon name="undo" />
				{ __( 'Undo', 'woo-inventory-guard' ) }
			</button>
		</div>
	);
}
