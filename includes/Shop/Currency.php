<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

/**
 * How the shop writes amounts of money.
 */
final class Currency {

	/**
	 * @return array{code: string, symbol: string, position: string, decimals: int} Position: left, right, left_space or right_space.
	 */
	public static function of_shop(): array {
		$position = get_option( 'woocommerce_currency_pos', 'left' );
		return array(
			'code'     => get_woocommerce_currency(),
			'symbol'   => html_entity_decode( get_woocommerce_currency_symbol(), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
			'position' => is_string( $position ) ? $position : 'left',
			'decimals' => wc_get_price_decimals(),
		);
	}
}
