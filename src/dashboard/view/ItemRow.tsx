import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { AdjustPopover, postAdjustment } from '../../items';
import type { Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { Link } from '../../shared/app/Link';
import { newKey } from '../../shared/app/new-key';
import { asProblem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { problemText } from '../../shared/ui/problem-text';
import { postSnooze } from '../data/api';
import type { Done } from './done';

interface Props {
	item: Item;
	facts: string[];
	onDone: ( done: Done | null ) => void;
}

const SNOOZE_DAYS = 7;

/** An item that is out or low: what is known of it, and what can be done now. */
export function ItemRow( { item, facts, onDone }: Props ) {
	const { send, sending, problem } = useSending();
	const snooze = () =>
		send( 'snooze', async ( key ) => {
			await postSnooze( item.id, SNOOZE_DAYS, key );
			onDone( {
				text: sprintf(
					/* translators: %s: name of the item. */
					__(
						'You will be reminded of %s in a week.',
						'woo-inventory-guard'
					),
					item.name
				),
				undo: wake,
			} );
		} );
	// The row is gone by then: its reminder comes back by the snackbar, and a Retry there is the same act.
	const waking = useRef( '' );
	const wake = async () => {
		waking.current ||= newKey();
		try {
			await postSnooze( item.id, 0, waking.current );
			waking.current = '';
			onDone( null );
		} catch ( thrown ) {
			onDone( { text: problemText( asProblem( thrown ) ), undo: wake } );
		}
	};
	return (
		<li>
			<div className="wig-need-what">
				<Link
					className="wig-name"
					path="/stock"
					params={ { item: String( item.id ) } }
				>
					{ item.name }
				</Link>
				{ item.sku && <span className="wig-sku">{ item.sku }</span> }
				<span className="wig-quiet">{ facts.join( ' · ' ) }</span>
			</div>
			{ boot().can.adjust && (
				<div className="wig-need-acts">
					<Adjust item={ item } onSaved={ () => onDone( null ) } />
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						isBusy={ sending }
						accessibleWhenDisabled
						disabled={ sending }
						aria-label={ sprintf(
							/* translators: %s: name of the item. */
							__( 'Snooze %s for a week', 'woo-inventory-guard' ),
							item.name
						) }
						onClick={ snooze }
					>
						{ __( 'Snooze', 'woo-inventory-guard' ) }
					</Button>
				</div>
			) }
			{ problem && <Failure problem={ problem } onRetry={ snooze } /> }
		</li>
	);
}

function Adjust( { item, onSaved }: { item: Item; onSaved: () => void } ) {
	const [ anchor, setAnchor ] = useState< HTMLElement | null >( null );
	const [ isOpen, setOpen ] = useState( false );
	const close = () => {
		setOpen( false );
		anchor?.focus();
	};
	const label = sprintf(
		/* translators: %s: name of the item. */
		__( 'Adjust %s', 'woo-inventory-guard' ),
		item.name
	);
	return (
		<>
			<Button
				__next40pxDefaultSize
				ref={ setAnchor }
				variant="secondary"
				aria-haspopup="dialog"
				aria-expanded={ isOpen }
				aria-label={ label }
				onClick={ () => setOpen( true ) }
			>
				{ __( 'Adjust', 'woo-inventory-guard' ) }
			</Button>
			{ isOpen && (
				<AdjustPopover
					anchor={ anchor }
					item={ item }
					onSave={ postAdjustment }
					onSaved={ () => {
						close();
						onSaved();
					} }
					onClose={ close }
				/>
			) }
		</>
	);
}
