export interface PaymentMethod {
	id: string;
	title: string;
}

/** How the shop writes amounts of money; without a shop there is no code. */
export interface Currency {
	code: string;
	symbol: string;
	/** Where the symbol stands: left, right, left_space or right_space. */
	position: string;
	decimals: number;
}

/** As WordPress's rest_preload_api_request() gives it. */
export interface FirstAnswer {
	body: unknown;
	headers: Record< string, string >;
}

/** What the server tells the app before its first request; see Admin\BootData. */
export interface Boot {
	can: {
		view: boolean;
		adjust: boolean;
		reserve: boolean;
		configure: boolean;
		count: boolean;
	};
	/** Address of the screen on which people count. */
	counting: string;
	woocommerce: boolean;
	/** BCP 47, such as zh-TW. */
	locale: string;
	/** Europe/Berlin or +02:00: the shop's clock, not the browser's. */
	timezone: string;
	currency: Currency;
	/** The shop's, for who may configure; empty without WooCommerce. */
	payment_methods: PaymentMethod[];
	/** A bulk change is under way. */
	bulk_running?: boolean;
	/** To what the screen of this address asks first, by route. */
	answers?: Record< string, FirstAnswer >;
	view: {
		hidden?: string[];
		list?: string[];
		per_page?: number;
		density?: string;
		sheet?: string[];
		pinned?: number;
	};
}

const NOTHING: Boot = {
	can: {
		view: true,
		adjust: false,
		reserve: false,
		configure: false,
		count: false,
	},
	counting: '/?wig-count=1',
	woocommerce: false,
	locale: 'en-US',
	timezone: 'UTC',
	currency: { code: '', symbol: '', position: 'left', decimals: 2 },
	payment_methods: [],
	view: {},
};

/** A worker has no window, and nothing that came with it. */
export const boot = (): Boot =>
	( typeof window === 'undefined' ? undefined : window.wooInventoryGuard ) ??
	NOTHING;
