<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

/**
 * How far back somebody has read: the next page begins below this line, whatever comes in above.
 */
final class LedgerCursor {

	private const FORM = '/\A(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)~(\d{1,18})\z/';

	/**
	 * @param string $time As the column has it.
	 */
	public function __construct( public readonly string $time, public readonly int $id ) {}

	/**
	 * Opaque, and safe in a URL.
	 */
	public function encode(): string {
		return rtrim( strtr( base64_encode( $this->time . '~' . $this->id ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- To be safe in a URL.
	}

	/**
	 * @throws InvalidPlace When it is none of ours.
	 */
	public static function decode( string $text ): self {
		$plain = base64_decode( strtr( $text, '-_', '+/' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- See encode().
		if ( false === $plain || 1 !== preg_match( self::FORM, $plain, $part ) ) {
			throw new InvalidPlace();
		}
		return new self( $part[1], (int) $part[2] );
	}
}
