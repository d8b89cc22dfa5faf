<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * When shoppers are told how many are left.
 */
enum ShowNumbers: string {

	case Always = 'always';
	case Low    = 'low';
	case Never  = 'never';
}
