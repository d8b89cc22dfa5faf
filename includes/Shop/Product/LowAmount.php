<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Rule\RuleList;
use WooInventoryGuard\Settings\SettingsStore;
use WooInventoryGuard\Shop\Following\Import;

/**
 * One threshold in both books: what a rule says for a product without a low stock amount of its own, WooCommerce hears
 * when it asks; and the shop's default is WooCommerce's, whichever of the two is changed.
 */
final class LowAmount {

	private const OPTION = 'woocommerce_notify_low_stock_amount';

	public function __construct( private readonly SoldItems $items, private readonly SettingsStore $settings ) {}

	public function register(): void {
		add_filter( 'woocommerce_product_get_low_stock_amount', $this->amount( ... ), 20, 2 );
		add_filter( 'woocommerce_product_variation_get_low_stock_amount', $this->amount( ... ), 20, 2 );
		add_action( 'add_option_' . Import::OPTION, $this->take_over( ... ) );
		add_action( 'update_option_' . self::OPTION, $this->take_over( ... ) );
		add_action( 'update_option_' . SettingsStore::OPTION, $this->hand_over( ... ), 10, 2 );
		add_action( 'add_option_' . SettingsStore::OPTION, fn( mixed $name, mixed $after ) => $this->hand_over( array(), $after ), 10, 2 );
	}

	/**
	 * For shoppers, where the product itself says nothing. Not in wp-admin and not in WooCommerce's own REST API: there a
	 * program reads the product's own amount, and may write back what it has read.
	 *
	 * @return mixed
	 */
	private function amount( mixed $amount, mixed $product ): mixed {
		if ( '' !== $amount || ! RuleList::any() || ! $product instanceof \WC_Product || is_admin() || ( WC()->is_rest_api_request() && ! WC()->is_store_api_request() ) ) {
			return $amount;
		}
		$item = $this->items->own( $product );
		return null === $item || null === $item->rules['low'] || ! $item->tracked ? $amount : (string) $item->low_at;
	}

	/**
	 * When the shop is taken over, and when WooCommerce's setting is changed.
	 */
	private function take_over(): void {
		$ours   = $this->settings->get()->low_stock_threshold;
		$theirs = Products::quantity( strval( get_option( self::OPTION, '' ) ) );
		if ( null !== $theirs && ! $theirs->is_negative() && $ours !== (string) $theirs ) {
			$this->settings->change( array( 'low_stock_threshold' => (string) $theirs ) );
		}
	}

	/**
	 * When the owner has chosen another one here.
	 */
	private function hand_over( mixed $before, mixed $after ): void {
		$old    = is_array( $before ) ? $before['low_stock_threshold'] ?? null : null;
		$chosen = is_array( $after ) ? $after['low_stock_threshold'] ?? null : null;
		if ( ! is_string( $chosen ) || $chosen === $old ) {
			return;
		}
		$theirs = Products::quantity( strval( get_option( self::OPTION, '' ) ) );
		if ( null === $theirs || $chosen !== (string) $theirs ) {
			update_option( self::OPTION, $chosen );
		}
	}
}
