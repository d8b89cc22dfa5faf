// Made from includes/Rest/Schema/*.json by `npm run types:rest`. Never edited.

/**
 * A number of units, to four decimal places: a JSON number where a double holds it exactly, else a decimal string.
 */
export type Quantity = number | string;
/**
 * Many items that were emptied or cut by half or more at once.
 */
export type MassEvent = {
	/**
	 * By what it is known.
	 */
	mark: string;
	/**
	 * Items that it cut, and that nobody has put right since.
	 */
	items: number;
	/**
	 * Whether nothing was left of any of them.
	 */
	all_zeroed: boolean;
	/**
	 * The reason of its movements, as a slug.
	 */
	reason: string;
	/**
	 * Who did it; 0 is the shop itself, or a program.
	 */
	actor: number;
	/**
	 * Their name; empty for the shop itself.
	 */
	actor_name: string;
	reference: Reference;
	/**
	 * The document in words; empty where there is none.
	 */
	reference_label: string;
	/**
	 * When it began, UTC.
	 */
	first_at: string;
	/**
	 * When it ended, UTC.
	 */
	last_at: string;
} | null;
/**
 * What the last check found; null where there was none yet.
 */
export type LastCheck = {
	/**
	 * When, UTC.
	 */
	at: string;
	/**
	 * Levels that were checked.
	 */
	records: number;
	/**
	 * How many things did not agree.
	 */
	problems: number;
} | null;
/**
 * Fields that are written; null where the number on hand is changed.
 */
export type BulkChangeSet = {
	[k: string]: number | string | null;
} | null;
/**
 * What becomes of the number on hand; null where fields are written.
 */
export type BulkChangeOnHand = {
	/**
	 * By so many, by so many percent, or to this number.
	 */
	how: 'delta' | 'percent' | 'set';
	amount: Quantity;
	/**
	 * Why.
	 */
	reason: string;
	/**
	 * Note, as plain text.
	 */
	note: string;
} | null;
/**
 * The part that runs out first; null where no part is counted.
 */
export type Bottleneck = {
	/**
	 * The part.
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
	quantity: Quantity;
	offered: Quantity;
	sets: Quantity;
	/**
	 * What could be taken instead, and runs out with it.
	 */
	alternatives: BottleneckAlternative[];
} | null;
/**
 * A document that was taken back, or is being.
 */
export type Reversal = {
	/**
	 * Its number: its own movements have the reference reversal and this.
	 */
	id: number;
	reference: Reference;
	/**
	 * The document in words.
	 */
	reference_label: string;
	/**
	 * How many levels the document had changed.
	 */
	levels: number;
	/**
	 * How many of them have been seen to.
	 */
	done: number;
	/**
	 * When the last one was, UTC; null while it goes on.
	 */
	finished_at: string | null;
	/**
	 * Who asked for it.
	 */
	actor: number;
	/**
	 * Their name.
	 */
	actor_name: string;
	/**
	 * When, UTC.
	 */
	created_at: string;
} | null;
/**
 * What that import has done; null where there is none.
 */
export type ImportFeedRows = {
	/**
	 * Rows that were written.
	 */
	changed: number;
	/**
	 * Rows that said what was there already.
	 */
	same: number;
	/**
	 * Rows that were left out: the lines of the import say why.
	 */
	problems: number;
	/**
	 * Rows that were left out since something changed after the check.
	 */
	conflicts: number;
} | null;
/**
 * Why the last reading failed; null where it did not.
 */
export type ImportFeedError = {
	/**
	 * A stable code, such as wig_feed_fetch.
	 */
	code: string;
	/**
	 * A sentence that says what to do.
	 */
	message: string;
} | null;
/**
 * How far applying or undoing is; null where neither goes on.
 */
export type StocktakeProgress = {
	/**
	 * Items done.
	 */
	done: number;
	/**
	 * Items in all.
	 */
	total: number;
} | null;

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
	unit_cost?: Quantity;
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
	kind: 'low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed';
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
	kind?: 'low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed';
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
 * What needs a person now, the most pressing first: how many there are of each, and the first few.
 */
