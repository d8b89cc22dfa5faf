<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Stock\Error\InvalidQuantity;

/**
 * An exact decimal with four places, held as an integer number of ten-thousandths: 0.1 + 0.2 is 0.3 here.
 *
 * In SQL it is bound as text inside `CAST( %s AS DECIMAL(19,4) )`; bare quoted text would make MySQL calculate in
 * DOUBLE.
 */
final class Quantity {

	/** Ten-thousandths in one unit. */
	private const SCALE = 10_000;

	/** Largest input, 99,999,999,999: sums of thousands of them still fit DECIMAL(19,4) and PHP's integers. */
	private const MOST = 99_999_999_999;

	/** Digits that every IEEE double gives back unchanged. */
	private const SAFE_DIGITS = 15;

	private function __construct( public readonly int $units ) {}

	/**
	 * Reads a number or a plain decimal text such as "12", "-0.25".
	 *
	 * @throws InvalidQuantity For anything else: exponents, NaN, more than four places, more than 99,999,999,999.
	 */
	public static function of( int|float|string $value ): self {
		$text = is_float( $value ) ? self::text_of_float( $value ) : (string) $value;
		if ( 1 !== preg_match( '/\A(-?)(\d{1,15})(?:\.(\d{1,4})0*)?\z/', $text, $part ) ) {
			throw new InvalidQuantity( 'A quantity is a plain number with at most four decimal places.' );
		}
		$whole = (int) $part[2];
		$units = $whole * self::SCALE + (int) str_pad( $part[3] ?? '', 4, '0' );
		if ( $units > self::MOST * self::SCALE ) {
			throw new InvalidQuantity( 'A quantity is at most 99,999,999,999.' );
		}
		return new self( '-' === $part[1] ? -$units : $units );
	}

	public static function zero(): self {
		return new self( 0 );
	}

	/**
	 * @param int $units Ten-thousandths.
	 */
	public static function from_units( int $units ): self {
		return new self( $units );
	}

	/**
	 * Reads a DECIMAL column. SQLite hands out its numbers with a rounding tail; the column has four places.
	 */
	public static function from_sql( string|int|float|null $value ): self {
		if ( null === $value || '' === $value ) {
			return self::zero();
		}
		if ( is_string( $value ) && 1 === preg_match( '/\A(-?)(\d{1,15})(?:\.(\d{1,4}))?\z/', $value, $part ) ) {
			$units = (int) $part[2] * self::SCALE + (int) str_pad( $part[3] ?? '', 4, '0' );
			return new self( '-' === $part[1] ? -$units : $units );
		}
		return new self( (int) round( (float) $value * self::SCALE ) );
	}

	public function plus( self $other ): self {
		return new self( $this->units + $other->units );
	}

	public function minus( self $other ): self {
		return new self( $this->units - $other->units );
	}

	public function negated(): self {
		return new self( -$this->units );
	}

	/**
	 * How much a bundle needs of a component: sets times units per set.
	 *
	 * @throws InvalidQuantity When the product needs more than four places or is too large.
	 */
	public function times( self $other ): self {
		$whole    = intdiv( $other->units, self::SCALE );
		$fraction = $other->units % self::SCALE;
		if ( abs( (float) $this->units * $whole ) > self::MOST * self::SCALE ) {
			throw new InvalidQuantity( 'A quantity is at most 99,999,999,999.' );
		}
		$product = $this->units * $whole;
		$tail    = $this->units * $fraction;
		if ( 0 !== $tail % self::SCALE ) {
			throw new InvalidQuantity( 'This many sets would need more than four decimal places of a component.' );
		}
		return new self( $product + intdiv( $tail, self::SCALE ) );
	}

	/**
	 * How many whole sets fit into this many units: at most 99,999,999,999, since backorders without a limit would give
	 * more sets than there are integers.
	 */
	public function whole_sets_of( self $per_set ): self {
		$rest = $this->units % $per_set->units;
		$sets = intdiv( $this->units - $rest, $per_set->units ) - ( $rest < 0 ? 1 : 0 );
		return new self( min( self::MOST, $sets ) * self::SCALE );
	}

	/**
	 * @return int Below, at or above zero, as `<=>` says it.
	 */
	public function compare( self $other ): int {
		return $this->units <=> $other->units;
	}

	public function is_zero(): bool {
		return 0 === $this->units;
	}

	public function is_negative(): bool {
		return $this->units < 0;
	}

	public function is_positive(): bool {
		return $this->units > 0;
	}

	/**
	 * "-0.2500": always four places, for CAST( %s AS DECIMAL(19,4) ).
	 */
	public function sql(): string {
		$size = abs( $this->units );
		return ( $this->units < 0 ? '-' : '' ) . intdiv( $size, self::SCALE ) . '.' . str_pad( (string) ( $size % self::SCALE ), 4, '0', STR_PAD_LEFT );
	}

	/**
	 * A JSON number where a double gives the same decimal back, else the decimal as text.
	 */
	public function json(): int|float|string {
		if ( 0 === $this->units % self::SCALE ) {
			return intdiv( $this->units, self::SCALE );
		}
		$text = (string) $this;
		return strlen( ltrim( str_replace( array( '-', '.' ), '', $text ), '0' ) ) <= self::SAFE_DIGITS ? (float) $text : $text;
	}

	public function __toString(): string {
		return str_contains( $this->sql(), '.' ) ? rtrim( rtrim( $this->sql(), '0' ), '.' ) : $this->sql();
	}

	/**
	 * The decimal that this double means; JSON numbers arrive as doubles. Fifteen digits are what every double holds
	 * exactly ("H" is free of the locale and of php.ini's precision).
	 */
	private static function text_of_float( float $value ): string {
		if ( ! is_finite( $value ) || abs( $value ) > self::MOST + 1 ) {
			throw new InvalidQuantity( 'A quantity is at most 99,999,999,999.' );
		}
		return sprintf( '%.15H', $value );
	}
}
