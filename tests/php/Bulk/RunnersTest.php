<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Bulk;

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * On hand of many items; and whoever runs a change, however many of them, killed or not: each item is changed once.
 */
final class RunnersTest extends BulkTestCase {

	private const PLACE = '/^\s*UPDATE \S*bulk_changes\S* SET reached/i';

	public function test_each_line_of_the_ledger_names_the_change(): void {
		$this->shelf( 5, 10 );
		$change = $this->started_stock( 'delta', 3 );
		$this->runner()->work( $change->id, self::ALL );
		$line = $this->lines( 'Part 1' )[0];

		self::assertSame( array( '13' ), array_values( array_unique( $this->column( 'on_hand' ) ) ) );
		self::assertSame( array( '3', '13', 'received', 'bulk_change', (string) $change->id, 7, 'Box 2' ), array( (string) $line->delta, (string) $line->balance_after, $line->reason, $line->reference->type, $line->reference->id, $line->actor, $line->note ) );
	}

	public function test_a_percentage_of_whole_units_gives_whole_units(): void {
		$this->part( 'Cups', 'C', 11 );
		$this->part( 'Tea', 'T', '2.5' );
		$this->part( 'None', 'N', 0 );
		$change = $this->started_stock( 'percent', -10 );
		self::assertSame( array( 3, 2, 1 ), array( $change->matched, $change->changing, $change->same ) );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Cups' => '10', 'Tea' => '2.25', 'None' => '0' ), $this->column( 'on_hand' ) );
	}

	public function test_undone_what_was_sold_between_stays_sold(): void {
		$this->shelf( 3, 10 );
		$ids    = $this->ids();
		$change = $this->started_stock( 'set', 25 );
		$this->runner()->work( $change->id, self::ALL );
		$this->sell( $ids[0], 4, true );
		$this->sell( $ids[1], 20, false );
		$this->changes()->undo( $change->id );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Part 1' => '6', 'Part 2' => '25', 'Part 3' => '10' ), $this->column( 'on_hand' ), 'Of part 2, twenty are promised.' );
		self::assertSame( 'undone 3, 3 changed, 2 back, 1 kept', $this->told( $change ) );
		self::assertSame( array( '-15', 'correction' ), array( (string) $this->lines( 'Part 3' )[0]->delta, $this->lines( 'Part 3' )[0]->reason ) );
	}

	public function test_what_is_promised_is_not_taken(): void {
		$this->shelf( 3, 10 );
		$this->sell( $this->ids()[1], 9, false );
		$change = $this->started_stock( 'delta', -5 );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( array( 'Part 1' => '5', 'Part 2' => '10', 'Part 3' => '5' ), $this->column( 'on_hand' ) );
		self::assertSame( array( 2, 2 ), array( $change->changing, $this->now( $change )->changed ) );
	}

	public function test_an_order_that_comes_while_a_portion_is_on_its_way_is_kept(): void {
		$this->shelf( 2, 10 );
		$rival  = $this->rival_catalog();
		$order  = new AskedLine( $this->ids()[0], 1, Quantity::of( 8 ) );
		$change = $this->started_stock( 'delta', -5 );
		$buyer  = $this->rival( static fn() => $rival->reservations->reserve( 'late', new Reference( 'order', '9' ), array( $order ), null, 0 ), self::PLACE );
		$this->runner()->work( $change->id, self::ALL );

		self::assertSame( 1, $buyer->acted() );
		self::assertSame( array( 'Part 1' => '10', 'Part 2' => '5' ), $this->column( 'on_hand' ), 'Eight of part 1 are promised by now.' );
	}