export interface Attention {
	counts: AttentionCounts;
	/**
	 * Events in which many items were emptied or cut by half at once, the newest first.
	 */
	mass: MassEvent[];
	out: AttentionOut[];
	low: AttentionLow[];
	short: AttentionShort[];
	holds: AttentionHold[];
	due: AttentionDue[];
	ledger: AttentionLedger;
	/**
	 * When the last of such things was put right, UTC.
	 */
	last_handled_at: string | null;
}
export interface AttentionCounts {
	/**
	 * Items that are out and were sold in the last weeks.
	 */
	out: number;
	/**
	 * Items that are low.
	 */
	low: number;
	/**
	 * Order lines that are sold and short.
	 */
	short: number;
	/**
	 * Orders whose hold ends within a day.
	 */
	holds: number;
	/**
	 * Stocktakes that should be done by today.
	 */
	due: number;
	/**
	 * Events in which many items were emptied or cut by half at once.
	 */
	mass: number;
	/**
	 * Whether the stock records do not agree: 1 or 0.
	 */
	ledger: number;
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
export interface AttentionOut {
	item: Item;
	/**
	 * When the last unit went, UTC; null where all that is there is promised.
	 */
	since: string | null;
	/**
	 * Whole days since then.
	 */
	days: number | null;
	/**
	 * Units sold a week while there were any.
	 */
	per_week: number;
	/**
	 * Estimate of what was not sold since, in the shop's currency; null where there is no price.
	 */
	lost_sales: number | null;
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
	 * The item's own low stock threshold, or null where it is inherited.
	 */
	low_stock_threshold: number | string | null;
	threshold_effective: Quantity;
	/**
	 * Whether it may be sold when there is none: what counts, the item's own or inherited.
	 */
	backorders: 'no' | 'notify' | 'yes';
	/**
	 * Most units that may be owed: what counts, the item's own or inherited; null is no limit.
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
	 * What a unit cost last, in the shop's currency; null where nobody has said.
	 */
	unit_cost: number | string | null;
	/**
	 * What a unit in stock cost on average: the moving average of what receipts say, and until one says something, what a unit cost last; null where nothing is known.
	 */
	average_cost: number | string | null;
	/**
	 * What it is sold for now, in the shop's currency (the lowest price, for a product with variations); null for what is not sold.
	 */
	price: number | string | null;
	/**
	 * Who it is bought from; empty where nobody has said.
	 */
	supplier: string;
	/**
	 * Where it lies: a shelf, a box; empty where nobody has said.
	 */
	bin: string;
	/**
	 * Days from order to arrival; null where nobody has said.
	 */
	lead_time_days: number | null;
	own: ItemOwn;
	from: ItemFrom;
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
 * What an item says itself of what it could inherit (beside low_stock_threshold).
 */
export interface ItemOwn {
	/**
	 * Whether it may be sold when there is none; null inherits.
	 */
	backorders: 'no' | 'notify' | 'yes' | null;
	/**
	 * Most units that may be owed; null inherits.
	 */
	backorder_limit: number | string | null;
	/**
	 * What shoppers are told of a backorder; empty inherits.
	 */
	backorder_text: string;
}
/**
 * Where the values come from that count for an item.
 */
export interface ItemFrom {
	low_stock_threshold: RuleOrigin;
	backorders: RuleOrigin;
	backorder_limit: RuleOrigin;
	backorder_text: RuleOrigin;
}
/**
 * Where a value comes from: from the item (or variation) itself, or from whom it is inherited. What nobody says is the shop's.
 */
export interface RuleOrigin {
	/**
	 * Who says it.
	 */
	level: 'item' | 'variation' | 'product' | 'category' | 'shop';
	/**
	 * Name of the product or category, where it is a rule's.
	 */
	name: string;
	/**
	 * The rule; null where it is said elsewhere.
	 */
	rule_id: number | null;
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
export interface AttentionLow {
	item: Item;
	/**
	 * For how many days what is available lasts; null where it does not sell.
	 */
	cover_days: number | null;
	/**
	 * Units sold a week; null where it does not sell.
	 */
	per_week: number | null;
}
export interface AttentionShort {
	/**
	 * The entry's number in the list of what is short.
	 */
	id: number;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	name: string;
	missing: Quantity;
	/**
	 * The order in words.
	 */
	order_label: string;
	/**
	 * Where it is seen, for who may.
	 */
	order_link: string | null;
	/**
	 * When it was found out, UTC.
	 */
	created_at: string;
}
export interface AttentionHold {
	/**
	 * The reservation.
	 */
	reservation_id: number;
	/**
	 * The order in words.
	 */
	order_label: string;
	/**
	 * Where it is seen, for who may.
	 */
	order_link: string | null;
	/**
	 * When the hold ends, UTC.
	 */
	expires_at: string;
}
export interface AttentionDue {
	/**
	 * The stocktake.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Day on which it should be done, in the shop's calendar.
	 */
	due_on: string;
	/**
	 * Items to count.
	 */
	items: number;
	/**
	 * Items that are counted.
	 */
	counted: number;
}
export interface AttentionLedger {
	/**
	 * How many records did not agree when they were last checked.
	 */
	problems: number;
	/**
	 * Where that is seen, for who may.
	 */
	link: string | null;
	checked: LastCheck;
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
 * A piece of a backup file.
 */
export interface BackupPiece {
	/**
	 * Where in the file it begins.
	 */
	from: number;
	/**
	 * The bytes, in base64: at most a megabyte of them.
	 */
	data: string;
}
/**
 * How a backup is to be brought back.
 */
export interface BackupReturnRequest {
	/**
	 * present: what is on hand stays, only the history comes back. backup: on hand becomes what the backup says, less what was sold since.
	 */
	numbers: 'present' | 'backup';
}
/**
 * What a backup brings back: what the check has found, and how far it is.
 */
export interface BackupReturn {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Of which backup.
	 */
	backup_id: number;
	/**
	 * What is on hand afterwards.
	 */
	numbers: 'present' | 'backup';
	/**
	 * checked: nothing is written yet.
	 */
	state: 'checking' | 'checked' | 'running' | 'done' | 'failed';
	/**
	 * Lines of the file that were looked at.
	 */
	done: number;
	/**
	 * Lines of the file.
	 */
	total: number;
	/**
	 * The site that wrote the backup.
	 */
	site: string;
	/**
	 * Whether that is this one.
	 */
	own: boolean;
	/**
	 * When it was written.
	 */
	made_at: string;
	/**
	 * Items that were found here, by SKU, barcode, product or name.
	 */
	matched: number;
	/**
	 * Parts and bundles that are not here and are made.
	 */
	made: number;
	/**
	 * Products that are not here: their lines are left out.
	 */
	unmatched: number;
	/**
	 * Some of those.
	 */
	names: string[];
	/**
	 * Lines of the ledger that are not here yet.
	 */
	lines: number;
	/**
	 * Items (at a location) that they belong to.
	 */
	levels: number;
	/**
	 * Of those, how many have another ledger here by now: the old one goes before it.
	 */
	anew: number;
	/**
	 * Lines of items that are not here.
	 */
	left_out: number;
	/**
	 * Lines that were written.
	 */
	written: number;
	/**
	 * Why it failed; empty otherwise.
	 */
	problem: string;
	/**
	 * Who began it.
	 */
	actor: string;
	/**
	 * When it was begun.
	 */
	created_at: string;
	/**
	 * When it last came to an end; null while it goes on.
	 */
	ended_at: string | null;
}
/**
 * Nothing needs to be said.
 */
export interface BackupStep {}
/**
 * A backup file that is going to be sent.
 */
export interface BackupUpload {
	/**
	 * Size of the file.
	 */
	bytes: number;
}
/**
 * A backup of the whole ledger: one file, and how far it is.
 */
export interface Backup {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * made: somebody asked for it; found: its file lay in the folder.
	 */
	origin: 'made' | 'scheduled' | 'uploaded' | 'found';
	/**
	 * ready: it was read back and its checksums are right.
	 */
	state: 'making' | 'uploading' | 'checking' | 'ready' | 'broken';
	/**
	 * Lines (of a file that is sent: bytes) so far.
	 */
	done: number;
	/**
	 * About how many there are.
	 */
	total: number;
	/**
	 * Size of the file.
	 */
	bytes: number;
	/**
	 * SHA-256 of the file; empty before it was checked.
	 */
	sha256: string;
	/**
	 * Why it is broken; empty otherwise.
	 */
	problem: string;
	/**
	 * Who asked for it; empty for the schedule.
	 */
	actor: string;
	/**
	 * When it was begun.
	 */
	created_at: string;
	/**
	 * When it was last read back; null if never.
	 */
	checked_at: string | null;
	/**
	 * Where it is downloaded, for the present user; null unless it is ready.
	 */
	download: string | null;
}
/**
 * The backups that there are, and when the next one is made.
 */
export interface Backups {
	/**
	 * Newest first.
	 */
	backups: Backup[];
	/**
	 * When the next one is made by itself; null where none is planned.
	 */
	next_at: string | null;
}
/**
 * At which moment.
 */
export interface BalanceQuery {
	/**
	 * The moment (RFC 3339); what happened at it counts. Now, where it is left out.
	 */
	at?: string;
	/**
	 * How many of the lines before it are told.
	 */
	lines?: number;
}
/**
 * What was on hand of an item at a moment, and why.
 */
export interface Balance {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The moment, UTC.
	 */
	at: string;
	on_hand: Quantity;
	/**
	 * False where movements of that month were folded into sums: on hand is then what it was when they began.
	 */
	exact: boolean;
	/**
	 * By location.
	 */
	places: BalancePlace[];
	/**
	 * The lines that led to it, newest first.
	 */
	lines: Movement[];
}
export interface BalancePlace {
	/**
	 * The location.
	 */
	location_id: number;
	/**
	 * Its name.
	 */
	location: string;
	on_hand: Quantity;
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
	 * What each unit cost that came, in the shop's currency; null where nobody has said.
	 */
	unit_cost: number | string | null;
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
	 * 1, or of how many movements this line is the sum: they were folded, and created_at is when the last of them was.
	 */
	stands_for: number;
	/**
	 * When, UTC, to the microsecond where the database keeps it.
	 */
	created_at: string;
}
/**
 * Between which moments.
 */
export interface BalancesQuery {
	/**
	 * From this time on (RFC 3339); 30 days before the end, where it is left out.
	 */
	after?: string;
	/**
	 * Up to this time (RFC 3339); now, where it is left out.
	 */
	before?: string;
}
/**
 * What was on hand of an item between two moments: after each change, or at moments evenly apart where there were too many.
 */
export interface Balances {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Whether each change is a point.
	 */
	every_change: boolean;
	/**
	 * Oldest first: the first is the beginning, the last the end.
	 */
	points: BalancePoint[];
}
export interface BalancePoint {
	/**
	 * The moment, UTC.
	 */
	at: string;
	on_hand: Quantity;
}
/**
 * A change of many items: which, and either fields to write (set) or what becomes of the number on hand (on_hand). Nothing happens before it is started.
 */
export interface BulkChangeRequest {
	filter: BulkFilter;
	set?: BulkSet;
	on_hand?: BulkOnHand;
}
/**
 * Which items are meant: those that match all of it. For every item say all.
 */
export interface BulkFilter {
	/**
	 * Every item is meant; said where nothing else is.
	 */
	all?: boolean;
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * Only items with this status.
	 */
	status?: 'low' | 'out' | 'backorder' | 'ok' | 'untracked';
	/**
	 * Only items of this kind.
	 */
	kind?: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
	/**
	 * Only these items.
	 */
	ids?: number[];
}
/**
 * Fields to write; what is left out stays.
 */
export interface BulkSet {
	/**
	 * Low at this many units; null inherits: from the product, a rule or the shop.
	 */
	low_stock_threshold?: number | string | null;
	/**
	 * Whether it may be sold when there is none; null inherits.
	 */
	backorders?: 'no' | 'notify' | 'yes' | null;
	/**
	 * Most units that may be owed; null inherits: from a rule, else there is no limit.
	 */
	backorder_limit?: number | string | null;
	/**
	 * What a unit cost last, in the shop's currency; null where nobody knows.
	 */
	unit_cost?: number | string | null;
	/**
	 * Who it is bought from.
	 */
	supplier?: string | null;
	/**
	 * Where it lies: a shelf, a box.
	 */
	bin?: string | null;
	/**
	 * Days from order to arrival; null where nobody knows.
	 */
	lead_time_days?: number | null;
}
/**
 * What becomes of the number on hand of each item that is counted.
 */
export interface BulkOnHand {
	/**
	 * By so many, by so many percent (whole units stay whole), or to this number.
	 */
	how: 'delta' | 'percent' | 'set';
	amount: Quantity;
	/**
	 * Why, as a slug such as damaged, received, adjustment.
	 */
	reason: string;
	/**
	 * Note, as plain text.
	 */
	note?: string;
}
/**
 * Nothing needs to be said.
 */
export interface BulkChangeStep {}
/**
 * A change of many items as one act: what it is, how far it is, and what was undone of it.
 */
export interface BulkChange {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * preview: nothing has happened yet.
	 */
	state: 'preview' | 'running' | 'done' | 'undoing' | 'undone';
	filter: BulkChangeFilter;
	set: BulkChangeSet;
	on_hand: BulkChangeOnHand;
	/**
	 * Items that the filter let through when it was looked.
	 */
	matched: number;
	/**
	 * Of those, how many would change.
	 */
	changing: number;
	/**
	 * Of those, how many say it already. What is left cannot be changed so: not counted, or promised to orders.
	 */
	same: number;
	/**
	 * Items that were looked at so far.
	 */
	done: number;
	/**
	 * Items to look at, in the way it is going now.
	 */
	total: number;
	/**
	 * Items that were changed.
	 */
	changed: number;
	/**
	 * Of those, how many were put back.
	 */
	put_back: number;
	/**
	 * Of those, how many were not put back, since somebody has changed them meanwhile.
	 */
	kept: number;
	/**
	 * Whether it can be undone.
	 */
	can_undo: boolean;
	/**
	 * Some items before and after; only in the answer to a new change.
	 */
	examples?: BulkExample[];
	/**
	 * Who asked for it; empty for people who are gone.
	 */
	actor: string;
	/**
	 * When it was looked at, UTC.
	 */
	created_at: string;
	/**
	 * When it was started, UTC.
	 */
	started_at: string | null;
	/**
	 * When it was finished, UTC.
	 */
	ended_at: string | null;
}
/**
 * Which items are meant.
 */
export interface BulkChangeFilter {
	/**
	 * Words of the name, SKU or barcode; empty for any.
	 */
	search: string;
	/**
	 * Only items with this status; null for any.
	 */
	status: 'low' | 'out' | 'backorder' | 'ok' | 'untracked' | null;
	/**
	 * Only items of this kind; null for any.
	 */
	kind: 'simple' | 'variation' | 'variable' | 'part' | 'bundle' | null;
	/**
	 * How many items were picked one by one; 0 for all that match.
	 */
	picked: number;
}
export interface BulkExample {
	/**
	 * The item.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Its SKU; empty where there is none.
	 */
	sku: string;
	before: BulkExampleBefore;
	after: BulkExampleAfter;
}
/**
 * What its fields say, by name.
 */
export interface BulkExampleBefore {
	[k: string]: number | string | null;
}
/**
 * What they would say.
 */
export interface BulkExampleAfter {
	[k: string]: number | string | null;
}
/**
 * Which page of the changes of many items to list.
 */
export interface BulkChangesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Changes on a page.
	 */
	per_page?: number;
}
/**
 * A bundle, with the part that runs out first.
 */
export interface Bundle {
	item: Item;
	/**
	 * How many components it has, alternatives counted as one; 0 is a bundle that cannot be sold.
	 */
	components: number;
	bottleneck: Bottleneck;
}
export interface BottleneckAlternative {
	/**
	 * The alternative.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	name: string;
}
/**
 * Which bundles to list.
 */
export interface BundlesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Bundles on a page.
	 */
	per_page?: number;
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * What to sort by.
	 */
	orderby?: 'name' | 'sku' | 'available' | 'status' | 'updated';
	/**
	 * Which way.
	 */
	order?: 'asc' | 'desc';
	/**
	 * Only bundles with this status.
	 */
	status?: 'low' | 'out' | 'backorder' | 'ok' | 'untracked';
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
	/**
	 * An extra: it is in as many bundles as there is stock for, and never stops a sale.
	 */
	optional?: boolean;
	/**
	 * What will do as well where this one is not to be had, the best liked first. Any mix of them makes up the quantity.
	 */
	alternatives?: AlternativeRequest[];
}
export interface AlternativeRequest {
	/**
	 * The alternative; or give its SKU.
	 */
	item_id?: number;
	/**
	 * The alternative's SKU, exactly.
	 */
	sku?: string;
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
	/**
	 * Whether it is an extra that never stops a sale.
	 */
	optional: boolean;
	/**
	 * What will do as well, the best liked first.
	 */
	alternatives: Alternative[];
}
export interface Alternative {
	/**
	 * The alternative.
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
	available: Quantity;
}
/**
 * A bundle taken apart.
 */
export interface Contents {
	/**
	 * The item that was asked for.
	 */
	item_id: number;
	/**
	 * Its version; send it as If-Match.
	 */
	version: number;
	/**
	 * It and every bundle in it, at any depth; empty for what is no bundle.
	 */
	bundles: BundleInside[];
	/**
	 * Every item that is named above, itself too.
	 */
	items: Item[];
}
export interface BundleInside {
	/**
	 * The bundle.
	 */
	item_id: number;
	/**
	 * What it is made of.
	 */
	components: ComponentInside[];
}
export interface ComponentInside {
	/**
	 * The component.
	 */
	item_id: number;
	quantity: Quantity;
	/**
	 * Whether it is an extra that never stops a sale.
	 */
	optional: boolean;
	/**
	 * What will do as well, the best liked first.
	 */
	alternatives: AlternativeInside[];
}
export interface AlternativeInside {
	/**
	 * The alternative.
	 */
	item_id: number;
}
/**
 * One day of an item.
 */
export interface DemandDay {
	/**
	 * Day of the shop's calendar.
	 */
	day: string;
	sold: Quantity;
	closing: Quantity;
}
/**
 * How far to look back.
 */
export interface DemandQuery {
	/**
	 * So many days, today the last.
	 */
	days?: number;
}
/**
 * How an item has sold, from the ledger: what a threshold is worked out from.
 */
export interface Demand {
	/**
	 * The item's number.
	 */
	item_id: number;
	/**
	 * First day of the shop's calendar that is known.
	 */
	from: string;
	/**
	 * Today.
	 */
	to: string;
	on_hand: Quantity;
	threshold_effective: Quantity;
	/**
	 * Days from order to arrival; null where nobody has said.
	 */
	lead_time_days: number | null;
	/**
	 * Days on which it moved, the oldest first.
	 */
	days: DemandDay[];
}
/**
 * What a document did to one level, and what taking it back would do now.
 */
export interface DocumentLine {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	item_name: string;
	/**
	 * Its SKU.
	 */
	item_sku: string;
	/**
	 * The location.
	 */
	location_id: number;
	/**
	 * Its name.
	 */
	location: string;
	delta: Quantity;
	on_hand: Quantity;
	by: Quantity;
}
/**
 * Which document, and which page.
 */
export interface DocumentLinesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Lines on a page.
	 */
	per_page?: number;
	/**
	 * Kind of document, such as import.
	 */
	reference_type: string;
	/**
	 * Its number.
	 */
	reference_id: string;
}
/**
 * Which document.
 */
export interface DocumentQuery {
	/**
	 * Kind of document, such as import.
	 */
	reference_type: string;
	/**
	 * Its number.
	 */
	reference_id: string;
}
/**
 * Movements that belong together: what one order, count, import or change of many items did.
 */
export interface LedgerDocument {
	reference: Reference;
	/**
	 * The document in words, such as Order #1042.
	 */
	reference_label: string;
	/**
	 * Where the document is seen in wp-admin, for who may.
	 */
	reference_link: string | null;
	/**
	 * Reason of its last movement, as a slug.
	 */
	reason: string;
	/**
	 * How many movements; with many_lines, at least so many.
	 */
	lines: number;
	/**
	 * Whether there are more than were counted.
	 */
	many_lines: boolean;
	/**
	 * How many items it touched; null in a list.
	 */
	items: number | null;
	/**
	 * Units that came; null in a list.
	 */
	units_in: number | string | null;
	/**
	 * Units that went; null in a list.
	 */
	units_out: number | string | null;
	/**
	 * Who made its last movement; 0 is the shop itself.
	 */
	actor: number;
	/**
	 * Their name; empty for the shop itself.
	 */
	actor_name: string;
	/**
	 * Its first movement, UTC.
	 */
	first_at: string;
	/**
	 * Its last one.
	 */
	last_at: string;
	/**
	 * Whether it can be taken back from here.
	 */
	can_be_reversed: boolean;
	reversal: Reversal;
	/**
	 * The document that this one took back, in words; null where it is no reversal.
	 */
	reverses: string | null;
}
/**
 * Which documents to list, those that were touched last first.
 */
export interface DocumentsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Documents on a page.
	 */
	per_page?: number;
	/**
	 * Only documents of this kind.
	 */
	reference_type?: string;
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
	 * With wig_not_active: the reservation's state; with wig_stocktake_state: the stocktake's.
	 */
	state?: string;
	/**
	 * With wig_undecided, wig_second_person and wig_stocktake_comparing: how many lines stand in the way.
	 */
	waiting?: number;
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
 * Which items to export, by SKU, then number.
 */
export interface ExportItemsQuery {
	/**
	 * Where to go on: next of the portion before.
	 */
	after?: string;
	/**
	 * Items in a portion.
	 */
	per_page?: number;
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * Only items with this status.
	 */
	status?: 'low' | 'out' | 'backorder' | 'ok' | 'untracked';
	/**
	 * Only items of this kind.
	 */
	kind?: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
}
/**
 * A portion of the items, as rows that an import reads again. Each value is text, empty where there is none.
 */
export interface ExportItems {
	/**
	 * One entry an item.
	 */
	rows: ExportRow[];
	/**
	 * Send it as after for the next portion; null at the end.
	 */
	next: string | null;
}
export interface ExportRow {
	/**
	 * Number of the item in this shop.
	 */
	item_id: string;
	/**
	 * SKU.
	 */
	sku: string;
	/**
	 * Barcode.
	 */
	barcode: string;
	/**
	 * Number of the product or variation in WooCommerce.
	 */
	product_id: string;
	/**
	 * Name.
	 */
	name: string;
	/**
	 * Kind of the item.
	 */
	kind: string;
	/**
	 * Name of the category.
	 */
	category: string;
	/**
	 * Units on hand; empty for what is not counted by itself.
	 */
	on_hand: string;
	/**
	 * Low at this many units.
	 */
	low_stock_threshold: string;
	/**
	 * no, notify or yes.
	 */
	backorders: string;
	/**
	 * Most units that may be owed.
	 */
	backorder_limit: string;
	/**
	 * What shoppers are told of a backorder.
	 */
	backorder_text: string;
	/**
	 * Units that are not offered online.
	 */
	safety_stock: string;
	/**
	 * What a unit cost last.
	 */
	unit_cost: string;
	/**
	 * Who it is bought from.
	 */
	supplier: string;
	/**
	 * Where it lies.
	 */
	bin: string;
	/**
	 * Days from order to arrival.
	 */
	lead_time_days: string;
	/**
	 * What a bundle is made of, such as TEA:2; CUP:0.5. Alternatives: TEA|TEA-2:1. An extra: RIBBON:1? An item without SKU: ~Loose tea:1
	 */
	components: string;
	/**
	 * Units promised to orders.
	 */
	reserved: string;
	/**
	 * Units that may be sold.
	 */
	available: string;
	/**
	 * low, out, backorder, ok or untracked.
	 */
	status: string;
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
 * One figure of a report: of the period, and of as many days before it. Money is in the shop's currency, shares are from 0 to 1; null where nothing is known.
 */
export interface Figure {
	/**
	 * In the period, or at its end.
	 */
	now: number | string | null;
	/**
	 * In the period before, or at its end.
	 */
	before: number | string | null;
}
/**
 * What the guard found in this shop, and how far it is with taking it over.
 */
export interface FirstRun {
	/**
	 * Whether somebody has gone through the first steps.
	 */
	done: boolean;
	/**
	 * Whether there is a shop.
	 */
	woocommerce: boolean;
	/**
	 * Items whose stock is counted.
	 */
	counted: number;
	/**
	 * Orders and others that hold units now.
	 */
	held_orders: number;
	held_units: Quantity;
	/**
	 * Whether a persistent object cache is in use.
	 */
	object_cache: boolean;
	/**
	 * Names of the page caches that were found.
	 */
	page_caches: string[];
	/**
	 * How far the shop's products are taken over; null without a shop.
	 */
	import: {
		/**
		 * Where it is.
		 */
		state: 'waiting' | 'running' | 'done';
		/**
		 * Products looked at so far.
		 */
		done: number;
		/**
		 * Products there are.
		 */
		total: number;
	} | null;
}
/**
 * One buyer of a test.
 */
export interface GuardTestBuyerRequest {
	/**
	 * The buyer's number: the same buyer asks again for the same unit.
	 */
	buyer: number;
}
/**
 * What a buyer was told.
 */
export interface GuardTestBuyer {
	/**
	 * Whether there was a unit for this buyer.
	 */
	sold: boolean;
}
/**
 * A test of the guard.
 */
export interface GuardTestRequest {
	/**
	 * How many buyers will want a unit each.
	 */
	buyers: number;
}
/**
 * What came of a test, by the books.
 */
export interface GuardTestResult {
	/**
	 * Units that were promised.
	 */
	sold: number;
	/**
	 * Units promised beyond those there were.
	 */
	oversold: number;
	/**
	 * Whether what is left and what was sold add up.
	 */
	agrees: boolean;
}
/**
 * A test of the guard that has begun.
 */
export interface GuardTest {
	/**
	 * The test's number.
	 */
	id: number;
	/**
	 * How many units there are.
	 */
	units: number;
	/**
	 * How many buyers want one each.
	 */
	buyers: number;
}
/**
 * Nothing needs to be said.
 */
export interface HandleRequest {}
/**
 * Whether rows with problems are left out.
 */
export interface ImportApplyRequest {
	/**
	 * Apply the rows that are right, and leave out those with problems.
	 */
	skip_problems?: boolean;
}
/**
 * A CSV file that the server reads by itself again and again.
 */
export interface ImportFeedRequest {
	/**
	 * Its name, as plain text.
	 */
	name: string;
	/**
	 * Where the file is: at a web address, or in a folder of this server.
	 */
	source: 'url' | 'file';
	/**
	 * The web address (http or https), or the path below the uploads folder.
	 */
	address: string;
	/**
	 * Name of a kept mapping: what its columns mean.
	 */
	mapping: string;
	/**
	 * What stands before decimal places.
	 */
	decimal?: '.' | ',';
	/**
	 * Empty finds out.
	 */
	encoding?: '' | 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'BIG5' | 'Windows-1252';
	/**
	 * How often it is read.
	 */
	every_minutes?: number;
	/**
	 * Whether it is read at all.
	 */
	active?: boolean;
}
/**
 * What to change of a feed; what is left out stays.
 */
export interface ImportFeedUpdate {
	/**
	 * Its name, as plain text.
	 */
	name?: string;
	/**
	 * Where the file is: at a web address, or in a folder of this server.
	 */
	source?: 'url' | 'file';
	/**
	 * The web address (http or https), or the path below the uploads folder.
	 */
	address?: string;
	/**
	 * Name of a kept mapping: what its columns mean.
	 */
	mapping?: string;
	/**
	 * What stands before decimal places.
	 */
	decimal?: '.' | ',';
	/**
	 * Empty finds out.
	 */
	encoding?: '' | 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'BIG5' | 'Windows-1252';
	/**
	 * How often it is read.
	 */
	every_minutes?: number;
	/**
	 * Whether it is read at all.
	 */
	active?: boolean;
}
/**
 * A CSV file that the server reads by itself, and how that went.
 */
export interface ImportFeed {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Where the file is.
	 */
	source: 'url' | 'file';
	/**
	 * The web address, or the path below the uploads folder.
	 */
	address: string;
	/**
	 * Name of the mapping.
	 */
	mapping: string;
	/**
	 * What stands before decimal places.
	 */
	decimal: '.' | ',';
	/**
	 * Empty finds out.
	 */
	encoding: '' | 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'BIG5' | 'Windows-1252';
	/**
	 * How often it is read.
	 */
	every_minutes: number;
	/**
	 * Whether it is read at all.
	 */
	active: boolean;
	/**
	 * When it is read next, UTC.
	 */
	next_at: string;
	/**
	 * Whether somebody has asked for it to be read now, and that has not begun.
	 */
	asked: boolean;
	/**
	 * The import that is being read now; null where none is.
	 */
	running: number | null;
	/**
	 * When it was read last, UTC; null for never.
	 */
	last_at: string | null;
	/**
	 * The import of the last time that it could be read: its lines say what was wrong with rows.
	 */
	last_import: number | null;
	last_rows: ImportFeedRows;
	/**
	 * Whether the last reading found the same file as the one before: differences and counts are not added a second time.
	 */
	unchanged: boolean;
	last_error: ImportFeedError;
	/**
	 * Goes up with each change; send it as If-Match.
	 */
	version: number;
}
/**
 * A row of an import: what is wrong with it, or what it changes.
 */
export interface ImportLine {
	/**
	 * Number of the line in the file.
	 */
	row: number;
	/**
	 * The SKU in the file, else that of the item; empty where there is none.
	 */
	sku: string;
	/**
	 * The item; null where it is not known (yet).
	 */
	item_id: number | null;
	/**
	 * The item's name, else the one in the file.
	 */
	name: string | null;
	/**
	 * What is wrong; of a row that was written, what is worth knowing.
	 */
	problems: ImportProblem[];
	/**
	 * What it changes.
	 */
	changes: ImportFieldChange[];
	/**
	 * new: not checked yet. conflict: could not be written or put back.
	 */
	state: 'new' | 'problem' | 'change' | 'create' | 'same' | 'applied' | 'conflict' | 'undone';
}
export interface ImportProblem {
	/**
	 * The field; empty for the row as a whole.
	 */
	field: string;
	/**
	 * A stable code, such as wig_import_unknown_sku.
	 */
	code: string;
	/**
	 * A sentence that says what to do.
	 */
	message: string;
}
export interface ImportFieldChange {
	/**
	 * The field.
	 */
	field: string;
	/**
	 * What it said; null for a new item, empty for nothing.
	 */
	from: string | null;
	/**
	 * What it says then.
	 */
	to: string;
}
/**
 * Which rows of an import to list, in the order of the file.
 */
export interface ImportLinesQuery {
	/**
	 * Rows with problems or conflicts, rows that change something, or all.
	 */
	show?: 'problems' | 'changes' | 'all';
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Rows on a page.
	 */
	per_page?: number;
}
/**
 * All mappings that are kept from now on.
 */
export interface ImportMappingsRequest {
	/**
	 * Kept mappings.
	 */
	mappings: ImportMappingRequest[];
}
export interface ImportMappingRequest {
	/**
	 * Its name, unique, as plain text.
	 */
	name: string;
	/**
	 * What each column of the file means.
	 */
	columns: ImportColumnRequest[];
	options: ImportMappingOptionsRequest;
}
export interface ImportColumnRequest {
	/**
	 * Heading in the file.
	 */
	heading: string;
	/**
	 * A field of a row; empty for a column that is not read.
	 */
	field:
		| ''
		| 'item_id'
		| 'sku'
		| 'barcode'
		| 'product_id'
		| 'name'
		| 'kind'
		| 'category'
		| 'on_hand'
		| 'delta'
		| 'counted'
		| 'counted_at'
		| 'low_stock_threshold'
		| 'backorders'
		| 'backorder_limit'
		| 'backorder_text'
		| 'safety_stock'
		| 'unit_cost'
		| 'supplier'
		| 'bin'
		| 'lead_time_days'
		| 'components';
}
/**
 * How the file is meant.
 */
export interface ImportMappingOptionsRequest {
	/**
	 * What the column on_hand says: what is there (absolute), by how much it changes (difference), or what was counted at a time (counted).
	 */
	quantity: 'absolute' | 'difference' | 'counted';
	/**
	 * When it was counted, for rows that do not say it themselves.
	 */
	counted_at?: string | null;
	/**
	 * Whether items are made for SKUs that nobody knows: parts, or bundles where there are components.
	 */
	create?: boolean;
	/**
	 * Why, for the ledger, as a slug such as received.
	 */
	reason?: string;
	/**
	 * Note for the ledger, as plain text.
	 */
	note?: string;
}
/**
 * What the columns of files mean, kept by name.
 */
export interface ImportMappings {
	/**
	 * Kept mappings.
	 */
	mappings: ImportMapping[];
	/**
	 * Goes up with each change; send it as If-Match.
	 */
	version: number;
}
export interface ImportMapping {
	/**
	 * Its name, unique, as plain text.
	 */
	name: string;
	/**
	 * What each column of the file means.
	 */
	columns: ImportColumn[];
	options: ImportMappingOptions;
}
export interface ImportColumn {
	/**
	 * Heading in the file.
	 */
	heading: string;
	/**
	 * A field of a row; empty for a column that is not read.
	 */
	field:
		| ''
		| 'item_id'
		| 'sku'
		| 'barcode'
		| 'product_id'
		| 'name'
		| 'kind'
		| 'category'
		| 'on_hand'
		| 'delta'
		| 'counted'
		| 'counted_at'
		| 'low_stock_threshold'
		| 'backorders'
		| 'backorder_limit'
		| 'backorder_text'
		| 'safety_stock'
		| 'unit_cost'
		| 'supplier'
		| 'bin'
		| 'lead_time_days'
		| 'components';
}
/**
 * How the file is meant.
 */
export interface ImportMappingOptions {
	/**
	 * What the column on_hand says: what is there (absolute), by how much it changes (difference), or what was counted at a time (counted).
	 */
	quantity: 'absolute' | 'difference' | 'counted';
	/**
	 * When it was counted, for rows that do not say it themselves.
	 */
	counted_at: string | null;
	/**
	 * Whether items are made for SKUs that nobody knows: parts, or bundles where there are components.
	 */
	create: boolean;
	/**
	 * Why, for the ledger, as a slug such as received.
	 */
	reason: string;
	/**
	 * Note for the ledger, as plain text.
	 */
	note: string;
}
/**
 * An import of a file: its rows come afterwards, in portions. Nothing is written to items before it is applied.
 */
export interface ImportRequest {
	/**
	 * Name of the file, as plain text.
	 */
	name: string;
	/**
	 * How many rows will come.
	 */
	total_rows: number;
	options: ImportOptionsRequest;
}
/**
 * How the file is meant.
 */
export interface ImportOptionsRequest {
	/**
	 * What the column on_hand says: what is there (absolute), by how much it changes (difference), or what was counted at a time (counted).
	 */
	quantity: 'absolute' | 'difference' | 'counted';
	/**
	 * When it was counted, for rows that do not say it themselves.
	 */
	counted_at?: string | null;
	/**
	 * Whether items are made for SKUs that nobody knows: parts, or bundles where there are components.
	 */
	create?: boolean;
	/**
	 * Why, for the ledger, as a slug such as received.
	 */
	reason?: string;
	/**
	 * Note for the ledger, as plain text.
	 */
	note?: string;
}
/**
 * Some rows of the file. A row that was sent before is replaced. Values are text: what is wrong with them says the check.
 */
export interface ImportRowsRequest {
	/**
	 * One entry a row; what is blank in the file is left out.
	 */
	rows: ImportRow[];
}
export interface ImportRow {
	/**
	 * Number of the line in the file.
	 */
	row: number;
	/**
	 * Number of the item in this shop.
	 */
	item_id?: string;
	/**
	 * SKU: which item is meant, or that of a new one.
	 */
	sku?: string;
	/**
	 * Barcode; where nothing else says so, it says which item is meant.
	 */
	barcode?: string;
	/**
	 * Number of the product or variation in WooCommerce.
	 */
	product_id?: string;
	/**
	 * Name.
	 */
	name?: string;
	/**
	 * Of a new item: part or bundle.
	 */
	kind?: string;
	/**
	 * Name of the category.
	 */
	category?: string;
	/**
	 * A number of units; what it means says the option quantity.
	 */
	on_hand?: string;
	/**
	 * By how much on hand changes.
	 */
	delta?: string;
	/**
	 * Units that were counted.
	 */
	counted?: string;
	/**
	 * When (RFC 3339).
	 */
	counted_at?: string;
	/**
	 * Low at this many units.
	 */
	low_stock_threshold?: string;
	/**
	 * no, notify or yes.
	 */
	backorders?: string;
	/**
	 * Most units that may be owed.
	 */
	backorder_limit?: string;
	/**
	 * What shoppers are told of a backorder.
	 */
	backorder_text?: string;
	/**
	 * Units that are not offered online.
	 */
	safety_stock?: string;
	/**
	 * What a unit cost last.
	 */
	unit_cost?: string;
	/**
	 * Who it is bought from.
	 */
	supplier?: string;
	/**
	 * Where it lies.
	 */
	bin?: string;
	/**
	 * Days from order to arrival.
	 */
	lead_time_days?: string;
	/**
	 * What a bundle is made of, such as TEA:2; CUP:0.5. Alternatives: TEA|TEA-2:1. An extra: RIBBON:1? An item without SKU: ~Loose tea:1
	 */
	components?: string;
}
/**
 * Nothing needs to be said.
 */
export interface ImportStep {}
/**
 * An import of a file: how far it is, what it would change, and what it has changed.
 */
export interface Import {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Name of the file.
	 */
	name: string;
	/**
	 * receiving: rows are still coming.
	 */
	state: 'receiving' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'cancelled';
	/**
	 * Rows that were announced.
	 */
	total_rows: number;
	/**
	 * Rows that have come.
	 */
	received: number;
	/**
	 * Rows that were checked.
	 */
	checked: number;
	/**
	 * Rows that were written; to be written are change_rows and created_rows, less conflict_rows.
	 */
	applied: number;
	/**
	 * Rows that were put back.
	 */
	undone: number;
	/**
	 * Rows that cannot be used as they are.
	 */
	problem_rows: number;
	/**
	 * Rows that would change (or have changed) an item that is there.
	 */
	change_rows: number;
	/**
	 * Rows that say what is there already.
	 */
	same_rows: number;
	/**
	 * Rows for which an item would be (or was) made.
	 */
	created_rows: number;
	/**
	 * Rows that could not be written or put back, since something has changed since the check.
	 */
	conflict_rows: number;
	options: ImportOptions;
	/**
	 * Whether it can be undone.
	 */
	can_undo: boolean;
	/**
	 * Who brought it; empty for people who are gone, and for feeds.
	 */
	created_by: string;
	/**
	 * When it came, UTC.
	 */
	created_at: string;
	/**
	 * When it last went on, UTC.
	 */
	updated_at: string;
	/**
	 * Goes up with each step.
	 */
	version: number;
	document: ImportDocument;
}
/**
 * How the file is meant.
 */
export interface ImportOptions {
	/**
	 * What the column on_hand says: what is there (absolute), by how much it changes (difference), or what was counted at a time (counted).
	 */
	quantity: 'absolute' | 'difference' | 'counted';
	/**
	 * When it was counted, for rows that do not say it themselves.
	 */
	counted_at: string | null;
	/**
	 * Whether items are made for SKUs that nobody knows: parts, or bundles where there are components.
	 */
	create: boolean;
	/**
	 * Why, for the ledger, as a slug such as received.
	 */
	reason: string;
	/**
	 * Note for the ledger, as plain text.
	 */
	note: string;
}
/**
 * How the ledger names it.
 */
export interface ImportDocument {
	/**
	 * Always import.
	 */
	type: string;
	/**
	 * Its number.
	 */
	id: string;
}
/**
 * Which page of the imports to list.
 */
export interface ImportsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Imports on a page.
	 */
	per_page?: number;
}
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
 * Which days, at most 366, and where to go on.
 */
export interface ItemFactsQuery {
	/**
	 * First day, in the shop's time zone; 30 days where it is left out.
	 */
	from?: string;
	/**
	 * Last day; today where it is left out.
	 */
	to?: string;
	/**
	 * Where to go on: the header X-WIG-Next of the answer before.
	 */
	from_item?: number;
	/**
	 * Items in an answer.
	 */
	per_page?: number;
}
/**
 * What an item did in a period.
 */
export interface ItemFacts {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Its SKU.
	 */
	sku: string;
	/**
	 * Its category.
	 */
	category: string;
	on_hand: Quantity;
	/**
	 * What a unit costs today; null where that is not known.
	 */
	unit_cost: number | string | null;
	/**
	 * What a unit in stock costs today on average, or else what it cost last; null where nothing is known.
	 */
	average_cost: number | string | null;
	/**
	 * What a unit sells for today; null where that is not known.
	 */
	price: number | string | null;
	begin: Quantity;
	sold: Quantity;
	received: Quantity;
	lost: Quantity;
	other: Quantity;
	opened: Quantity;
	reserved: Quantity;
	available: Quantity;
	/**
	 * Days of the period on which a seller had none and sold none.
	 */
	days_out: number;
	/**
	 * Units sold a day on which it could be had.
	 */
	per_day: number;
	/**
	 * Units sold in each whole week of the period, oldest first.
	 */
	weeks: Quantity[];
	/**
	 * Day on which it was last sold, of the last two years; null where it was not.
	 */
	last_sold: string | null;
	/**
	 * Day on which it last came in.
	 */
	last_in: string | null;
	/**
	 * Units on hand at the end by how long they have lain there, first in, first out: up to 30 days, up to 90, up to 180, up to 365, longer.
	 */
	ages: Quantity[];
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
 * Everything that is said for an item, and which of it counts.
 */
export interface ItemRules {
	/**
	 * The item's number.
	 */
	item_id: number;
	/**
	 * Low at so many units.
	 */
	low_stock_threshold: RuleVoice[];
	/**
	 * Whether it may be sold when there is none; none for a bundle, whose components decide.
	 */
	backorders: RuleVoice[];
	/**
	 * Most units that may be owed.
	 */
	backorder_limit: RuleVoice[];
	/**
	 * What shoppers are told of a backorder.
	 */
	backorder_text: RuleVoice[];
}
/**
 * What one level says. The first one that says something counts.
 */
export interface RuleVoice {
	/**
	 * Who says it.
	 */
	level: 'item' | 'variation' | 'product' | 'category' | 'shop';
	/**
	 * Name of the product or category; empty for the item itself and the shop.
	 */
	name: string;
	/**
	 * The rule; null where it is said elsewhere.
	 */
	rule_id: number | null;
	/**
	 * What it says; null says nothing.
	 */
	value: number | string | null;
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
	 * Whether it may be sold when there is none; null inherits.
	 */
	backorders?: 'no' | 'notify' | 'yes' | null;
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
	/**
	 * What a unit cost last, in the shop's currency; null where nobody knows.
	 */
	unit_cost?: number | string | null;
	/**
	 * Who it is bought from.
	 */
	supplier?: string | null;
	/**
	 * Where it lies: a shelf, a box.
	 */
	bin?: string | null;
	/**
	 * Days from order to arrival; null where nobody knows.
	 */
	lead_time_days?: number | null;
}
/**
 * Changes of many items. Each field is saved or refused by itself.
 */
export interface ItemsBatchRequest {
	/**
	 * One entry an item.
	 */
	rows: ItemsBatchRow[];
}
export interface ItemsBatchRow {
	/**
	 * The item.
	 */
	id: number;
	set?: ItemUpdate;
	seen?: ItemUpdate;
	on_hand?: ItemsBatchOnHand;
}
/**
 * A change of what is on hand: either delta, or set together with expected.
 */
export interface ItemsBatchOnHand {
	delta?: Quantity;
	set?: Quantity;
	expected?: Quantity;
	/**
	 * Why, as a slug such as damaged, received, adjustment.
	 */
	reason: string;
	/**
	 * Note, as plain text.
	 */
	note?: string;
}
/**
 * What became of each row of a batch.
 */
export interface ItemsBatch {
	/**
	 * In the order in which they were sent.
	 */
	rows: ItemsBatchAnswer[];
}
export interface ItemsBatchAnswer {
	/**
	 * The item.
	 */
	id: number;
	item?: Item;
	/**
	 * By field: why it was not saved. Empty where all was.
	 */
	problems: {
		[k: string]: ItemsBatchProblem;
	};
}
export interface ItemsBatchProblem {
	/**
	 * Stable code, as of a request of its own.
	 */
	code: string;
	/**
	 * HTTP status that a request of its own would have had.
	 */
	status: number;
	/**
	 * What is wrong and what to do.
	 */
	message: string;
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
 * What the ledger can be filtered by: what there is in it.
 */
export interface LedgerChoices {
	/**
	 * Reasons, as slugs.
	 */
	reasons: string[];
	/**
	 * Who has moved something; 0 is the shop itself.
	 */
	people: LedgerPerson[];
	/**
	 * Places.
	 */
	locations: LedgerLocation[];
	/**
	 * Kinds of documents of which there is a list.
	 */
	document_types: string[];
}
export interface LedgerPerson {
	/**
	 * User id.
	 */
	id: number;
	/**
	 * Name; empty for the shop itself and for who is gone.
	 */
	name: string;
}
export interface LedgerLocation {
	/**
	 * The location.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
}
/**
 * One line of the stock ledger, with the names of what it is about.
 */
export interface LedgerLine {
	/**
	 * The movement's number.
	 */
	id: number;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The item's name; empty where it is gone.
	 */
	item_name: string;
	/**
	 * The item's SKU.
	 */
	item_sku: string;
	/**
	 * The location.
	 */
	location_id: number;
	/**
	 * The location's name.
	 */
	location: string;
	delta: Quantity;
	balance_after: Quantity;
	/**
	 * What each unit cost that came, in the shop's currency; null where nobody has said.
	 */
	unit_cost: number | string | null;
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
	 * 1, or of how many movements this line is the sum: they were folded, and created_at is when the last of them was.
	 */
	stands_for: number;
	/**
	 * When, UTC, to the microsecond where the database keeps it.
	 */
	created_at: string;
}
/**
 * Which movements to list, newest first. The next page is asked for with the header X-WIG-Next of the one before; a page can be short, or empty, and have a next one.
 */
export interface LedgerQuery {
	/**
	 * Where to go on: the header X-WIG-Next of the page before.
	 */
	from?: string;
	/**
	 * Movements on a page.
	 */
	per_page?: number;
	/**
	 * Only movements of this item.
	 */
	item_id?: number;
	/**
	 * Only movements at this location.
	 */
	location_id?: number;
	/**
	 * Only movements with this reason.
	 */
	reason?: string;
	/**
	 * Only movements by this user; 0 is the shop itself.
	 */
	actor?: number;
	/**
	 * Only movements of documents of this kind, such as order.
	 */
	reference_type?: string;
	/**
	 * Only movements of the document with this number; without a kind, in every kind.
	 */
	reference_id?: string;
	/**
	 * Only movements after this time (RFC 3339).
	 */
	after?: string;
	/**
	 * Only movements before this time (RFC 3339).
	 */
	before?: string;
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
	 * Name of the item or category; empty where it is gone.
	 */
	scope_name: string;
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
	/**
	 * Another one after each change.
	 */
	version: number;
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
 * A mass event that was meant.
 */
export interface MassEventMeant {
	/**
	 * By what it is known.
	 */
	mark: string;
}
/**
 * Which mass event is meant.
 */
export interface MassEventRequest {
	/**
	 * Its mark.
	 */
	mark: string;
}
/**
 * Units that moved, by day and what that means.
 */
export interface MovementsByDay {
	/**
	 * First day, in the shop's time zone.
	 */
	from: string;
	/**
	 * Last day.
	 */
	to: string;
	/**
	 * Every day of the period, oldest first.
	 */
	days: MovementsDay[];
}
export interface MovementsDay {
	/**
	 * The day.
	 */
	day: string;
	sold: Quantity;
	returned: Quantity;
	received: Quantity;
	lost: Quantity;
	other: Quantity;
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
 * Nothing needs to be said.
 */
export interface NothingRequest {}
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
 * The shop's figures in a period.
 */
export interface Overview {
	/**
	 * First day, in the shop's time zone.
	 */
	from: string;
	/**
	 * Last day.
	 */
	to: string;
	/**
	 * How many days that are.
	 */
	days: number;
	/**
	 * Whether all days are added up; else the job is still at it.
	 */
	complete: boolean;
	/**
	 * When this was made, UTC.
	 */
	as_of: string;
	figures: OverviewFigures;
}
export interface OverviewFigures {
	value_cost: Figure;
	value_average: Figure;
	value_price: Figure;
	units: Figure;
	out_rate: Figure;
	cover_days: Figure;
	sell_through: Figure;
	sold: Figure;
	lost_units: Figure;
	lost_sales: Figure;
}
/**
 * Which page of a list.
 */
export interface PageQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Entries on a page.
	 */
	per_page?: number;
}
/**
 * An estimate that a person has judged.
 */
export interface RepairEstimateRequest {
	/**
	 * The item.
	 */
	item_id: number;
	estimate: Quantity;
	on_hand: Quantity;
}
/**
 * What is to be mended.
 */
export interface RepairRequest {
	/**
	 * Of which finding.
	 */
	act: 'tables' | 'records' | 'shop';
}
/**
 * What is lost or does not agree.
 */
export interface Repair {
	/**
	 * Empty when all is well.
	 */
	findings: RepairFinding[];
	/**
	 * Items of which nobody knows the number, and what old orders say of them.
	 */
	estimates: RepairEstimate[];
}
export interface RepairFinding {
	/**
	 * What mends it. tables: they are made again, with WooCommerce's numbers; records: the ledger gets lines that make it agree; shop: WooCommerce gets the numbers of the books; estimates: see there.
	 */
	act: 'tables' | 'records' | 'shop' | 'estimates';
	/**
	 * How many tables, rows or products.
	 */
	count: number;
	/**
	 * Names of some.
	 */
	details: string[];
}
export interface RepairEstimate {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	name: string;
	on_hand: Quantity;
	estimate: Quantity;
	/**
	 * When that was (UTC).
	 */
	at: string;
	/**
	 * Which order that was.
	 */
	order_id: number;
}
/**
 * A report that is to go out by mail.
 */
export interface ReportMailRequest {
	/**
	 * Which report.
	 */
	report: 'stock' | 'turnover' | 'classes' | 'ageing' | 'dead' | 'outs' | 'shrinkage' | 'reserved';
	/**
	 * How often: each day, each week on a weekday, or on each 1st of a month. It is about the day, the seven days or the month before.
	 */
	every: 'day' | 'week' | 'month';
	/**
	 * With week: 1 is Monday, 7 is Sunday.
	 */
	weekday?: number;
	/**
	 * Mail addresses, and names of users who may see the inventory.
	 */
	recipients: string[];
	/**
	 * Whether it is on.
	 */
	active?: boolean;
}
/**
 * What to change of it; what is left out stays.
 */
export interface ReportMailUpdate {
	/**
	 * Which report.
	 */
	report?: 'stock' | 'turnover' | 'classes' | 'ageing' | 'dead' | 'outs' | 'shrinkage' | 'reserved';
	/**
	 * How often: each day, each week on a weekday, or on each 1st of a month. It is about the day, the seven days or the month before.
	 */
	every?: 'day' | 'week' | 'month';
	/**
	 * With week: 1 is Monday, 7 is Sunday.
	 */
	weekday?: number;
	/**
	 * Mail addresses, and names of users who may see the inventory.
	 */
	recipients?: string[];
	/**
	 * Whether it is on.
	 */
	active?: boolean;
}
/**
 * A report that goes out by mail.
 */
export interface ReportMail {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Which report.
	 */
	report: 'stock' | 'turnover' | 'classes' | 'ageing' | 'dead' | 'outs' | 'shrinkage' | 'reserved';
	/**
	 * How often: each day, each week on a weekday, or on each 1st of a month. It is about the day, the seven days or the month before.
	 */
	every: 'day' | 'week' | 'month';
	/**
	 * With week: 1 is Monday, 7 is Sunday.
	 */
	weekday: number;
	/**
	 * Names of users, and mail addresses.
	 */
	recipients: string[];
	/**
	 * Whether it is on.
	 */
	active: boolean;
	/**
	 * Day of the next one, in the shop's calendar; it goes out from six o'clock in the morning on.
	 */
	next_on: string;
	/**
	 * What became of the newest one: there was none, it is being sent (or its sender was cut off), or it was handed over for all, for some (part) or for nobody (failed).
	 */
	outcome: 'none' | 'sending' | 'sent' | 'part' | 'failed';
	/**
	 * Why it was not handed over: nobody (no recipient can get it), no_folder (no place for the attachment), error (see the server's log), refused, or what the mail program said. Empty where all is well.
	 */
	reason: string;
	/**
	 * Addresses for which it was not handed over.
	 */
	failed: string[];
	/**
	 * When the newest one was begun, UTC.
	 */
	tried_at: string | null;
	/**
	 * When one was last handed over, UTC.
	 */
	sent_at: string | null;
	/**
	 * Another one after each change by a person.
	 */
	version: number;
}
/**
 * Which days: from and to, or the last so many.
 */
export interface ReportQuery {
	/**
	 * The last so many days, today among them; not with from and to.
	 */
	days?: number;
	/**
	 * First day, in the shop's time zone.
	 */
	from?: string;
	/**
	 * Last day, in the shop's time zone.
	 */
	to?: string;
}
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
	/**
	 * Only for a bundle: what is really taken for all of them together.
	 */
	taken?: TakenComponent[];
}
export interface TakenComponent {
	/**
	 * The component.
	 */
	item_id: number;
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
	 * The customer waits, gets something else, gets the money back; or the units are taken now. To wait takes an earlier decision back, where the order still wants the units.
	 */
	outcome: 'wait' | 'substitute' | 'refund' | 'taken';
}
/**
 * What a restore does to one item at one location.
 */
export interface RestoreLine {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name; empty where it is gone.
	 */
	item_name: string;
	/**
	 * Its SKU.
	 */
	item_sku: string;
	/**
	 * The location.
	 */
	location_id: number;
	/**
	 * Its name.
	 */
	location: string;
	now: Quantity;
	then: Quantity;
	kept: Quantity;
	delta: Quantity;
	after: Quantity;
}
/**
 * Which page of what a restore changes to list.
 */
export interface RestoreLinesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Lines on a page.
	 */
	per_page?: number;
}
/**
 * Either a moment and which items (filter), or a mass event to take back. Nothing happens before it is started.
 */
export interface RestoreRequest {
	/**
	 * To when: what happened at it had happened.
	 */
	moment?: string;
	/**
	 * Leave what was sold, sent back, delivered or lost since the moment as it is (the default), or go back to exactly the number of the moment.
	 */
	keep_sales?: boolean;
	filter?: RestoreFilter;
	/**
	 * The mark of a mass event: what it did is taken back, and nothing else is said.
	 */
	event?: string;
}
/**
 * Which items are meant: those that match all of it. For every item say all.
 */
export interface RestoreFilter {
	/**
	 * Every item is meant; said where nothing else is.
	 */
	all?: boolean;
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * Only items with this status.
	 */
	status?: 'low' | 'out' | 'backorder' | 'ok' | 'untracked';
	/**
	 * Only items of this kind.
	 */
	kind?: 'simple' | 'variation' | 'variable' | 'part' | 'bundle';
	/**
	 * Only these items.
	 */
	ids?: number[];
	/**
	 * Only products of these categories and those below them.
	 */
	categories?: number[];
}
/**
 * Numbers that are brought back to what they were at a moment: what is meant, how far it is, and what took it back.
 */
export interface Restore {
	/**
	 * Its number: its movements have the reference restore and this.
	 */
	id: number;
	/**
	 * looking: it is being found out what would change. ready: that can be read; nothing has happened yet.
	 */
	state: 'looking' | 'ready' | 'running' | 'done';
	/**
	 * To when, UTC: what happened at it had happened.
	 */
	moment: string;
	/**
	 * Whether what was sold, sent back, delivered or lost since the moment stays. Else the number is exactly the one of the moment, less what moved since the look.
	 */
	keep_sales: boolean;
	filter: RestoreOf;
	event: MassEvent;
	/**
	 * Items that were looked at so far.
	 */
	items: number;
	/**
	 * Of those, how many had no history yet at the moment: they are left alone.
	 */
	unknown: number;
	/**
	 * Levels that would change; known once it is ready.
	 */
	changing: number;
	units_in: Quantity;
	units_out: Quantity;
	/**
	 * Levels that are written so far.
	 */
	done: number;
	/**
	 * Whether it can be taken back.
	 */
	can_undo: boolean;
	reversal: Reversal;
	/**
	 * Who asked for it; empty for people who are gone.
	 */
	actor: string;
	/**
	 * When it was looked at, UTC: what moves after that stays.
	 */
	created_at: string;
	/**
	 * When it was started, UTC.
	 */
	started_at: string | null;
	/**
	 * When it was finished, UTC.
	 */
	ended_at: string | null;
}
/**
 * Which items are meant.
 */
export interface RestoreOf {
	/**
	 * Words of the name, SKU or barcode; empty for any.
	 */
	search: string;
	/**
	 * Only items with this status; null for any.
	 */
	status: 'low' | 'out' | 'backorder' | 'ok' | 'untracked' | null;
	/**
	 * Only items of this kind; null for any.
	 */
	kind: 'simple' | 'variation' | 'variable' | 'part' | 'bundle' | null;
	/**
	 * Numbers of product categories, with those below them; empty for any.
	 */
	categories: number[];
	/**
	 * How many items were picked one by one; 0 for all that match.
	 */
	picked: number;
}
/**
 * Which page of the restores to list.
 */
export interface RestoresQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Restores on a page.
	 */
	per_page?: number;
}
/**
 * The document to take back as a whole.
 */
export interface ReverseRequest {
	reference: ReferenceRequest;
}
/**
 * An item, what counts for it, and what would count.
 */
export interface RuleExample {
	/**
	 * The item's number.
	 */
	item_id: number;
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * Stock keeping unit; empty where there is none.
	 */
	sku: string;
	before: RuleValues;
	after: RuleValues;
}
/**
 * What counts for an item.
 */
export interface RuleValues {
	low_stock_threshold: Quantity;
	/**
	 * Whether it may be sold when there is none.
	 */
	backorders: 'no' | 'notify' | 'yes';
	/**
	 * Most units that may be owed; null is no limit.
	 */
	backorder_limit: number | string | null;
	/**
	 * What shoppers are told of a backorder.
	 */
	backorder_text: string;
}
/**
 * Which page of the items to list.
 */
export interface RuleItemsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Items on a page.
	 */
	per_page?: number;
}
/**
 * The order in which rules of categories win.
 */
export interface RuleOrderRequest {
	/**
	 * Numbers of all rules of categories, the first to win first.
	 */
	ids: number[];
}
/**
 * What a rule would do.
 */
export interface RulePreview {
	/**
	 * Counted items that it would speak for.
	 */
	items: number;
	/**
	 * Five of them, those that would change first.
	 */
	examples: RuleExample[];
}
/**
 * A rule for items that say nothing themselves. There is one for a product, a category or the shop at most.
 */
export interface RuleRequest {
	/**
	 * For what it speaks: a product with variations, a category with those below it, or the whole shop.
	 */
	scope: 'product' | 'category' | 'shop';
	/**
	 * Number of the item, or of the product category in WooCommerce; left out for the shop.
	 */
	scope_id?: number;
	/**
	 * Low at so many units; null says nothing. The shop's own is in the settings.
	 */
	low_stock_threshold?: number | string | null;
	/**
	 * Whether an item may be sold when there is none; null says nothing.
	 */
	backorders?: 'no' | 'notify' | 'yes' | null;
	/**
	 * Most units that may be owed of one item; null says nothing.
	 */
	backorder_limit?: number | string | null;
	/**
	 * What shoppers are told of a backorder, such as Ships in 10 days; empty says nothing.
	 */
	backorder_text?: string | null;
}
/**
 * What to change of a rule; what is left out stays.
 */
export interface RuleUpdate {
	/**
	 * Low at so many units; null says nothing. The shop's own is in the settings.
	 */
	low_stock_threshold?: number | string | null;
	/**
	 * Whether an item may be sold when there is none; null says nothing.
	 */
	backorders?: 'no' | 'notify' | 'yes' | null;
	/**
	 * Most units that may be owed of one item; null says nothing.
	 */
	backorder_limit?: number | string | null;
	/**
	 * What shoppers are told of a backorder, such as Ships in 10 days; empty says nothing.
	 */
	backorder_text?: string | null;
}
/**
 * What counts for items that say nothing themselves.
 */
export interface Rule {
	/**
	 * The rule's number.
	 */
	id: number;
	/**
	 * For what it speaks: a product with variations, a category with those below it, or the whole shop.
	 */
	scope: 'product' | 'category' | 'shop';
	/**
	 * Number of the item, or of the product category in WooCommerce; 0 for the shop.
	 */
	scope_id: number;
	/**
	 * Name of the product or category; empty for the shop and for what is gone.
	 */
	scope_name: string;
	/**
	 * Counted items that it speaks for; 10001 is more than 10000.
	 */
	items: number;
	/**
	 * Low at so many units; null says nothing.
	 */
	low_stock_threshold: number | string | null;
	/**
	 * Whether an item may be sold when there is none; null says nothing.
	 */
	backorders: 'no' | 'notify' | 'yes' | null;
	/**
	 * Most units that may be owed of one item; null says nothing.
	 */
	backorder_limit: number | string | null;
	/**
	 * What shoppers are told of a backorder; empty says nothing.
	 */
	backorder_text: string;
}
/**
 * Which page of the rules to list.
 */
export interface RulesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Rules on a page.
	 */
	per_page?: number;
}
/**
 * How far the items have followed the last change of a rule, and what there is beside rules.
 */
export interface RulesState {
	/**
	 * Whether items still have to follow.
	 */
	state: 'running' | 'done';
	/**
	 * Items looked at.
	 */
	done: number;
	/**
	 * Of so many.
	 */
	total: number;
	/**
	 * Counted items, without variations, that say something themselves.
	 */
	own_items: number;
	/**
	 * Counted variations that say something themselves.
	 */
	own_variations: number;
	default_low: Quantity;
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
		kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed')[];
		/**
		 * Only items of these categories, by name; empty means all.
		 */
		categories?: string[];
	}[];
	/**
	 * For so many minutes alerts are gathered into one mail; 0 sends them with the next run of the job.
	 */
	alert_digest_minutes?: number;
	/**
	 * How often a backup of the ledger is made by itself.
	 */
	backup_every?: 'never' | 'daily' | 'weekly' | 'monthly';
	/**
	 * So many of those backups are kept.
	 */
	backup_keep?: number;
	/**
	 * How old movements are when they are folded into monthly sums, for good: who, which order and the notes are lost.
	 */
	fold_after?: 'never' | '27_months' | '3_years' | '5_years' | '7_years' | '10_years';
}
/**
 * Which settings go back to their defaults; the others stay.
 */
export interface SettingsResetRequest {
	/**
	 * Names of settings.
	 */
	fields: (
		| 'low_stock_threshold'
		| 'hold_minutes'
		| 'show_numbers'
		| 'delete_data_on_uninstall'
		| 'stock_leaves'
		| 'method_holds'
		| 'expiry_cancels'
		| 'when_short'
		| 'answer_early'
		| 'alert_recipients'
		| 'alert_digest_minutes'
		| 'backup_every'
		| 'backup_keep'
		| 'fold_after'
	)[];
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
	/**
	 * How often a backup of the ledger is made by itself.
	 */
	backup_every: 'never' | 'daily' | 'weekly' | 'monthly';
	/**
	 * So many of those backups are kept.
	 */
	backup_keep: number;
	/**
	 * How old movements are when they are folded into monthly sums, for good: who, which order and the notes are lost.
	 */
	fold_after: 'never' | '27_months' | '3_years' | '5_years' | '7_years' | '10_years';
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
	 * The order in words, such as Order #1042.
	 */
	order_label: string;
	/**
	 * Where the order is seen in wp-admin, for who may.
	 */
	order_link: string | null;
	/**
	 * The line of the order.
	 */
	line_id: number;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The item's name; empty where it is gone.
	 */
	item_name: string;
	/**
	 * Its stock keeping unit; empty where there is none.
	 */
	item_sku: string;
	missing: Quantity;
	can_be_had: Quantity;
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
	 * Those that are open, the oldest first; of these only the ones for which units are there (ready); or those that are settled, the newest first.
	 */
	state?: 'open' | 'ready' | 'closed';
	/**
	 * Only those of this order.
	 */
	order_id?: number;
	/**
	 * Only those of this item.
	 */
	item_id?: number;
}
/**
 * What went in a period without being sold, by reason.
 */
export interface Shrinkage {
	/**
	 * First day, in the shop's time zone.
	 */
	from: string;
	/**
	 * Last day.
	 */
	to: string;
	/**
	 * Losses, counts and corrections; what cost most first. Reasons by which nothing moved are left out.
	 */
	reasons: ShrinkageReason[];
}
export interface ShrinkageReason {
	/**
	 * The reason as the ledger has it.
	 */
	reason: string;
	/**
	 * Lines of the ledger.
	 */
	lines: number;
	/**
	 * Items that they are about.
	 */
	items: number;
	units: Quantity;
	cost: Quantity;
}
/**
 * For how long nobody is to be reminded of an item that is low or out.
 */
export interface SnoozeRequest {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Days from now; 0 reminds again at once.
	 */
	days: number;
}
/**
 * Until when nobody is reminded of an item.
 */
export interface Snooze {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Until when, UTC; null is not at all.
	 */
	until: string | null;
}
/**
 * Which day, and where to go on.
 */
export interface StockOnDateQuery {
	/**
	 * The day, in the shop's time zone; today where it is left out.
	 */
	day?: string;
	/**
	 * Where to go on: the header X-WIG-Next of the answer before.
	 */
	from_item?: number;
	/**
	 * Items in an answer.
	 */
	per_page?: number;
}
/**
 * What was on hand of an item at the end of a day.
 */
export interface StockOnDate {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Its SKU.
	 */
	sku: string;
	/**
	 * Its category.
	 */
	category: string;
	on_hand: Quantity;
	/**
	 * What a unit costs today; null where that is not known.
	 */
	unit_cost: number | string | null;
	/**
	 * What a unit in stock costs today on average, or else what it cost last; null where nothing is known.
	 */
	average_cost: number | string | null;
	/**
	 * What a unit sells for today; null where that is not known.
	 */
	price: number | string | null;
}
/**
 * What the shop held at the end of each day.
 */
export interface StockValue {
	/**
	 * First day, in the shop's time zone.
	 */
	from: string;
	/**
	 * Last day.
	 */
	to: string;
	/**
	 * The days of which something is known, oldest first.
	 */
	days: StockValueDay[];
}
export interface StockValueDay {
	/**
	 * The day.
	 */
	day: string;
	value_cost: Quantity;
	value_average: Quantity;
	value_price: Quantity;
	units: Quantity;
	/**
	 * Items that could not be bought.
	 */
	items_out: number;
	/**
	 * Whether it was reckoned back from a later day, at later costs and prices.
	 */
	reckoned: boolean;
}
/**
 * How right the books were in one applied stocktake.
 */
export interface StocktakeAccuracy {
	/**
	 * The stocktake.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * When it was applied, UTC.
	 */
	applied_at: string;
	/**
	 * Lines counted.
	 */
	lines: number;
	/**
	 * Lines without a difference.
	 */
	right: number;
	expected: Quantity;
	differing: Quantity;
	expected_value: Quantity;
	differing_value: Quantity;
	net_value: Quantity;
}
/**
 * A second person agrees: neither who counted it nor who accepted it.
 */
export interface StocktakeApproveRequest {
	/**
	 * 1 to 500 lines.
	 */
	lines: StocktakeApproval[];
}
export interface StocktakeApproval {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * The difference that was looked at.
	 */
	variance: number | string;
}
/**
 * What a new stocktake can be limited to.
 */
export interface StocktakeChoices {
	/**
	 * Places that hold stock.
	 */
	locations: StocktakeLocation[];
	/**
	 * Product categories (none without a shop).
	 */
	categories: StocktakeCategory[];
	/**
	 * Suppliers that items name; the first 500.
	 */
	suppliers: string[];
	/**
	 * Bins that items name; the first 500.
	 */
	bins: string[];
	classes: StocktakeClasses;
	/**
	 * The shop's own limit, from which on a second person must agree; null for none.
	 */
	approve_over: number | string | null;
}
export interface StocktakeLocation {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
}
export interface StocktakeCategory {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Its name, with those above it.
	 */
	name: string;
}
export interface StocktakeClasses {
	/**
	 * Items that make the first 80 % of sales.
	 */
	A: number;
	/**
	 * Items that make the next 15 %.
	 */
	B: number;
	/**
	 * The rest.
	 */
	C: number;
}
/**
 * The server's clock. offset_ms = server_time - (time of asking + time of answer) / 2.
 */
export interface StocktakeClock {
	/**
	 * Now, UTC, to the microsecond.
	 */
	server_time: string;
}
/**
 * Ties a code to an item, from now on and for counts of this stocktake that noted it.
 */
export interface StocktakeCodeRequest {
	/**
	 * The code as it was scanned.
	 */
	code: string;
	/**
	 * The item.
	 */
	item_id: number;
}
/**
 * One count, as it came in. Nothing of it is ever changed.
 */
export interface StocktakeCount {
	/**
	 * Its number: later counts of a stocktake have higher ones.
	 */
	id: number;
	/**
	 * The device's own name for it.
	 */
	uuid: string;
	/**
	 * The item; null where the code is not known yet.
	 */
	item_id: number | null;
	/**
	 * What was scanned.
	 */
	code: string;
	/**
	 * See StocktakeCountRequest.
	 */
	mode: 'set' | 'add' | 'undo';
	quantity: Quantity;
	/**
	 * uuid of the count that it takes back.
	 */
	undo: string | null;
	/**
	 * Where within the location.
	 */
	place: string;
	/**
	 * The item's round.
	 */
	round: number;
	/**
	 * When it was counted, by the server's clock, UTC.
	 */
	at: string;
	/**
	 * When it came in, UTC.
	 */
	received_at: string;
	/**
	 * The device.
	 */
	device: string;
	/**
	 * Who counted.
	 */
	counter_id: number;
	/**
	 * Their name.
	 */
	counter_name: string;
	/**
	 * Note, as plain text.
	 */
	note: string;
	/**
	 * Whether it was taken back.
	 */
	voided: boolean;
	/**
	 * Whether the device's clock was wrong in a way that could not be put right for sure.
	 */
	doubtful: boolean;
}
/**
 * Who counts, and how the items are shared out. Replaces what was before.
 */
export interface StocktakeCountersRequest {
	/**
	 * Users. Empty: everybody who may manage stocktakes.
	 */
	counters: number[];
	/**
	 * How items are shared out: not at all, evenly in the order of their bins, or each bin to one.
	 */
	share?: 'none' | 'even' | 'bin';
}
/**
 * Which counts, in the order in which they came in: ask again with the last id as after for what is new.
 */
export interface StocktakeCountsQuery {
	/**
	 * Only counts with a higher number.
	 */
	after?: number;
	/**
	 * Entries in an answer.
	 */
	per_page?: number;
	/**
	 * Only of this item.
	 */
	item_id?: number;
	/**
	 * Only the asker's own.
	 */
	mine?: boolean;
}
/**
 * Counts, in any order, new and repeated.
 */
export interface StocktakeCountsRequest {
	/**
	 * When this was sent, by the device's clock: shows whether the clock was set meanwhile.
	 */
	sent_at?: string;
	/**
	 * Name or number of the device.
	 */
	device?: string;
	/**
	 * 1 to 1,000 counts.
	 */
	counts: StocktakeCountRequest[];
}
export interface StocktakeCountRequest {
	/**
	 * Made by the device, once for each count: sent twice, it counts once.
	 */
	uuid: string;
	/**
	 * set: so many are there, at this place. add: so many more (a scan is 1; may be negative). undo: takes back the count that undo names.
	 */
	mode: 'set' | 'add' | 'undo';
	/**
	 * The item; left out with code where nobody knows it yet.
	 */
	item_id?: number | null;
	/**
	 * What was scanned.
	 */
	code?: string;
	/**
	 * Units. Required, except for undo.
	 */
	quantity?: number | string;
	/**
	 * uuid of the count that is taken back; only of the same counter.
	 */
	undo?: string;
	/**
	 * Where within the location: parts counted in several places add up. Empty for the usual place.
	 */
	place?: string;
	/**
	 * The item's round, as it was read; left out, the present one.
	 */
	round?: number | null;
	/**
	 * When it was counted, by the device's own clock.
	 */
	at: string;
	/**
	 * Server's clock minus device's clock, in milliseconds, as it was measured last before the count.
	 */
	offset_ms?: number;
	/**
	 * Note.
	 */
	note?: string;
}
/**
 * What became of each count, in the order in which they were sent.
 */
export interface StocktakeCountsResult {
	/**
	 * One for each.
	 */
	results: StocktakeCountResult[];
	/**
	 * The stocktake's version now.
	 */
	version: number;
	/**
	 * The server's clock, to the microsecond.
	 */
	server_time: string;
}
export interface StocktakeCountResult {
	/**
	 * The count.
	 */
	uuid: string;
	/**
	 * counted now, repeated (it was there), or refused (send it never again; message says why).
	 */
	state: 'counted' | 'repeated' | 'refused';
	/**
	 * Why it was refused; else empty.
	 */
	code: '' | 'wig_unknown_item' | 'wig_not_countable';
	/**
	 * The same in words; else empty.
	 */
	message: string;
}
/**
 * How many lines were decided on, and which were not.
 */
export interface StocktakeDecided {
	/**
	 * Lines changed.
	 */
	changed: number;
	/**
	 * Lines that were not.
	 */
	refused: StocktakeRefusedLine[];
}
export interface StocktakeRefusedLine {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Why.
	 */
	code: 'wig_line_changed' | 'wig_not_counted' | 'wig_second_person' | 'wig_not_in_stocktake';
	/**
	 * The same in words.
	 */
	message: string;
}
/**
 * Decides on lines: some, or all that nobody has decided on.
 */
export interface StocktakeDecisionsRequest {
	/**
	 * 1 to 500 decisions.
	 */
	decisions?: StocktakeDecision[];
	all?: StocktakeDecisionForAll;
}
export interface StocktakeDecision {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * accept: apply the difference. leave: do not. none: takes back what was decided.
	 */
	decision: 'accept' | 'leave' | 'none';
	/**
	 * The difference that was looked at; required with accept. If it is another by now, nothing is decided.
	 */
	variance?: number | string;
	/**
	 * Why it differs.
	 */
	reason?: 'unknown' | 'damaged' | 'lost' | 'theft' | 'expired' | 'miscounted' | 'booked_wrong' | 'given_away' | 'other';
	/**
	 * Note.
	 */
	note?: string;
}
/**
 * For all differences that nobody has decided on, as they are now.
 */
export interface StocktakeDecisionForAll {
	/**
	 * See decisions.
	 */
	decision: 'accept' | 'leave';
	/**
	 * Why they differ.
	 */
	reason?: 'unknown' | 'damaged' | 'lost' | 'theft' | 'expired' | 'miscounted' | 'booked_wrong' | 'given_away' | 'other';
	/**
	 * Note.
	 */
	note?: string;
}
/**
 * Which items to look for: all that can be counted, not only those on the list.
 */
export interface StocktakeFindQuery {
	/**
	 * Words of name, SKU or barcode.
	 */
	search?: string;
	/**
	 * Exactly this code: a barcode, a GTIN of 8 to 14 digits, an SKU, or another code that was tied to an item.
	 */
	code?: string;
}
/**
 * All counts of an item in a stocktake, and what moved around that time.
 */
export interface StocktakeHistory {
	line: StocktakeLine;
	/**
	 * All counts, the oldest first; at most 500.
	 */
	counts: StocktakeCount[];
	/**
	 * Lines of the ledger at the location from a day before the first count on, newest first; at most 100.
	 */
	movements: Movement[];
}
/**
 * One item in review: what was counted, what should have been there at that moment, and what was decided.
 */
export interface StocktakeLine {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * SKU; empty where there is none.
	 */
	sku: string;
	/**
	 * GTIN, EAN or another code; empty where there is none.
	 */
	barcode: string;
	/**
	 * Where it lies; empty where nobody has said.
	 */
	bin: string;
	/**
	 * Name of the category; empty where there is none.
	 */
	category: string;
	/**
	 * Address of a small picture.
	 */
	image: string | null;
	/**
	 * Round that counts.
	 */
	round: number;
	/**
	 * Units counted, all parts together; null for nothing.
	 */
	counted: number | string | null;
	/**
	 * RFID tags among them.
	 */
	tags: number;
	/**
	 * The moment for which it is compared: when its last part was counted, UTC.
	 */
	counted_at: string | null;
	/**
	 * When its first part was counted, UTC.
	 */
	first_counted_at: string | null;
	/**
	 * What the ledger said at that moment.
	 */
	books: number | string | null;
	in_packing: Quantity;
	/**
	 * books and in_packing: what should have been there.
	 */
	expected: number | string | null;
	/**
	 * counted less expected; null where nothing is counted.
	 */
	variance: number | string | null;
	/**
	 * variance as a share of expected, 0.1 is 10 %; null where nothing was expected.
	 */
	share: number | null;
	/**
	 * What a unit is worth: its cost, else its price; null where neither is known.
	 */
	unit_value: number | string | null;
	/**
	 * variance in money; null where unit_value is.
	 */
	value: number | string | null;
	moved_during: Quantity;
	on_hand: Quantity;
	reserved: Quantity;
	/**
	 * What to look at. clock: a device's clock was wrong. moved: units moved between parts. several: counted by several people. unlisted: not on the list. superseded: a later count has been applied already, this one changes nothing. reserved: after it less is there than is promised to orders. changed: the numbers changed after they were decided on.
	 */
	flags: ('clock' | 'moved' | 'several' | 'unlisted' | 'superseded' | 'reserved' | 'changed')[];
	/**
	 * Who counted it.
	 */
	counters: StocktakeAuthor[];
	/**
	 * none: nobody has decided yet. Lines without a variance need no decision.
	 */
	decision: 'none' | 'accept' | 'leave';
	/**
	 * Why it differs.
	 */
	reason: 'unknown' | 'damaged' | 'lost' | 'theft' | 'expired' | 'miscounted' | 'booked_wrong' | 'given_away' | 'other';
	/**
	 * Note, as plain text.
	 */
	note: string;
	/**
	 * Who decided; 0 for nobody.
	 */
	decided_by: number;
	/**
	 * Their name.
	 */
	decided_by_name: string;
	/**
	 * When, UTC.
	 */
	decided_at: string | null;
	/**
	 * Whether a second person must agree before it is applied.
	 */
	needs_second: boolean;
	/**
	 * Who agreed; 0 for nobody.
	 */
	approved_by: number;
	/**
	 * Their name.
	 */
	approved_by_name: string;
	/**
	 * Whether the asker may be that second person.
	 */
	may_approve: boolean;
	/**
	 * Why it is to be counted again, as plain text; empty where it is not.
	 */
	recount_note: string;
	/**
	 * By how much the books were changed; null while they were not.
	 */
	applied: number | string | null;
}
export interface StocktakeAuthor {
	/**
	 * The person.
	 */
	user_id: number;
	/**
	 * Their name.
	 */
	name: string;
}
/**
 * An item to count. expected is null in a blind stocktake, for who only counts.
 */
export interface StocktakeItem {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * SKU; empty where there is none.
	 */
	sku: string;
	/**
	 * GTIN, EAN or another code; empty where there is none.
	 */
	barcode: string;
	/**
	 * Where it lies; empty where nobody has said.
	 */
	bin: string;
	/**
	 * Name of the category; empty where there is none.
	 */
	category: string;
	/**
	 * Other codes that stand for it.
	 */
	codes: string[];
	/**
	 * Address of a small picture.
	 */
	image: string | null;
	/**
	 * Whose it is to count; 0 for anybody's.
	 */
	counter_id: number;
	/**
	 * 1 for the first count, 2 for the first recount ...: send it with each count. Counts of an earlier round no longer matter.
	 */
	round: number;
	/**
	 * False for what was found and is not on the list of this stocktake.
	 */
	listed: boolean;
	/**
	 * What has been counted in this round, all parts and counters together; null for nothing.
	 */
	counted: number | string | null;
	/**
	 * When the last part was counted, UTC.
	 */
	counted_at: string | null;
	/**
	 * RFID tags of it that were read in this round.
	 */
	tags: number;
	/**
	 * What should be there now; null where the asker must not see it.
	 */
	expected: number | string | null;
}
/**
 * Which items of a stocktake, in the order of their numbers: ask again with the last item_id as after until fewer than per_page come.
 */
export interface StocktakeItemsQuery {
	/**
	 * Only items with a higher number.
	 */
	after?: number;
	/**
	 * Entries in an answer.
	 */
	per_page?: number;
	/**
	 * Only those that are the asker's to count, or anybody's.
	 */
	mine?: boolean;
	/**
	 * Only those that have to be counted again.
	 */
	recount?: boolean;
}
/**
 * From which value of a difference on a second person must agree.
 */
export interface StocktakeLimitRequest {
	/**
	 * In the shop's currency; 0 for every difference, null for none.
	 */
	approve_over?: number | string | null;
}
/**
 * From which value of a difference on a second person must agree.
 */
export interface StocktakeLimit {
	/**
	 * In the shop's currency; 0 for every difference, null for none.
	 */
	approve_over: number | string | null;
}
/**
 * Which line.
 */
export interface StocktakeLineQuery {
	/**
	 * The item.
	 */
	item_id: number;
}
/**
 * Some lines of a stocktake, or all that it can be done to.
 */
export interface StocktakeLinesRequest {
	/**
	 * Items.
	 */
	items?: number[];
	/**
	 * All that it can be done to.
	 */
	all?: boolean;
	/**
	 * Why, for those who count.
	 */
	note?: string;
}
/**
 * Somebody who could count or review.
 */
export interface StocktakePerson {
	/**
	 * The person.
	 */
	user_id: number;
	/**
	 * Their name.
	 */
	name: string;
	/**
	 * May count.
	 */
	may_count: boolean;
	/**
	 * May review, decide and apply.
	 */
	may_review: boolean;
}
/**
 * Which photo to delete.
 */
export interface StocktakePhotoDelete {
	/**
	 * Its number.
	 */
	photo_id: number;
}
/**
 * Which photo.
 */
export interface StocktakePhotoQuery {
	/**
	 * Its number.
	 */
	photo_id: number;
}
/**
 * A photo of an item: at most 5 of an item by one person, and 500 in a stocktake.
 */
export interface StocktakePhotoRequest {
	/**
	 * Made by the device, once for each photo: sent twice, it is kept once.
	 */
	uuid: string;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * When it was taken, by the device's own clock.
	 */
	at: string;
	/**
	 * Server's clock minus device's clock, in milliseconds, as it was measured last before.
	 */
	offset_ms?: number;
	/**
	 * A JPEG in base64: at most 1,280 pixels wide and high, and 300 KB. Where it was taken, and all else that is not the picture, is thrown away.
	 */
	data: string;
}
/**
 * What became of a photo.
 */
export interface StocktakePhotoResult {
	/**
	 * Its name.
	 */
	uuid: string;
	/**
	 * repeated: it was there already.
	 */
	state: 'kept' | 'repeated';
}
/**
 * A photo that somebody took of an item while counting, without the picture.
 */
export interface StocktakePhoto {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * The name that the device gave it.
	 */
	uuid: string;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Who took it.
	 */
	author_id: number;
	/**
	 * Their name.
	 */
	author_name: string;
	/**
	 * When it was taken, by the server's clock, UTC.
	 */
	at: string;
	/**
	 * When it came in, UTC.
	 */
	received_at: string;
	/**
	 * Pixels.
	 */
	width: number;
	/**
	 * Pixels.
	 */
	height: number;
}
/**
 * A photo that somebody took of an item while counting.
 */
export interface StocktakePicture {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * The name that the device gave it.
	 */
	uuid: string;
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Who took it.
	 */
	author_id: number;
	/**
	 * Their name.
	 */
	author_name: string;
	/**
	 * When it was taken, by the server's clock, UTC.
	 */
	at: string;
	/**
	 * When it came in, UTC.
	 */
	received_at: string;
	/**
	 * Pixels.
	 */
	width: number;
	/**
	 * Pixels.
	 */
	height: number;
	/**
	 * The picture: a JPEG in base64.
	 */
	data: string;
}
/**
 * How many items a stocktake would have.
 */
export interface StocktakePreviewRequest {
	/**
	 * Where is counted.
	 */
	location_id?: number;
	scope?: StocktakeScopeRequest;
}
/**
 * What to count: items that fit all of it. Left out means all.
 */
export interface StocktakeScopeRequest {
	/**
	 * Numbers of product categories, with those below them; empty for all.
	 */
	categories?: number[];
	/**
	 * Suppliers, as items name them; empty for all.
	 */
	suppliers?: string[];
	/**
	 * Bins or shelves; each stands for all that begin with it. Empty for all.
	 */
	bins?: string[];
	/**
	 * ABC classes by value of sales; empty for all.
	 */
	classes?: ('A' | 'B' | 'C')[];
	/**
	 * Only what has not been counted for so many days; null for all.
	 */
	not_counted_days?: number | null;
	/**
	 * Only so many, chosen at random; null for all.
	 */
	sample?: number | null;
	/**
	 * What the random choice is made from: the same seed chooses the same items again. Left out, the server makes one.
	 */
	seed?: number | null;
	/**
	 * Only these items; empty for all.
	 */
	items?: number[];
}
/**
 * How many items a stocktake would have.
 */
export interface StocktakePreview {
	/**
	 * Items.
	 */
	items: number;
}
/**
 * What a stocktake found: sums over counted lines. Accuracy is made from them; up and down are never set off. expected less missing and found never cross an item.
 */
export interface StocktakeReport {
	stocktake: Stocktake;
	sums: StocktakeSums;
	/**
	 * By ABC class.
	 */
	by_class: StocktakeByClass[];
	/**
	 * By category.
	 */
	by_category: StocktakeByCategory[];
	/**
	 * By reason: lines that differ and were accepted.
	 */
	by_reason: StocktakeByReason[];
	/**
	 * By counter; a line counted by several stands with each.
	 */
	by_counter: StocktakeByCounter[];
}
/**
 * A stocktake: who counts what, and how far it is. Holds no expected number.
 */
export interface Stocktake {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Name, as plain text.
	 */
	name: string;
	/**
	 * What counters are told, as plain text.
	 */
	note: string;
	/**
	 * How far it is. applying and undoing are on their way and go on by themselves.
	 */
	state: 'open' | 'counting' | 'review' | 'applying' | 'applied' | 'undoing' | 'undone' | 'cancelled';
	/**
	 * Whether counters see no expected numbers.
	 */
	blind: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside).
	 */
	packing: 'shelf' | 'aside';
	/**
	 * Where is counted.
	 */
	location_id: number;
	scope: StocktakeScope;
	/**
	 * Whether the items are still being chosen; it goes on by itself.
	 */
	filling: boolean;
	/**
	 * Items to count.
	 */
	items: number;
	/**
	 * Items of them that are counted.
	 */
	counted: number;
	/**
	 * Items that somebody has to count again.
	 */
	recounts: number;
	mine: StocktakeMine;
	/**
	 * Who counts. Empty: everybody who may manage stocktakes.
	 */
	counters: StocktakeCounter[];
	/**
	 * How items are shared out among the counters.
	 */
	share: 'none' | 'even' | 'bin';
	/**
	 * Day on which it should be done, in the shop's calendar.
	 */
	due_on: string | null;
	/**
	 * The schedule that made it.
	 */
	schedule_id: number | null;
	/**
	 * From this value of a difference on, in the shop's currency, a second person must agree; null for never (and for who only counts).
	 */
	approve_over: number | string | null;
	/**
	 * Who made it; 0 is a schedule.
	 */
	created_by: number;
	/**
	 * Their name.
	 */
	created_by_name: string;
	/**
	 * When it was made, UTC.
	 */
	created_at: string;
	/**
	 * When counting began, UTC.
	 */
	started_at: string | null;
	/**
	 * When counting ended, UTC.
	 */
	finished_at: string | null;
	/**
	 * When all of it was applied, UTC.
	 */
	applied_at: string | null;
	/**
	 * When it was undone, UTC.
	 */
	undone_at: string | null;
	/**
	 * When the last count came in, UTC.
	 */
	last_count_at: string | null;
	progress: StocktakeProgress;
	/**
	 * Who asked to undo it, where a second person must agree; 0 for nobody.
	 */
	undo_asked_by: number;
	/**
	 * Goes up with every batch of counts and every change: ask for more only when it has.
	 */
	version: number;
	may: StocktakeMay;
	/**
	 * The server's clock, to the microsecond, for measuring the device's.
	 */
	server_time: string;
}
/**
 * What is counted: items that fit all of it.
 */
