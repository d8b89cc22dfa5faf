<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * An item at a glance, in the order of urgency. The numbers are stored and sorted by.
 */
enum StockStatus: int {

	case Out       = 0;
	case Low       = 1;
	case Backorder = 2;
	case Ok        = 3;
	case Untracked = 4;

	public function slug(): string {
		return strtolower( $this->name );
	}

	public static function from_slug( string $slug ): ?self {
		foreach ( self::cases() as $case ) {
			if ( $case->slug() === $slug ) {
				return $case;
			}
		}
		return null;
	}
}
