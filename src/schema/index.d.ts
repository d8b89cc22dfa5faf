// Made from includes/Rest/Schema/*.json by `npm run types:rest`. Never edited.

/**
 * A number of units, to four decimal places: a JSON number where a double holds it exactly, else a decimal string.
 */
export type Quantity = number | string;

/**
 * A change of what is on hand: either delta, or set together with expected.
 */
export interface AdjustmentRequest {
	/**
	 * The item; or give its SKU.
	 */
	item_id?: number;
	/**
	 * The item's SKU, exactly.
	 */
	sku?: string;
	/**
	 * The location.
	 */
	location_id?: number;
	delta?: Quantity;
	set?: Quantity;
	expected?: Quantity;
	/**
	 * Why, as a slug such as damaged, received, counted.
	 */
	reason: string;
	reference?: ReferenceRequest;
	/**
	 * Note, as plain text.
	 */
	note?: string;
}
/**
 * The document that this belongs to: an order, a cart, a channel's own number.
 */
export interface ReferenceRequest {
	/**
	 * Kind of document: lower-case letters, digits, dashes and underscores, such as order.
	 */
	type: string;
	/**
	 * The document's number or name in its own system.
	 */
	id: number | string;
}
/**
 * One thing that somebody has to know.
 */
export interface Alert {
	/**
	 * The alert's number.
	 */
	id: number;
	/**
	 * What it is about.
	 */
	kind: 'low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger';
	/**
	 * The item, where it is about one.
	 */
	item_id: number | null;
	/**
	 * The order, where it is about one.
	 */
	order_id: number | null;
	/**
	 * The alert in words.
	 */
	text: string;
	/**
	 * What was true at that moment, by name; depends on the kind.
	 */
	data: {
		[k: string]: unknown;
	};
	/**
	 * Where it is seen in wp-admin, for who may.
	 */
	link: string | null;
	/**
	 * Whether it stays open until somebody, or the stock itself, has put it right.
	 */
	needs_a_person: boolean;
	/**
	 * When, UTC.
	 */
	created_at: string;
	/**
	 * When it went into a mail (or needed none), UTC; null while it waits for one.
	 */
	sent_at: string | null;
	/**
	 * When it was put right, UTC; null while it is open.
	 */
	handled_at: string | null;
	/**
	 * The user who said so; 0 is the shop itself.
	 */
	handled_by: number;
	/**
	 * The user's name; empty for the shop itself.
	 */
	handled_by_name: string;
}
/**
 * Which alerts to list, newest first.
 */
export interface AlertsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Alerts on a page.
	 */
	per_page?: number;
	/**
	 * Open ones, handled ones, or all.
	 */
	state?: 'open' | 'handled' | 'all';
	/**
	 * Only alerts of this kind.
	 */
	kind?: 'low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger';
	/**
	 * Only alerts about this item.
	 */
	item_id?: number;
	/**
	 * Only alerts about this order.
	 */
	order_id?: number;
}
/**
 * Which items a shopper asks about: at most 100 numbers, with commas between.
 */
export interface AvailabilityQuery {
	/**
	 * Item numbers, such as 1,2.
	 */
	items?: string;
	/**
	 * Product or variation numbers, such as 10,11.
	 */
	products?: string;
}
/**
 * What a shopper may know.
 */
export interface Availability {
	/**
	 * One entry for each item that the public can see.
	 */
	items: AvailabilityItem[];
}
export interface AvailabilityItem {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The product or variation.
	 */
	product_id: number | null;
	/**
	 * Whether it can be bought now.
	 */
	in_stock: boolean;
	/**
	 * Units left; null where the shop shows no number.
	 */
	available: number | string | null;
	/**
	 * Whether it would be bought on backorder.
	 */
	backorder: boolean;
	/**
	 * The same in words.
	 */
	text: string;
}
/**
 * How far back.
 */
export interface AvertedQuery {
	/**
	 * The last so many days, today among them.
	 */
	days?: number;
}
/**
 * Orders for more than there was that have been refused.
 */