export interface StocktakeScope {
	/**
	 * Numbers of product categories, with those below them; empty for all.
	 */
	categories: number[];
	/**
	 * Suppliers, as items name them; empty for all.
	 */
	suppliers: string[];
	/**
	 * Bins or shelves; each stands for all that begin with it. Empty for all.
	 */
	bins: string[];
	/**
	 * ABC classes by value of sales; empty for all.
	 */
	classes: ('A' | 'B' | 'C')[];
	/**
	 * Only what has not been counted for so many days; null for all.
	 */
	not_counted_days: number | null;
	/**
	 * Only so many, chosen at random; null for all.
	 */
	sample: number | null;
	/**
	 * What the random choice is made from: the same seed chooses the same items again. Left out, the server makes one.
	 */
	seed: number | null;
	/**
	 * Only these items; empty for all.
	 */
	items: number[];
}
export interface StocktakeMine {
	/**
	 * Items that are the asker's to count: those shared out to them, and those shared out to nobody.
	 */
	items: number;
	/**
	 * Of them, counted.
	 */
	counted: number;
}
export interface StocktakeCounter {
	/**
	 * The person.
	 */
	user_id: number;
	/**
	 * Their name.
	 */
	name: string;
	/**
	 * Items that are theirs to count; 0 where nothing is shared out.
	 */
	items: number;
	/**
	 * Items that they have counted.
	 */
	counted: number;
}
export interface StocktakeMay {
	/**
	 * Whether the asker may send counts now.
	 */
	count: boolean;
	/**
	 * Whether the asker may review, decide and apply.
	 */
	review: boolean;
}
/**
 * The review in sums. Differences up and down are never set off against one another.
 */
