<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

/**
 * What an RFID tag says about the thing it is on: SGTIN-96 and SGTIN-198 of the EPC Tag Data Standard (GS1), chapters 14.2
 * and 14.6.1.
 *
 * 8 bits header, 3 filter, 3 partition, 44 company prefix and item reference (how many bits and digits each has says the
 * partition), then the serial: 38 bits as a number without zeros in front, or 20 characters of 7 bits. The tests share
 * tests/vectors/codes.json with the TypeScript that decodes the same without a connection.
 */
final class Epc {

	/** Partition => bits and digits of the company prefix; the item reference (indicator first) has the rest of 44 and 13. */
	private const PARTITIONS = array( array( 40, 12 ), array( 37, 11 ), array( 34, 10 ), array( 30, 9 ), array( 27, 8 ), array( 24, 7 ), array( 20, 6 ) );

	private const SERIAL_96 = 38;

	/** Characters that a serial may have: GS1's character set 82. */
	private const CHARACTERS = '/\A[!"%&\'()*+,\-.\/0-9:;<=>?A-Z_a-z]{1,20}\z/';

	/**
	 * @param string $gtin   14 digits.
	 * @param int    $filter 1 sold item, 2 case ... 0 other.
	 */
	private function __construct( public readonly string $gtin, public readonly string $serial, public readonly int $filter, public readonly string $scheme, public readonly string $uri ) {}

	/**
	 * @param string $hex In any case.
	 * @return self|null NULL for what is no SGTIN, or a broken one.
	 */
	public static function decode( string $hex ): ?self {
		$hex = strtoupper( trim( $hex ) );
		if ( 1 !== preg_match( '/\A(30[0-9A-F]{22}|36[0-9A-F]{48}(?:[0-9A-F]{2})?)\z/', $hex ) ) {
			return null;
		}
		$bits    = implode( '', array_map( static fn( string $digit ): string => str_pad( decbin( (int) hexdec( $digit ) ), 4, '0', STR_PAD_LEFT ), str_split( $hex ) ) );
		$is_long = str_starts_with( $hex, '36' );
		$serial  = $is_long ? self::text( substr( $bits, 58, 140 ) ) : (string) bindec( substr( $bits, 58, self::SERIAL_96 ) );
		$parts   = self::parts( $bits );
		// What is behind the 198 bits only fills up the last words of the memory.
		if ( null === $parts || null === $serial || ( $is_long && str_contains( substr( $bits, 198 ), '1' ) ) ) {
			return null;
		}
		list( $prefix, $item ) = $parts;
		$data                  = $item[0] . $prefix . substr( $item, 1 );
		$filter                = (int) bindec( substr( $bits, 8, 3 ) );
		$scheme                = $is_long ? 'sgtin-198' : 'sgtin-96';
		return new self( $data . Gtin::check_digit( $data ), $serial, $filter, $scheme, "urn:epc:tag:{$scheme}:{$filter}.{$prefix}.{$item}." . self::escaped( $serial ) );
	}

	/**
	 * @return array{string, non-empty-string}|null Company prefix and item reference, as digits.
	 */
	private static function parts( string $bits ): ?array {
		$partition = self::PARTITIONS[ (int) bindec( substr( $bits, 11, 3 ) ) ] ?? null;
		if ( null === $partition ) {
			return null;
		}
		list( $size, $digits ) = $partition;
		$prefix                = (string) bindec( substr( $bits, 14, $size ) );
		$item                  = (string) bindec( substr( $bits, 14 + $size, 44 - $size ) );
		if ( strlen( $prefix ) > $digits || strlen( $item ) > 13 - $digits ) {
			return null;
		}
		return array( str_pad( $prefix, $digits, '0', STR_PAD_LEFT ), str_pad( $item, 13 - $digits, '0', STR_PAD_LEFT ) );
	}

	/**
	 * @param string $bits 140.
	 */
	private static function text( string $bits ): ?string {
		$text = rtrim( implode( '', array_map( static fn( string $seven ): string => chr( (int) bindec( $seven ) ), str_split( $bits, 7 ) ) ), "\0" );
		return 1 === preg_match( self::CHARACTERS, $text ) ? $text : null;
	}

	/**
	 * As an EPC URI writes it.
	 */
	private static function escaped( string $serial ): string {
		return (string) preg_replace_callback( '/["%&\/<>?]/', static fn( array $found ): string => '%' . strtoupper( bin2hex( $found[0] ) ), $serial );
	}
}
