<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Quantity;

/**
 * A piece of SQL with the values for its placeholders. The text only ever grows by literals, which the type checker
 * sees, so no value can become SQL.
 */
final class Clause {

	/** @var list<int|string> */
	public readonly array $args;

	/**
	 * @param literal-string $sql
	 */
	public function __construct( public readonly string $sql, int|string ...$args ) {
		$this->args = array_values( $args );
	}

	/**
	 * A DECIMAL value, or NULL.
	 */
	public static function quantity( ?Quantity $value ): self {
		return null === $value ? new self( 'NULL' ) : new self( 'CAST( %s AS DECIMAL(19,4) )', $value->sql() );
	}

	/**
	 * A time, or NULL.
	 */
	public static function time( ?\DateTimeImmutable $value ): self {
		return null === $value ? new self( 'NULL' ) : new self( '%s', Clock::sql( $value ) );
	}

	/**
	 * Text, '' as NULL: unique keys let any number of NULLs pass.
	 */
	public static function optional_text( string $value ): self {
		return '' === $value ? new self( 'NULL' ) : new self( '%s', $value );
	}

	/**
	 * @param literal-string $template With one %% for each part, in order: "CASE WHEN %% > 0 THEN %% END".
	 */
	public static function of( string $template, self ...$parts ): self {
		$sql   = '';
		$args  = array();
		$parts = array_values( $parts );
		/** @var list<literal-string> $texts Pieces of a literal. */
		$texts = explode( '%%', $template );
		foreach ( $texts as $place => $text ) {
			if ( $place > 0 ) {
				$sql .= $parts[ $place - 1 ]->sql;
				$args = array_merge( $args, $parts[ $place - 1 ]->args );
			}
			$sql .= $text;
		}
		return new self( $sql, ...$args );
	}

	/**
	 * @param literal-string $glue
	 * @param list<self>     $parts
	 */
	public static function join( string $glue, array $parts ): self {
		$sql  = '';
		$args = array();
		foreach ( $parts as $place => $part ) {
			$sql .= ( 0 === $place ? '' : $glue ) . $part->sql;
			$args = array_merge( $args, $part->args );
		}
		return new self( $sql, ...$args );
	}
}
