<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\OuterTransactionLost;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * Real deadlocks and lock waits, and work inside a transaction that somebody else has begun.
 */
final class ContentionTest extends EngineTestCase {

	protected function tearDown(): void {
		global $wpdb;
		if ( ! self::is_sqlite() ) {
			$wpdb->query( 'SET SESSION innodb_lock_wait_timeout = 50' );
		}
		parent::tearDown();
	}

	public function test_a_deadlock_runs_the_whole_order_again(): void {
		self::mysql_only();
		$tea  = $this->item( 5 );
		$cup  = $this->item( 5 );
		$them = $this->deadlock( $tea, $cup );

		$this->reserve( array( $tea => 1, $cup => 2 ) );

		self::assertSame( 1, $them->acted() );
		self::assertSame( array( '5 / 1', '5 / 2' ), array( $this->books( $tea ), $this->books( $cup ) ) );
		self::assertSame( 1, $this->count_of( 'reservations' ) );
	}

	public function test_a_deadlock_inside_somebody_elses_transaction_is_told_and_nothing_is_half_done(): void {
		global $wpdb;
		self::mysql_only();
		$tea    = $this->item( 5 );
		$cup    = $this->item( 5 );
		$them   = $this->deadlock( $tea, $cup, '/^\s*ROLLBACK\s*$/' );
		$before = self::checksum();

		$wpdb->query( 'START TRANSACTION' );
		update_option( 'wig_test_theirs', 'theirs' );
		try {
			$this->reserve( array( $tea => 1, $cup => 2 ) );
			self::fail( 'Their transaction is gone.' );
		} catch ( OuterTransactionLost $lost ) {
			self::assertSame( 1213, $lost->getCode() );
		}
		$wpdb->query( 'ROLLBACK' );
		self::assertSame( 1, $them->acted() );
		wp_cache_flush();
		self::assertFalse( get_option( 'wig_test_theirs' ) );
		self::assertSame( $before, self::checksum() );
	}

	/**
	 * A rival who holds the cup, and reaches for the tea once we hold the tea and wait for the cup. He has done more, so
	 * we are the ones who are rolled back.
	 */
	private function deadlock( int $tea, int $cup, string $until = '/^\s*START TRANSACTION/' ): Rival {
		global $wpdb;
		$other = self::connection();
		$link  = $other->dbh;
		self::assertInstanceOf( \mysqli::class, $link );
		self::assertInstanceOf( \mysqli::class, $wpdb->dbh );
		$level   = fn ( int $item ): string => "UPDATE {$this->db->table( 'levels' )} SET owed = owed WHERE item_id = $item";
		$waiting = "EXISTS ( SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_mysql_thread_id = {$wpdb->dbh->thread_id} )";
		$rival   = Rival::comes(
			function () use ( $link, $level, $waiting, $tea, $cup, $until ): void {
				$link->query( 'SET SESSION innodb_lock_wait_timeout = 20' );
				$link->query( 'START TRANSACTION' );
				$link->query( "INSERT INTO {$this->db->table( 'locations' )} (name) SELECT 'X' FROM information_schema.collations LIMIT 200" );
				$link->query( $level( $cup ) );
				// InnoDB looks anew for innodb_trx when nobody has asked for a tenth of a second.
				$link->query( "BEGIN NOT ATOMIC FOR i IN 1 .. 100 DO DO SLEEP( 0.15 ); IF $waiting THEN SET i = 101; END IF; END FOR; {$level( $tea )}; END", MYSQLI_ASYNC );
				Rival::comes(
					static function () use ( $link ): void {
						$link->reap_async_query();
						$link->query( 'ROLLBACK' );
					},
					$until
				);
			},
			"/^\s*UPDATE\s.*levels.*\sitem_id = $tea /s"
		);
		return $rival;
	}

	public function test_a_lock_that_is_held_too_long_runs_the_order_again(): void {
		self::mysql_only();
		global $wpdb;
		$wpdb->query( 'SET SESSION innodb_lock_wait_timeout = 1' );
		$tea   = $this->item( 5 );
		$other = self::connection();
		$this->rival(
			function () use ( $other, $tea ): void {
				$other->query( 'START TRANSACTION' );
				$other->query( "UPDATE {$this->db->table( 'levels' )} SET owed = 0.5 WHERE item_id = $tea" );
			},
			'/^\s*UPDATE\s.*levels/'
		);
		$gone = Rival::comes( fn () => $other->query( 'ROLLBACK' ), '/^\s*ROLLBACK/' );

		$this->reserve( array( $tea => 1 ) );

		self::assertSame( 1, $gone->acted() );
		self::assertSame( '5 / 1', $this->books( $tea ) );
	}

