<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\SettingsStore;

/**
 * How the guard works in this shop.
 */
final class SettingsTest extends RestTestCase {

	public function test_what_is_left_out_stays(): void {
		self::assertSame(
			array(
				'low_stock_threshold'      => 2,
				'hold_minutes'             => 60,
				'show_numbers'             => 'never',
				'delete_data_on_uninstall' => false,
				'stock_leaves'             => 'paid',
				'method_holds'             => array(),
				'expiry_cancels'           => true,
				'when_short'               => 'hold',
				'answer_early'             => true,
				'alert_recipients'         => array(),
				'alert_digest_minutes'     => 15,
				'backup_every'             => 'weekly',
				'backup_keep'              => 4,
				'fold_after'               => 'never',
			),
			$this->get( '/settings' )->json
		);
		self::assertSame( 90, $this->put( '/settings', array( 'hold_minutes' => 90 ) )->at( 'hold_minutes' ) );
		$this->put( '/settings', array( 'low_stock_threshold' => '2.50' ) );
		self::assertSame(
			array(
				'low_stock_threshold'      => 2.5,
				'hold_minutes'             => 90,
				'show_numbers'             => 'low',
				'delete_data_on_uninstall' => true,
				'stock_leaves'             => 'paid',
				'method_holds'             => array(),
				'expiry_cancels'           => true,
				'when_short'               => 'hold',
				'answer_early'             => true,
				'alert_recipients'         => array(),
				'alert_digest_minutes'     => 15,
				'backup_every'             => 'weekly',
				'backup_keep'              => 4,
				'fold_after'               => 'never',
			),
			$this->put( '/settings', array( 'show_numbers' => 'low', 'delete_data_on_uninstall' => true ) )->json
		);
	}

	public function test_a_new_default_threshold_reaches_the_items_without_their_own(): void {
		$common = $this->part( 5 );
		$own    = $this->part( 5, array( 'low_stock_threshold' => 1 ) );
		$this->put( '/settings', array( 'low_stock_threshold' => 10 ) );
		self::assertSame( array( 10, 'low' ), array( $this->get( "/items/$common" )->at( 'threshold_effective' ), $this->get( "/items/$common" )->at( 'status' ) ) );
		self::assertSame( array( 1, 'ok' ), array( $this->get( "/items/$own" )->at( 'threshold_effective' ), $this->get( "/items/$own" )->at( 'status' ) ) );
		self::assertSame( 10, $this->get( '/items/' . $this->part( 5 ) )->at( 'threshold_effective' ) );
	}

	public function test_the_default_threshold_is_told_on_only_when_it_changed(): void {
		$told  = array();
		$store = self::store(
			static function ( string $low ) use ( &$told ): void {
				$told[] = $low;
			}
		);
		$store->change( array( 'hold_minutes' => 5 ) );
		$store->change( array( 'low_stock_threshold' => '3' ) );
		$store->change( array( 'low_stock_threshold' => '3' ) );
		self::assertSame( array( '3' ), $told );
		delete_option( SettingsStore::OPTION );
	}

	public function test_two_who_save_at_once_both_have_saved(): void {
		global $wpdb;
		foreach ( array( 'to the first settings of a shop' => array(), 'to some' => array( 'backup_keep' => 9 ) ) as $what => $there ) {
			delete_option( SettingsStore::OPTION );
			array() === $there || update_option( SettingsStore::OPTION, $there );
			// This request has read them; then somebody saves, and once more just before the statement that decides.
			self::store()->get();
			$rival  = static fn ( array $more ) => $wpdb->query( $wpdb->prepare( "INSERT INTO {$wpdb->options} ( option_name, option_value, autoload ) VALUES ( %s, %s, 'on' ) ON DUPLICATE KEY UPDATE option_value = VALUES( option_value )", SettingsStore::OPTION, serialize( $there + $more ) ) );
			$rival( array( 'hold_minutes' => 45 ) );
			$again  = static function ( string $sql ) use ( &$again, $rival, $wpdb ): string {
				if ( str_contains( $sql, 'fold_after' ) && ! str_starts_with( $sql, 'SELECT' ) ) {
					remove_filter( 'query', $again );
					$rival( array( 'hold_minutes' => 45, 'show_numbers' => 'always' ) );
				}
				return $sql;
			};
			add_filter( 'query', $again );
			$now = self::store()->change( array( 'fold_after' => '3_years' ) );
			self::assertFalse( has_filter( 'query', $again ) );
			self::assertSame( array( '3_years', 45, 'always' ), array( $now->fold_after, $now->hold_minutes, $now->show_numbers->value ), $what );
			self::assertEquals( $now, self::store()->get() );
		}
		delete_option( SettingsStore::OPTION );
	}

