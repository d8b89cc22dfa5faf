<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Error\UnknownItem;

/**
 * A fight for a few units that anyone may start in a live shop: the buyers, the statements and the database are real,
 * the item is not. It is of a kind that no list, alert or product knows, and nothing of it is left afterwards (the one
 * place where lines of the ledger are deleted: those of an item that never was).
 */
final class GuardTest {

	public const UNITS = 5;

	/** No case of Kind, so that lists, counts and alerts pass it by. */
	public const KIND = 'test';

	private const REFERENCE = 'guard_test';

	/** After so long a test whose browser has gone is cleared away. */
	private const MINUTES = 10;

	/** Of one table each, by the column that names the item. */
	private const TRACES = array(
		'movements' => 'item_id',
		'levels'    => 'item_id',
		'items'     => 'id',
	);

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Ledger $ledger, private readonly Reservations $reservations ) {}

	/**
	 * @return int The number of the test, for buy() and end().
	 */
	public function begin( int $actor ): int {
		$this->clear_old();
		return $this->db->transaction(
			function () use ( $actor ): int {
				$now = Clock::sql( $this->clock->now() );
				$this->db->execute( 'INSERT INTO %i (kind, name, created_at, updated_at) VALUES (%s, %s, %s, %s)', $this->db->table( 'items' ), self::KIND, 'Guard test', $now, $now );
				$id = $this->db->insert_id();
				$this->ledger->open( $id, Quantity::of( self::UNITS ), new Cause( 'opening', Reference::none(), $actor ) );
				return $id;
			}
		);
	}

	/**
	 * One buyer asks for one unit, by the way that every order goes.
	 *
	 * @return bool Whether there was one.
	 * @throws UnknownItem When there is no such test (any more).
	 */
	public function buy( int $test, int $buyer, int $actor ): bool {
		$this->require_test( $test );
		try {
			$this->reservations->reserve( self::REFERENCE . ":{$test}:{$buyer}", new Reference( self::REFERENCE, "{$test}:{$buyer}" ), array( new AskedLine( $test, 1, Quantity::of( 1 ) ) ), 60 * self::MINUTES, $actor );
			return true;
		} catch ( NotEnoughStock ) {
			return false;
		}
	}

	/**
	 * What came of it, by the books; then all of it is cleared away.
	 *
	 * @return array{sold: int, left: Quantity} Units that were promised, and what is left of those there were.
	 * @throws UnknownItem
	 */
	public function end( int $test ): array {
		$this->require_test( $test );
		return $this->db->transaction(
			function () use ( $test ): array {
				// In the order in which buyers lock: who is on the way is waited for, who comes later finds no test.
				$sold = 0;
				foreach ( $this->promises( $test ) as $id => $holds ) {
					$sold += $holds;
					$this->db->execute( 'DELETE FROM %i WHERE reservation_id = %d', $this->db->table( 'reservation_lines' ), $id );
					$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $id );
				}
				$left = $this->db->value( 'SELECT ROUND( on_hand - reserved, 4 ) FROM %i WHERE item_id = %d AND location_id = 1' . $this->locked(), $this->db->table( 'levels' ), $test );
				foreach ( self::TRACES as $table => $column ) {
					$this->db->execute( 'DELETE FROM %i WHERE %i = %d', $this->db->table( $table ), $column, $test );
				}
				return array(
					'sold' => $sold,
					'left' => Quantity::from_sql( $left ),
				);
			}
		);
	}

	/**
	 * @return array<int, int> By reservation: 1 where it holds its unit still.
	 */
	private function promises( int $test ): array {
		$rows = $this->db->rows( 'SELECT id, active FROM %i WHERE reference_type = %s AND reference_id LIKE %s' . $this->locked(), $this->db->table( 'reservations' ), self::REFERENCE, $test . ':%' );
		return array_column( array_map( static fn( array $row ): array => array( (int) $row['id'], (int) $row['active'] ), $rows ), 1, 0 );
	}

	/**
	 * @return literal-string
	 */
	private function locked(): string {
		return $this->db->is_sqlite() ? '' : ' FOR UPDATE';
	}

	private function clear_old(): void {
		$old = Clock::sql( $this->clock->now()->modify( '-' . self::MINUTES . ' minutes' ) );
		foreach ( $this->db->column( 'SELECT id FROM %i WHERE kind = %s AND created_at < %s LIMIT 20', $this->db->table( 'items' ), self::KIND, $old ) as $id ) {
			$this->end( (int) $id );
		}
	}

	/**
	 * Nobody's stock is touched through here.
	 */
	private function require_test( int $id ): void {
		if ( null === $this->db->value( 'SELECT id FROM %i WHERE id = %d AND kind = %s', $this->db->table( 'items' ), $id, self::KIND ) ) {
			throw new UnknownItem( $id );
		}
	}
}
