<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Cli\Commands;
use WooInventoryGuard\Cli\FileCommand;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\File\Mappings;
use WooInventoryGuard\Plugin;

/**
 * The books, looked at from the API, the command line and Site Health.
 */
final class CommandsTest extends RestTestCase {

	private bool $mended = true;

	protected function setUp(): void {
		parent::setUp();
		require_once dirname( __DIR__ ) . '/Support/wp-cli.php';
		\WP_CLI::$said = array();
		delete_transient( 'woo_inventory_guard_health' );
	}

	protected function assertPostConditions(): void {
		if ( $this->mended ) {
			parent::assertPostConditions();
		}
	}

	public function test_books_that_agree(): void {
		$tea = $this->part( 5 );
		$this->reserve( $tea, 2 );
		self::assertSame(
			array(
				'ok'       => true,
				'checked'  => array(
					'levels'       => 1,
					'movements'    => 1,
					'reservations' => 1,
				),
				'problems' => array(),
			),
			$this->get( '/integrity' )->json
		);
		self::assertSame( array( 'Checked 1 levels, 1 movements and 1 reservations.', 'Success: All records agree.' ), $this->run_command( 'verify' ) );
	}

	public function test_rows_changed_from_outside_are_named_and_mended(): void {
		$tea = $this->part( 5 );
		$this->db->execute( 'UPDATE %i SET on_hand = 7 WHERE item_id = %d', $this->db->table( 'levels' ), $tea );
		$answer = $this->get( '/integrity' );
		self::assertFalse( $answer->at( 'ok' ) );
		self::assertSame(
			array(
				'invariant'   => 2,
				'item_id'     => $tea,
				'location_id' => 1,
				'expected'    => '5',
				'found'       => '7',
			),
			$answer->at( 'problems.0' )
		);
		$said = $this->run_command( 'verify' );
		self::assertContains( "table: 2 $tea 1 5 7", $said );
		self::assertStringContainsString( 'Error: ', (string) end( $said ) );

		self::assertContains( 'Success: All records agree.', $this->run_command( 'repair' ) );
		self::assertSame( array( 'repair', 2, 7 ), array( $this->get( "/items/$tea/movements" )->at( '0.reason' ), $this->get( "/items/$tea/movements" )->at( '0.delta' ), $this->get( "/items/$tea" )->at( 'on_hand' ) ) );
	}

	public function test_expired_reservations_are_ended(): void {
		$tea = $this->part( 5 );
		$id  = $this->reserve( $tea, 2 )->at( 'id' );
		$this->db->execute( "UPDATE %i SET expires_at = '2020-01-01 00:00:00' WHERE id = %d", $this->db->table( 'reservations' ), $id );
		self::assertSame( array( 'Success: 1 reservation ended.' ), $this->run_command( 'expire' ) );
		self::assertSame( array( 'expired', 0 ), array( $this->get( "/reservations/$id" )->at( 'state' ), $this->get( "/items/$tea" )->at( 'reserved' ) ) );
	}

	public function test_an_import_goes_on_until_all_is_done(): void {
		$done = 0;
		self::assertSame(
			array( '2 of 4 products', '4 of 4 products', 'Success: All products are taken over.' ),
			$this->run_command(
				'import',
				static function () use ( &$done ): array {
					$done += 2;
					return array(
						'done'     => $done,
						'total'    => 4,
						'finished' => 4 === $done,
					);
				}
			)
		);
		self::assertSame( array( 'Error: WooCommerce is not active, so there are no products to take over.' ), $this->run_command( 'import' ) );
	}

