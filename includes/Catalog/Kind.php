<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * What an item is. Products come from WooCommerce; parts and bundles may be the shop's own.
 */
enum Kind: string {

	case Simple    = 'simple';
	case Variation = 'variation';
	case Variable  = 'variable';
	case Part      = 'part';
	case Bundle    = 'bundle';
}