export interface Averted {
	/**
	 * How many days are counted, today among them.
	 */
	days: number;
	/**
	 * How often.
	 */
	times: number;
	units: Quantity;
	/**
	 * How often, by where the order came in.
	 */
	doors: {
		[k: string]: number;
	};
	/**
	 * Day by day, those without any left out.
	 */
	by_day: {
		/**
		 * The day, in the site's time zone.
		 */
		day: string;
		/**
		 * Where the orders came in.
		 */
		door: string;
		/**
		 * How often.
		 */
		times: number;
		units: Quantity;
	}[];
}
/**
 * What of the reservation has gone out; left out: all of it.
 */
export interface CommitRequest {
	/**
	 * The part that is committed; the rest stays reserved.
	 */
	lines?: LineRequest[];
	/**
	 * Note for the ledger, as plain text.
	 */
	note?: string;
}
/**
 * Units of one item at one location.
 */
export interface LineRequest {
	/**
	 * The item; or give its SKU.
	 */
	item_id?: number;
	/**
	 * The item's SKU, exactly.
	 */
	sku?: string;
	/**
	 * The location.
	 */
	location_id?: number;
	quantity: Quantity;
}
/**
 * The whole list of what a bundle is made of.
 */
export interface ComponentsRequest {
	/**
	 * One entry a component; an empty list takes all of them away.
	 */
	components: ComponentRequest[];
}
export interface ComponentRequest {
	/**
	 * The component; or give its SKU.
	 */
	item_id?: number;
	/**
	 * The component's SKU, exactly.
	 */
	sku?: string;
	quantity: Quantity;
}
/**
 * What a bundle is made of.
 */
export interface Components {
	/**
	 * The bundle.
	 */
	item_id: number;
	/**
	 * The bundle's version; send it as If-Match.
	 */
	version: number;
	/**
	 * One entry a component.
	 */
	components: Component[];
}
export interface Component {
	/**
	 * The component.
	 */
	item_id: number;
	/**
	 * Its SKU.
	 */
	sku: string;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * What it is.
	 */
	kind: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
	quantity: Quantity;
	available: Quantity;
}
/**
 * What went wrong, and what to do about it.
 */
export interface RestError {
	/**
	 * Stable code.
	 */
	code: string;
	/**
	 * What went wrong, in words.
	 */
	message: string;
	data: RestErrorData;
}
export interface RestErrorData {
	/**
	 * HTTP status.
	 */
	status: number;
	/**
	 * By field: what is wrong with it (a list of names where fields are missing).
	 */
	params?:
		| {
				[k: string]: string;
		  }
		| string[];
	/**
	 * With wig_not_enough_stock: what is short.
	 */
	lines?: Shortage[];
	on_hand?: Quantity;
	/**
	 * With wig_not_active: the reservation's state.
	 */
	state?: string;
	/**
	 * With wig_stale_version: the present version.
	 */
	version?: number;
	/**
	 * With wig_bundle_cycle: the items that lead back to the bundle.
	 */
	path?: ItemName[];
}
export interface Shortage {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its SKU.
	 */
	sku: string;
	requested: Quantity;
	available: Quantity;
	/**
	 * Whether this line is a reason for the refusal.
	 */
	short: boolean;
}
/**
 * An item, as a person would call it.
 */
export interface ItemName {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its SKU; empty where there is none.
	 */
	sku: string;
	/**
	 * Its name.
	 */
	name: string;
}
/**
 * How long the promise lasts from now on.
 */
export interface ExtendRequest {
	/**
	 * Seconds from now.
	 */
	expires_in: number;
}
/**
 * Nothing needs to be said.
 */
export interface HandleRequest {}
/**
 * Whether the books agree.
 */
export interface Integrity {
	/**
	 * No problem was found.
	 */
	ok: boolean;
	checked: IntegrityChecked;
	/**
	 * What does not agree.
	 */
	problems: IntegrityProblem[];
}
/**
 * How many rows were looked at.
 */
export interface IntegrityChecked {
	/**
	 * Levels.
	 */
	levels: number;
	/**
	 * Movements.
	 */
	movements: number;
	/**
	 * Reservations.
	 */
	reservations: number;
}
export interface IntegrityProblem {
	/**
	 * Number of the rule that is broken.
	 */
	invariant: number;
	/**
	 * The item; 0 where the rule is about no item.
	 */
	item_id: number;
	/**
	 * The location; 0 where the rule is about all.
	 */
	location_id: number;
	/**
	 * What it should be, in digits or words.
	 */
	expected: string;
	/**
	 * What it is, in digits or words.
	 */
	found: string;
}
/**
 * A new part or bundle.
 */
export interface ItemRequest {
	/**
	 * A part is counted itself; a bundle is made of components.
	 */
	kind: 'part' | 'bundle';
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * Stock keeping unit, unique.
	 */
	sku?: string | null;
	/**
	 * Barcode, unique.
	 */
	barcode?: string | null;
	/**
	 * Name of the category.
	 */
	category?: string | null;
	on_hand?: Quantity;
	/**
	 * Note for the opening line of the ledger.
	 */
	note?: string;
	/**
	 * Low at this many units; null takes the shop's default.
	 */
	low_stock_threshold?: number | string | null;
	/**
	 * Whether it may be sold when there is none.
	 */
	backorders?: 'no' | 'notify' | 'yes';
	/**
	 * Most units that may be owed; null is no limit.
	 */
	backorder_limit?: number | string | null;
}
/**
 * What one active reservation holds of an item.
 */
export interface ItemReservation {
	/**
	 * The reservation's number.
	 */
	id: number;
	reference: Reference;
	/**
	 * The document in words, such as Order #1042.
	 */
	reference_label: string;
	/**
	 * Where the document is seen in wp-admin, for who may.
	 */
	reference_link: string | null;
	quantity: Quantity;
	/**
	 * When the promise ends by itself, UTC.
	 */
	expires_at: string | null;
}
/**
 * The document that a reservation or a movement belongs to.
 */
export interface Reference {
	/**
	 * Kind of document, such as order or cart.
	 */
	type: string;
	/**
	 * The document's number or name in its own system.
	 */
	id: string;
}
/**
 * What to change of an item; what is left out stays. For a WooCommerce product, name, SKU, barcode, low stock amount and backorders are changed in WooCommerce.
 */
export interface ItemUpdate {
	/**
	 * Name, as plain text.
	 */
	name?: string;
	/**
	 * Stock keeping unit, unique.
	 */
	sku?: string | null;
	/**
	 * Barcode, unique.
	 */
	barcode?: string | null;
	/**
	 * Name of the category.
	 */
	category?: string | null;
	/**
	 * Low at this many units; null takes the shop's default.
	 */
	low_stock_threshold?: number | string | null;
	/**
	 * Whether it may be sold when there is none.
	 */
	backorders?: 'no' | 'notify' | 'yes';
	/**
	 * Most units that may be owed; null is no limit.
	 */
	backorder_limit?: number | string | null;
	/**
	 * Units that are not offered online; null is none.
	 */
	safety_stock?: number | string | null;
	/**
	 * When it will be there at all: sold on pre-order until then; null ends the pre-order.
	 */
	available_from?: string | null;
	/**
	 * Most units beyond stock that may be sold on pre-order; null is no limit.
	 */
	preorder_limit?: number | string | null;
	/**
	 * When what is on backorder is expected; null where nobody knows.
	 */
	expected_at?: string | null;
	/**
	 * What shoppers are told of a backorder or pre-order; null for words made from the date.
	 */
	backorder_text?: string | null;
}
/**
 * Anything that can be counted: a product, a variation, a part or a bundle.
 */
