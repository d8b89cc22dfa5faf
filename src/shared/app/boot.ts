export interface PaymentMethod {
	id: string;
	title: string;
}

/** What the server tells the app before its first request; see Admin\BootData. */
export interface Boot {
	can: {
		view: boolean;
		adjust: boolean;
		reserve: boolean;
		configure: boolean;
	};
	woocommerce: boolean;
	/** BCP 47, such as zh-TW. */
	locale: string;
	/** Europe/Berlin or +02:00: the shop's clock, not the browser's. */
	timezone: string;
	/** The shop's, for who may configure; empty without WooCommerce. */
	payment_methods: PaymentMethod[];
	view: { hidden?: string[]; per_page?: number; density?: string };
}

const NOTHING: Boot = {
	can: { view: true, adjust: false, reserve: false, configure: false },
	woocommerce: false,
	locale: 'en-US',
	timezone: 'UTC',
	payment_methods: [],
	view: {},
};

export const boot = (): Boot => window.wooInventoryGuard ?? NOTHING;
