<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * What is wrong with a row. It is kept without words: who reads it may speak another language.
 */
final class Problem {

	/** One that was written may have something worth knowing. */
	public const MOVED_SINCE = 'wig_import_moved_since';

	/**
	 * @param string $field Of the row; '' for the row as a whole.
	 * @param string $code  Stable, such as wig_import_number.
	 * @param string $what  What the sentence is about: a value, a number, another row.
	 */
	public function __construct( public readonly string $field, public readonly string $code, public readonly string $what = '' ) {}

	/**
	 * @return list<self>
	 */
	public static function read( string $json ): array {
		$kept  = json_decode( $json, true );
		$found = array();
		foreach ( is_array( $kept ) ? $kept : array() as $one ) {
			if ( is_array( $one ) ) {
				$found[] = new self( strval( $one[0] ?? '' ), strval( $one[1] ?? '' ), strval( $one[2] ?? '' ) );
			}
		}
		return $found;
	}

	/**
	 * @param list<self> $problems
	 */
	public static function write( array $problems ): string {
		return json_encode( array_map( static fn( self $one ): array => array( $one->field, $one->code, mb_substr( $one->what, 0, 200 ) ), $problems ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}
}
