import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item, Quantity } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { Problem } from '../../shared/data/problem';
import { formatUnits } from '../../shared/format/quantity';
import { announce } from '../../shared/ui/announce';
import {
	checkDraft,
	requestOf,
	type Draft,
	type Mode,
} from '../logic/adjustment';
import type { ItemActions } from './actions';

const EMPTY: Draft = { mode: 'delta', text: '', reason: '', note: '' };

/** The state of one adjustment from the first keystroke to the tick. */
export function useAdjust(
	item: Item,
	onSave: ItemActions[ 'adjust' ],
	onSaved: () => void
) {
	const { locale } = boot();
	const [ draft, setDraft ] = useState( EMPTY );
	const [ sending, setSending ] = useState( false );
	const [ tried, setTried ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	// The number that the person saw when they began to type: what a count is compared with.
	const [ seen, setSeen ] = useState< Quantity >( item.on_hand );
	const sent = useRef( { body: '', key: '' } );

	const base = draft.text === '' ? item.on_hand : seen;
	const checked = checkDraft( draft, base, locale );
	const reason = draft.reason || usualReason( draft.mode, checked );

	const change = ( part: Partial< Draft > ) => {
		if ( draft.text === '' ) {
			setSeen( item.on_hand );
		}
		setProblem( null );
		setDraft( { ...draft, ...part } );
	};

	const send = async ( expected: Quantity ) => {
		setTried( true );
		const body = requestOf(
			item.id,
			{ ...draft, reason },
			expected,
			locale
		);
		if ( sending || ! body || 'problem' in checked ) {
			return;
		}
		// The same act keeps its key through every Retry; another number or reason is another act.
		const text = JSON.stringify( body );
		if ( sent.current.body !== text ) {
			sent.current = { body: text, key: newKey() };
		}
		setSending( true );
		setProblem( null );
		try {
			await onSave( { ...body, item_id: item.id }, sent.current.key );
			sent.current = { body: '', key: '' };
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
		} catch ( thrown ) {
			setProblem(
				thrown instanceof Problem
					? thrown
					: new Problem( 'unknown', '', '' )
			);
		} finally {
			setSending( false );
		}
	};

	return {
		draft,
		reason,
		checked,
		base,
		sending,
		tried,
		problem,
		change,
		save: () => send( base ),
		/** After a conflict: what was counted stands, over the number that is there now. */
		insist: ( now: Quantity ) => {
			setSeen( now );
			return send( now );
		},
		giveIn: () => {
			setDraft( EMPTY );
			setProblem( null );
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