export interface StocktakeSums {
	/**
	 * False while lines are still being compared with the ledger: ask again; it goes on by itself.
	 */
	ready: boolean;
	lines: StocktakeLineSums;
	units: StocktakeUnitSums;
	money: StocktakeMoneySums;
	apply: StocktakeApplySums;
	unknown: StocktakeUnknown;
	/**
	 * Who could be a second person.
	 */
	approvers: StocktakeApprover[];
}
export interface StocktakeLineSums {
	/**
	 * Items.
	 */
	items: number;
	/**
	 * Counted.
	 */
	counted: number;
	/**
	 * Not counted.
	 */
	uncounted: number;
	/**
	 * Counted, without a difference.
	 */
	right: number;
	/**
	 * Counted, with a difference.
	 */
	different: number;
	/**
	 * Differences nobody has decided on.
	 */
	undecided: number;
	/**
	 * Accepted, and a second person must agree.
	 */
	waiting_second: number;
	/**
	 * Differences accepted.
	 */
	accepted: number;
	/**
	 * Differences left.
	 */
	left: number;
	/**
	 * To be counted again.
	 */
	recount: number;
	/**
	 * With something to look at.
	 */
	flagged: number;
}
export interface StocktakeUnitSums {
	expected: Quantity;
	counted: Quantity;
	found: Quantity;
	missing: Quantity;
}
export interface StocktakeMoneySums {
	expected: Quantity;
	counted: Quantity;
	found: Quantity;
	missing: Quantity;
	/**
	 * Lines with a difference of unknown value.
	 */
	unknown_lines: number;
}
/**
 * What applying would change now.
 */