export interface Item {
	/**
	 * The item's number.
	 */
	id: number;
	/**
	 * The WooCommerce product or variation, or null for a part or a bundle of its own.
	 */
	product_id: number | null;
	/**
	 * The item that this is a variation of.
	 */
	parent_id: number | null;
	/**
	 * What it is.
	 */
	kind: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
	/**
	 * Stock keeping unit; empty where there is none.
	 */
	sku: string;
	/**
	 * GTIN, EAN, UPC or a code of the shop's own; empty where there is none.
	 */
	barcode: string;
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * Name of the category; empty where there is none.
	 */
	category: string;
	/**
	 * Whether units are counted.
	 */
	tracked: boolean;
	on_hand: Quantity;
	reserved: Quantity;
	available: Quantity;
	incoming: Quantity;
	/**
	 * The item's own low stock threshold, or null where the shop's default counts.
	 */
	low_stock_threshold: number | string | null;
	threshold_effective: Quantity;
	/**
	 * Whether it may be sold when there is none.
	 */
	backorders: 'no' | 'notify' | 'yes';
	/**
	 * Most units that may be owed; null is no limit.
	 */
	backorder_limit: number | string | null;
	safety_stock: Quantity;
	/**
	 * When it will be there at all, UTC: sold on pre-order until then; null where it is no pre-order.
	 */
	available_from: string | null;
	/**
	 * Most units beyond stock that may be sold on pre-order; null is no limit.
	 */
	preorder_limit: number | string | null;
	/**
	 * When what is on backorder is expected, UTC.
	 */
	expected_at: string | null;
	/**
	 * What shoppers are told of a backorder or pre-order, in the owner's words; empty for words made from the date.
	 */
	backorder_text: string;
	/**
	 * What it means for the shop.
	 */
	status: 'out' | 'low' | 'backorder' | 'ok' | 'untracked';
	/**
	 * Goes up with every change; send it as If-Match.
	 */
	version: number;
	/**
	 * Time of the last change, UTC.
	 */
	updated_at: string;
	/**
	 * Where the product is edited, for who may.
	 */
	edit_link: string | null;
	/**
	 * Stock by location. Only in the answer about one item.
	 */
	levels?: Level[];
	/**
	 * Active reservations that hold units, the newest 50. Only in the answer about one item.
	 */
	reservations?: ItemReservation[];
}
/**
 * One item at one location.
 */
export interface Level {
	/**
	 * The location's number.
	 */
	location_id: number;
	/**
	 * The location's name.
	 */
	location: string;
	on_hand: Quantity;
	reserved: Quantity;
	available: Quantity;
}
/**
 * Which items to list.
 */
export interface ItemsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Items on a page.
	 */
	per_page?: number;
	/**
	 * Cursor from the header X-WIG-Next: the page after it, at any depth.
	 */
	after?: string;
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * What to sort by.
	 */
	orderby?: 'name' | 'sku' | 'on_hand' | 'reserved' | 'available' | 'status' | 'updated';
	/**
	 * Which way.
	 */
	order?: 'asc' | 'desc';
	/**
	 * Only items with this status.
	 */
	status?: 'low' | 'out' | 'backorder' | 'ok' | 'untracked';
	/**
	 * Only items of this kind.
	 */
	kind?: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
	/**
	 * Only the item with exactly this SKU.
	 */
	sku?: string;
	/**
	 * Only the item with exactly this barcode.
	 */
	barcode?: string;
	/**
	 * Only the item of this product or variation.
	 */
	product_id?: number;
}
/**
 * A new limit. There is one for an item or category at most.
 */
export interface LimitRequest {
	/**
	 * What it counts together: one item (all variations of a product), or a category with those below it.
	 */
	scope: 'item' | 'category';
	/**
	 * Number of the item, or of the product category in WooCommerce.
	 */
	scope_id: number;
	/**
	 * Most units in one order; null is no limit.
	 */
	most_per_order?: number | string | null;
	/**
	 * Most units for one customer, known by account or e-mail address; null is no limit.
	 */
	most_per_customer?: number | string | null;
	/**
	 * How many days back a customer's purchases count; null for ever.
	 */
	window_days?: number | null;
	/**
	 * Least units in an order that has any; null is no limit.
	 */
	least?: number | string | null;
	/**
	 * Units are sold in multiples of this; null for any number.
	 */
	multiple_of?: number | string | null;
}
/**
 * What to change of a limit; what is left out stays.
 */
