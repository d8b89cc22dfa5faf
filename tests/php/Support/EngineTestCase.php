<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Error\Shortage;

/**
 * A shop with an engine and a few words to speak about it. After every test the books must be in order.
 */
abstract class EngineTestCase extends TestCase {

	protected Engine $engine;

	protected FixedBundles $bundles;

	/** Set by tests that break rows on purpose. */
	protected bool $books_are_broken = false;

	private int $orders = 0;

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$this->bundles = new FixedBundles();
		$this->engine  = new Engine( $wpdb, $this->clock, $this->bundles );
	}

	protected function assertPostConditions(): void {
		if ( ! $this->books_are_broken ) {
			$this->assert_books_in_order();
		}
		parent::assertPostConditions();
	}

	/**
	 * The engine of somebody else: the same shop and clock, another connection.
	 */
	final protected function rival_engine(): Engine {
		return new Engine( self::connection(), $this->clock, $this->bundles );
	}

	/**
	 * A new item with so many units on hand at location 1.
	 *
	 * @param array<string, int|string> $columns Columns of items that differ from an ordinary part.
	 */
	final protected function item( int|string $on_hand, array $columns = array() ): int {
		static $number = 0;
		++$number;
		$now = '2026-03-02 08:00:00.000000';
		$row = $columns + array(
			'kind'       => 'part',
			'sku'        => 'SKU-' . $number,
			'name'       => 'Part ' . $number,
			'created_at' => $now,
			'updated_at' => $now,
		);
		global $wpdb;
		$wpdb->insert( $this->db->table( 'items' ), $row );
		$id = (int) $wpdb->insert_id;
		if ( 'bundle' !== $row['kind'] ) {
			$this->stock( $id, $on_hand );
		}
		return $id;
	}

	/**
	 * The first stock of an item at a location.
	 */
	final protected function stock( int $item_id, int|string $on_hand, int $location_id = 1 ): void {
		$this->engine->ledger->open( $item_id, Quantity::of( $on_hand ), new Cause( 'opening', Reference::none() ), $location_id );
	}

	/**
	 * A bundle of components.
	 *
	 * @param array<int, int|float|string> $contents Units per set, by item id.
	 */
	final protected function bundle( array $contents ): int {
		$id = $this->item( 0, array( 'kind' => 'bundle' ) );
		$this->bundles->set(
			$id,
			array_map( static fn ( int $item, int|float|string $units ): Choice => new Choice( array( $item ), Quantity::of( $units ) ), array_keys( $contents ), array_values( $contents ) )
		);
		return $id;
	}

	/**
	 * A bundle of places where any of some items will do.
	 *
	 * @param Choice ...$choices
	 */
	final protected function bundle_of( Choice ...$choices ): int {
		$id = $this->item( 0, array( 'kind' => 'bundle' ) );
		$this->bundles->set( $id, array_values( $choices ) );
		return $id;
	}

	/**
	 * @param int|float|string $quantity In one set.
	 * @param int              ...$items Any of these.
	 */
	final protected static function any_of( int|float|string $quantity, int ...$items ): Choice {
		return new Choice( array_values( $items ), Quantity::of( $quantity ) );
	}

	final protected static function extra( int|float|string $quantity, int ...$items ): Choice {
		return new Choice( array_values( $items ), Quantity::of( $quantity ), true );
	}

	final protected function location( int $id ): int {
		$this->db->execute( 'INSERT INTO %i (id, name) VALUES (%d, %s)', $this->db->table( 'locations' ), $id, 'Warehouse ' . $id );
		return $id;
	}

	final protected static function line( int $item_id, int|float|string $quantity, int $location_id = 1 ): AskedLine {
		return new AskedLine( $item_id, $location_id, Quantity::of( $quantity ) );
	}

	/**
	 * Reserves for a new order.
	 *
	 * @param array<int, int|float|string> $wanted Quantities by item id.
	 */
	final protected function reserve( array $wanted, ?int $expires_in = 900, ?Engine $engine = null, string $order = '', string $key = '' ): Reservation {
		++$this->orders;
		return ( $engine ?? $this->engine )->reservations->reserve(
			'' === $key ? 'key-' . $this->orders : $key,
			new Reference( 'order', '' === $order ? (string) ( 1000 + $this->orders ) : $order ),
			array_map( $this->known_line( ... ), array_keys( $wanted ), array_values( $wanted ) ),
			$expires_in,
			7
		);
	}

	/**
	 * A line as the edges ask for it: they have just read the item.
	 */
	private function known_line( int $item_id, int|float|string $quantity ): AskedLine {
		return new AskedLine( $item_id, 1, Quantity::of( $quantity ), (string) $this->db->value( 'SELECT sku FROM %i WHERE id = %d', $this->db->table( 'items' ), $item_id ) );
	}

	/**
	 * A key that no test has used before.
	 */
	final protected function key(): string {
		return 'key-' . ( ++$this->orders );
	}

	/**
	 * What a refusal says, where an expired reservation was swept before it.
	 *
	 * @param callable(): mixed $asking
	 * @return list<Shortage>
	 */
	final protected function short_of( callable $asking ): array {
		try {
			$asking();
		} catch ( NotEnoughStock $no ) {
			return $no->lines;
		}
		self::fail( 'This should have been refused.' );
	}

	/**
	 * Reserving must be refused for want of stock, and a refusal leaves nothing behind.
	 *
	 * @param callable(): mixed $reserving
	 * @return list<Shortage>
	 */
	final protected function refused( callable $reserving ): array {
		$before = self::checksum();
		try {
			$reserving();
		} catch ( NotEnoughStock $no ) {
			self::assertSame( $before, self::checksum(), 'A refusal leaves nothing behind.' );
			return $no->lines;
		}
		self::fail( 'This should have been refused.' );
	}

	/**
	 * Per line of a refusal what was asked and what could be had, as text.
	 *
	 * @param list<Shortage> $lines
	 * @return list<string>
	 */
	final protected static function told( array $lines ): array {
		return array_map( static fn ( Shortage $line ): string => "{$line->requested} asked, {$line->available} left" . ( $line->short ? ', short' : '' ), $lines );
	}

	/**
	 * "on hand / reserved" of a level, and of the item's sums, which must agree for an item with one location.
	 */
	final protected function books( int $item_id, int $location_id = 1 ): string {
		$level = $this->db->row( 'SELECT on_hand, reserved FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'levels' ), $item_id, $location_id );
		return null === $level ? 'no level' : Quantity::from_sql( $level['on_hand'] ) . ' / ' . Quantity::from_sql( $level['reserved'] );
	}

	/**
	 * What a level owes: what was promised and is not there.
	 */
	final protected function owed( int $item_id, int $location_id = 1 ): string {
		$owed = $this->db->value( 'SELECT owed FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'levels' ), $item_id, $location_id );
		return number_format( (float) $owed, 4, '.', '' );
	}

	/**
	 * "on hand / reserved / available / status" of an item's sums.
	 */
	final protected function sums( int $item_id ): string {
		$row = (array) $this->db->row( 'SELECT on_hand, reserved, available, status FROM %i WHERE id = %d', $this->db->table( 'items' ), $item_id );
		return Quantity::from_sql( $row['on_hand'] ) . ' / ' . Quantity::from_sql( $row['reserved'] ) . ' / ' . Quantity::from_sql( $row['available'] ) . ' / '
			. \WooInventoryGuard\Stock\StockStatus::from( (int) $row['status'] )->slug();
	}

	/**
	 * The ledger of an item as text: "seq delta -> balance reason".
	 *
	 * @return list<string>
	 */
	final protected function ledger( int $item_id, int $location_id = 1 ): array {
		return array_map(
			static fn ( array $row ): string => $row['seq'] . ': ' . Quantity::from_sql( $row['delta'] ) . ' -> ' . Quantity::from_sql( $row['balance_after'] ) . ' ' . $row['reason'],
			$this->db->rows( 'SELECT * FROM %i WHERE item_id = %d AND location_id = %d ORDER BY seq', $this->db->table( 'movements' ), $item_id, $location_id )
		);
	}

	final protected function count_of( string $table ): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( $table ) );
	}

	final protected function assert_books_in_order(): void {
		$report = $this->engine->integrity->check();
		self::assertSame( array(), array_map( static fn ( object $problem ): string => (string) wp_json_encode( $problem ), $report->problems ), 'The books are in order.' );
	}
}