export interface StocktakeApplySums {
	/**
	 * Items.
	 */
	items: number;
	units: Quantity;
	money: Quantity;
}
export interface StocktakeUnknown {
	/**
	 * Codes that no item has, with how often they were counted (the first 100).
	 */
	codes: StocktakeUnknownCode[];
	/**
	 * RFID tags that no item has.
	 */
	tags: number;
}
export interface StocktakeUnknownCode {
	/**
	 * The code.
	 */
	code: string;
	/**
	 * Counts.
	 */
	counts: number;
}
export interface StocktakeApprover {
	/**
	 * The person.
	 */
	user_id: number;
	/**
	 * Their name.
	 */
	name: string;
}
export interface StocktakeByClass {
	/**
	 * ABC class.
	 */
	class: 'A' | 'B' | 'C';
	/**
	 * Lines within the tolerance of their class: A 1 %, B 3 %, C 5 %.
	 */
	within: number;
	/**
	 * Lines.
	 */
	lines: number;
	/**
	 * Lines without a difference.
	 */
	right: number;
	expected: Quantity;
	found: Quantity;
	missing: Quantity;
	found_value: Quantity;
	missing_value: Quantity;
	expected_value: Quantity;
}
export interface StocktakeByCategory {
	/**
	 * Name; empty where there is none.
	 */
	category: string;
	/**
	 * Lines.
	 */
	lines: number;
	/**
	 * Lines without a difference.
	 */
	right: number;
	expected: Quantity;
	found: Quantity;
	missing: Quantity;
	found_value: Quantity;
	missing_value: Quantity;
	expected_value: Quantity;
}
export interface StocktakeByReason {
	/**
	 * Why it differs.
	 */
	reason: 'unknown' | 'damaged' | 'lost' | 'theft' | 'expired' | 'miscounted' | 'booked_wrong' | 'given_away' | 'other';
	/**
	 * Lines.
	 */
	lines: number;
	/**
	 * Lines without a difference.
	 */
	right: number;
	expected: Quantity;
	found: Quantity;
	missing: Quantity;
	found_value: Quantity;
	missing_value: Quantity;
	expected_value: Quantity;
}
export interface StocktakeByCounter {
	/**
	 * The person.
	 */
	user_id: number;
	/**
	 * Their name.
	 */
	name: string;
	/**
	 * Lines that had to be counted again.
	 */
	recounted: number;
	/**
	 * Lines.
	 */
	lines: number;
	/**
	 * Lines without a difference.
	 */
	right: number;
	expected: Quantity;
	found: Quantity;
	missing: Quantity;
	found_value: Quantity;
	missing_value: Quantity;
	expected_value: Quantity;
}
/**
 * A new stocktake.
 */
