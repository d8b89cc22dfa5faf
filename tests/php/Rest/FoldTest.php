<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * A ledger of which some is folded, as a client sees it.
 */
final class FoldTest extends RestTestCase {

	private int $tea;

	protected function setUp(): void {
		parent::setUp();
		$this->tea = $this->part( 20 );
		$days      = array( 1 => '2019-01-05', '2020-05-03', '2020-05-04', '2020-05-20', '2024-03-01' );
		foreach ( array( '7', '8', '8', '9' ) as $order ) {
			Plugin::instance()->db()->transaction( fn() => Plugin::instance()->ledger()->correct( array( new Correction( new Line( $this->tea, 1, Quantity::of( -1 ) ), new Cause( 'sold', new Reference( 'order', $order ), 0, 'Gift' ) ) ) ) );
		}
		foreach ( $days as $seq => $day ) {
			$this->db->execute( 'UPDATE %i SET created_at = %s WHERE item_id = %d AND seq = %d', $this->db->table( 'movements' ), "{$day} 10:00:00", $this->tea, $seq );
		}
		$id = Plugin::instance()->folds()->begin( Months::cut( new \DateTimeImmutable(), 27 ) )->id;
		self::assertTrue( Plugin::instance()->fold_runner()->work( $id, 60.0 ) );
	}

	public function test_a_sum_says_what_it_is(): void {
		$lines = $this->get( "/items/{$this->tea}/movements" );
		self::assertSame( array( array( -1, -3, 20 ), array( 1, 3, 1 ) ), array( array_column( (array) $lines->json, 'delta' ), array_column( (array) $lines->json, 'stands_for' ) ), $lines->text );
		self::assertSame( array( '3 movements of May 2020, folded', null, '', '', 'sold', 17, '2020-05-20T10:00:00.000000Z' ), array( $lines->at( '1.reference_label' ), $lines->at( '1.reference_link' ), $lines->at( '1.actor_name' ), $lines->at( '1.note' ), $lines->at( '1.reason' ), $lines->at( '1.balance_after' ), $lines->at( '1.created_at' ) ) );
		self::assertSame( 3, $this->get( '/movements' )->at( '1.stands_for' ) );
		self::assertNotContains( 'folded', (array) $this->get( '/movements/choices' )->at( 'document_types' ) );
	}

	public function test_what_is_not_known_any_more_is_refused_with_from_when_on_it_is(): void {
		$moment = array( 'moment' => '2020-05-20T09:59:59Z', 'filter' => array( 'all' => true ) );
		$no     = $this->post( '/restores', $moment );
		self::assert_refused( 410, 'wig_folded', $no );
		self::assertSame( '2020-05-20T10:00:00Z', $no->at( 'data.before' ) );
		self::assertSame( 201, $this->post( '/restores', array( 'moment' => '2020-05-20T10:00:00Z' ) + $moment )->status );
		foreach ( array( 'summary', 'lines' ) as $view ) {
			self::assert_refused( 410, 'wig_folded', $this->get( "/documents/{$view}?reference_type=order&reference_id=8" ) );
			self::assertSame( 200, $this->get( "/documents/{$view}?reference_type=order&reference_id=9" )->status );
			self::assert_refused( 404, 'wig_not_found', $this->get( "/documents/{$view}?reference_type=delivery&reference_id=8" ) );
		}
		self::assert_refused( 410, 'wig_folded', $this->post( '/documents/reverse', array( 'reference' => array( 'type' => 'order', 'id' => '8' ) ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/documents/reverse', array( 'reference' => array( 'type' => 'order', 'id' => '9' ) ) ), 'reference.type' );
	}

	public function test_the_command_says_what_it_means_and_folds_when_told_to(): void {
		require_once dirname( __DIR__ ) . '/Support/wp-cli.php';
		defined( 'WP_CLI' ) || define( 'WP_CLI', true );
		Plugin::instance()->fold_command()->register();
		$run = static function ( array $options ): array {
			\WP_CLI::$said = array();
			( \WP_CLI::$commands['inventory-guard fold'] )( array(), $options );
			return \WP_CLI::$said;
		};
		$this->db->execute( 'DELETE FROM %i', $this->db->table( 'folds' ) );
		self::assertStringStartsWith( 'Error: Say with --months', $run( array() )[0] ?? '' );
		self::assertStringStartsWith( 'Error: Say with --months', $run( array( 'months' => '26' ) )[0] ?? '' );
		$asked = $run( array( 'months' => '27' ) );
		self::assertSame( array( 2, 0 ), array( count( $asked ), (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'folds' ) ) ), implode( "\n", $asked ) );
		self::assertSame( array( '0 movements have become 0 sums.', 'Success: All movements of that age are folded.' ), array_slice( $run( array( 'months' => '27', 'yes' => true ) ), 1 ) );
		$this->db->execute( "INSERT INTO %i (file, origin, state, place, created_at) VALUES ('f', 'asked', 'making', '{}', '2026-01-01')", $this->db->table( 'backups' ) );
		$told = $run( array( 'months' => '60', 'yes' => true ) );
		self::assertStringStartsWith( 'Error: Folding has to wait', end( $told ) );
	}

	public function test_what_it_was_within_such_a_month_is_told_with_a_word(): void {
		$was = fn( string $at ): array => array( ( $it = $this->get( "/items/{$this->tea}/balance?at=$at" ) )->at( 'on_hand' ), $it->at( 'exact' ) );
		self::assertSame( array( array( 20, true ), array( 20, false ), array( 17, true ), array( 16, true ) ), array( $was( '2020-04-30T23:00:00Z' ), $was( '2020-05-04T12:00:00Z' ), $was( '2020-05-31T12:00:00Z' ), $was( '2025-01-01T00:00:00Z' ) ) );

		$on = fn( string $day ): array => array( ( $it = $this->get( "/reports/stock-on-date?day=$day" ) )->at( '0.on_hand' ), $it->headers['X-WIG-Folded-Before'] ?? null );
		self::assertSame( array( array( 20, null ), array( 20, '2020-05-20T10:00:00Z' ), array( 17, null ), array( 17, null ) ), array( $on( '2020-04-30' ), $on( '2020-05-10' ), $on( '2020-05-31' ), $on( '2021-06-15' ) ) );
		self::assertSame( '2020-05-20T10:00:00Z', $this->get( '/reports/items?from=2020-05-01&to=2020-05-10' )->headers['X-WIG-Folded-Before'] ?? null );
		$lost = $this->get( '/reports/items?from=2026-01-01&to=2026-01-10' );
		self::assertArrayNotHasKey( 'X-WIG-Folded-Before', $lost->headers );
	}
}
