<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Stock\Quantity;

/**
 * How on hand is to change: by so many, by so many percent, or to a number; and why.
 */
final class Step {

	public const HOW = array( 'delta', 'percent', 'set' );

	/** Ten-thousandths of one unit. */
	private const UNIT = 10_000;

	/**
	 * @param 'delta'|'percent'|'set' $how
	 * @param string                  $reason As of a movement.
	 */
	public function __construct( public readonly string $how, public readonly Quantity $amount, public readonly string $reason, public readonly string $note ) {}

	/**
	 * By how much an item of which so much is on hand changes. A percentage of whole units gives whole units, rounded to
	 * the nearest; of what is weighed, four places. Nothing below zero is taken off by a percentage.
	 */
	public function by( Quantity $on_hand ): Quantity {
		if ( 'percent' !== $this->how ) {
			return 'set' === $this->how ? $this->amount->minus( $on_hand ) : $this->amount;
		}
		$grain = 0 === $on_hand->units % self::UNIT ? self::UNIT : 1;
		$units = $on_hand->is_positive() ? $on_hand->units * ( $this->amount->units / ( 100 * self::UNIT ) ) : 0;
		return Quantity::from_units( (int) round( $units / $grain ) * $grain );
	}

	/**
	 * @return array{how: string, amount: string, reason: string, note: string}
	 */
	public function to_array(): array {
		return array(
			'how'    => $this->how,
			'amount' => $this->amount->sql(),
			'reason' => $this->reason,
			'note'   => $this->note,
		);
	}

	/**
	 * @param array<mixed> $kept See to_array().
	 */
	public static function from_array( array $kept ): self {
		$text = static fn( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
		$how  = $text( 'how' );
		return new self( 'set' === $how || 'percent' === $how ? $how : 'delta', Quantity::from_sql( $text( 'amount' ) ), $text( 'reason' ), $text( 'note' ) );
	}
}
