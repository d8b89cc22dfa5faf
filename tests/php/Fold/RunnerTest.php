<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Fold;

use PHPUnit\Framework\Attributes\TestWith;
use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Fold\Rounds;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * What is folded and what stays; and whoever folds, however many of them, killed or not: it ends the same.
 */
final class RunnerTest extends FoldTestCase {

	private int $tea;
	private int $cup;

	protected function setUp(): void {
		parent::setUp();
		$this->at( '2021-01-05 10:00' );
		$this->tea = $this->item( 100 );
		$this->cup = $this->item( 100 );
	}

	public function test_orders_and_numbers_from_outside_are_folded_and_what_somebody_did_stays(): void {
		foreach ( array( 'order:9', ':', 'import:3', 'bulk_change:4', 'stocktake:5', 'restore:6', 'reversal:7', 'delivery:8' ) as $day => $document ) {
			$this->happen( "2021-02-1{$day} 10:00", $this->tea, array( -1, -1 ), ':' === $document ? 'external' : 'sold', $document );
			$this->happen( "2021-02-1{$day} 12:00", $this->cup, array( -1, -1 ), 'damaged', $document );
		}
		$this->happen( '2024-02-10 10:00', $this->tea, array( -1 ), 'sold', 'order:99' );
		$this->happen( '2024-02-10 10:00', $this->cup, array( -1 ), 'sold', 'order:99' );
		$this->at( '2026-03-02 09:00' );
		$fold = $this->fold_all();

		self::assertSame( array( 6, 3 ), array( $fold->movements, $fold->sums ) );
		$kept = array( 'import', 'import', 'bulk_change', 'bulk_change', 'stocktake', 'stocktake', 'restore', 'restore', 'reversal', 'reversal', 'delivery', 'delivery', 'order' );
		self::assertSame( array( '', 'folded', 'folded', ...$kept ), $this->documents_of( $this->tea ) );
		self::assertSame( array( '', 'folded', '', '', ...$kept ), $this->documents_of( $this->cup ), 'Typed without a document, and not from outside: that was a person.' );
	}

	public function test_what_is_the_answer_to_a_key_stays_and_is_the_same_answer(): void {
		$this->at( '2021-02-01 10:00' );
		$asked = array();
		foreach ( array( 'a', 'b', 'c', 'd', 'e' ) as $key ) {
			$adjustment    = Adjustment::delta( $this->tea, 1, Quantity::of( 2 ), new Cause( 'external', Reference::none(), 3, $key ) );
			$asked[ $key ] = array( $adjustment, $this->engine->ledger->adjust( $adjustment, $key ) );
			$this->write( $this->tea, Quantity::of( 1 ), 'external', Reference::none() );
			$this->write( $this->tea, Quantity::of( 1 ), 'external', Reference::none() );
		}
		$this->happen( '2024-02-01 10:00', $this->tea, array( -1 ), 'sold', 'order:99' );
		$this->at( '2026-03-02 09:00' );
		$fold = $this->fold_all();

		self::assertSame( array( 10, 5 ), array( $fold->movements, $fold->sums ) );
		self::assertSame( 5, $this->count_of( 'keyed_movements' ) );
		foreach ( $asked as $key => list( $adjustment, $answer ) ) {
			self::assertEquals( $answer, $this->engine->ledger->adjust( $adjustment, $key ) );
		}
		$this->clock->advance( 40 * 86_400 );
		$this->fold_all();
		self::assertSame( 5, $this->count_of( 'keyed_movements' ), 'Noted once; younger ones are not.' );
	}

	public function test_orders_in_packing_and_orders_that_go_on_stay_whole(): void {
		foreach ( array( 'order:1', 'order:2', 'order:3' ) as $order ) {
			$this->happen( '2021-02-01 10:00', $this->tea, array( -1, -1 ), 'sold', $order );
			$this->happen( '2021-03-01 10:00', $this->cup, array( -1, -1 ), 'sold', $order );
		}
		$this->db->execute( "INSERT INTO %i (order_id, taken_at, checked_at) VALUES ('2', '2021-02-01', '2021-02-01')", $this->db->table( 'packing' ) );
		$this->happen( '2024-02-10 10:00', $this->tea, array( 1 ), 'returned', 'order:3' );
		$this->happen( '2024-02-10 10:00', $this->cup, array( -1 ), 'sold', 'order:4' );
		$this->at( '2026-03-02 09:00' );
		$this->fold_all();

		self::assertSame( array( ':', 'folded:', 'order:2', 'order:2', 'order:3', 'order:3', 'order:3' ), $this->documents_of( $this->tea, true ) );
		self::assertSame( array( ':', 'folded:', 'order:2', 'order:2', 'order:3', 'order:3', 'order:4' ), $this->documents_of( $this->cup, true ) );
	}

