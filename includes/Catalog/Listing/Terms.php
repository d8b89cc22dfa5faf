<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Item;

/**
 * Cuts texts into the terms that search finds: words by their beginning, and pairs of characters where a script writes
 * no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese). Case, accents and character width make no difference.
 */
final class Terms {

	/** Longest term, in characters; of a longer word its beginning. Fits the column. */
	public const LONGEST = 32;

	/** Most terms of one item, so that a strange name cannot flood the index. */
	private const MOST = 60;

	/** Most words of a search that count. */
	private const MOST_ASKED = 8;

	private const SPACELESS = '\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々';

	/**
	 * The terms of an item, each once.
	 *
	 * SKU and barcode also count without their separators ("TS-10/42" is found by "ts1042"), and the SKU's runs of
	 * digits on their own ("TS1042" is found by "1042").
	 *
	 * @return list<string>
	 */
	public static function of_item( string $name, string $sku, string $barcode ): array {
		$terms = array_merge( self::index_terms( $barcode ), self::index_terms( $sku ), self::codes( $sku ), self::codes( $barcode ), self::index_terms( $name ) );
		// array_keys would turn "123" into a number.
		return array_slice( array_values( array_unique( $terms ) ), 0, self::MOST );
	}

	/**
	 * What a search asks for: every one of these must be the beginning of one of the item's terms.
	 *
	 * @return list<string> Empty when the text has nothing that could be searched.
	 */
	public static function of_search( string $search ): array {
		$asked = array();
		foreach ( self::words( $search ) as $word ) {
			$asked = array_merge( $asked, self::is_spaceless( $word ) ? self::pairs( $word, false ) : array( mb_substr( $word, 0, self::LONGEST ) ) );
		}
		$asked = array_values( array_unique( $asked ) );
		// "bl blue" asks no more than "blue".
		$needed = array_filter(
			$asked,
			static fn( string $term ): bool => array() === array_filter( $asked, static fn( string $other ): bool => $other !== $term && str_starts_with( $other, $term ) )
		);
		return array_slice( array_values( $needed ), 0, self::MOST_ASKED );
	}

	/**
	 * Whether a search for this text finds the item.
	 */
	public static function match( string $search, Item $item ): bool {
		$has = self::of_item( $item->name, $item->sku, $item->barcode );
		foreach ( self::of_search( $search ) as $asked ) {
			if ( array() === array_filter( $has, static fn( string $term ): bool => str_starts_with( $term, $asked ) ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A text after all that begin with this one, in the order of characters: the last character raised by one, or,
	 * where that is more than a byte, the last character there is.
	 */
	public static function after( string $term ): string {
		$last = ord( substr( $term, -1 ) );
		return $last < 0x7F ? substr( $term, 0, -1 ) . chr( $last + 1 ) : $term . "\u{10FFFF}";
	}

	/**
	 * One form for what people take for the same: lower case, without accents, full-width digits and letters as the
	 * usual ones.
	 *
	 * @param bool $with_intl Whether to use PHP's intl, where the host has it.
	 */
	public static function normalize( string $text, bool $with_intl = true ): string {
		if ( $with_intl && class_exists( \Normalizer::class ) ) {
			$split = \Normalizer::normalize( $text, \Normalizer::FORM_KD );
			$bare  = preg_replace( '/(?<=[\p{Latin}\p{Greek}\p{Cyrillic}])\p{Mn}+/u', '', false === $split ? $text : $split );
			$whole = \Normalizer::normalize( (string) $bare, \Normalizer::FORM_C );
			$text  = false === $whole ? (string) $bare : $whole;
		} else {
			// In one language for all: a German site would turn ä into ae, and only there.
			$text = remove_accents( strtr( self::half_width( $text ), array( 'ß' => 'ss' ) ), 'en_US' );
		}
		$text = function_exists( 'mb_strtolower' ) ? mb_strtolower( $text, 'UTF-8' ) : strtolower( $text );
		return strtr(
			$text,
			array(
				'ß' => 'ss',
				'ø' => 'o',
				'ł' => 'l',
				'đ' => 'd',
				'æ' => 'ae',
				'œ' => 'oe',
				'ı' => 'i',
			)
		);
	}

	/**
	 * @return list<string>
	 */
	private static function index_terms( string $text ): array {
		$terms = array();
		foreach ( self::words( $text ) as $word ) {
			$terms = array_merge( $terms, self::is_spaceless( $word ) ? self::pairs( $word, true ) : array( mb_substr( $word, 0, self::LONGEST ) ) );
		}
		return $terms;
	}

	/**
	 * @return list<string>
	 */
	private static function codes( string $code ): array {
		$plain  = self::normalize( $code );
		$joined = (string) preg_replace( '/[^\p{L}\p{M}\p{N}]+/u', '', $plain );
		preg_match_all( '/\d{3,}/', $plain, $digits );
		$codes = array();
		foreach ( array_merge( array( $joined ), $digits[0] ) as $term ) {
			if ( '' !== $term && ! self::is_spaceless( $term ) ) {
				$codes[] = mb_substr( $term, 0, self::LONGEST );
			}
		}
		return $codes;
	}

	/**
	 * Runs of letters and digits, runs of a script without spaces, and single symbols (an emoji is a word).
	 *
	 * @return list<string>
	 */
	private static function words( string $text ): array {
		$found = preg_match_all( '/[' . self::SPACELESS . ']+|(?:(?![' . self::SPACELESS . '])[\p{L}\p{M}\p{N}])+|\p{So}/u', self::normalize( $text ), $match );
		return false === $found ? array() : $match[0];
	}

	private static function is_spaceless( string $word ): bool {
		return 1 === preg_match( '/^[' . self::SPACELESS . ']/u', $word );
	}

	/**
	 * "红茶杯" is 红茶 and 茶杯; with the last character alone too, so that each character begins a term.
	 *
	 * @return list<string>
	 */
	private static function pairs( string $run, bool $with_last ): array {
		preg_match_all( '/./us', $run, $match );
		$characters = $match[0];
		$pairs      = array();
		foreach ( $characters as $place => $character ) {
			if ( isset( $characters[ $place + 1 ] ) ) {
				$pairs[] = $character . $characters[ $place + 1 ];
			} elseif ( $with_last || 0 === $place ) {
				$pairs[] = $character;
			}
		}
		return $pairs;
	}

	private static function half_width( string $text ): string {
		$half = preg_replace_callback( '/[\x{FF01}-\x{FF5E}]/u', static fn( array $match ): string => chr( ( ( ord( $match[0][1] ) & 1 ) << 6 ) + ( ord( $match[0][2] ) & 0x3F ) + 0x20 ), $text );
		return (string) $half;
	}
}
