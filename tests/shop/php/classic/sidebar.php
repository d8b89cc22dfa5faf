<?php
/**
 * WooCommerce asks for it.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );
