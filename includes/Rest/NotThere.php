<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The path names something that does not exist. The message is for people.
 */
final class NotThere extends \RuntimeException {

	public static function item(): self {
		return new self( __( 'There is no item with this number.', 'woo-inventory-guard' ) );
	}

	public static function shortfall(): self {
		return new self( __( 'There is no entry with this number in the list of what is short.', 'woo-inventory-guard' ) );
	}

	public static function reservation(): self {
		return new self( __( 'There is no reservation with this number.', 'woo-inventory-guard' ) );
	}

	public static function alert(): self {
		return new self( __( 'There is no alert with this number.', 'woo-inventory-guard' ) );
	}

	public static function webhook(): self {
		return new self( __( 'There is no webhook with this number.', 'woo-inventory-guard' ) );
	}

	public static function stocktake(): self {
		return new self( __( 'There is no stocktake with this number.', 'woo-inventory-guard' ) );
	}
}
