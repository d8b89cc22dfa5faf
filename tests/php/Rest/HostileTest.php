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
		$this->ids['stocktake'] = (int) $this->post( '/stocktakes', array( 'name' => 'Shelf B', 'scope' => array( 'items' => array( $this->ids['item'] ) ) ) )->at( 'id' );
		$this->put( '/stocktakes/' . $this->ids['stocktake'], array( 'state' => 'counting' ) );
		$this->put( '/stocktakes/' . $this->ids['stocktake'], array( 'state' => 'review' ) );
		$this->ids['schedule'] = (int) $this->post( '/stocktake-schedules', array( 'name' => 'Monthly', 'every' => 'month', 'next_on' => '2099-01-31' ) )->at( 'id' );
		$this->ids['mail'] = (int) $this->post( '/report-mails', array( 'report' => 'stock', 'every' => 'month', 'recipients' => array( 'anna@other.test' ) ) )->at( 'id' );
		$this->ids['alert'] = Plugin::instance()->alerts()->open( Kind::Low, $this->ids['item'], 0, '', array( 'name' => 'Ribbon' ), false );
		$this->ids['view']  = (int) $this->post( '/views', array( 'name' => 'Host', 'content' => array( 'status' => 'low' ) ) )->at( 'id' );
		$this->ids['bulk']  = (int) $this->post( '/bulk-changes', array( 'filter' => array( 'all' => true ), 'set' => array( 'bin' => 'A' ) ) )->at( 'id' );
		$this->ids['backup'] = (int) $this->post( '/backups', array() )->at( 'id' );
		$this->ids['return'] = (int) $this->post( '/backups/' . $this->ids['backup'] . '/returns', array( 'numbers' => 'present' ) )->at( 'id' );
		$this->put( '/imports/mappings', array( 'mappings' => array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => 'Code', 'field' => 'sku' ) ), 'options' => array( 'quantity' => 'absolute' ) ) ) ) );
		$this->ids['feed'] = (int) $this->post( '/import-feeds', array( 'name' => 'Mei', 'source' => 'url', 'address' => 'https://feed.test/a.csv', 'mapping' => 'Mei' ) )->at( 'id' );
		$this->ids['file'] = (int) $this->post( '/imports', array( 'name' => 'a.csv', 'total_rows' => 1, 'options' => array( 'quantity' => 'absolute' ) ) )->at( 'id' );
		// Its rows are free text, of which the check says what is wrong: nothing more can be sent to this one.
		$this->post( '/imports/' . $this->ids['file'] . '/cancel' );
		$this->ids['restore'] = (int) $this->post( '/restores', array( 'moment' => gmdate( 'Y-m-d\TH:i:s\Z' ), 'filter' => array( 'all' => true ) ) )->at( 'id' );
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
			str_starts_with( $operation->path, '/stocktakes' )   => $this->ids['stocktake'],
			str_starts_with( $operation->path, '/stocktake-schedules' ) => $this->ids['schedule'],
			str_starts_with( $operation->path, '/report-mails' ) => $this->ids['mail'],
			str_starts_with( $operation->path, '/alerts' )       => $this->ids['alert'],
			str_starts_with( $operation->path, '/views' )        => $this->ids['view'],
			str_starts_with( $operation->path, '/bulk-changes' ) => $this->ids['bulk'],
			str_starts_with( $operation->path, '/backups' ) => $this->ids['backup'],
			str_starts_with( $operation->path, '/backup-returns' ) => $this->ids['return'],
			str_starts_with( $operation->path, '/import-feeds' ) => $this->ids['feed'],
			str_starts_with( $operation->path, '/imports' )      => $this->ids['file'],
			str_starts_with( $operation->path, '/restores' )     => $this->ids['restore'],
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
			'items-batch-request' => array( 'rows' => array( array( 'id' => $this->ids['item'], 'set' => array( 'bin' => 'A-1' ), 'seen' => array( 'bin' => '' ), 'on_hand' => array( 'delta' => '1.5', 'reason' => 'found', 'note' => 'Note' ) ) ) ),
			'components-request'  => array( 'components' => array( array( 'sku' => 'HOST-2', 'quantity' => 1 ), array( 'item_id' => $this->ids['item'], 'quantity' => '0.25' ) ) ),
			'adjustment-request'  => array( 'item_id' => $this->ids['item'], 'sku' => 'HOST-1', 'location_id' => 1, 'delta' => '2.5', 'unit_cost' => '7.25', 'reason' => 'received', 'note' => 'Note', 'reference' => $reference ),
			'reservation-request' => array( 'reference' => $reference, 'lines' => array( $line, array( 'item_id' => $this->ids['other'], 'quantity' => 1 ) ), 'expires_in' => 60 ),
			'commit-request'      => array( 'lines' => array( $line ), 'note' => 'Note' ),
			'extend-request'      => array( 'expires_in' => 60 ),
			'settings-request'    => array( 'low_stock_threshold' => 3, 'hold_minutes' => 30, 'show_numbers' => 'low', 'delete_data_on_uninstall' => false ),
			'settings-reset-request' => array( 'fields' => array( 'hold_minutes', 'show_numbers' ) ),
			'limit-request'       => array( 'scope' => 'item', 'scope_id' => $this->ids['other'], 'most_per_customer' => 2, 'window_days' => 30 ),
			'rule-request'        => array( 'scope' => 'shop', 'backorders' => 'notify', 'backorder_limit' => 2 ),
			'rule-update'         => array( 'backorders' => 'notify', 'backorder_limit' => 2 ),
			'rule-order-request'  => array( 'ids' => array( 1, 2 ) ),
			'limit-update'        => array( 'most_per_order' => 2 ),
			'guard-test-request' => array( 'buyers' => 40 ),
			'guard-test-buyer-request' => array( 'buyer' => 3 ),
			'snooze-request'      => array( 'item_id' => $this->ids['item'], 'days' => 3 ),
			'resolve-request'     => array( 'outcome' => 'wait' ),
			'reverse-request'     => array( 'reference' => array( 'type' => 'delivery', 'id' => 'A-1' ) ),
			'webhook-request'     => array( 'url' => 'https://other.test/in', 'active' => true ),
			'webhook-update'      => array( 'url' => 'https://other.test/in', 'active' => true, 'new_secret' => true ),
			'stocktake-request'           => array( 'name' => 'Shelf C', 'note' => 'Note', 'packing' => 'aside', 'scope' => array( 'bins' => array( 'B' ), 'classes' => array( 'A' ), 'sample' => 5 ), 'share' => 'even', 'due_on' => '2026-12-31', 'approve_over' => '99.5' ),
			'stocktake-update'            => array( 'name' => 'Shelf C', 'due_on' => '2026-12-31', 'state' => 'counting' ),
			'stocktake-counters-request'  => array( 'counters' => array( get_current_user_id() ), 'share' => 'bin' ),
			'stocktake-counts-request'    => array( 'sent_at' => '2026-11-23T14:02:00Z', 'device' => 'Phone', 'counts' => array( array( 'uuid' => '6e8bc430-9c3a-11d9-9669-0800200c9a66', 'mode' => 'set', 'item_id' => $this->ids['item'], 'quantity' => '2.5', 'place' => 'B', 'at' => '2026-11-23T14:02:00Z', 'offset_ms' => 20, 'note' => 'Note' ) ) ),
			'stocktake-photo-request'     => array( 'uuid' => '6e8bc430-9c3a-11d9-9669-0800200c9a66', 'item_id' => $this->ids['item'], 'at' => '2026-11-23T14:02:00Z', 'data' => '/9j/4AAQ' ),
			'stocktake-photo-delete'      => array( 'photo_id' => 1 ),
			'stocktake-tags-request'      => array( 'device' => 'Reader', 'at' => '2026-11-23T14:02:00Z', 'epcs' => array( '3074257BF7194E4000001A85' ) ),
			'stocktake-code-request'      => array( 'code' => 'X-1', 'item_id' => (string) $this->ids['item'] ),
			'stocktake-decisions-request' => array( 'decisions' => array( array( 'item_id' => $this->ids['item'], 'decision' => 'accept', 'variance' => '-1.5', 'reason' => 'lost', 'note' => 'Note' ) ) ),
			'stocktake-approve-request'   => array( 'lines' => array( array( 'item_id' => $this->ids['item'], 'variance' => '-1.5' ) ) ),
			'stocktake-lines-request'     => array( 'items' => array( $this->ids['item'] ) ),
			'stocktake-preview-request'   => array( 'location_id' => 1, 'scope' => array( 'classes' => array( 'A' ) ) ),
			'stocktake-limit-request'     => array( 'approve_over' => '100' ),
			'stocktake-schedule-request'  => array( 'name' => 'Cycle', 'every' => 'cycle', 'next_on' => '2099-01-31', 'portion_days' => 1, 'times' => array( 'A' => 4 ), 'scope' => array( 'bins' => array( 'B' ) ) ),
			'report-mail-request' => array( 'report' => 'outs', 'every' => 'week', 'weekday' => 2, 'recipients' => array( 'anna@other.test' ), 'active' => true ),
			'report-mail-update'  => array( 'every' => 'day', 'recipients' => array( 'anna@other.test' ), 'active' => false ),
			'stocktake-schedule-update'   => array( 'every' => 'cycle', 'active' => false ),
			'bulk-change-request' => array( 'filter' => array( 'search' => 'box', 'status' => 'ok', 'kind' => 'part', 'ids' => array( $this->ids['item'] ) ), 'set' => array( 'bin' => 'A-1', 'low_stock_threshold' => '2.5', 'lead_time_days' => 3, 'backorders' => 'no' ) ),
			'backup-upload'         => array( 'bytes' => 5000 ),
			'backup-piece'          => array( 'from' => 0, 'data' => 'eHl6' ),
			'backup-return-request' => array( 'numbers' => 'backup' ),
			'repair-request'        => array( 'act' => 'records' ),
			'repair-estimate-request' => array( 'item_id' => $this->ids['item'], 'estimate' => '3', 'on_hand' => '50' ),
			'import-request'      => array( 'name' => 'stock.csv', 'total_rows' => 3, 'options' => array( 'quantity' => 'counted', 'counted_at' => '2026-11-23T14:02:00Z', 'create' => true, 'reason' => 'received', 'note' => 'Note' ) ),
			'import-feed-request' => array( 'name' => 'Mei', 'source' => 'url', 'address' => 'https://feed.test/b.csv', 'mapping' => 'Mei', 'decimal' => ',', 'every_minutes' => 60, 'active' => true ),
			'import-feed-update'  => array( 'address' => 'https://feed.test/c.csv', 'every_minutes' => 60 ),
			'import-rows-request' => array( 'rows' => array( array( 'row' => 2, 'sku' => 'HOST-1', 'on_hand' => '2.5', 'components' => 'HOST-2:1' ) ) ),
			'import-apply-request' => array( 'skip_problems' => true ),
			'import-mappings-request' => array( 'mappings' => array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => 'Code', 'field' => 'sku' ) ), 'options' => array( 'quantity' => 'absolute', 'reason' => 'received' ) ) ) ),
			'restore-request'     => array( 'moment' => '2026-03-01T08:00:00Z', 'keep_sales' => true, 'filter' => array( 'search' => 'box', 'status' => 'ok', 'kind' => 'part', 'ids' => array( $this->ids['item'] ), 'categories' => array( 7 ) ) ),
			'mass-event-request'  => array( 'mark' => str_repeat( '0a', 16 ) ),
			'view-request'        => array( 'name' => 'To order', 'shared' => true, 'content' => array( 'status' => 'low', 'list' => array( 'name' ), 'pinned' => 2 ) ),
			'view-update'         => array( 'name' => 'To order', 'content' => array( 'as' => 'sheet' ) ),
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
