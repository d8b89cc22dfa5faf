import type { ItemFacts } from '../../schema';

/** An item that did nothing, but for what a test is about. */
export const someFacts = ( own: Partial< ItemFacts > ): ItemFacts => ( {
	item_id: 1,
	name: 'Tea',
	sku: 'TEA',
	category: '',
	on_hand: 0,
	unit_cost: null,
	average_cost: null,
	price: null,
	begin: 0,
	sold: 0,
	received: 0,
	lost: 0,
	other: 0,
	opened: 0,
	reserved: 0,
	available: 0,
	days_out: 0,
	per_day: 0,
	weeks: [],
	ages: [],
	last_sold: null,
	last_in: null,
	...own,
} );
