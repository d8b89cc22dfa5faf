<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\DataProvider;
use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * $wpdb reconnects by itself and runs the failed statement again, alone. Whenever the connection is lost, a promise is
 * made whole or not at all, and once.
 */
final class ConnectionLostTest extends EngineTestCase {

	private \wpdb $other;

	protected function setUp(): void {
		parent::setUp();
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection to lose.' );
		}
		$this->other = self::connection();
	}

	/**
	 * What is done, and how many statements it is expected to send at least.
	 *
	 * @return iterable<string, array{string, int}>
	 */
	public static function acts(): iterable {
		yield 'a reservation of two lines' => array( 'reserve', 7 );
		yield 'a replacement' => array( 'replace', 9 );
		yield 'a sale' => array( 'commit', 9 );
		yield 'a sale of a part' => array( 'part', 9 );
		yield 'a release' => array( 'release', 7 );
		yield 'an extension' => array( 'extend', 6 );
		yield 'an adjustment' => array( 'adjust', 6 );
		yield 'the first stock of a new place' => array( 'arrive', 8 );
		yield 'a number from outside' => array( 'accept', 5 );
		yield 'a sale out of what has expired' => array( 'expire', 9 );
	}

	#[DataProvider( 'acts' )]
	public function test_it_happens_once_and_whole_wherever_the_connection_is_cut( string $act, int $statements ): void {
		list( $expected, $sent ) = $this->run_act( $act, 0, static fn () => null );
		self::assertGreaterThanOrEqual( $statements, $sent, 'There are places to cut at.' );
		for ( $at = 1; $at <= $sent; $at++ ) {
			list( $found ) = $this->run_act( $act, $at, $this->cut( ... ) );
			self::assertSame( $expected, $found, "Cut before statement $at of $sent." );
			self::assertNotSame( '', $found );
			$this->assert_books_in_order();
		}
	}

	#[DataProvider( 'acts' )]
	public function test_it_happens_once_when_the_answer_to_commit_is_lost( string $act ): void {
		list( $expected ) = $this->run_act( $act, 0, static fn () => null );
		// The COMMIT arrives, its answer does not.
		list( $found ) = $this->run_act( $act, 1, fn () => $this->commit_and_cut(), '/^\s*COMMIT/' );
		self::assertSame( $expected, $found );
		$this->assert_books_in_order();
	}

	public function test_it_happens_once_when_the_answer_to_all_statements_at_once_is_lost(): void {
		$this->at_once_only();
		list( $expected ) = $this->run_act( 'reserve', 0, static fn () => null );
		list( $found )    = $this->run_act( 'reserve', 1, static fn (): string => 'COMMIT; KILL CONNECTION CONNECTION_ID()', '/^\s*COMMIT/' );
		self::assertSame( $expected, $found );
		$this->assert_books_in_order();
	}

	/**
	 * What is killed asks nobody, not even its own way out: the transaction stays open behind it.
	 */
	public function test_it_happens_once_wherever_all_statements_at_once_are_killed(): void {
		$this->at_once_only();
		list( $expected, $sent ) = $this->run_act( 'reserve', 0, static fn () => null, '/^(?!\s*SELECT)/' );
		foreach ( array( 'QUERY', 'CONNECTION' ) as $what ) {
			for ( $at = 1; $at <= $sent; $at++ ) {
				list( $found ) = $this->run_act( 'reserve', $at, static fn ( string $sql ): string => "KILL $what CONNECTION_ID(); $sql", '/^(?!\s*SELECT)/' );
				self::assertSame( $expected, $found, "$what killed at statement $at." );
				$this->assert_books_in_order();
			}
		}
	}

	private function at_once_only(): void {
		if ( WOO_INVENTORY_GUARD_ONE_BY_ONE ) {
			self::markTestSkipped( 'Here each statement goes out by itself.' );
		}
	}

	/**
	 * What the database says when it gives up on a transaction: a deadlock, or (at COMMIT too) a cluster node that
	 * failed the certification, and a changed snapshot undo all of it; a lock wait, an interrupt only the statement.
	 *
	 * @return iterable<string, array{string, int, bool}>
	 */
	public static function complaints(): iterable {
		foreach ( array( 1213 => true, 1020 => true, 1047 => true, 1205 => false, 1317 => false ) as $number => $undone ) {
			$acts = in_array( $number, array( 1213, 1205 ), true ) ? array( 'reserve', 'replace', 'commit', 'part', 'release', 'adjust', 'accept', 'expire' ) : array( 'reserve', 'commit' );
			foreach ( $acts as $act ) {
				yield "$act, $number" => array( $act, $number, $undone );
			}
		}
	}

	#[DataProvider( 'complaints' )]
	public function test_it_happens_once_and_whole_whichever_statement_the_database_gives_up_at( string $act, int $number, bool $undone ): void {
		list( $expected, $sent ) = $this->run_act( $act, 0, static fn () => null );
		$complain                = function () use ( $number, $undone ): string {
			if ( $undone ) {
				$this->link()->query( 'ROLLBACK' );
			}
			return "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = $number, MESSAGE_TEXT = 'try again'";
		};
		for ( $at = 1; $at <= $sent; $at++ ) {
			list( $found ) = $this->run_act( $act, $at, $complain, '/^(?!\s*(SELECT|ROLLBACK|DELETE))/' );
			if ( '' === $found ) {
				break;
			}
			self::assertSame( $expected, $found, "Error $number instead of statement $at." );
			$this->assert_books_in_order();
		}
		self::assertGreaterThan( 3, $at, 'START TRANSACTION, COMMIT and what is between.' );
	}

	public function test_a_deadlock_at_the_look_for_the_old_reservation_is_tried_again(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 1 ), 900, null, '1' );
		$rival = Rival::comes( static fn (): string => "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'try again'", '/^\s*SELECT id FROM .* AND active = 1 FOR UPDATE/' );
		$this->reserve( array( $tea => 3 ), 900, null, '1' );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( '5 / 3', $this->books( $tea ) );
	}

	public function test_what_was_done_before_in_the_same_request_is_not_done_again(): void {
		$tea = $this->item( 5 );
		$this->reserve( array( $tea => 1 ), 900, null, '1' );
		$this->cut();
		$this->reserve( array( $tea => 1 ), 900, null, '2' );

		self::assertSame( '5 / 2', $this->books( $tea ) );
	}

	public function test_a_server_that_stays_away_is_busy_and_never_sold_out(): void {
		$tea   = $this->item( 5 );
		$rival = Rival::comes( fn () => $this->cut(), '/^\s*INSERT.*reservation_lines/', 1, PHP_INT_MAX );
		try {
			$this->reserve( array( $tea => 1 ), 900, null, '1', 'k' );
			self::fail( 'It cannot have worked.' );
		} catch ( Busy ) {
			self::assertGreaterThan( 5, $rival->acted() );
		}
		$rival->leaves();
		self::assertSame( array( 0, 0 ), array( $this->count_of( 'reservations' ), $this->count_of( 'reservation_lines' ) ) );
		self::assertSame( '5 / 0', $this->books( $tea ) );
		self::assertFalse( $this->reserve( array( $tea => 1 ), 900, null, '1', 'k' )->replayed, 'The same key works afterwards.' );
	}

	/**
	 * Does one thing in a fresh shop and says what there is afterwards.
	 *
	 * @param callable $cut    What happens at that statement.
	 * @param string   $before Which statements count.
	 * @return array{string, int} The shop afterwards, without ids and times; how many statements counted.
	 */
	private function run_act( string $act, int $at, callable $cut, string $before = '/./' ): array {
		self::empty_tables();
		$tea = $this->item( 5, array( 'sku' => 'TEA' ) );
		$cup = $this->item( 5, array( 'sku' => 'CUP' ) );
		$this->location( 2 + random_int( 1, 1000000000 ) );
		$place = (int) $this->db->value( 'SELECT MAX(id) FROM %i', $this->db->table( 'locations' ) );
		$held  = $this->reserve( array( $tea => 2, $cup => 2 ), 60, null, 'held' );
		if ( 'expire' === $act ) {
			$this->clock->advance( 60 );
		}
		$rival = Rival::comes( $cut, $before, max( 1, $at ), 0 === $at ? 0 : 1 );
		$stock = $this->engine->reservations;
		$said  = match ( $act ) {
			'reserve' => $this->reserve( array( $tea => 1, $cup => 3 ), 900, null, 'new' ),
			'replace' => $this->reserve( array( $tea => 4, $cup => 1 ), 900, null, 'held' ),
			'expire'  => $this->reserve( array( $tea => 5, $cup => 5 ), 900, null, 'new' ),
			'commit'  => $stock->commit( $held->id, 'k', 0 ),
			'part'    => $stock->commit( $held->id, 'k', 0, array( self::line( $tea, 1 ) ) ),
			'release' => $stock->release( $held->id, 'k' ),
			'extend'  => $stock->extend( $held->id, 600, 'k' ),
			'adjust'  => $this->engine->ledger->adjust( AdjustTest::delta( $tea, 3 ), 'k' ),
			'arrive'  => $this->engine->ledger->adjust( AdjustTest::delta( $tea, 3, 'received', $place ), 'k' ),
			default   => $this->engine->ledger->accept( $tea, 1, \WooInventoryGuard\Stock\Quantity::of( 4 ), new \WooInventoryGuard\Stock\Cause( 'external', Reference::none() ) ),
		};
		$rival->leaves();
		if ( 0 < $at && 0 === $rival->acted() ) {
			return array( '', $rival->seen() );
		}
		$after = array(
			'said'  => is_object( $said ) ? $said::class : '',
			'books' => array( $this->books( $tea ), $this->books( $cup ), $this->books( $tea, $place ), $this->sums( $tea ), $this->sums( $cup ) ),
			'moves' => array( $this->ledger( $tea ), $this->ledger( $cup ), $this->ledger( $tea, $place ) ),
			'held'  => $this->db->rows( 'SELECT reference_id, state, expires_at FROM %i ORDER BY id', $this->db->table( 'reservations' ) ),
			'lines' => $this->db->rows( 'SELECT quantity, committed FROM %i ORDER BY reservation_id, item_id', $this->db->table( 'reservation_lines' ) ),
			'keys'  => $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'requests' ) ),
		);
		if ( 'expire' === $act ) {
			$this->clock->advance( -60 );
		}
		return array( (string) wp_json_encode( $after ), $rival->seen() );
	}

	private function link(): \mysqli {
		global $wpdb;
		self::assertInstanceOf( \mysqli::class, $wpdb->dbh );
		return $wpdb->dbh;
	}

	/**
	 * The server drops our connection.
	 */
	private function cut(): void {
		$id = $this->link()->thread_id;
		$this->other->query( "KILL $id" );
		while ( null !== $this->other->get_var( "SELECT 1 FROM information_schema.processlist WHERE id = $id" ) ) {
			usleep( 500 );
		}
	}

	/**
	 * Our COMMIT is carried out, and then the connection drops before we hear of it.
	 */
	private function commit_and_cut(): void {
		$this->link()->query( 'COMMIT' );
		$this->cut();
	}
}