	public function test_inside_a_transaction_what_others_have_saved_since_it_began_stays(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'not for this database' );
		}
		global $wpdb;
		update_option( SettingsStore::OPTION, array( 'backup_keep' => 9 ) );
		$other = new \wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
		$now   = ( new Db( $wpdb ) )->transaction(
			static function () use ( $wpdb, $other ) {
				$wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options}" );
				$other->update( $wpdb->options, array( 'option_value' => serialize( array( 'backup_keep' => 9, 'hold_minutes' => 45 ) ) ), array( 'option_name' => SettingsStore::OPTION ) );
				return self::store()->change( array( 'fold_after' => '3_years' ) );
			}
		);
		self::assertSame( array( '3_years', 45, 9 ), array( $now->fold_after, $now->hold_minutes, $now->backup_keep ) );
		delete_option( SettingsStore::OPTION );
	}

	public function test_what_is_saved_is_told_on_as_by_wordpress(): void {
		delete_option( SettingsStore::OPTION );
		$told = array();
		$hear = static function ( mixed ...$what ) use ( &$told ): void {
			$told[] = array( current_action(), ...$what );
		};
		foreach ( array( 'add_option_', 'update_option_' ) as $action ) {
			add_action( $action . SettingsStore::OPTION, $hear, 10, 3 );
		}
		self::store()->change( array( 'hold_minutes' => 5 ) );
		self::store()->change( array( 'hold_minutes' => 5 ) );
		self::store()->change( array( 'hold_minutes' => 6 ) );
		foreach ( array( 'add_option_', 'update_option_' ) as $action ) {
			remove_action( $action . SettingsStore::OPTION, $hear, 10 );
		}
		$name = SettingsStore::OPTION;
		self::assertSame( array( array( "add_option_$name", $name, array( 'hold_minutes' => 5 ) ), array( "update_option_$name", array( 'hold_minutes' => 5 ), array( 'hold_minutes' => 6 ), $name ) ), $told );
		self::assertSame( 6, get_option( $name )['hold_minutes'] );
		delete_option( $name );
	}

	private static function store( ?\Closure $told = null ): SettingsStore {
		global $wpdb;
		return new SettingsStore( new Db( $wpdb ), $told ?? static fn () => null );
	}

	public function test_values_that_cannot_be_used_are_named(): void {
		foreach (
			array(
				'low_stock_threshold'      => -1,
				'hold_minutes'             => 0,
				'show_numbers'             => 'sometimes',
				'delete_data_on_uninstall' => 'yes',
				'stock_leaves'             => 'later',
				'when_short'               => 'lie',
				'alert_digest_minutes'     => 1441,
				'fold_after'               => '26_months',
				'admin_email'              => 'x@wig.test',
			) as $field => $value
		) {
			self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( $field => $value ) ), $field );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'hold_minutes' => 525601 ) ), 'hold_minutes' );
		self::assertSame( array( '3_years', 36 ), array( $this->put( '/settings', array( 'fold_after' => '3_years' ) )->at( 'fold_after' ), self::store()->get()->fold_months() ) );
	}

	public function test_holds_by_payment_method_replace_the_list(): void {
		$bank = array( array( 'method' => 'bacs', 'minutes' => 7200 ) );
		self::assertSame( $bank, $this->put( '/settings', array( 'method_holds' => $bank ) )->at( 'method_holds' ) );
		$settings = self::store()->get();
		self::assertSame( array( 7200, 60 ), array( $settings->hold_minutes_for( 'bacs' ), $settings->hold_minutes_for( 'cod' ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'method_holds' => array( array( 'method' => 'bacs', 'minutes' => 0 ) ) ) ), 'method_holds[0].minutes' );
		foreach ( array( 'method' => array( 'minutes' => 5 ), 'minutes' => array( 'method' => 'cod' ) ) as $missing => $sent ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'method_holds' => array( $bank[0], $sent ) ) ), "method_holds[1].$missing" );
			self::assertSame( $bank, $this->get( '/settings' )->at( 'method_holds' ), 'Nothing was changed.' );
		}
		self::assertSame( array(), $this->put( '/settings', array( 'method_holds' => array() ) )->at( 'method_holds' ) );
	}

	public function test_recipients_of_alerts_replace_the_list(): void {
		$list = array( array( 'email' => 'tea@wig.test', 'kinds' => array( 'low', 'out' ), 'categories' => array( 'Tea & more' ) ), array( 'email' => 'all@wig.test' ) );
		$kept = array( $list[0], array( 'email' => 'all@wig.test', 'kinds' => array(), 'categories' => array() ) );
		self::assertSame( $kept, $this->put( '/settings', array( 'alert_recipients' => $list ) )->at( 'alert_recipients' ) );
		self::assertSame( $kept, $this->put( '/settings', array( 'alert_digest_minutes' => 0 ) )->at( 'alert_recipients' ) );
		self::assertSame( 0, $this->get( '/settings' )->at( 'alert_digest_minutes' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'alert_recipients' => array( array( 'email' => 'tea' ) ) ) ), 'alert_recipients[0].email' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'alert_recipients' => array( array( 'kinds' => array() ) ) ) ), 'alert_recipients[0].email' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/settings', array( 'alert_recipients' => array( array( 'email' => 'a@wig.test', 'kinds' => array( 'all' ) ) ) ) ), 'alert_recipients[0].kinds[0]' );
		self::assertSame( array(), $this->put( '/settings', array( 'alert_recipients' => array() ) )->at( 'alert_recipients' ) );
	}

	public function test_a_reset_forgets_the_choice_so_that_the_field_follows_its_default(): void {
		$this->put( '/settings', array( 'hold_minutes' => 90, 'show_numbers' => 'low', 'low_stock_threshold' => 7 ) );
		$defaults = $this->get( '/settings/defaults' )->json;
		self::assertSame( array( 60, 'never', 2 ), array( $defaults['hold_minutes'] ?? null, $defaults['show_numbers'] ?? null, $defaults['low_stock_threshold'] ?? null ) );
		$after = $this->post( '/settings/reset', array( 'fields' => array( 'show_numbers', 'low_stock_threshold' ) ) );
		self::assertSame( array( 90, 'never', 2 ), array( $after->at( 'hold_minutes' ), $after->at( 'show_numbers' ), $after->at( 'low_stock_threshold' ) ) );
		update_option( 'woocommerce_stock_format', '' );
		self::assertSame( 'always', $this->get( '/settings' )->at( 'show_numbers' ), 'What the shop does counts again.' );
		delete_option( 'woocommerce_stock_format' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/settings/reset', array( 'fields' => array() ) ), 'fields' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/settings/reset', array( 'fields' => array( 'hold_minutes', 'colour' ) ) ), 'fields[1]' );
		self::assertSame( 90, $this->get( '/settings' )->at( 'hold_minutes' ), 'Nothing was changed.' );
	}

	public function test_a_threshold_that_is_reset_reaches_the_items(): void {
		$this->put( '/settings', array( 'low_stock_threshold' => 10 ) );
		$common = $this->part( 5 );
		self::assertSame( 'low', $this->get( "/items/$common" )->at( 'status' ) );
		$this->post( '/settings/reset', array( 'fields' => array( 'low_stock_threshold' ) ) );
		self::assertSame( 'ok', $this->get( "/items/$common" )->at( 'status' ) );
	}

	public function test_every_setting_can_be_reset(): void {
		$schema = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/includes/Rest/Schema/settings-reset-request.json' ), true );
		self::assertSame( array_keys( Settings::defaults()->to_array() ), $schema['properties']['fields']['items']['enum'] ?? null );
	}

	public function test_a_spoilt_option_counts_as_nothing_chosen(): void {
		update_option( SettingsStore::OPTION, array( 'hold_minutes' => 'soon', 'show_numbers' => 7, 'low_stock_threshold' => '1e9', 'delete_data_on_uninstall' => 1, 'method_holds' => 'bacs', 'stock_leaves' => 3, 'alert_recipients' => array( 'me', array( 'email' => 3 ) ), 'alert_digest_minutes' => -1 ) );
		self::assertEquals( Settings::defaults(), self::store()->get() );
		update_option( SettingsStore::OPTION, 'spoilt' );
		self::assertEquals( Settings::defaults(), self::store()->get() );
		delete_option( SettingsStore::OPTION );
	}
}
