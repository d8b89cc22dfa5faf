import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item, Quantity } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { useSending } from '../../../shared/form/use-sending';
import { formatUnits } from '../../../shared/format/quantity';
import { announce } from '../../../shared/ui/announce';
import {
	checkDraft,
	costProblem,
	hasCost,
	requestOf,
	type Draft,
	type Mode,
} from '../../logic/adjustment';
import type { ItemActions } from '../actions';

const EMPTY: Draft = {
	mode: 'delta',
	text: '',
	reason: '',
	note: '',
	cost: '',
};

/** The state of one adjustment from the first keystroke to the tick. */
export function useAdjust(
	item: Item,
	onSave: ItemActions[ 'adjust' ],
	onSaved: () => void
) {
	const { locale } = boot();
	const [ draft, setDraft ] = useState( EMPTY );
	const [ tried, setTried ] = useState( false );
	const { sending, problem, send, forget } = useSending();
	// The number that the person saw when they began to type: what a count is compared with.
	const [ seen, setSeen ] = useState< Quantity >( item.on_hand );

	const base = draft.text === '' ? item.on_hand : seen;
	const checked = checkDraft( draft, base, locale );
	const reason = draft.reason || usualReason( draft.mode, checked );
	const whole = { ...draft, reason };

	const change = ( part: Partial< Draft > ) => {
		if ( draft.text === '' ) {
			setSeen( item.on_hand );
		}
		forget();
		setDraft( { ...draft, ...part } );
	};

	const sendOver = async ( expected: Quantity ) => {
		setTried( true );
		const body = requestOf( item.id, whole, expected, locale );
		if ( ! body || 'problem' in checked ) {
			return;
		}
		const done = await send( body, async ( key ) => {
			await onSave( { ...body, item_id: item.id }, key );
			return true;
		} );
		if ( ! done ) {
			return;
		}
		setDraft( EMPTY );
		setTried( false );
		announce(
			sprintf(
				/* translators: %s: name of the item. */
				__( 'Saved: %s', 'woo-inventory-guard' ),
				item.name
			)
		);
		onSaved();
	};

	return {
		draft,
		reason,
		checked,
		hasCost: hasCost( whole, checked ),
		costProblem: costProblem( whole, checked, locale ),
		base,
		sending,
		tried,
		problem,
		change,
		save: () => sendOver( base ),
		/** After a conflict: what was counted stands, over the number that is there now. */
		insist: ( now: Quantity ) => {
			setSeen( now );
			return sendOver( now );
		},
		giveIn: () => {
			setDraft( EMPTY );
			forget();
			setTried( false );
		},
		format: ( units: bigint ) => formatUnits( units, locale ),
	};
}

function usualReason(
	mode: Mode,
	checked: ReturnType< typeof checkDraft >
): string {
	if ( mode === 'set' ) {
		return 'counted';
	}
	const taken = 'delta' in checked && checked.delta < 0n;
	return taken ? 'correction' : 'received';
}
