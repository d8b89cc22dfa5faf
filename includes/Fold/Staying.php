<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Movement;

/**
 * Which old movements stay line by line. What is folded is what a shop has millions of and nobody takes back in the ledger:
 * lines of orders, and numbers that came from outside. What somebody typed, counted, delivered, imported or changed in bulk
 * stays, so every document can still be opened and taken back as a whole.
 *
 * Of what could be folded these stay too: what is the answer to an idempotency key, orders whose goods may still be in the
 * house (Stocktake\Packing adds up their lines), and orders that have moved something since the cut, so that an order is
 * there as a whole or not at all.
 */
final class Staying {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param list<Movement>     $lines
	 * @param \DateTimeImmutable $cut   Lines from then on are not folded.
	 * @return array<int, true> By id.
	 */
	public function of( array $lines, \DateTimeImmutable $cut ): array {
		$may    = array_filter( $lines, self::may_be_folded( ... ) );
		$stay   = array_fill_keys( array_map( static fn( Movement $line ): int => $line->id, array_diff_key( $lines, $may ) ), true );
		$keyed  = $this->keyed( array_map( static fn( Movement $line ): int => $line->id, array_values( $may ) ) );
		$orders = array_flip( $this->orders( array_values( array_unique( array_map( static fn( Movement $line ): string => $line->reference->id, array_filter( $may, self::is_of_order( ... ) ) ) ) ), $cut ) );
		foreach ( $may as $line ) {
			if ( isset( $keyed[ $line->id ] ) || ( self::is_of_order( $line ) && isset( $orders[ $line->reference->id ] ) ) ) {
				$stay[ $line->id ] = true;
			}
		}
		return $stay;
	}

	private static function may_be_folded( Movement $line ): bool {
		return self::is_of_order( $line ) || ( 'external' === $line->reason && '' === $line->reference->type );
	}

	private static function is_of_order( Movement $line ): bool {
		return 'order' === $line->reference->type;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int|string, int>
	 */
	private function keyed( array $ids ): array {
		return array() === $ids ? array() : array_flip( $this->db->column( 'SELECT movement_id FROM %i WHERE movement_id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'keyed_movements' ), ...$ids ) );
	}

	/**
	 * @param list<string> $orders
	 * @return list<string>
	 */
	private function orders( array $orders, \DateTimeImmutable $cut ): array {
		if ( array() === $orders ) {
			return array();
		}
		$marks = $this->db->marks( $orders, '%s' );
		return array(
			...$this->db->column( 'SELECT order_id FROM %i WHERE order_id IN (' . $marks . ')', $this->db->table( 'packing' ), ...$orders ),
			...$this->db->column( "SELECT DISTINCT reference_id FROM %i WHERE reference_type = 'order' AND reference_id IN (" . $marks . ') AND created_at >= %s', $this->db->table( 'movements' ), ...array( ...$orders, Clock::sql( $cut ) ) ),
		);
	}
}