export interface LimitUpdate {
	/**
	 * Most units in one order; null is no limit.
	 */
	most_per_order?: number | string | null;
	/**
	 * Most units for one customer, known by account or e-mail address; null is no limit.
	 */
	most_per_customer?: number | string | null;
	/**
	 * How many days back a customer's purchases count; null for ever.
	 */
	window_days?: number | null;
	/**
	 * Least units in an order that has any; null is no limit.
	 */
	least?: number | string | null;
	/**
	 * Units are sold in multiples of this; null for any number.
	 */
	multiple_of?: number | string | null;
}
/**
 * How much of an item or a category may be bought.
 */
export interface Limit {
	/**
	 * The limit's number.
	 */
	id: number;
	/**
	 * What it counts together: one item (all variations of a product), or a category with those below it.
	 */
	scope: 'item' | 'category';
	/**
	 * Number of the item, or of the product category in WooCommerce.
	 */
	scope_id: number;
	/**
	 * Most units in one order; null is no limit.
	 */
	most_per_order: number | string | null;
	/**
	 * Most units for one customer, known by account or e-mail address; null is no limit.
	 */
	most_per_customer: number | string | null;
	/**
	 * How many days back a customer's purchases count; null for ever.
	 */
	window_days: number | null;
	/**
	 * Least units in an order that has any; null is no limit.
	 */
	least: number | string | null;
	/**
	 * Units are sold in multiples of this; null for any number.
	 */
	multiple_of: number | string | null;
}
/**
 * Which page of the limits to list.
 */
export interface LimitsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Limits on a page.
	 */
	per_page?: number;
}
/**
 * One line of the stock ledger.
 */
export interface Movement {
	/**
	 * The movement's number.
	 */
	id: number;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The location.
	 */
	location_id: number;
	delta: Quantity;
	balance_after: Quantity;
	/**
	 * Why, as a slug.
	 */
	reason: string;
	reference: Reference;
	/**
	 * The document in words, such as Order #1042; empty where there is none.
	 */
	reference_label: string;
	/**
	 * Where the document is seen in wp-admin, for who may.
	 */
	reference_link: string | null;
	/**
	 * The user who did it; 0 is the shop itself.
	 */
	actor: number;
	/**
	 * The user's name; empty for the shop itself.
	 */
	actor_name: string;
	/**
	 * Note, as plain text.
	 */
	note: string;
	/**
	 * When, UTC, to the microsecond where the database keeps it.
	 */
	created_at: string;
}
/**
 * Which movements to list, newest first.
 */
export interface MovementsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Movements on a page.
	 */
	per_page?: number;
	/**
	 * Only movements after this time (RFC 3339).
	 */
	after?: string;
	/**
	 * Only movements before this time (RFC 3339).
	 */
	before?: string;
	/**
	 * Only movements with this reason.
	 */
	reason?: string;
}
/**
 * An OpenAPI 3.1 document.
 */
export interface OpenApiDocument {
	/**
	 * Version of OpenAPI.
	 */
	openapi: string;
	/**
	 * What this is.
	 */
	info: {
		[k: string]: unknown;
	};
	/**
	 * What can be done.
	 */
	paths: {
		[k: string]: unknown;
	};
	[k: string]: unknown;
}
/**
 * Nothing needs to be said.
 */
export interface ReleaseRequest {}
/**
 * Units to promise to a document: all lines or none.
 */
export interface ReservationRequest {
	reference: ReferenceRequest;
	/**
	 * What to reserve.
	 */
	lines: LineRequest[];
	/**
	 * Seconds until the promise ends by itself; left out: the shop's hold time; null: never.
	 */
	expires_in?: number | null;
}
/**
 * A promise of units to a document.
 */