	public function test_a_csv_file_is_brought_in_by_a_mapping(): void {
		$tea  = $this->part( 5, array( 'sku' => 'TEA', 'name' => 'Tea' ) );
		$this->put( '/imports/mappings', array( 'mappings' => array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => '货号', 'field' => 'sku' ), array( 'heading' => '数量', 'field' => 'on_hand' ) ), 'options' => array( 'quantity' => 'absolute' ) ) ) ) );
		$file = (string) tempnam( get_temp_dir(), 'wig' );
		file_put_contents( $file, (string) mb_convert_encoding( "货号;数量\r\nTEA;\"7,5\"\r\nGONE;1\r\n", 'GB18030', 'UTF-8' ) );

		self::assertStringStartsWith( 'Error: ', (string) current( array_reverse( $this->run_command( 'import', null, array( $file ), array( 'mapping' => 'Mei', 'decimal' => ',' ) ) ) ) );
		self::assertSame( 5, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		$said = $this->run_command( 'import', null, array( $file ), array( 'mapping' => 'Mei', 'decimal' => ',', 'skip-problems' => true ) );
		self::assertStringContainsString( '1 rows written, 0 were so already, 1 have problems, 0 conflicts.', (string) end( $said ) );
		self::assertSame( 7.5, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		self::assertStringContainsString( 'wig_feed_mapping', (string) current( $this->run_command( 'import', null, array( $file ), array( 'mapping' => 'None' ) ) ) );
		unlink( $file );
	}

	public function test_site_health_says_whether_the_books_agree(): void {
		$tea   = $this->part( 5 );
		$tests = apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) );
		self::assertSame( 'good', ( $tests['direct']['wig_tables']['test'] )()['status'] );
		self::assertContains( ( $tests['direct']['wig_sweep']['test'] )()['status'], array( 'good', 'recommended' ) );
		self::assertSame( 'good', ( $tests['async']['wig_ledger']['async_direct_test'] )()['status'] );

		$this->db->execute( 'UPDATE %i SET on_hand = 7 WHERE item_id = %d', $this->db->table( 'levels' ), $tea );
		self::assertSame( 'good', $this->health()['status'], 'The answer is kept for some minutes.' );
		delete_transient( 'woo_inventory_guard_health' );
		self::assertSame( 'critical', $this->health()['status'] );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, self::server()->dispatch( new \WP_REST_Request( 'GET', '/woo-inventory-guard/v1/site-health' ) )->get_status() );
		$this->mended = false;
	}

	public function test_report_adds_up_every_day_that_is_left(): void {
		$this->part( 5 );
		$days = fn (): int => (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE summed_at IS NOT NULL AND looked_at IS NOT NULL', $this->db->table( 'shop_days' ) );
		self::assertSame( 0, $days() );
		$this->run_command( 'report' );
		self::assertSame( 1, $days() );
	}

	public function test_numbers_are_brought_back_and_the_restore_taken_back(): void {
		$tea = $this->part( 5, array( 'name' => 'Tea', 'sku' => 'TEA' ) );
		$this->db->execute( "UPDATE %i SET created_at = '2026-01-01 08:00:00'", $this->db->table( 'movements' ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -5, 'reason' => 'correction' ) );
		$look = array( 'to' => '2026-01-02 08:00', 'search' => 'tea' );
		self::assertSame(
			array( 'table: Tea TEA 0 5 0 5 5', '1 of 1 items change: +5, -0 units. 0 had no history yet at that time and are left alone.', 'Nothing has been changed. Say the same again with --yes to apply it.' ),
			$this->run_command( 'restore', null, array(), $look )
		);
		self::assertSame( 0, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		$said = $this->run_command( 'restore', null, array(), $look + array( 'yes' => true ) );
		self::assertSame( 1, preg_match( '/^Success: 1 items are restored. .* --undo=(\d+)$/', (string) end( $said ), $number ), (string) end( $said ) );
		self::assertSame( 5, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		self::assertSame( array( 'Success: The restore is taken back.' ), $this->run_command( 'restore', null, array(), array( 'undo' => $number[1] ) ) );
		self::assertSame( 0, $this->get( "/items/$tea" )->at( 'on_hand' ) );
		foreach ( array( array(), array( 'to' => 'someday' ), array( 'to' => '2999-01-01' ), array( 'undo' => '99' ) ) as $wrong ) {
			self::assertStringStartsWith( 'Error: ', $this->run_command( 'restore', null, array(), $wrong )[0] );
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	private function health(): array {
		return self::server()->dispatch( new \WP_REST_Request( 'GET', '/woo-inventory-guard/v1/site-health' ) )->get_data();
	}

	/**
	 * @param array<string, mixed> $options
	 * @return list<string>
	 */
	private function run_command( string $name, ?\Closure $import = null, array $args = array(), array $options = array() ): array {
		defined( 'WP_CLI' ) || define( 'WP_CLI', true );
		$plugin = Plugin::instance();
		( new Commands( $plugin->integrity(), $plugin->repair(), $plugin->mending(), $plugin->reservations(), $import, fn () => $plugin->report_rounds()->run_to_the_end(), static fn (): FileCommand => new FileCommand( new FileIn( $plugin->imports(), new Mappings( $plugin->db() ) ), $plugin->imports(), $plugin->file_runner() ), $plugin->restore_command() ) )->register();
		\WP_CLI::$said = array();
		( \WP_CLI::$commands[ "inventory-guard $name" ] )( ...( array() === $args && array() === $options && 'restore' !== $name ? array() : array( $args, $options ) ) );
		return \WP_CLI::$said;
	}
}
