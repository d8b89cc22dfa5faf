<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * A JPEG with nothing in it but the picture. What else cameras and programs put into such a file (where it was taken, by
 * what device, a second smaller picture) is left out.
 *
 * Markers: ITU-T T.81, annex B. A file is a row of segments, each FF, its kind, its length in two bytes (which count
 * themselves); after "start of scan" (DA) comes the picture until the end.
 */
final class Jpeg {

	/** Most of its width and height, in pixels. */
	public const MOST_PIXELS = 1280;

	/** Most of the file, in bytes. */
	public const MOST_BYTES = 307_200;

	private function __construct( public readonly string $bytes, public readonly int $width, public readonly int $height ) {}

	/**
	 * @return self|null NULL where it is no JPEG, or is too large.
	 */
	public static function read( string $bytes ): ?self {
		if ( strlen( $bytes ) > self::MOST_BYTES || ! str_starts_with( $bytes, "\xff\xd8\xff" ) ) {
			return null;
		}
		$bare = self::bare( $bytes );
		$size = null === $bare ? false : getimagesizefromstring( $bare );
		if ( null === $bare || false === $size || IMAGETYPE_JPEG !== $size[2] || min( $size[0], $size[1] ) < 1 || max( $size[0], $size[1] ) > self::MOST_PIXELS ) {
			return null;
		}
		return new self( $bare, $size[0], $size[1] );
	}

	/**
	 * Without the segments of programs (APP1 to APP15, but for APP14, which says how colours are meant) and comments.
	 *
	 * @return string|null NULL where it is cut off, or no row of segments.
	 */
	private static function bare( string $bytes ): ?string {
		$kept = "\xff\xd8";
		$at   = 2;
		$end  = strlen( $bytes );
		while ( $at + 4 <= $end && "\xff" === $bytes[ $at ] ) {
			$kind = ord( $bytes[ $at + 1 ] );
			if ( 0xda === $kind ) {
				return $kept . substr( $bytes, $at );
			}
			$length  = 2 + ( ord( $bytes[ $at + 2 ] ) << 8 ) + ord( $bytes[ $at + 3 ] );
			$foreign = ( $kind > 0xe0 && $kind <= 0xef && 0xee !== $kind ) || 0xfe === $kind;
			$kept   .= $foreign ? '' : substr( $bytes, $at, $length );
			$at     += $length;
		}
		return null;
	}
}
