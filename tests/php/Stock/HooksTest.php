<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * No code of others runs while rows are locked; who keeps a copy of the numbers is told at the right moment.
 */
final class HooksTest extends EngineTestCase {

	private Listener $listener;

	protected function setUp(): void {
		parent::setUp();
		$this->listener = new Listener();
		$this->engine->participants->add( $this->listener );
	}

	public function test_those_who_keep_a_copy_are_told_before_and_after_the_commit(): void {
		$tea = $this->item( 9 );
		$cup = $this->item( 9 );
		$all = function () {
			$heard                 = $this->listener->heard;
			$this->listener->heard = array();
			return $heard;
		};
		$all();
		$held = $this->reserve( array( $cup => 1, $tea => 2 ) );
		self::assertSame( array( "after $tea,$cup" ), $all(), 'Nothing that others keep has changed.' );
		$this->engine->reservations->commit( $held->id, 'c', 0 );
		self::assertSame( array( "before $tea,$cup", "after $tea,$cup on hand" ), $all() );
		$this->engine->reservations->release( $this->reserve( array( $tea => 1 ) )->id, 'r' );
		self::assertSame( array( "after $tea", "after $tea" ), $all() );
		$this->engine->ledger->adjust( AdjustTest::delta( $cup, 1 ), 'a' );
		self::assertSame( array( "before $cup", "after $cup on hand" ), $all() );
		$this->reserve( array( $tea => 1, $cup => 1 ), 900, null, '77' );
		$all();
		$this->reserve( array( $tea => 1, $cup => 2 ), 900, null, '77' );
		self::assertSame( array( "after $cup" ), $all(), 'The tea stayed as it was.' );
	}

	public function test_a_request_that_was_seen_before_and_a_refusal_tell_nobody(): void {
		$tea = $this->item( 9 );
		$this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );
		$this->listener->heard = array();
		$this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );
		$this->refused( fn () => $this->reserve( array( $tea => 10 ) ) );
		$this->refused( fn () => $this->engine->ledger->adjust( AdjustTest::delta( $tea, -9 ), 'b' ) );

		self::assertSame( array(), $this->listener->heard );
	}

	public function test_a_transaction_that_is_run_again_tells_once(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has no deadlocks.' );
		}
		$tea = $this->item( 9 );
		$held = $this->reserve( array( $tea => 1 ) );
		$this->listener->heard = array();
		Rival::comes( static fn (): string => "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'deadlock'", '/^\s*COMMIT/' );
		$this->engine->reservations->commit( $held->id, 'c', 0 );

		self::assertSame( array( "before $tea", "before $tea", "after $tea on hand" ), $this->listener->heard );
	}

	public function test_a_listener_that_fails_after_the_commit_takes_nothing_back(): void {
		$tea                  = $this->item( 9 );
		$this->listener->then = static function ( string $what ): void {
			if ( str_starts_with( $what, 'after' ) ) {
				throw new \RuntimeException( 'The cache is down.' );
			}
		};
		$errors = array();
		add_action(
			'woo_inventory_guard_error',
			static function ( string $text ) use ( &$errors ): void {
				$errors[] = $text;
			}
		);
		ini_set( 'error_log', '/dev/null' );
		$this->reserve( array( $tea => 1 ) );
		ini_restore( 'error_log' );

		self::assertSame( '9 / 1', $this->books( $tea ) );
		self::assertCount( 1, $errors );
		self::assertStringContainsString( 'The cache is down.', $errors[0] );
	}

	public function test_a_copy_that_cannot_be_written_undoes_the_change(): void {
		$tea                  = $this->item( 9 );
		$this->listener->then = static function ( string $what ): void {
			if ( str_starts_with( $what, 'before' ) ) {
				throw new \RuntimeException( 'The copy cannot be written.' );
			}
		};
		$before = self::checksum();
		try {
			$this->engine->ledger->adjust( AdjustTest::delta( $tea, 1 ), 'a' );
			self::fail( 'The copy would be wrong.' );
		} catch ( \RuntimeException $no ) {
			self::assertSame( 'The copy cannot be written.', $no->getMessage() );
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_no_hook_of_others_runs_between_begin_and_commit(): void {
		$tea  = $this->item( 9 );
		$set  = $this->bundle( array( $tea => 2 ) );
		$open = false;
		$ran  = array();
		add_filter(
			'query',
			static function ( string $sql ) use ( &$open ): string {
				$open = 1 === preg_match( '/^\s*START TRANSACTION/i', $sql ) || ( $open && 1 !== preg_match( '/^\s*(COMMIT|ROLLBACK)/i', $sql ) );
				return $sql;
			},
			1000
		);
		add_action(
			'all',
			static function ( string $hook ) use ( &$open, &$ran ): void {
				// Through these two every statement of WordPress passes.
				if ( $open && ! in_array( $hook, array( 'query', 'log_query_custom_data' ), true ) ) {
					$ran[] = $hook;
				}
			}
		);
		$this->listener->then = static fn ( string $what ) => str_starts_with( $what, 'after' ) ? do_action( 'wig_test_after' ) : null;

		$held = $this->reserve( array( $set => 1, $tea => 1 ), 900, null, '77' );
		$this->reserve( array( $set => 2 ), 900, null, '77' );
		$sold = $this->reserve( array( $tea => 1 ), 60 );
		$this->engine->reservations->commit( $sold->id, 'c', 0 );
		$this->engine->reservations->release( (int) $this->engine->reservations->active_for( $held->reference )?->id, 'r' );
		$this->engine->ledger->adjust( AdjustTest::delta( $tea, 1 ), 'a' );
		$this->refused( fn () => $this->reserve( array( $tea => 100 ) ) );

		self::assertSame( array(), array_values( array_unique( $ran ) ) );
		self::assertGreaterThan( 3, did_action( 'wig_test_after' ) );
	}
}