	public function test_one_that_was_killed_goes_on_where_it_was(): void {
		$this->shelf( 5, 10 );
		$change = $this->started_stock( 'delta', 1 );
		$dies   = $this->rival( static fn() => throw new \ErrorException( 'Killed.' ), '/^\s*INSERT INTO \S*bulk_change_items/i', 2 );
		if ( self::is_sqlite() ) {
			$dies->leaves();
			$dies = \WooInventoryGuard\Tests\Support\Rival::comes( static fn() => throw new \ErrorException( 'Killed.' ), '/^\s*INSERT INTO \S*bulk_change_items/i', 2 );
		}
		try {
			$this->runner()->work( $change->id, self::ALL );
			self::fail( 'It was not killed.' );
		} catch ( \ErrorException ) {
			$dies->leaves();
		}
		self::assertSame( 'running 2, 2 changed, 0 back, 0 kept', $this->told( $change ), 'The portion that was cut off has left nothing.' );
		// What really dies does not give back its turn.
		$this->db->execute( "UPDATE %i SET runner = 'dead', runs_until = %s", $this->db->table( 'bulk_changes' ), '2026-03-02 09:00:30' );
		self::assertFalse( $this->runner()->work( $change->id, self::ALL ), 'Perhaps it only takes long.' );
		$this->clock->advance( 31 );
		self::assertTrue( $this->runner()->work_all( self::ALL ) );

		self::assertSame( array( '11' ), array_values( array_unique( $this->column( 'on_hand' ) ) ) );
		self::assertSame( 'done 5, 5 changed, 0 back, 0 kept', $this->told( $change ) );
	}

	public function test_a_second_runner_leaves_it_to_the_first(): void {
		$this->shelf( 5, 10 );
		$change = $this->started_stock( 'delta', 1 );
		$other  = $this->runner( $this->rival_catalog() );
		$answer = null;
		$rival  = $this->rival(
			static function () use ( $other, $change, &$answer ): void {
				$answer = $other->work( $change->id, self::ALL );
			},
			self::PLACE
		);
		self::assertTrue( $this->runner()->work( $change->id, self::ALL ) );

		self::assertSame( array( 1, false ), array( $rival->acted(), $answer ) );
		self::assertSame( array( '11' ), array_values( array_unique( $this->column( 'on_hand' ) ) ) );
	}

	public function test_of_two_who_do_the_same_portion_one_does_nothing(): void {
		$this->shelf( 5, 10 );
		$change = $this->started_stock( 'delta', 1 );
		$other  = $this->runner( $this->rival_catalog() );
		$rival  = $this->rival(
			function () use ( $other, $change ): void {
				$this->clock->advance( 31 );
				self::assertTrue( $other->work( $change->id, self::ALL ), 'The first took too long, so the second has it.' );
			},
			self::PLACE
		);
		self::assertFalse( $this->runner()->work( $change->id, self::ALL ), 'It is not the first one\'s any more.' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( '11' ), array_values( array_unique( $this->column( 'on_hand' ) ) ), 'Each item got one.' );
		self::assertSame( 'done 5, 5 changed, 0 back, 0 kept', $this->told( $change ) );
	}

	private function shelf( int $items, int $on_hand ): void {
		for ( $number = 1; $number <= $items; $number++ ) {
			$this->part( "Part {$number}", "P-{$number}", $on_hand );
		}
	}

	/**
	 * @return list<int>
	 */
	private function ids(): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i ORDER BY id', $this->db->table( 'items' ) ) );
	}

	private function sell( int $item, int $units, bool $paid ): void {
		$held = $this->catalog->reservations->reserve( "order {$item}", new Reference( 'order', (string) $item ), array( new AskedLine( $item, 1, Quantity::of( $units ) ) ), null, 0 );
		if ( $paid ) {
			$this->catalog->reservations->commit( $held->id, "paid {$item}", 0 );
		}
	}

	/**
	 * @return list<Movement> Newest first.
	 */
	private function lines( string $name ): array {
		$id = (int) $this->db->value( 'SELECT id FROM %i WHERE name = %s', $this->db->table( 'items' ), $name );
		return $this->catalog->ledger->history( $id, new HistoryFilter( 20, 0 ) );
	}
}