	#[TestWith( array( 'UTC', '2023-11-30 23:59:59', true ) )]
	#[TestWith( array( 'UTC', '2023-12-01 00:00:00', false ) )]
	#[TestWith( array( 'Asia/Shanghai', '2023-11-30 15:59:58', true ) )]
	#[TestWith( array( 'Asia/Shanghai', '2023-11-30 16:00:00', false ) )]
	public function test_a_month_is_folded_when_all_of_it_is_old_enough_by_the_calendar_of_the_shop( string $zone, string $time, bool $folded ): void {
		update_option( 'timezone_string', $zone );
		$this->at( $time );
		$this->write( $this->tea, Quantity::of( -1 ), 'sold', new Reference( 'order', '9' ) );
		$this->write( $this->tea, Quantity::of( -1 ), 'sold', new Reference( 'order', '9' ) );
		$this->happen( '2024-02-10 10:00', $this->tea, array( -1 ), 'sold', 'order:4' );
		$this->at( '2026-03-02 09:00' );
		self::assertSame( $folded ? 2 : 0, $this->fold_all()->movements );
	}

	public function test_never_less_than_the_reports_look_back(): void {
		self::assertEquals( Months::cut( $this->clock->now(), 27 ), Months::cut( $this->clock->now(), 3 ) );
	}

	public function test_killed_before_any_statement_it_goes_on_where_it_was(): void {
		$this->history();
		$whole  = $this->figures( $this->fold_all() );
		self::assertSame( 'done 24 12', $whole );
		$result = $this->ledgers();
		for ( $at = 1; $at < 400; $at++ ) {
			self::empty_tables();
			$this->setUp();
			$this->history();
			$levels = self::checksum( 'levels', 'items', 'requests' );
			$id     = $this->begun()->id;
			$dies   = Rival::comes( static fn() => throw new \ErrorException( 'Killed.' ), '/^\s*\w/', $at );
			try {
				$this->runner()->work( $id, self::ALL );
			} catch ( \ErrorException ) {
				self::assertSame( 1, $dies->acted() );
			} finally {
				$dies->leaves();
			}
			$this->assert_books_in_order();
			// What really dies does not give back its turn.
			$this->db->execute( "UPDATE %i SET runner = 'dead', runs_until = %s WHERE state <> 'done'", $this->db->table( 'folds' ), '2026-03-02 09:00:30' );
			self::assertTrue( $this->runner()->work( $id, self::ALL ), 'Perhaps it only takes long.' );
			$this->clock->advance( 31 );
			$this->runner()->work( $id, self::ALL );
			self::assertSame( array( $whole, $result, $levels ), array( $this->figures( $this->folds()->find( $id ) ), $this->ledgers(), self::checksum( 'levels', 'items', 'requests' ) ), "Killed before statement {$at}." );
			if ( 0 === $dies->acted() ) {
				self::assertGreaterThan( 100, $at );
				return;
			}
			$at += self::is_sqlite() ? 40 : 0;
		}
		self::fail( 'It has no end.' );
	}

	public function test_a_second_runner_leaves_it_to_the_first_and_of_two_who_do_the_same_one_does_nothing(): void {
		$this->history();
		$id     = $this->begun()->id;
		$other  = $this->runner( $this->rival_engine() );
		$answer = null;
		$rival  = $this->rival(
			static function () use ( $other, $id, &$answer ): void {
				$answer = $other->work( $id, self::ALL );
			},
			'/^\s*UPDATE \S*folds\S* SET step/i'
		);
		self::assertTrue( $this->runner()->work( $id, self::ALL ) );
		self::assertSame( array( 1, true, 'done' ), array( $rival->acted(), $answer, $this->folds()->find( $id )?->state ) );
	}

