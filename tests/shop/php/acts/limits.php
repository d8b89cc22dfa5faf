<?php
/**
 * What the owner does about limits and terms of sale.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'limit'    => static function ( array $in ): array {
		$number = static fn ( string $field ): ?WooInventoryGuard\Stock\Quantity => isset( $in[ $field ] ) ? WooInventoryGuard\Stock\Quantity::of( $in[ $field ] ) : null;
		$plugin = WooInventoryGuard\Plugin::instance();
		$scope  = isset( $in['category'] ) ? WooInventoryGuard\Limit\Scope::Category : WooInventoryGuard\Limit\Scope::Item;
		$of     = $in['category'] ?? $plugin->items()->by_product_ids( array( $in['product'] ) )[ $in['product'] ]->id;
		$plugin->limits()->put( new WooInventoryGuard\Limit\Limit( 0, $scope, $of, $number( 'most_per_order' ), $number( 'most_per_customer' ), $in['days'] ?? null, $number( 'least' ), $number( 'multiple_of' ) ) );
		return array( 'id' => $plugin->limits()->of( $scope, $of )?->id );
	},
	'category' => static function ( array $in ): array {
		$term = wp_insert_term( $in['name'], 'product_cat', array( 'parent' => $in['parent'] ?? 0 ) );
		return array( 'id' => $term['term_id'] );
	},
	'terms'    => static function ( array $in ): array {
		$plugin = WooInventoryGuard\Plugin::instance();
		$item   = $plugin->items()->by_product_ids( array( $in['product'] ) )[ $in['product'] ];
		$fields = array();
		foreach ( array_diff_key( $in, array( 'product' => 1 ) ) as $field => $value ) {
			$fields[ $field ] = match ( $field ) {
				'backorder_text' => $value,
				'available_from', 'expected_at' => null === $value ? null : new DateTimeImmutable( $value ),
				default => null === $value ? null : WooInventoryGuard\Stock\Quantity::of( $value ),
			};
		}
		$plugin->item_writer()->update( $item->id, WooInventoryGuard\Catalog\Writing\ItemChanges::of( $fields ), null );
		return array( 'id' => $item->id );
	},
	'arrives'  => static function ( array $in ): array {
		$plugin = WooInventoryGuard\Plugin::instance();
		$item   = $plugin->items()->by_product_ids( array( $in['product'] ) )[ $in['product'] ];
		$ready  = array();
		add_action(
			'woo_inventory_guard_preorder_ready',
			static function ( int $order ) use ( &$ready ): void {
				$ready[] = $order;
			}
		);
		$cause = new WooInventoryGuard\Stock\Cause( 'received', WooInventoryGuard\Stock\Reference::none() );
		$plugin->ledger()->adjust( WooInventoryGuard\Stock\Adjustment::delta( $item->id, 1, WooInventoryGuard\Stock\Quantity::of( $in['units'] ), $cause ), uniqid( 'arrives-', true ) );
		return $ready;
	},
	'shown'    => static function ( array $in ): array {
		$product         = wc_get_product( $in['product'] );
		$GLOBALS['post'] = get_post( $in['product'] );
		wc_setup_product_data( $GLOBALS['post'] );
		ob_start();
		do_action( 'woocommerce_before_add_to_cart_button' );
		$rules = trim( wp_strip_all_tags( (string) ob_get_clean() ) );
		return array(
			'rules'        => $rules,
			'availability' => $product->get_availability()['availability'],
			'in_stock'     => $product->is_in_stock(),
			'most'         => $product->get_max_purchase_quantity(),
		);
	},
	'form'     => static function ( array $in ): array {
		// The product's form as WooCommerce shows it, and as the owner sends it back.
		wp_set_current_user( 1 );
		require_once ABSPATH . 'wp-admin/includes/template.php';
		require_once WC_ABSPATH . 'includes/admin/wc-meta-box-functions.php';
		$GLOBALS['post']         = get_post( $in['product'] );
		$GLOBALS['thepostid']    = $in['product'];
		$GLOBALS['product_object'] = wc_get_product( $in['product'] );
		if ( isset( $in['send'] ) ) {
			$_POST['wig'] = $in['send'];
			do_action( 'woocommerce_process_product_meta', $in['product'], $GLOBALS['post'] );
		}
		ob_start();
		do_action( 'woocommerce_product_data_panels' );
		preg_match_all( '/name="wig\[(\w+)\]"[^>]*value="([^"]*)"/', (string) ob_get_clean(), $fields );
		return array_combine( $fields[1], $fields[2] );
	},
	'by_staff' => static function ( array $in ): array {
		// In wp-admin, by a shop manager.
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( 'shop_order' );
		$order = wc_create_order();
		$order->set_billing_email( $in['email'] );
		$order->add_product( wc_get_product( $in['product'] ), $in['quantity'] );
		$order->save();
		$order->update_status( 'processing' );
		unset( $GLOBALS['current_screen'] );
		return array( 'id' => $order->get_id() );
	},
	'account'  => static function ( array $in ): array {
		$user = wp_insert_user(
			array(
				'user_login' => $in['name'],
				'user_email' => $in['email'],
				'user_pass'  => wp_generate_password(),
				'role'       => $in['role'] ?? 'customer',
			)
		);
		list( $password ) = WP_Application_Passwords::create_new_application_password( $user, array( 'name' => 'test' ) );
		return array(
			'id'     => $user,
			'header' => 'Basic ' . base64_encode( $in['name'] . ':' . $password ),
		);
	},
);
