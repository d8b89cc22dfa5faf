<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Alert;

/**
 * What the plugin is bought for is counted.
 */
final class AvertedTest extends AlertTestCase {

	public function test_refusals_are_counted_by_day_and_door(): void {
		$line = static fn ( string $requested, string $available ): array => array( 'item_id' => 1, 'product_id' => null, 'requested' => $requested, 'available' => $available );
		do_action( 'woo_inventory_guard_refused', array( 'door' => 'checkout', 'lines' => array( $line( '3', '1' ), $line( '1', '1' ) ) ) );
		do_action( 'woo_inventory_guard_refused', array( 'door' => 'checkout', 'lines' => array( $line( '0.5', '-2' ) ) ) );
		do_action( 'woo_inventory_guard_refused', array( 'door' => 'rest', 'lines' => array( $line( '4', '0' ) ) ) );
		do_action( 'woo_inventory_guard_refused', array( 'door' => 'rest', 'lines' => array( $line( '1', '1' ) ) ) );
		do_action( 'woo_inventory_guard_refused', 'nonsense' );
		$found = array_map( static fn ( array $count ): string => "{$count['door']} {$count['times']} {$count['units']}", $this->counts->averted_in( 30 ) );
		self::assertSame( array( 'checkout 2 2.5', 'rest 1 4' ), $found );
	}

	public function test_a_day_later_one_line_tells_of_them(): void {
		$refusal = array( 'door' => 'checkout', 'lines' => array( array( 'item_id' => 1, 'requested' => '3', 'available' => '1' ) ) );
		$this->minutes_pass( 1 );
		do_action( 'woo_inventory_guard_refused', $refusal );
		do_action( 'woo_inventory_guard_refused', $refusal );
		$this->minutes_pass( 20 );
		self::assertSame( array(), $this->mails, 'Not each time.' );
		$this->clock->advance( 86_400 );
		$this->minutes_pass( 20 );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( '2 orders for more than was in stock were refused (4 units)', $this->mails[0]['text'] );
		self::assertCount( 0, $this->counts->averted_in( 1 ) );
		self::assertCount( 1, $this->counts->averted_in( 2 ) );
	}

	public function test_a_counter_that_fails_stops_nobody(): void {
		add_filter( 'query', static fn ( string $sql ): string => (string) preg_replace( '/INSERT INTO (\S+wig_daily_counts\S?) /', 'INSERT INTO no_such_table ', $sql ), 2000 );
		ini_set( 'error_log', '/dev/null' );
		do_action( 'woo_inventory_guard_refused', array( 'door' => 'rest', 'lines' => array( array( 'requested' => '4', 'available' => '0' ) ) ) );
		ini_restore( 'error_log' );
		self::assertSame( 0, $this->rows( 'daily_counts' ) );
	}
}
