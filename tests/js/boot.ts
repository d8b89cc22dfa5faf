import type { Boot } from '../../src/shared/app/boot';

const OWNER: Boot[ 'can' ] = {
	view: true,
	adjust: true,
	reserve: true,
	configure: true,
	count: true,
};

/**
 * What the server tells the app first, for the owner of a shop.
 * @param part What is otherwise.
 */
export function arriveWith( part: Partial< Boot > = {} ): void {
	window.wooInventoryGuard = {
		can: OWNER,
		counting: '/?wig-count=1',
		woocommerce: true,
		locale: 'en-US',
		timezone: 'UTC',
		currency: { code: 'USD', symbol: '$', position: 'left', decimals: 2 },
		payment_methods: [],
		view: {},
		...part,
	};
}