export interface Reservation {
	/**
	 * The reservation's number.
	 */
	id: number;
	/**
	 * The Idempotency-Key that made it.
	 */
	key: string;
	/**
	 * Whether it still holds units.
	 */
	state: 'active' | 'committed' | 'released' | 'expired';
	reference: Reference;
	/**
	 * When the promise ends by itself, UTC; null is never.
	 */
	expires_at: string | null;
	/**
	 * When it was made, UTC.
	 */
	created_at: string;
	/**
	 * What was asked for.
	 */
	lines: ReservationLine[];
}
export interface ReservationLine {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its SKU when it was reserved.
	 */
	sku: string;
	/**
	 * The location.
	 */
	location_id: number;
	quantity: Quantity;
}
/**
 * Which reservations to list: by key, by document, or by item.
 */
export interface ReservationsQuery {
	/**
	 * The reservation with this Idempotency-Key, in any state.
	 */
	key?: string;
	/**
	 * With reference_id: the reservations of this document, newest first.
	 */
	reference_type?: string;
	/**
	 * With reference_type: the reservations of this document, newest first.
	 */
	reference_id?: string;
	/**
	 * Active reservations that hold units of this item, newest first, at most 100.
	 */
	item_id?: number;
}
/**
 * What is done about units that are missing.
 */
export interface ResolveRequest {
	/**
	 * The customer waits, gets something else, gets the money back; or the units are taken now.
	 */
	outcome: 'wait' | 'substitute' | 'refund' | 'taken';
}
/**
 * What to change; what is left out stays.
 */
export interface SettingsRequest {
	low_stock_threshold?: Quantity;
	/**
	 * How long units are held for a document that says nothing else.
	 */
	hold_minutes?: number;
	/**
	 * When shoppers are told how many are left.
	 */
	show_numbers?: 'always' | 'low' | 'never';
	/**
	 * Whether deleting the plugin deletes all stock records.
	 */
	delete_data_on_uninstall?: boolean;
	/**
	 * When units leave: as soon as an order is placed, when it is paid, or when a person says so.
	 */
	stock_leaves?: 'placed' | 'paid' | 'manual';
	/**
	 * Minutes that units are held, by payment method, where they differ from hold_minutes.
	 */
	method_holds?: {
		/**
		 * Id of the payment method, such as bacs.
		 */
		method: string;
		/**
		 * Minutes.
		 */
		minutes: number;
	}[];
	/**
	 * Whether an unpaid order is cancelled when its hold runs out.
	 */
	expiry_cancels?: boolean;
	/**
	 * What becomes of a paid order that cannot be had: it waits for a person, or is owed to the customer.
	 */
	when_short?: 'hold' | 'backorder';
	/**
	 * Whether a small must-use file may answer availability before WordPress loads.
	 */
	answer_early?: boolean;
	/**
	 * Who gets alerts by mail; empty means the shop's usual address for stock mails.
	 */
	alert_recipients?: {
		/**
		 * Mail address.
		 */
		email: string;
		/**
		 * Only alerts of these kinds; empty means all.
		 */
		kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger')[];
		/**
		 * Only items of these categories, by name; empty means all.
		 */
		categories?: string[];
	}[];
	/**
	 * For so many minutes alerts are gathered into one mail; 0 sends them with the next run of the job.
	 */
	alert_digest_minutes?: number;
}
/**
 * How the guard works in this shop.
 */
