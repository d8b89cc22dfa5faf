<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Alert;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Alert\PublicAddress;
use WooInventoryGuard\Alert\Webhook;

/**
 * Other systems are told at least once, signed, and nobody can make the server call its own network.
 */
final class WebhooksTest extends AlertTestCase {

	private function webhook( Kind ...$kinds ): Webhook {
		return $this->webhooks->create( 'https://hook.test/in', array_values( $kinds ), true, $this->key() )['webhook'];
	}

	public function test_each_crossing_is_told_at_once_with_a_signature(): void {
		$hook = $this->webhook();
		$tea  = $this->item( 9, array( 'low_at' => 5, 'name' => 'Sencha' ) );
		$this->move( $tea, -9 );
		$this->move( $tea, 9 );
		$this->minutes_pass( 1 );
		self::assertSame( array( 'out', 'back' ), array_map( static fn ( array $call ): string => $call['headers']['X-WIG-Event'], $this->calls ) );
		$call = $this->calls[0];
		$body = json_decode( $call['body'], true );
		self::assertSame( 'https://hook.test/in', $call['url'] );
		self::assertSame( 'sha256=' . hash_hmac( 'sha256', $call['body'], $hook->secret ), $call['headers']['X-WIG-Signature'] );
		self::assertSame( array( $body['id'], 'out', $tea, 'Sencha', 'ok', 'out' ), array( $call['headers']['X-WIG-Delivery'], $body['event'], $body['data']['item_id'], $body['data']['name'], $body['data']['from'], $body['data']['to'] ) );
		self::assertSame( array( 5, 0 ), array( $call['args']['timeout'], $call['args']['redirection'] ) );
		self::assertSame( 64, strlen( $hook->secret ) );
		$this->minutes_pass( 30 );
		self::assertCount( 2, $this->calls );
	}

	public function test_only_the_kinds_that_were_asked_for(): void {
		$this->webhook( Kind::Back );
		$tea = $this->item( 9 );
		$this->move( $tea, -9 );
		$this->move( $tea, 9 );
		$this->minutes_pass( 1 );
		self::assertCount( 1, $this->calls );
		self::assertSame( 'back', $this->calls[0]['headers']['X-WIG-Event'] );
	}

	public function test_a_refused_event_comes_again_with_the_same_id_and_longer_pauses(): void {
		$hook         = $this->webhook();
		$this->answer = 500;
		$this->move( $this->item( 9 ), -9 );
		$this->minutes_pass( 60 );
		// After 1, then 1, 2, 4, 8 and 16 minutes.
		self::assertCount( 6, $this->calls );
		self::assertSame( array( 1, 0, 'HTTP 500' ), array_values( array_slice( $this->webhooks->deliveries( $hook->id ), 0, 3 ) ) );
		$this->answer = 204;
		$this->minutes_pass( 60 );
		self::assertCount( 7, $this->calls );
		self::assertCount( 1, array_unique( array_column( array_column( $this->calls, 'headers' ), 'X-WIG-Delivery' ) ) );
		self::assertSame( array( 0, 0, 'HTTP 204' ), array_values( array_slice( $this->webhooks->deliveries( $hook->id ), 0, 3 ) ) );
	}

	public function test_a_receiver_that_is_down_does_not_hold_up_another(): void {
		$this->webhook();
		$this->webhooks->create( 'https://other.test/', array(), true, $this->key() );
		add_filter( 'pre_http_request', fn ( mixed $answer, array $args, string $url ): mixed => 'https://hook.test/in' === $url ? new \WP_Error( 'down', 'No route to host' ) : $answer, 20, 3 );
		for ( $i = 0; $i < 5; $i++ ) {
			$this->move( $this->item( 9 ), -9 );
		}
		$this->minutes_pass( 1 );
		$urls = array_count_values( array_column( $this->calls, 'url' ) );
		self::assertSame( array( 1, 5 ), array( $urls['https://hook.test/in'], $urls['https://other.test/'] ) );
	}

	public function test_an_event_of_a_change_that_was_rolled_back_is_not_told(): void {
		$this->webhook();
		$tea = $this->item( 9 );
		try {
			$this->db->transaction(
				function () use ( $tea ): void {
					$this->db->execute( 'UPDATE %i SET status = 0 WHERE id = %d', $this->db->table( 'items' ), $tea );
					$this->crossings->after_commit( array( $tea ), true );
					throw new \RuntimeException( 'no' );
				}
			);
		} catch ( \RuntimeException ) {
			$this->minutes_pass( 1 );
		}
		self::assertSame( array(), $this->calls );
	}

	public function test_a_deleted_webhook_gets_nothing_more(): void {
		$hook = $this->webhook();
		$this->move( $this->item( 9 ), -9 );
		self::assertTrue( $this->webhooks->delete( $hook->id ) );
		self::assertFalse( $this->webhooks->delete( $hook->id ) );
		$this->minutes_pass( 1 );
		self::assertSame( array(), $this->calls );
	}

	public function test_addresses_of_the_own_network_are_not_called(): void {
		remove_all_filters( 'woo_inventory_guard_may_call' );
		foreach ( array( 'http://127.0.0.1/', 'http://10.1.2.3/', 'http://192.168.0.1:8080/x', 'http://169.254.169.254/latest', 'http://100.64.0.1/', 'http://[::1]/', 'http://[fd00::1]/', 'http://[::ffff:127.0.0.1]/', 'http://0.0.0.0/', 'http://localhost/', 'ftp://8.8.8.8/', 'http://me:secret@8.8.8.8/', 'http:///x', 'no address' ) as $url ) {
			self::assertFalse( PublicAddress::is( $url ), $url );
		}
		foreach ( array( 'http://8.8.8.8/', 'https://93.184.216.34:8443/in', 'https://[2606:2800:220:1:248:1893:25c8:1946]/' ) as $url ) {
			self::assertTrue( PublicAddress::is( $url ), $url );
		}
		$this->webhooks->create( 'http://127.0.0.1:9/', array(), true, $this->key() );
		$this->move( $this->item( 9 ), -9 );
		$this->minutes_pass( 1 );
		self::assertSame( array(), $this->calls );
		add_filter( 'woo_inventory_guard_may_call', '__return_true' );
		self::assertTrue( PublicAddress::is( 'http://127.0.0.1/' ), 'An owner who wants it can allow it.' );
		self::assertFalse( PublicAddress::is( 'ftp://127.0.0.1/' ) );
	}
}