export interface StocktakeRequest {
	/**
	 * Name.
	 */
	name: string;
	/**
	 * What counters are told.
	 */
	note?: string;
	/**
	 * Whether counters see no expected numbers.
	 */
	blind?: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside).
	 */
	packing?: 'shelf' | 'aside';
	/**
	 * Where is counted.
	 */
	location_id?: number;
	scope?: StocktakeScopeRequest;
	/**
	 * Users who count. Empty: everybody who may manage stocktakes.
	 */
	counters?: number[];
	/**
	 * How items are shared out among the counters: not at all, evenly in the order of their bins, or each bin to one.
	 */
	share?: 'none' | 'even' | 'bin';
	/**
	 * Day on which it should be done, such as 2026-12-31.
	 */
	due_on?: string | null;
	/**
	 * From this value of a difference on a second person must agree. It can only be stricter than the shop's setting.
	 */
	approve_over?: number | string | null;
}
/**
 * Which lines to review.
 */
export interface StocktakeReviewQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Entries on a page.
	 */
	per_page?: number;
	/**
	 * Largest first: by money, by share, by units; or by bin and name.
	 */
	orderby?: 'value' | 'share' | 'variance' | 'bin' | 'name';
	/**
	 * Only these. second: a second person is waited for. flagged: has flags. several: counted by several people. large: over the limit from which on a second person must agree.
	 */
	show?:
		| 'all'
		| 'differences'
		| 'undecided'
		| 'second'
		| 'accepted'
		| 'left'
		| 'right'
		| 'uncounted'
		| 'recount'
		| 'flagged'
		| 'several'
		| 'large';
	/**
	 * Words of name or SKU.
	 */
	search?: string;
}
/**
 * A new schedule: on its day it makes a stocktake, lets counting begin, and reminds those who count.
 */