	public function test_who_has_lost_its_turn_writes_nothing(): void {
		$this->history();
		$id    = $this->begun()->id;
		$rival = $this->rival( fn() => $this->rival_db()->execute( "UPDATE %i SET runner = 'another'", $this->db->table( 'folds' ) ), '/^\s*START TRANSACTION/i', 3 );
		self::assertTrue( $this->runner()->work( $id, self::ALL ) );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( 'another', '0' ), array( $this->db->value( 'SELECT runner FROM %i', $this->db->table( 'folds' ) ), $this->db->value( 'SELECT movements FROM %i', $this->db->table( 'folds' ) ) ) );
		self::assertNull( $this->folded->before() );
	}

	public function test_it_waits_for_who_reads_old_lines(): void {
		$this->history();
		$fold = $this->begun();
		foreach ( array(
			array( 'stocktakes', "INSERT INTO %i (name, scope, state, created_at, started_at) VALUES ('Old', '{}', 'counting', '2020-01-01', '2020-01-01')" ),
			array( 'backups', "INSERT INTO %i (file, origin, state, place, created_at) VALUES ('f', 'asked', 'making', '{}', '2026-01-01')" ),
			array( 'backup_returns', "INSERT INTO %i (backup_id, numbers, state, place, found, created_at) VALUES (1, 'keep', 'running', '{}', '{}', '2026-01-01')" ),
		) as list( $table, $sql ) ) {
			$this->db->execute( $sql, $this->db->table( $table ) );
			self::assertTrue( $this->runner()->work( $fold->id, self::ALL ) );
			self::assertSame( array( 'keys', 0 ), array( $this->folds()->find( $fold->id )?->state, $this->folds()->find( $fold->id )?->step ), $table );
			$this->db->execute( 'DELETE FROM %i', $this->db->table( $table ) );
		}
		$this->db->execute( "INSERT INTO %i (name, scope, state, created_at, started_at) VALUES ('Old', '{}', 'applied', '2020-01-01', '2020-01-01'), ('New', '{}', 'counting', '2026-01-01', '2026-01-01')", $this->db->table( 'stocktakes' ) );
		$this->runner()->work( $fold->id, self::ALL );
		self::assertTrue( $this->folds()->find( $fold->id )?->is_done() );
	}

	public function test_the_job_folds_nothing_unless_the_owner_wants_it_and_each_month_once(): void {
		$this->history();
		$this->happen( '2026-03-02 08:00', $this->cup, array( -1 ), 'sold', 'order:99' );
		$lines  = $this->count_of( 'movements' );
		$months = 0;
		$rounds = $this->rounds( $months );
		$rounds->run();
		self::assertSame( array( $lines, 0 ), array( $this->count_of( 'movements' ), $this->count_of( 'folds' ) ) );
		$months = 27;
		$rounds->run();
		$rounds->run();
		self::assertLessThan( $lines, $this->count_of( 'movements' ) );
		self::assertSame( 1, $this->count_of( 'folds' ) );
		$this->happen( '2026-04-02 08:00', $this->cup, array( -1 ), 'sold', 'order:99' );
		$rounds->run();
		self::assertSame( 2, $this->count_of( 'folds' ) );
		$months = 60;
		$rounds->run();
		self::assertSame( 2, $this->count_of( 'folds' ), 'All that is so old is folded already.' );
	}

	public function test_a_clock_that_is_years_ahead_for_a_moment_does_no_harm(): void {
		$this->history();
		$this->happen( '2024-03-01 08:00', $this->cup, array( -1, -1, -1 ), 'sold', 'order:100' );
		$this->happen( '2026-03-02 08:00', $this->cup, array( -1 ), 'sold', 'order:99' );
		$this->at( '2040-01-01 00:00' );
		$months = 27;
		$this->rounds( $months )->run();
		self::assertSame( '2023-12-01', substr( (string) $this->db->value( 'SELECT MAX( cut ) FROM %i', $this->db->table( 'folds' ) ), 0, 10 ) );
		self::assertLessThan( self::time( '2023-12-01' ), $this->folded->before() );
	}

	private function rounds( int &$months ): Rounds {
		return new Rounds(
			$this->clock,
			$this->folds(),
			$this->runner(),
			static function () use ( &$months ): int {
				return $months;
			}
		);
	}

	private function history(): void {
		foreach ( array( '2021-02', '2021-03', '2022-07' ) as $month ) {
			$this->happen( "{$month}-01 10:00", $this->tea, array( -1, -2, -1 ) );
			$this->happen( "{$month}-02 10:00", $this->cup, array( -1, 3, -1 ) );
			$this->happen( "{$month}-03 10:00", $this->tea, array( 5 ), 'received', 'delivery:1' );
			$this->happen( "{$month}-04 10:00", $this->tea, array( -1, -1 ) );
		}
		$this->at( '2022-08-01 10:00' );
		$this->engine->ledger->adjust( Adjustment::delta( $this->cup, 1, Quantity::of( 2 ), new Cause( 'external', Reference::none() ) ), 'a key' );
		$this->happen( '2024-02-10 10:00', $this->tea, array( -1 ), 'sold', 'order:99' );
		$this->happen( '2024-02-10 10:00', $this->cup, array( -1 ), 'sold', 'order:99' );
		$this->at( '2026-03-02 09:00:00' );
	}

	private function figures( ?\WooInventoryGuard\Fold\Fold $fold ): string {
		return "{$fold?->state} {$fold?->movements} {$fold?->sums}";
	}

	/**
	 * @return list<string>
	 */
	private function ledgers(): array {
		return array_map(
			static fn( array $row ): string => implode( ' ', array_map( 'strval', $row ) ),
			$this->db->rows( 'SELECT location_id, seq, delta, balance_after, reason, reference_type, stands_for, created_at FROM %i ORDER BY item_id, location_id, seq', $this->db->table( 'movements' ) )
		);
	}

	/**
	 * @return list<string>
	 */
	private function documents_of( int $item, bool $ids = false ): array {
		return array_map(
			static fn( array $row ): string => $row['reference_type'] . ( $ids ? ':' . $row['reference_id'] : '' ),
			$this->db->rows( 'SELECT reference_type, reference_id FROM %i WHERE item_id = %d ORDER BY seq', $this->db->table( 'movements' ), $item )
		);
	}
}
