<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Errors;
use WooInventoryGuard\Rest\Operation;

/**
 * When the database cannot decide, or breaks: the caller is told the truth and when to come back.
 */
final class BusyTest extends RestTestCase {

	public function test_a_busy_shop_says_when_to_try_again_never_sold_out(): void {
		$busy = new class() extends Controller {
			public function operations(): array {
				return array( new Operation( 'GET', '/busy', null, static fn (): \WP_REST_Response => throw new Busy( 'The database is busy.' ), 'Is always busy.', 'item' ) );
			}
		};
		add_action( 'rest_api_init', $busy->register( ... ) );
		$GLOBALS['wp_rest_server'] = null;
		$answer = rest_do_request( '/woo-inventory-guard/v1/busy' );
		self::assertSame( array( 503, 'wig_busy', '1' ), array( $answer->get_status(), $answer->get_data()['code'], $answer->get_headers()['Retry-After'] ) );
		self::assertStringNotContainsString( 'database', $answer->get_data()['message'] );
	}

	public function test_a_key_is_not_used_up_by_a_busy_database(): void {
		$tea    = $this->part( 5 );
		$before = self::checksum();
		// A deadlock at every write; SQLite has none, there the statement is refused outright.
		$busy = static fn ( string $sql ): string => str_starts_with( ltrim( $sql ), 'UPDATE' ) ? "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found'" : $sql;
		add_filter( 'query', $busy );
		$log    = ini_set( 'error_log', '/dev/null' );
		$answer = $this->reserve( $tea, 1, array( 'reference' => array( 'type' => 'order', 'id' => 'B' ) ), 'busy-1' );
		ini_set( 'error_log', (string) $log );
		remove_filter( 'query', $busy );

		self::assertSame( self::is_sqlite() ? 500 : 503, $answer->status, $answer->text );
		self::assertSame( $before, self::checksum() );
		self::assertSame( 201, $this->reserve( $tea, 1, array( 'reference' => array( 'type' => 'order', 'id' => 'B' ) ), 'busy-1' )->status );
	}

	public function test_an_error_of_the_server_shows_nothing_of_its_inside(): void {
		$heard = array();
		add_action(
			'woo_inventory_guard_error',
			static function ( string $text ) use ( &$heard ): void {
				$heard[] = $text;
			}
		);
		$log   = ini_set( 'error_log', '/dev/null' );
		$error = Errors::of( new DbError( 'Table wp_wig_items is marked as crashed', 145 ) );
		ini_set( 'error_log', (string) $log );
		self::assertSame( array( 'wig_failed', 500 ), array( $error->get_error_code(), $error->get_error_data()['status'] ) );
		self::assertStringNotContainsString( 'wp_wig', $error->get_error_message() );
		self::assertStringContainsString( 'crashed', implode( $heard ) );
	}
}
