<?php
/**
 * Loads the story of shop.json: the same in every step that includes this file.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require_once __DIR__ . '/Plan.php';

return new WooInventoryGuard\Demo\Plan( json_decode( (string) file_get_contents( __DIR__ . '/shop.json' ), true, 512, JSON_THROW_ON_ERROR ) );
