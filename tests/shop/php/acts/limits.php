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
