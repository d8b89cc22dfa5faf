<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Settings\SettingsStore;

/**
 * Bodies that are wrong, or meant to do harm: each is refused cleanly, and nothing changes.
 *
 * A notice or warning of PHP fails the test by itself. WIG_SEED repeats a run.
 */
final class HostileTest extends RestTestCase {

	private const BODIES = 3000;

	/** @var array<string, int> Numbers of what is there. */
	private array $ids = array();

	protected function setUp(): void {
		parent::setUp();
		$this->ids['item']   = $this->part( 50, array( 'sku' => 'HOST-1' ) );
		$this->ids['other']  = $this->part( 50, array( 'sku' => 'HOST-2' ) );
		$this->ids['bundle'] = (int) $this->post( '/items', array( 'kind' => 'bundle', 'name' => 'Set' ) )->at( 'id' );
		$this->put( '/items/' . $this->ids['bundle'] . '/components', array( 'components' => array( array( 'item_id' => $this->ids['item'], 'quantity' => 2 ) ) ) );
		$this->ids['reservation'] = (int) $this->reserve( $this->ids['item'], 5 )->at( 'id' );
		$this->ids['webhook'] = (int) $this->post( '/webhooks', array( 'url' => 'https://hook.test/' ) )->at( 'id' );
		$this->put( '/webhooks/' . $this->ids['webhook'], array( 'active' => false ) );
		$this->ids['alert'] = Plugin::instance()->alerts()->open( Kind::Low, $this->ids['item'], 0, '', array( 'name' => 'Ribbon' ), false );
		update_option( SettingsStore::OPTION, array( 'hold_minutes' => 45 ) );
	}

