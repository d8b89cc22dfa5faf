<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * The short texts of an item, as they are stored: one line, no blanks around, not longer than the column.
 */
final class Text {

	public const NAME     = 255;
	public const SKU      = 100;
	public const BARCODE  = 64;
	public const CATEGORY = 100;

	public const BACKORDER = 200;
	public const SUPPLIER  = 100;
	public const BIN       = 64;

	/**
	 * A database compares 'ab' and 'ab ' as equal or not, depending on its kind; trimmed, the question does not arise.
	 *
	 * @param int $longest In characters; the rest is cut off (the edges refuse what is longer, an import goes on).
	 */
	public static function line( string $text, int $longest ): string {
		$clean = (string) preg_replace( '/[\p{Cc}\p{Zl}\p{Zp}]+/u', ' ', wp_check_invalid_utf8( $text, true ) );
		$clean = (string) preg_replace( '/^[\p{Z}\s]+|[\p{Z}\s]+$/u', '', $clean );
		return rtrim( mb_substr( $clean, 0, $longest ) );
	}
}
