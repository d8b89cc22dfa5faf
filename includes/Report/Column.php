<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

/**
 * What a movement's reason means for the sums: one of the few kinds that a chart can show.
 */
enum Column: string {

	case Sold     = 'sold';
	case Returned = 'returned';
	case Received = 'received';
	case Lost     = 'lost';
	case Other    = 'other';
	/** The first count of an item: units that did not move, but began to be counted. */
	case Opened = 'opened';

	/**
	 * Reasons by what they mean; all that are not named are Other. A slug of somebody else's counts too.
	 */
	private const REASONS = array(
		'sold'     => array( 'sold' ),
		'returned' => array( 'returned', 'refund', 'restocked', 'cancelled' ),
		'received' => array( 'received', 'purchased' ),
		'lost'     => array( 'damaged', 'lost', 'missing', 'stolen', 'expired', 'internal_use' ),
		'opened'   => array( 'opening' ),
	);

	public static function of( string $reason ): self {
		foreach ( self::REASONS as $column => $reasons ) {
			if ( in_array( $reason, $reasons, true ) ) {
				return self::from( $column );
			}
		}
		return self::Other;
	}

	/**
	 * Whether units that left are written without their sign.
	 */
	public function is_outward(): bool {
		return self::Sold === $this || self::Lost === $this;
	}
}
