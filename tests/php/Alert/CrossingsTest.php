<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Alert;

/**
 * Each crossing of a threshold is told once, and only crossings are.
 */
final class CrossingsTest extends AlertTestCase {

	public function test_what_an_item_begins_with_is_no_news(): void {
		$this->item( 1, array( 'low_at' => 5 ) );
		$this->item( 0 );
		$this->minutes_pass( 20 );
		self::assertSame( array( 0, 0 ), array( $this->rows( 'alerts' ), count( $this->mails ) ) );
	}

	public function test_low_out_and_back_are_told_once_each(): void {
		$tea = $this->item( 9, array( 'low_at' => 5 ) );
		$this->move( $tea, -3 );
		self::assertSame( array(), $this->open() );
		$this->move( $tea, -1 );
		$this->move( $tea, -1 );
		self::assertSame( array( "low $tea" ), $this->open() );
		$this->minutes_pass( 16 );
		$this->move( $tea, -4 );
		self::assertSame( array( "out $tea" ), $this->open(), 'It is no longer low.' );
		$this->minutes_pass( 16 );
		$this->move( $tea, 20 );
		self::assertSame( array( "back $tea" ), $this->open() );
		$this->minutes_pass( 16 );
		self::assertSame( array(), $this->open(), 'Good news needs nobody to see to it.' );
		self::assertCount( 3, $this->mails );
		self::assertStringContainsString( 'is low: 5 left', $this->mails[0]['subject'] );
		self::assertStringContainsString( 'is out of stock', $this->mails[1]['subject'] );
		self::assertStringContainsString( 'is back in stock: 20 available', $this->mails[2]['subject'] );
	}

	public function test_holds_count_as_sales_do(): void {
		$tea  = $this->item( 3, array( 'low_at' => 1 ) );
		$held = $this->reserve( array( $tea => 3 ) );
		$this->minutes_pass( 1 );
		self::assertSame( array( "out $tea" ), $this->open() );
		$this->engine->reservations->release( $held->id, 'r' );
		$this->minutes_pass( 20 );
		self::assertSame( array(), $this->mails, 'Out and back within one digest is no news.' );
	}

	public function test_flapping_is_quiet_within_a_window_and_what_was_told_is_not_told_again(): void {
		$tea = $this->item( 3, array( 'low_at' => 1 ) );
		for ( $i = 0; $i < 5; $i++ ) {
			$this->move( $tea, -3 );
			$this->move( $tea, 3 );
		}
		$this->minutes_pass( 16 );
		self::assertSame( array(), $this->mails );
		$this->move( $tea, -3 );
		$this->minutes_pass( 16 );
		self::assertCount( 1, $this->mails );
		$this->move( $tea, 3 );
		$this->move( $tea, -3 );
		$this->minutes_pass( 16 );
		self::assertCount( 1, $this->mails, 'It was out, it is out.' );
		self::assertSame( array( "out $tea" ), $this->open(), 'It stays on the list.' );
		$this->move( $tea, 1 );
		$this->move( $tea, 5 );
		$this->minutes_pass( 16 );
		self::assertCount( 2, $this->mails );
		self::assertStringContainsString( 'back in stock: 6', $this->mails[1]['subject'] );
	}

