<?php
/**
 * The least that a classic theme needs for a shop.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action( 'after_setup_theme', static fn () => add_theme_support( 'woocommerce' ) );
