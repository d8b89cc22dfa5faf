<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Platform;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Platform\RowId;
use WooInventoryGuard\Platform\Statement;
use WooInventoryGuard\Platform\TransactionWatch;
use WooInventoryGuard\Platform\Unmet;
use WooInventoryGuard\Tests\Support\Rival;
use WooInventoryGuard\Tests\Support\TestCase;

final class DbTest extends TestCase {

	public function test_values_arrive_as_they_were_sent(): void {
		$texts = array( "it's", '100 % %s %d %i', '\\ back', "two\nlines", '日本茶', '"quoted"', '', '`tick`', '--', "\u{1F375}" );
		foreach ( $texts as $text ) {
			self::assertSame( $text, $this->db->value( 'SELECT %s AS said', $text ) );
		}
		self::assertSame( '-5', (string) $this->db->value( 'SELECT %d AS number', -5 ) );
		self::assertSame( '7', (string) $this->db->value( 'SELECT %d AS number', '7; DROP TABLE x' ), 'A number is a number.' );
	}

	public function test_rows_come_one_or_many_or_none(): void {
		$table = $this->db->table( 'locations' );
		$this->db->execute( "INSERT INTO %i (id, name) VALUES (2, 'A'), (3, 'B')", $table );

		self::assertSame( array( '1', '2', '3' ), $this->db->column( 'SELECT id FROM %i ORDER BY id', $table ) );
		self::assertSame(
			array(
				'id'   => '2',
				'name' => 'A',
			),
			array_map( 'strval', (array) $this->db->row( 'SELECT id, name FROM %i WHERE id = %d', $table, 2 ) )
		);
		self::assertNull( $this->db->row( 'SELECT id FROM %i WHERE id = %d', $table, 9 ) );
		self::assertNull( $this->db->value( 'SELECT id FROM %i WHERE id = %d', $table, 9 ) );
		self::assertSame( array(), $this->db->rows( 'SELECT id FROM %i WHERE id = %d', $table, 9 ) );
		$ids = array( 2, 3 );
		self::assertCount( 2, $this->db->rows( 'SELECT id FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ')', $table, ...$ids ) );
	}

	public function test_the_affected_rows_are_the_answer(): void {
		$table = $this->db->table( 'locations' );
		self::assertSame( 1, $this->db->execute( "UPDATE %i SET name = 'New' WHERE id = 1", $table ) );
		self::assertSame( 0, $this->db->execute( "UPDATE %i SET name = 'New' WHERE id = 9", $table ) );
		$this->db->execute( "UPDATE %i SET name = 'Main' WHERE id = 1", $table );
	}

	public function test_an_error_is_an_exception_and_a_double_row_one_of_its_own(): void {
		try {
			$this->db->execute( 'INSERT INTO %i (id, name) VALUES (1, %s)', $this->db->table( 'locations' ), 'Again' );
			self::fail( 'There is one already.' );
		} catch ( DuplicateKey $no ) {
			self::assertNotSame( '', $no->getMessage() );
		}
		foreach ( array( false, true ) as $inside ) {
			try {
				$bad = fn () => $this->db->execute( 'INSERT INTO %i (nothing) VALUES (1)', $this->db->table( 'locations' ) );
				$inside ? $this->db->transaction( $bad ) : $bad();
				self::fail( 'There is no such column.' );
			} catch ( DbError $no ) {
				self::assertNotInstanceOf( DuplicateKey::class, $no );
				self::assertNotInstanceOf( Busy::class, $no );
			}
		}
	}

	public function test_a_statement_with_too_few_values_is_not_sent(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'There wpdb prepares, and complains itself.' );
		}
		$this->expectException( DbError::class );
		$this->db->value( 'SELECT %s, %s', 'one' );
	}

	public function test_all_of_it_or_nothing(): void {
		$table = $this->db->table( 'locations' );
		$add   = fn ( int $id ): int => $this->db->execute( "INSERT INTO %i (id, name) VALUES (%d, 'X')", $table, $id );
		self::assertSame( 'done', $this->db->transaction( fn (): string => $add( 2 ) + $add( 3 ) === 2 ? 'done' : '' ) );
		try {
			$this->db->transaction( fn () => $add( 4 ) + $add( 2 ) );
			self::fail( 'Two is taken.' );
		} catch ( DuplicateKey ) {
			self::assertFalse( $this->db->in_transaction() );
		}
		self::assertSame( array( '1', '2', '3' ), $this->db->column( 'SELECT id FROM %i ORDER BY id', $table ) );
	}

	public function test_what_follows_the_commit_follows_it_once_and_only_if_there_is_one(): void {
		$said = array();
		$say  = function ( string $what ) use ( &$said ): void {
			$said[] = $what . ( $this->db->in_transaction() ? ' inside' : '' );
		};
		$this->db->after_commit( fn () => $say( 'at once' ) );
		$this->db->transaction(
			function () use ( $say ): void {
				$this->db->after_commit( fn () => $say( 'outer' ) );
				$this->db->transaction( fn () => $this->db->after_commit( fn () => $say( 'inner' ) ) );
				$say( 'work' );
			}
		);
		try {
			$this->db->transaction(
				function () use ( $say ): void {
					$this->db->after_commit( fn () => $say( 'never' ) );
					throw new \LogicException( 'no' );
				}
			);
		} catch ( \LogicException ) {
			$this->db->transaction( static fn () => null );
		}

		self::assertSame( array( 'at once', 'work inside', 'outer', 'inner' ), $said );
	}

	public function test_a_server_that_cannot_be_reached_is_an_error_and_not_a_page_of_html(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite is not reached.' );
		}
		$tries = 0;
		Rival::comes(
			static function () use ( &$tries ): string {
				++$tries;
				return "SIGNAL SQLSTATE '08S01' SET MYSQL_ERRNO = 1053, MESSAGE_TEXT = 'Server shutdown in progress'";
			},
			'/^\s*START TRANSACTION/',
			1,
			PHP_INT_MAX
		);
		try {
			$this->db->transaction( static fn () => null );
			self::fail( 'It cannot be reached.' );
		} catch ( Busy $busy ) {
			self::assertGreaterThan( 3, $tries );
			self::assertSame( 1053, $busy->getCode() );
		}
	}

	public function test_other_people_see_our_statements_in_the_query_filter(): void {
		$seen = Rival::comes( static fn () => null, '/UPDATE/' );
		$this->db->transaction( fn () => $this->db->execute( "UPDATE %i SET name = 'Main' WHERE id = 1", $this->db->table( 'locations' ) ) );

		self::assertSame( 1, $seen->seen() );
	}

	public function test_statements_at_once_are_all_of_it_or_nothing(): void {
		$table = $this->db->table( 'locations' );
		$add   = static fn ( string $name ): Statement => Statement::of( 'INSERT INTO %i (name) VALUES (%s)', $table, $name );
		$name  = static fn ( string $now, string $then ): Statement => Statement::deciding( 'UPDATE %i SET name = %s WHERE name = %s', $table, $then, $now );
		$copy  = Statement::of( 'INSERT INTO %i (id, name) VALUES (%d + 1000, %s)', $table, RowId::Inserted, 'copy' );
		$all   = fn (): array => $this->db->column( 'SELECT name FROM %i WHERE id > 1 ORDER BY id', $table );

		$id = $this->db->at_once( $add( "it's; 'one' \\" ), $copy, $name( 'copy', 'renamed' ) );
		self::assertSame( (string) ( $id + 1000 ), $this->db->value( "SELECT id FROM %i WHERE name = 'renamed'", $table ) );
		self::assertSame( array( "it's; 'one' \\", 'renamed' ), $all() );

		$before  = self::checksum();
		$refused = array(
			Unmet::class        => array( $add( 'two' ), $name( 'renamed', 'again' ), $name( 'nobody', 'somebody' ) ),
			DuplicateKey::class => array( $add( 'two' ), $name( 'renamed', 'again' ), Statement::of( 'INSERT INTO %i (id, name) VALUES (1, %s)', $table, 'Main again' ) ),
			DbError::class      => array( $add( 'two' ), $name( 'renamed', 'again' ), Statement::of( 'INSERT INTO %i (nothing) VALUES (%d)', $table, 1 ) ),
		);
		foreach ( $refused as $error => $statements ) {
			try {
				$this->db->at_once( ...$statements );
				self::fail( "Expected $error." );
			} catch ( DbError $no ) {
				self::assertSame( $error, $no::class );
				self::assertFalse( $this->db->in_transaction() );
				self::assertSame( $before, self::checksum() );
			}
		}
	}

	public function test_statements_at_once_take_part_in_a_transaction_that_is_open(): void {
		global $wpdb;
		$table = $this->db->table( 'locations' );
		$add   = Statement::of( 'INSERT INTO %i (name) VALUES (%s)', $table, 'X' );
		$never = Statement::deciding( 'UPDATE %i SET name = %s WHERE id = -1', $table, 'Y' );
		$count = fn (): string => (string) $this->db->value( 'SELECT COUNT(*) FROM %i', $table );

		$wpdb->query( 'START TRANSACTION' );
		$this->db->at_once( $add );
		try {
			$this->db->at_once( $add, $never );
			self::fail( 'There is no such row.' );
		} catch ( Unmet ) {
			self::assertSame( '2', $count(), 'What is theirs is kept, what was ours is undone.' );
		}
		$wpdb->query( 'COMMIT' );
		self::assertSame( '2', $count() );
		try {
			$this->db->transaction( fn () => $this->db->at_once( $add ) + $this->db->at_once( $add, $never ) );
			self::fail( 'There is no such row.' );
		} catch ( Unmet ) {
			self::assertSame( '2', $count() );
		}
	}

	public function test_each_of_the_statements_at_once_passes_the_query_filter(): void {
		$table = $this->db->table( 'locations' );
		$seen  = array();
		add_filter(
			'query',
			static function ( string $sql ) use ( &$seen ): string {
				$seen[] = strtok( $sql, ' ' );
				return self::is_sqlite() ? $sql : "$sql -- traced";
			},
			1000
		);
		global $wpdb;
		$sent = $wpdb->num_queries;
		$this->db->at_once( Statement::of( "INSERT INTO %i (id, name) VALUES (2, 'A')", $table ), Statement::deciding( "UPDATE %i SET name = 'B' WHERE id = 2", $table ) );
		$sent = $wpdb->num_queries - $sent;
		remove_all_filters( 'query', 1000 );

		self::assertSame( array( 'START', 'INSERT', 'UPDATE', 'COMMIT' ), $seen );
		self::assertSame( 'B', $this->db->value( 'SELECT name FROM %i WHERE id = 2', $table ) );
		if ( ! self::is_sqlite() ) {
			self::assertSame( WOO_INVENTORY_GUARD_ONE_BY_ONE ? 4 : 1, $sent );
		}
	}

	public function test_what_cannot_be_sent_at_once_is_sent_in_turn(): void {
		if ( self::is_sqlite() || WOO_INVENTORY_GUARD_ONE_BY_ONE ) {
			self::markTestSkipped( 'Here they are sent in turn anyway.' );
		}
		$table = $this->db->table( 'locations' );
		// As if the server did not know compound statements: it cannot read this one.
		Rival::comes( static fn (): string => 'START OF WHAT NO SERVER KNOWS', '/^START TRANSACTION/' );
		$id = $this->db->at_once( Statement::of( 'INSERT INTO %i (name) VALUES (%s)', $table, 'A' ) );

		self::assertSame( array( (string) $id ), $this->db->column( "SELECT id FROM %i WHERE name = 'A'", $table ) );
	}

	public function test_times_are_utc_to_the_microsecond(): void {
		$time = new \DateTimeImmutable( '2026-03-02 10:30:00.250000', new \DateTimeZone( '+01:30' ) );

		self::assertSame( '2026-03-02 09:00:00.250000', Clock::sql( $time ) );
		self::assertSame( '2026-03-02 09:00:00', Clock::sql( $time->setTime( 10, 30 ) ) );
		self::assertEquals( $time, Clock::from_sql( '2026-03-02 09:00:00.250000' ) );
		self::assertNull( Clock::from_sql( null ) );
		self::assertNull( Clock::from_sql( '' ) );
		self::assertLessThan( 2, abs( ( new Clock() )->now()->getTimestamp() - time() ) );
		self::assertSame( 'UTC', ( new Clock() )->now()->getTimezone()->getName() );
	}

	public function test_what_goes_wrong_afterwards_is_told_to_loggers(): void {
		$told = array();
		add_action(
			'woo_inventory_guard_error',
			static function ( string $text, ?\Throwable $cause ) use ( &$told ): void {
				$told[] = array( $text, $cause );
			},
			10,
			2
		);
		ini_set( 'error_log', '/dev/null' );
		Log::error( 'The mail was not sent.', $cause = new \RuntimeException( 'No server' ) );
		ini_restore( 'error_log' );

		self::assertSame( array( array( 'Woo Inventory Guard: The mail was not sent. (No server)', $cause ) ), $told );
	}

	public function test_what_wpdb_itself_adds_is_nobody_who_looks_at_statements(): void {
		global $wpdb;
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'There statements go one by one.' );
		}
		$wpdb->prepare( '%s', '%' );
		self::assertSame( 0, has_filter( 'query', array( $wpdb, 'remove_placeholder_escape' ) ) );
		self::assertTrue( TransactionWatch::is_alone( $wpdb ) );
		foreach ( array( 0, 10, PHP_INT_MAX ) as $priority ) {
			$logger = static fn( string $sql ): string => $sql;
			add_filter( 'query', $logger, $priority );
			self::assertFalse( TransactionWatch::is_alone( $wpdb ), "At $priority." );
			remove_filter( 'query', $logger, $priority );
		}
		self::assertTrue( TransactionWatch::is_alone( $wpdb ) );
	}
}