export interface Settings {
	low_stock_threshold: Quantity;
	/**
	 * How long units are held for a document that says nothing else.
	 */
	hold_minutes: number;
	/**
	 * When shoppers are told how many are left.
	 */
	show_numbers: 'always' | 'low' | 'never';
	/**
	 * Whether deleting the plugin deletes all stock records.
	 */
	delete_data_on_uninstall: boolean;
	/**
	 * When units leave: as soon as an order is placed, when it is paid, or when a person says so.
	 */
	stock_leaves: 'placed' | 'paid' | 'manual';
	/**
	 * Minutes that units are held, by payment method, where they differ from hold_minutes.
	 */
	method_holds: {
		/**
		 * Id of the payment method, such as bacs.
		 */
		method: string;
		/**
		 * Minutes.
		 */
		minutes: number;
	}[];
	/**
	 * Whether an unpaid order is cancelled when its hold runs out.
	 */
	expiry_cancels: boolean;
	/**
	 * What becomes of a paid order that cannot be had: it waits for a person, or is owed to the customer.
	 */
	when_short: 'hold' | 'backorder';
	/**
	 * Whether a small must-use file may answer availability before WordPress loads.
	 */
	answer_early: boolean;
	/**
	 * Who gets alerts by mail; empty means the shop's usual address for stock mails.
	 */
	alert_recipients: {
		/**
		 * Mail address.
		 */
		email: string;
		/**
		 * Only alerts of these kinds; empty means all.
		 */
		kinds: string[];
		/**
		 * Only items of these categories, by name; empty means all.
		 */
		categories: string[];
	}[];
	/**
	 * For so many minutes alerts are gathered into one mail; 0 sends them with the next run of the job.
	 */
	alert_digest_minutes: number;
}
/**
 * Units of one order line that are sold and not there.
 */
export interface Shortfall {
	/**
	 * The entry's number.
	 */
	id: number;
	/**
	 * The order.
	 */
	order_id: number;
	/**
	 * The line of the order.
	 */
	line_id: number;
	/**
	 * The item.
	 */
	item_id: number;
	missing: Quantity;
	/**
	 * Whether they were taken all the same and are owed to the customer.
	 */
	owed: boolean;
	/**
	 * Whether it still needs somebody.
	 */
	open: boolean;
	/**
	 * What is done about it.
	 */
	outcome: 'wait' | 'substitute' | 'refund' | 'taken';
	/**
	 * When it was found out, UTC.
	 */
	created_at: string;
	/**
	 * When it was settled, UTC; null while open.
	 */
	closed_at: string | null;
}
/**
 * Which entries of the work list to show.
 */
export interface ShortfallsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Entries on a page.
	 */
	per_page?: number;
	/**
	 * Those that are open, the oldest first, or those that are settled, the newest first.
	 */
	state?: 'open' | 'closed';
}
/**
 * Nothing needs to be said.
 */
export interface WebhookDelete {}
/**
 * A webhook to make.
 */
export interface WebhookRequest {
	/**
	 * Where events are sent by POST: a public https or http address.
	 */
	url: string;
	/**
	 * Only events of these kinds; empty means all.
	 */
	kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger')[];
	/**
	 * Whether events are sent.
	 */
	active?: boolean;
}
/**
 * What to change of a webhook; what is left out stays.
 */
export interface WebhookUpdate {
	/**
	 * Where events are sent by POST: a public https or http address.
	 */
	url?: string;
	/**
	 * Only events of these kinds; empty means all.
	 */
	kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger')[];
	/**
	 * Whether events are sent.
	 */
	active?: boolean;
	/**
	 * Whether it gets a new secret, which the answer shows.
	 */
	new_secret?: boolean;
}
/**
 * An address of another system that is told of alerts.
 */
export interface Webhook {
	/**
	 * The webhook's number.
	 */
	id: number;
	/**
	 * Where events are sent by POST.
	 */
	url: string;
	/**
	 * Only events of these kinds; empty means all.
	 */
	kinds: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger')[];
	/**
	 * Whether events are sent.
	 */
	active: boolean;
	/**
	 * Key of the signature. Shown once, when it is made; null ever after.
	 */
	secret: string | null;
	/**
	 * Events that wait to be sent, or to be sent again.
	 */
	waiting: number;
	/**
	 * Events of the last two weeks that were never taken.
	 */
	given_up: number;
	/**
	 * What came of the newest event, such as HTTP 200; empty before the first.
	 */
	last_result: string;
	/**
	 * When the newest event was taken, UTC.
	 */
	last_sent_at: string | null;
	/**
	 * When it was made, UTC.
	 */
	created_at: string;
	/**
	 * When it was last changed, UTC.
	 */
	updated_at: string;
}
/**
 * Which webhooks to list.
 */
export interface WebhooksQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Webhooks on a page.
	 */
	per_page?: number;
}