	public function test_a_lock_wait_inside_somebody_elses_transaction_is_busy_and_theirs_lives_on(): void {
		self::mysql_only();
		global $wpdb;
		$wpdb->query( 'SET SESSION innodb_lock_wait_timeout = 1' );
		$tea   = $this->item( 5 );
		$other = self::connection();
		$other->query( 'START TRANSACTION' );
		$other->query( "UPDATE {$this->db->table( 'levels' )} SET owed = 0.5 WHERE item_id = $tea" );
		$before = self::checksum();

		$wpdb->query( 'START TRANSACTION' );
		update_option( 'wig_test_theirs', 'theirs' );
		try {
			$this->reserve( array( $tea => 1 ) );
			self::fail( 'The row is locked.' );
		} catch ( Busy ) {
			self::assertSame( $before, self::checksum(), 'Nothing of ours is left in their transaction.' );
		}
		$wpdb->query( 'COMMIT' );
		$other->query( 'ROLLBACK' );
		wp_cache_flush();
		self::assertSame( 'theirs', get_option( 'wig_test_theirs' ) );
	}

	public function test_a_changed_snapshot_runs_the_order_again(): void {
		self::mysql_only();
		global $wpdb;
		if ( false === $wpdb->query( 'SET SESSION innodb_snapshot_isolation = 1' ) ) {
			self::markTestSkipped( 'This server does not know innodb_snapshot_isolation.' );
		}
		$tea   = $this->item( 5 );
		$held  = $this->reserve( array( $tea => 1 ) );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 1 ), 900, $this->rival_engine() ), '/^\s*UPDATE\s.*levels/' );
		$this->engine->reservations->commit( $held->id, 'k', 0, array( self::line( $tea, '0.5' ) ) );
		$this->engine->ledger->adjust( AdjustTest::delta( $tea, 1 ), 'a' );
		$wpdb->query( 'SET SESSION innodb_snapshot_isolation = 0' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '5.5 / 1.5', $this->books( $tea ) );
	}

	public function test_inside_somebody_elses_transaction_all_is_kept_or_lost_with_theirs(): void {
		global $wpdb;
		$tea = $this->item( 5 );
		foreach ( array( 'ROLLBACK', 'COMMIT' ) as $end ) {
			$before = self::checksum();
			$wpdb->query( 'START TRANSACTION' );
			$wpdb->query( "INSERT INTO {$wpdb->options} (option_name, option_value) VALUES ('wig_test_theirs', 'theirs')" );
			$held = $this->reserve( array( $tea => 2 ) );
			$this->engine->reservations->commit( $held->id, 'k', 0, array( self::line( $tea, 1 ) ) );
			$this->engine->ledger->adjust( AdjustTest::delta( $tea, 3 ), 'a' );
			$wpdb->query( $end );

			self::assertSame( 'COMMIT' === $end ? '1' : '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name = 'wig_test_theirs'" ), "$end is theirs to say." );
			if ( 'ROLLBACK' === $end ) {
				self::assertSame( $before, self::checksum() );
			}
		}
		self::assertSame( '7 / 1', $this->books( $tea ) );
	}

	public function test_a_refusal_inside_somebody_elses_transaction_loses_nothing_of_theirs(): void {
		global $wpdb;
		$tea = $this->item( 5 );
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query( "INSERT INTO {$wpdb->options} (option_name, option_value) VALUES ('wig_test_theirs', 'theirs')" );
		$this->reserve( array( $tea => 2 ) );
		$this->refused( fn () => $this->reserve( array( $tea => 4 ) ) );
		$this->refused( fn () => $this->engine->ledger->adjust( AdjustTest::delta( $tea, -4 ), 'a' ) );
		$wpdb->query( 'COMMIT' );

		self::assertSame( '1', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name = 'wig_test_theirs'" ) );
		self::assertSame( '5 / 2', $this->books( $tea ) );
	}

	public function test_a_double_key_inside_somebody_elses_transaction_is_answered_or_they_are_told_that_theirs_is_gone(): void {
		global $wpdb;
		$tea    = $this->item( 5 );
		$first  = $this->reserve( array( $tea => 2 ), 900, null, '1', 'a' );
		$before = self::checksum();
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query( "INSERT INTO {$wpdb->options} (option_name, option_value) VALUES ('wig_test_theirs', 'theirs')" );
		try {
			self::assertSame( $first->id, $this->reserve( array( $tea => 2 ), 900, null, '1', 'a' )->id );
			$lives = '1';
		} catch ( OuterTransactionLost ) {
			self::assertTrue( self::is_sqlite(), 'Only the driver of SQLite rolls everything back at any error.' );
			$lives = '0';
		}
		$wpdb->query( 'COMMIT' );

		self::assertSame( $lives, $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name = 'wig_test_theirs'" ) );
		self::assertSame( $before, self::checksum() );
	}

	public function test_what_somebody_elses_old_snapshot_shows_decides_nothing(): void {
		global $wpdb;
		self::mysql_only();
		$tea = $this->item( 5 );
		$wpdb->query( 'START TRANSACTION' );
		self::assertSame( '5 / 0', $this->books( $tea ), 'Now their snapshot is taken.' );
		$first = $this->reserve( array( $tea => 4 ), 900, $this->rival_engine(), '1', 'a' );
		$this->rival_engine()->ledger->adjust( AdjustTest::delta( $tea, 1 ), 'adjusted' );

		try {
			self::assertSame( $first->id, $this->reserve( array( $tea => 4 ), 900, null, '1', 'a' )->id, 'The same key, the same answer.' );
			self::assertSame( '6', (string) $this->engine->ledger->adjust( AdjustTest::delta( $tea, 1 ), 'adjusted' )->balance_after );
			try {
				$this->reserve( array( $tea => 3 ), 900, null, '2', 'b' );
				self::fail( 'Sold twice.' );
			} catch ( NotEnoughStock $no ) {
				self::assertSame( array( '3 asked, 2 left, short' ), self::told( $no->lines ) );
			}
			$this->reserve( array( $tea => 2 ), 900, null, '3', 'c' );
		} finally {
			$wpdb->query( 'COMMIT' );
		}
		self::assertSame( '6 / 6', $this->books( $tea ) );
	}

	public function test_a_refusal_inside_somebody_elses_transaction_locks_only_what_was_asked_for(): void {
		global $wpdb;
		self::mysql_only();
		$tea   = $this->item( 5 );
		$cup   = $this->item( 5 );
		$other = self::connection();
		$other->query( 'SET SESSION innodb_lock_wait_timeout = 0' );
		$write = fn ( int $item ): int|bool => $other->query( "UPDATE {$this->db->table( 'items' )} SET version = version WHERE id = $item" );
		$wpdb->query( 'START TRANSACTION' );
		$this->refused( fn () => $this->reserve( array( $tea => 6 ) ) );
		$free = array( $write( $tea ), $write( $cup ) );
		$wpdb->query( 'COMMIT' );

		self::assertSame( array( false, 0 ), $free );
	}

	public function test_our_own_transactions_join(): void {
		$tea = $this->item( 5 );
		try {
			$this->db->transaction(
				function () use ( $tea ): void {
					$this->engine->levels->ensure( $tea, 1 );
					$this->db->transaction( fn () => $this->db->execute( 'UPDATE %i SET on_hand = 99 WHERE item_id = %d', $this->db->table( 'levels' ), $tea ) );
					throw new \LogicException( 'Changed my mind.' );
				}
			);
		} catch ( \LogicException $no ) {
			self::assertSame( '5 / 0', $this->books( $tea ), $no->getMessage() );
		}
	}

	public function test_a_quantity_never_passes_through_a_double_on_the_way_to_mariadb(): void {
		self::mysql_only();
		$sand = $this->item( '99999999999' );
		$this->reserve( array( $sand => '0.0001' ) );
		self::assertSame( array( '99999999999.0000', '0.0001' ), array_values( (array) $this->db->row( 'SELECT on_hand, reserved FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $sand ) ) );
		self::assertSame( '99999999998.9999', $this->db->value( 'SELECT available FROM %i WHERE id = %d', $this->db->table( 'items' ), $sand ) );
		self::assertSame( '99999999999.0000', Quantity::of( '99999999999' )->sql() );
	}

	private static function mysql_only(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
	}
}