export interface StocktakeScheduleRequest {
	/**
	 * Name.
	 */
	name: string;
	/**
	 * How often: monthly, quarterly, yearly, or in small portions by ABC class (cycle).
	 */
	every: 'month' | 'quarter' | 'year' | 'cycle';
	/**
	 * Day of the next one, such as 2026-12-31, in the shop's calendar.
	 */
	next_on: string;
	/**
	 * With cycle: days from one portion to the next.
	 */
	portion_days?: number;
	times?: StocktakeTimes;
	/**
	 * Days until it should be done.
	 */
	days_to_count?: number;
	/**
	 * Whether counters see no expected numbers.
	 */
	blind?: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside).
	 */
	packing?: 'shelf' | 'aside';
	/**
	 * Where is counted.
	 */
	location_id?: number;
	scope?: StocktakeScopeRequest;
	/**
	 * Users who count. Empty: everybody who may manage stocktakes.
	 */
	counters?: number[];
	/**
	 * How items are shared out.
	 */
	share?: 'none' | 'even' | 'bin';
	/**
	 * Whether it is on.
	 */
	active?: boolean;
}
/**
 * With cycle: how often a year each class is counted.
 */
export interface StocktakeTimes {
	/**
	 * Class A.
	 */
	A?: number;
	/**
	 * Class B.
	 */
	B?: number;
	/**
	 * Class C.
	 */
	C?: number;
}
/**
 * What to change of a schedule; what is left out stays.
 */
