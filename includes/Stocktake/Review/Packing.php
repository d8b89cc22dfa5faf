<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Review;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Orders whose units have left the books while the goods still lie in the house. The shop says when an order takes its
 * units (in the same transaction) and when its goods have gone; how many units that are, the ledger knows: the sum of the
 * order's movements, so that a changed or partly returned order is right too. Without a shop nothing is ever in packing.
 */
final class Packing {

	private const KEEP_DAYS = 100;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * The order takes units. To be called in the transaction that moves them, before it moves them.
	 */
	public function taken( Reference $order ): void {
		// Not by the unique key: on SQLite a double one would end the whole transaction. Two who pay the same order at once
		// queue at the markers of its lines.
		if ( 0 === $this->add( $order->id, $this->clock->now() ) ) {
			$this->still_here( $order->id );
		}
	}

	/**
	 * The goods are gone: handed to a carrier or to the customer.
	 *
	 * @param \DateTimeImmutable|null $at NULL for now.
	 */
	public function handed_over( string $order_id, ?\DateTimeImmutable $at = null ): void {
		$this->db->execute( 'UPDATE %i SET handed_at = %s WHERE order_id = %s AND handed_at IS NULL', $this->db->table( 'packing' ), null === $at ? $this->now() : Clock::sql( $at ), $order_id );
	}

	/**
	 * They are not gone after all: somebody had set the order to completed by mistake.
	 */
	public function still_here( string $order_id ): void {
		$this->db->execute( 'UPDATE %i SET handed_at = NULL WHERE order_id = %s', $this->db->table( 'packing' ), $order_id );
	}

	/**
	 * An order that took its units then.
	 *
	 * @return int 0 where it is known already.
	 */
	public function add( string $order_id, \DateTimeImmutable $taken ): int {
		return $this->db->execute(
			'INSERT INTO %i (order_id, taken_at, checked_at) SELECT %s, %s, %s FROM ( SELECT 1 AS one ) o WHERE NOT EXISTS ( SELECT 1 FROM %i p WHERE p.order_id = %s )',
			$this->db->table( 'packing' ),
			$order_id,
			Clock::sql( $taken ),
			$this->now(),
			$this->db->table( 'packing' ),
			$order_id
		);
	}

	/**
	 * Orders that should be looked at, because a word of the shop may have been lost; each comes round once an hour.
	 *
	 * @return list<string>
	 */
	public function to_check( int $limit ): array {
		$before = Clock::sql( $this->clock->now()->modify( '-1 hour' ) );
		$ids    = $this->db->column( 'SELECT order_id FROM %i WHERE handed_at IS NULL AND checked_at < %s ORDER BY checked_at LIMIT %d', $this->db->table( 'packing' ), $before, $limit );
		if ( array() !== $ids ) {
			$this->db->execute( 'UPDATE %i SET checked_at = %s WHERE order_id IN (' . $this->db->marks( $ids, '%s' ) . ')', $this->db->table( 'packing' ), $this->now(), ...$ids );
		}
		return $ids;
	}

	/**
	 * Forgets orders that nobody can need any more.
	 */
	public function tidy(): void {
		$this->db->execute( 'DELETE FROM %i WHERE handed_at < %s', $this->db->table( 'packing' ), Clock::sql( $this->clock->now()->modify( '-' . self::KEEP_DAYS . ' days' ) ) );
	}

	/**
	 * Units of these items in packing now, by item.
	 *
	 * @param non-empty-list<int> $items
	 * @return array<int, Quantity>
	 */
	public function now_of( array $items, int $location_id ): array {
		$rows  = $this->db->rows(
			"SELECT m.item_id, SUM( m.delta ) AS units FROM %i p JOIN %i m ON m.reference_type = 'order' AND m.reference_id = p.order_id
			WHERE p.handed_at IS NULL AND m.location_id = %d AND m.item_id IN (" . $this->db->marks( $items ) . ') GROUP BY m.item_id',
			$this->db->table( 'packing' ),
			$this->db->table( 'movements' ),
			$location_id,
			...$items
		);
		$units = array();
		foreach ( $rows as $row ) {
			$units[ (int) $row['item_id'] ] = Quantity::from_sql( $row['units'] )->negated();
		}
		return $units;
	}

	private function now(): string {
		return Clock::sql( $this->clock->now() );
	}
}
