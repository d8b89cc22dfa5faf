<?php
/**
 * WordPress runs this file when the owner deletes the plugin.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/woo-inventory-guard.php';

WooInventoryGuard\Plugin::instance()->uninstall();
