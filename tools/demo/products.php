<?php
/**
 * With WooCommerce, before the plugin is active: the shop's products. `php products.php <WordPress folder>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require $argv[1] . '/wp-load.php';
require_once __DIR__ . '/Products.php';

( new WooInventoryGuard\Demo\Products( require __DIR__ . '/plan-of-shop.php' ) )->make();
