<?php
/**
 * An act of the shop's owner in a process of its own, which can be killed: `php shop.php <act> <JSON>`.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_set_current_user( 1 );

$acts = require __DIR__ . '/acts.php';
echo json_encode( $acts[ $argv[1] ]( json_decode( $argv[2] ?? '{}', true, 32, JSON_THROW_ON_ERROR ) ), JSON_THROW_ON_ERROR );
