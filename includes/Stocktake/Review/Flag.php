<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

/**
 * What a person should look at before deciding on a line; the bits of `stocktake_lines.flags`.
 */
enum Flag: int {

	/** A device's clock could not be put right for sure. */
	case Clock = 1;
	/** Units moved between the first and the last part. */
	case Moved = 2;
	/** Several people counted it: the same units twice? */
	case Several = 4;
	/** It was not on the list. */
	case Unlisted = 8;
	/** A later count has been applied already: this one changes nothing. */
	case Superseded = 16;
	/** The numbers changed after they were decided on. */
	case Changed = 32;

	public function word(): string {
		return strtolower( $this->name );
	}

	/**
	 * @return list<string>
	 */
	public static function words( int $bits ): array {
		return array_values( array_map( static fn( self $flag ): string => $flag->word(), array_filter( self::cases(), static fn( self $flag ): bool => 0 !== ( $bits & $flag->value ) ) ) );
	}
}