	public function test_three_thousand_hostile_bodies_change_nothing(): void {
		$seed     = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, PHP_INT_MAX >> 33 ) );
		$hostile  = new HostileBodies( $seed );
		$before   = $this->everything();
		$statuses = array();
		$writes   = array_values( array_filter( self::operations(), static fn ( Operation $operation ): bool => $operation->writes() && null !== $operation->body ) );
		for ( $number = 1; $number <= self::BODIES; $number++ ) {
			$operation = $hostile->one_of( $writes );
			$status    = $this->attack( $hostile, $operation, "seed $seed, body $number" );
			$statuses[ $status ] = ( $statuses[ $status ] ?? 0 ) + 1;
			if ( 0 === $number % 250 ) {
				self::assertSame( $before, $this->everything(), "Something changed by body $number, seed $seed." );
			}
		}
		ksort( $statuses );
		fwrite( STDERR, "\nHostile bodies: seed $seed, " . wp_json_encode( $statuses ) . "\n" );
		self::assertSame( array(), array_diff( array_keys( $statuses ), array( 400, 401, 403, 404, 409 ) ) );
	}

	private function attack( HostileBodies $hostile, Operation $operation, string $which ): int {
		$this->sign_in( 'administrator' );
		$path    = $this->path( $operation );
		$headers = array();
		$kind    = $hostile->below( 20 );
		$valid   = $this->valid( $operation );
		$attack  = array(
			'body'  => (string) json_encode( (object) $valid ),
			'field' => null,
		);
		if ( 0 === $kind ) {
			// The body is right, whoever sends it may not.
			$role   = $hostile->one_of( array( '', 'subscriber', 'wig_stock_clerk', 'wig_sales_channel' ) );
			$this->sign_in( $role );
			if ( '' !== $role && current_user_can( (string) $operation->capability ) ) {
				$this->sign_in( 'subscriber' );
			}
		} elseif ( 1 === $kind && str_contains( $path, '/' . $this->ids['reservation'] . '/' ) ) {
			$path = str_replace( '/' . $this->ids['reservation'] . '/', '/' . $hostile->one_of( array( '0', '999999', '999999999999999999' ) ) . '/', $path );
		} elseif ( 2 === $kind ) {
			$headers = array( 'Idempotency-Key' => $hostile->one_of( array( '', str_repeat( 'k', 192 ), "a\tb", 'ключ', "'\0" ) ) );
		} elseif ( 3 === $kind && $operation->versioned && 'POST' !== $operation->method ) {
			$headers = array( 'If-Match' => $hostile->one_of( array( '""', 'abc', '"1" OR 1=1', '-1', '"999999999999999999999"', '1e3' ) ) );
		} else {
			$attack = $hostile->spoil( $valid, (string) $operation->body );
		}
		$answer = $this->send( $operation->method, $path, $attack['body'], $headers );
		$this->judge( $answer, $attack['field'], "$which: $operation->method $path " . substr( $attack['body'], 0, 600 ) . ' -> ' . $answer->text );
		return $answer->status;
	}

	private function judge( Answer $answer, ?string $field, string $message ): void {
		self::assertGreaterThanOrEqual( 400, $answer->status, $message );
		self::assertLessThan( 500, $answer->status, $message );
		self::assertNotSame( '', $answer->at( 'message' ), $message );
		if ( 400 !== $answer->status || 'rest_invalid_json' === $answer->at( 'code' ) ) {
			return;
		}
		$params = (array) $answer->at( 'data.params' );
		$names  = array_map( 'strval', array_is_list( $params ) ? $params : array_keys( $params ) );
		self::assertNotSame( array(), $names, 'Names no field. ' . $message );
		$named = array_filter( $names, static fn ( string $name ): bool => null === $field || str_starts_with( $name, $field ) || str_starts_with( $field, $name ) );
		self::assertNotSame( array(), $named, "Names another field than $field. " . $message );
	}

	private function path( Operation $operation ): string {
		$id = match ( true ) {
			str_starts_with( $operation->path, '/reservations' ) => $this->ids['reservation'],
			str_ends_with( $operation->path, '/components' )     => $this->ids['bundle'],
			str_starts_with( $operation->path, '/webhooks' )     => $this->ids['webhook'],
			str_starts_with( $operation->path, '/alerts' )       => $this->ids['alert'],
			default                                              => $this->ids['item'],
		};
		return str_replace( '{id}', (string) $id, $operation->path );
	}

	/**
	 * A body that the route would accept.
	 *
	 * @return array<string, mixed>
	 */
	private function valid( Operation $operation ): array {
		$line      = array(
			'item_id'     => $this->ids['item'],
			'sku'         => 'HOST-1',
			'location_id' => 1,
			'quantity'    => '1.5',
		);
		$reference = array(
			'type' => 'order',
			'id'   => 'A-1',
		);
		return match ( $operation->body ) {
			'item-request'        => array( 'kind' => 'part', 'name' => 'Ribbon', 'sku' => 'NEW-1', 'on_hand' => 3, 'backorders' => 'no', 'low_stock_threshold' => 1 ),
			'item-update'         => array( 'name' => 'Ribbon', 'backorders' => 'notify', 'backorder_limit' => '2.5' ),
			'components-request'  => array( 'components' => array( array( 'sku' => 'HOST-2', 'quantity' => 1 ), array( 'item_id' => $this->ids['item'], 'quantity' => '0.25' ) ) ),
			'adjustment-request'  => array( 'item_id' => $this->ids['item'], 'sku' => 'HOST-1', 'location_id' => 1, 'delta' => '-2.5', 'reason' => 'damaged', 'note' => 'Note', 'reference' => $reference ),
			'reservation-request' => array( 'reference' => $reference, 'lines' => array( $line, array( 'item_id' => $this->ids['other'], 'quantity' => 1 ) ), 'expires_in' => 60 ),
			'commit-request'      => array( 'lines' => array( $line ), 'note' => 'Note' ),
			'extend-request'      => array( 'expires_in' => 60 ),
			'settings-request'    => array( 'low_stock_threshold' => 3, 'hold_minutes' => 30, 'show_numbers' => 'low', 'delete_data_on_uninstall' => false ),
			'limit-request'       => array( 'scope' => 'item', 'scope_id' => $this->ids['other'], 'most_per_customer' => 2, 'window_days' => 30 ),
			'limit-update'        => array( 'most_per_order' => 2 ),
			'resolve-request'     => array( 'outcome' => 'wait' ),
			'webhook-request'     => array( 'url' => 'https://other.test/in', 'active' => true ),
			'webhook-update'      => array( 'url' => 'https://other.test/in', 'active' => true, 'new_secret' => true ),
			default               => array(),
		};
	}

	/**
	 * All our tables, and the settings.
	 */
	private function everything(): string {
		return self::checksum() . wp_json_encode( get_option( SettingsStore::OPTION ) );
	}
}