	public function test_of_two_who_notice_at_once_one_tells(): void {
		$tea   = $this->item( 3, array( 'low_at' => 1 ) );
		$rival = $this->rival(
			fn () => $this->rival_crossings()->after_commit( array( $tea ) ),
			'/SET told_status = .* AND told_status = /'
		);
		if ( self::is_sqlite() ) {
			$rival->leaves();
			$this->db->execute( 'UPDATE %i SET status = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
			$rival = $this->rival( fn () => $this->rival_crossings()->after_commit( array( $tea ) ) );
			$this->crossings->after_commit( array( $tea ) );
			$this->db->execute( 'UPDATE %i SET status = 3 WHERE id = %d', $this->db->table( 'items' ), $tea );
		} else {
			$this->db->execute( 'UPDATE %i SET status = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
			$this->crossings->after_commit( array( $tea ) );
			$this->db->execute( 'UPDATE %i SET status = 3 WHERE id = %d', $this->db->table( 'items' ), $tea );
		}
		self::assertSame( 1, $rival->acted() );
		self::assertSame( 1, $this->rows( 'alerts' ) );
	}

	public function test_without_the_condition_two_would_tell(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'On SQLite a rival comes before the transaction, where the condition is not what stops it.' );
		}
		$tea = $this->item( 3, array( 'low_at' => 1 ) );
		$this->db->execute( 'UPDATE %i SET status = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
		$this->rival( fn () => $this->rival_crossings()->after_commit( array( $tea ) ), '/SET told_status = .* AND told_status = /' );
		add_filter( 'query', static fn ( string $sql ): string => (string) preg_replace( '/SET told_status = 0 WHERE (id = \d+) AND told_status = 3 AND status = 0/', 'SET told_status = 0, version = version + 1 WHERE $1', $sql ), 2000 );
		$this->crossings->after_commit( array( $tea ) );
		$this->db->execute( 'UPDATE %i SET status = 3 WHERE id = %d', $this->db->table( 'items' ), $tea );
		self::assertSame( 2, $this->rows( 'alerts' ), 'The race is real: without its condition the same crossing is told twice.' );
	}

	public function test_an_alert_that_cannot_be_written_is_told_later(): void {
		$tea    = $this->item( 3, array( 'low_at' => 1 ) );
		$broken = static fn ( string $sql ): string => (string) preg_replace( '/INSERT INTO (\S+wig_alerts\S?) /', 'INSERT INTO no_such_table ', $sql );
		add_filter( 'query', $broken, 2000 );
		ini_set( 'error_log', '/dev/null' );
		$this->move( $tea, -3 );
		ini_restore( 'error_log' );
		remove_filter( 'query', $broken, 2000 );
		self::assertSame( '0 / 0', $this->books( $tea ), 'The stock stands.' );
		self::assertSame( array(), $this->open() );
		$this->minutes_pass( 1 );
		self::assertSame( array( "out $tea" ), $this->open(), 'The job finds what was not told.' );
	}

	public function test_a_raised_threshold_is_noticed_by_the_job(): void {
		$tea = $this->item( 3, array( 'low_at' => 1 ) );
		$this->minutes_pass( 1 );
		$this->db->execute( 'UPDATE %i SET low_at = 5, status = 1, updated_at = %s WHERE id = %d', $this->db->table( 'items' ), \WooInventoryGuard\Platform\Clock::sql( $this->clock->now() ), $tea );
		$this->minutes_pass( 1 );
		self::assertSame( array( "low $tea" ), $this->open() );
	}

	public function test_items_of_an_older_version_begin_with_what_they_are(): void {
		$tea = $this->item( 3, array( 'low_at' => 1 ) );
		$this->db->execute( 'UPDATE %i SET told_status = NULL', $this->db->table( 'items' ) );
		$this->crossings->begin();
		$this->move( $tea, -3 );
		self::assertSame( array( "out $tea" ), $this->open() );
	}

	public function test_used_up_with_backorders_is_told_as_that(): void {
		$tea = $this->item( 3, array( 'low_at' => 1, 'backorders' => 'yes', 'allowance' => 100 ) );
		$this->move( $tea, -3 );
		$this->move( $tea, -1 );
		$this->minutes_pass( 16 );
		self::assertCount( 1, $this->mails );
		self::assertStringContainsString( 'is used up; it is now sold on backorder', $this->mails[0]['subject'] );
	}

	public function test_no_hook_of_others_runs_while_an_alert_is_written(): void {
		$tea  = $this->item( 3, array( 'low_at' => 1 ) );
		$this->webhooks->create( 'https://hook.test/', array(), true, 'w' );
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
				if ( $open && ! in_array( $hook, array( 'query', 'log_query_custom_data' ), true ) ) {
					$ran[] = $hook;
				}
			}
		);
		$this->move( $tea, -3 );
		do_action( 'woo_inventory_guard_paid_short', 77, array( array( 'item_id' => $tea, 'line_id' => 1, 'missing' => '2' ) ) );
		self::assertSame( array(), array_values( array_unique( $ran ) ) );
		self::assertSame( array( "out $tea", 'paid_short 77' ), $this->open() );
	}
}