export interface StocktakeScheduleUpdate {
	/**
	 * Name.
	 */
	name?: string;
	/**
	 * How often: monthly, quarterly, yearly, or in small portions by ABC class (cycle).
	 */
	every?: 'month' | 'quarter' | 'year' | 'cycle';
	/**
	 * Day of the next one, such as 2026-12-31, in the shop's calendar.
	 */
	next_on?: string;
	/**
	 * With cycle: days from one portion to the next.
	 */
	portion_days?: number;
	times?: StocktakeTimes1;
	/**
	 * Days until it should be done.
	 */
	days_to_count?: number;
	/**
	 * Whether counters see no expected numbers.
	 */
	blind?: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside).
	 */
	packing?: 'shelf' | 'aside';
	/**
	 * Where is counted.
	 */
	location_id?: number;
	scope?: StocktakeScopeRequest;
	/**
	 * Users who count. Empty: everybody who may manage stocktakes.
	 */
	counters?: number[];
	/**
	 * How items are shared out.
	 */
	share?: 'none' | 'even' | 'bin';
	/**
	 * Whether it is on.
	 */
	active?: boolean;
}
/**
 * With cycle: how often a year each class is counted.
 */
export interface StocktakeTimes1 {
	/**
	 * Class A.
	 */
	A?: number;
	/**
	 * Class B.
	 */
	B?: number;
	/**
	 * Class C.
	 */
	C?: number;
}
/**
 * A schedule of stocktakes.
 */
export interface StocktakeSchedule {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Name.
	 */
	name: string;
	/**
	 * How often: monthly, quarterly, yearly, or in small portions by ABC class (cycle).
	 */
	every: 'month' | 'quarter' | 'year' | 'cycle';
	/**
	 * Day of the next one, such as 2026-12-31, in the shop's calendar.
	 */
	next_on: string;
	/**
	 * With cycle: days from one portion to the next.
	 */
	portion_days: number;
	times: StocktakeTimes2;
	/**
	 * Days until it should be done.
	 */
	days_to_count: number;
	/**
	 * Whether counters see no expected numbers.
	 */
	blind: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside).
	 */
	packing: 'shelf' | 'aside';
	/**
	 * Where is counted.
	 */
	location_id: number;
	scope: StocktakeScope;
	/**
	 * Users who count. Empty: everybody who may manage stocktakes.
	 */
	counters: number[];
	/**
	 * How items are shared out.
	 */
	share: 'none' | 'even' | 'bin';
	/**
	 * Whether it is on.
	 */
	active: boolean;
	/**
	 * The stocktake that it made last.
	 */
	last_stocktake_id: number | null;
	/**
	 * Another one after each change.
	 */
	version: number;
}
/**
 * With cycle: how often a year each class is counted.
 */
export interface StocktakeTimes2 {
	/**
	 * Class A.
	 */
	A: number;
	/**
	 * Class B.
	 */
	B: number;
	/**
	 * Class C.
	 */
	C: number;
}
/**
 * RFID tags that a reader has read: each counts once in a stocktake, however often and by whomever it is read.
 */
export interface StocktakeTagsRequest {
	/**
	 * Name or number of the reader.
	 */
	device?: string;
	/**
	 * Where within the location.
	 */
	place?: string;
	/**
	 * When they were read, by the device's clock; left out, now.
	 */
	at?: string;
	/**
	 * Server's clock minus device's clock, in milliseconds.
	 */
	offset_ms?: number;
	/**
	 * 1 to 5,000 EPCs in hexadecimal (SGTIN-96 or SGTIN-198), in any order, doubles allowed.
	 */
	epcs: string[];
}
/**
 * What the tags were.
 */
export interface StocktakeTagsResult {
	/**
	 * Tags that were read for the first time.
	 */
	fresh: number;
	/**
	 * Tags that were there already (doubles within the request too).
	 */
	known: number;
	/**
	 * GTINs that belong to no item; their tags are kept and count once the GTIN is tied to one.
	 */
	unknown: string[];
	/**
	 * EPCs that are no SGTIN-96 or SGTIN-198.
	 */
	unreadable: string[];
	/**
	 * How many tags of each item have been read in all, for those in this request.
	 */
	items: StocktakeItemTags[];
	/**
	 * The stocktake's version now.
	 */
	version: number;
	/**
	 * The server's clock, to the microsecond.
	 */
	server_time: string;
}
export interface StocktakeItemTags {
	/**
	 * The item.
	 */
	item_id: number;
	/**
	 * Tags of it.
	 */
	tags: number;
}
/**
 * What to change of a stocktake; what is left out stays.
 */
export interface StocktakeUpdate {
	/**
	 * Name.
	 */
	name?: string;
	/**
	 * What counters are told.
	 */
	note?: string;
	/**
	 * Day on which it should be done, such as 2026-12-31.
	 */
	due_on?: string | null;
	/**
	 * Whether counters see no expected numbers. Only until counting begins.
	 */
	blind?: boolean;
	/**
	 * Whether units of orders that are paid for but not handed over yet lie on the shelf and are counted (shelf), or are set aside already and are not (aside). Only until counting begins.
	 */
	packing?: 'shelf' | 'aside';
	/**
	 * counting begins (or goes back to) counting, review ends it, cancelled gives it up.
	 */
	state?: 'counting' | 'review' | 'cancelled';
}
/**
 * Which stocktakes to list, newest first. Who only counts sees those given to them.
 */
export interface StocktakesQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Entries on a page.
	 */
	per_page?: number;
	/**
	 * Only those in this state; active is open, counting, review, applying and undoing.
	 */
	state?: 'all' | 'active' | 'open' | 'counting' | 'review' | 'applying' | 'applied' | 'undoing' | 'undone' | 'cancelled';
}
/**
 * A bundle that has an item as a component.
 */
export interface Use {
	/**
	 * The bundle.
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
	quantity: Quantity;
	available: Quantity;
}
/**
 * A product, its variations, and what sets them apart.
 */
export interface Variations {
	item: Item;
	/**
	 * What its variations differ in, in the product's order; empty for what has no variations, and without WooCommerce.
	 */
	attributes: VariationAttribute[];
	/**
	 * The variations, each with its value of every attribute.
	 */
	variations: Variation[];
}
export interface VariationAttribute {
	/**
	 * As shoppers read it.
	 */
	name: string;
	/**
	 * Every value that the product offers, in its order.
	 */
	values: VariationValue[];
}
export interface VariationValue {
	/**
	 * As it is stored.
	 */
	value: string;
	/**
	 * As shoppers read it.
	 */
	name: string;
}
export interface Variation {
	item: Item;
	/**
	 * Its values, in the order of the attributes; empty text is any value.
	 */
	options: string[];
}
/**
 * What is listed, and how.
 */
export interface ViewContent {
	/**
	 * As a list to read, or as a spreadsheet to edit.
	 */
	as?: 'list' | 'sheet';
	/**
	 * Words of the name, SKU or barcode.
	 */
	search?: string;
	/**
	 * Only items with this status.
	 */
	status?: 'all' | 'low' | 'out' | 'backorder' | 'untracked';
	/**
	 * What it is sorted by.
	 */
	orderby?: 'name' | 'sku' | 'on_hand' | 'reserved' | 'available' | 'status' | 'updated';
	/**
	 * Which way.
	 */
	order?: 'asc' | 'desc';
	/**
	 * Height of the rows.
	 */
	density?: 'comfortable' | 'compact';
	/**
	 * Rows on a page of the list.
	 */
	per_page?: number;
	/**
	 * Columns of the list, in their order.
	 */
	list?: string[];
	/**
	 * Columns of the spreadsheet, in their order.
	 */
	sheet?: string[];
	/**
	 * How many of them stay in sight when one scrolls sideways, the name included.
	 */
	pinned?: number;
}
/**
 * A view to keep.
 */
export interface ViewRequest {
	/**
	 * Its name, as plain text.
	 */
	name: string;
	/**
	 * Whether the whole team sees it; else only its owner.
	 */
	shared?: boolean;
	content: ViewContent;
}
/**
 * Nothing needs to be said.
 */
export interface ViewStep {}
/**
 * What to change of a view; what is left out stays.
 */
export interface ViewUpdate {
	/**
	 * Its name, as plain text.
	 */
	name?: string;
	/**
	 * Whether the whole team sees it; else only its owner.
	 */
	shared?: boolean;
	content?: ViewContent;
}
/**
 * A list of items as somebody has arranged it and kept under a name.
 */
export interface View {
	/**
	 * Its number.
	 */
	id: number;
	/**
	 * Its name.
	 */
	name: string;
	/**
	 * Whether the whole team sees it; else only its owner.
	 */
	shared: boolean;
	/**
	 * Whether it is the reader's own.
	 */
	own: boolean;
	/**
	 * Who made it; empty for people who are gone.
	 */
	owner: string;
	/**
	 * Whether the reader may change it.
	 */
	may_change: boolean;
	/**
	 * Whether the reader may delete it.
	 */
	may_delete: boolean;
	content: ViewContent;
	/**
	 * Goes up with each change; send it as If-Match.
	 */
	version: number;
	/**
	 * When it was last changed, UTC.
	 */
	updated_at: string;
}
/**
 * Which page of the views to list.
 */
export interface ViewsQuery {
	/**
	 * Page of the list.
	 */
	page?: number;
	/**
	 * Views on a page.
	 */
	per_page?: number;
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
	kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed')[];
	/**
	 * Whether events are sent.
	 */
	active?: boolean;
}
/**
 * Nothing needs to be said.
 */
export interface WebhookTestRequest {}
/**
 * What came of an event that was sent to see whether it arrives.
 */
export interface WebhookTest {
	/**
	 * Whether it was taken: answered with a status from 200 to 299.
	 */
	taken: boolean;
	/**
	 * What came of it, such as HTTP 200, or why nothing did.
	 */
	result: string;
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
	kinds?: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed')[];
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
	kinds: ('low' | 'out' | 'back' | 'backorder' | 'paid_late' | 'paid_short' | 'averted' | 'ledger' | 'feed')[];
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
