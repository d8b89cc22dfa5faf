import type { Alert } from '../../schema';

/** Where something can be done about it. */
export type Target =
	| { to: 'shortfalls'; order: number }
	| { to: 'item'; item: number }
	| { to: 'link'; link: string; isOrder: boolean };

/** What is short is decided in the list of short orders; stock is put right at the item; the rest where REST says. */
export function targetOf( alert: Alert ): Target | null {
	if ( alert.kind === 'paid_short' && alert.order_id !== null ) {
		return { to: 'shortfalls', order: alert.order_id };
	}
	if ( alert.item_id !== null && alert.order_id === null ) {
		return { to: 'item', item: alert.item_id };
	}
	return alert.link === null
		? null
		: {
				to: 'link',
				link: alert.link,
				isOrder: alert.order_id !== null,
			};
}

/** Whether a person can still say that they have seen to it. */
export const isOpen = ( alert: Alert ): boolean =>
	alert.needs_a_person && alert.handled_at === null;
