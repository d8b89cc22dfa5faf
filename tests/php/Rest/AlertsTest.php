<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Alert\Kind;
use WooInventoryGuard\Plugin;

/**
 * Alerts, webhooks and the count of oversells, as programs see them.
 */
final class AlertsTest extends RestTestCase {

	public function test_open_alerts_are_listed_counted_and_handled(): void {
		$tea = $this->part( 5, array( 'name' => 'Sencha' ) );
		$cup = $this->part( 5, array( 'name' => 'Gaiwan' ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -5, 'reason' => 'damaged' ) );
		$this->post( '/adjustments', array( 'item_id' => $cup, 'delta' => -4, 'reason' => 'damaged' ) );
		$list = $this->get( '/alerts' );
		self::assertSame( array( array( 'low', $cup, 'Gaiwan is low: 1 left' ), array( 'out', $tea, 'Sencha is out of stock' ) ), array_map( static fn ( array $alert ): array => array( $alert['kind'], $alert['item_id'], $alert['text'] ), $list->json ) );
		self::assertSame( '2', $list->headers['X-WP-Total'] );
		self::assertSame( '{"low":1,"out":1}', $list->headers['X-WIG-Counts'] );
		self::assertCount( 1, $this->get( '/alerts?kind=out' )->json );
		self::assertCount( 1, $this->get( "/alerts?item_id=$cup" )->json );
		self::assertCount( 0, $this->get( '/alerts?order_id=7' )->json );
		$id   = $this->get( '/alerts?kind=out' )->at( '0.id' );
		$done = $this->post( "/alerts/$id/handle" );
		self::assertSame( array( 200, 'Mei' ), array( $done->status, $done->at( 'handled_by_name' ) ) );
		self::assertNotNull( $done->at( 'handled_at' ) );
		self::assertSame( $done->json, $this->post( "/alerts/$id/handle" )->json, 'Twice is as once.' );
		self::assertCount( 1, $this->get( '/alerts' )->json );
		self::assertSame( array( $id ), array_column( $this->get( '/alerts?state=handled' )->json, 'id' ) );
		self::assertCount( 2, $this->get( '/alerts?state=all' )->json );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/alerts/999999/handle' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/alerts?kind=all' ), 'kind' );
	}

	public function test_an_item_that_recovers_leaves_the_list_by_itself(): void {
		$tea = $this->part( 5 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -4, 'reason' => 'damaged' ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => 9, 'reason' => 'received' ) );
		self::assertSame( array(), $this->get( '/alerts' )->json );
	}

	public function test_a_webhook_shows_its_secret_once(): void {
		$made = $this->post( '/webhooks', array( 'url' => 'https://hook.test/in?a=1', 'kinds' => array( 'low', 'out' ) ), array( 'Idempotency-Key' => 'hook-1' ) );
		self::assertSame( 201, $made->status, $made->text );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{64}$/', $made->at( 'secret' ) );
		self::assertSame( array( 'low', 'out' ), $made->at( 'kinds' ) );
		$id    = $made->at( 'id' );
		$again = $this->post( '/webhooks', array( 'url' => 'https://hook.test/in?a=1', 'kinds' => array( 'low', 'out' ) ), array( 'Idempotency-Key' => 'hook-1' ) );
		self::assertSame( array( 200, $id, null ), array( $again->status, $again->at( 'id' ), $again->at( 'secret' ) ) );
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/webhooks', array( 'url' => 'https://other.test/' ), array( 'Idempotency-Key' => 'hook-1' ) ) );
		self::assertNull( $this->get( "/webhooks/$id" )->at( 'secret' ) );
		self::assertNull( $this->get( '/webhooks' )->at( '0.secret' ) );
		$renewed = $this->put( "/webhooks/$id", array( 'new_secret' => true, 'kinds' => array() ) );
		self::assertNotSame( $made->at( 'secret' ), $renewed->at( 'secret' ) );
		self::assertSame( array( array(), 'https://hook.test/in?a=1' ), array( $renewed->at( 'kinds' ), $renewed->at( 'url' ) ) );
		self::assertSame( false, $this->put( "/webhooks/$id", array( 'active' => false ) )->at( 'active' ) );
		self::assertSame( 200, $this->send( 'DELETE', "/webhooks/$id" )->status );
		foreach ( array( $this->get( "/webhooks/$id" ), $this->send( 'DELETE', "/webhooks/$id" ), $this->put( "/webhooks/$id", array( 'active' => true ) ) ) as $gone ) {
			self::assert_refused( 404, 'wig_not_found', $gone );
		}
		foreach ( array( 'ftp://hook.test/', 'hook.test', 'javascript:alert(1)', 'https://', '' ) as $url ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->post( '/webhooks', array( 'url' => $url ) ), 'url' );
		}
		self::assert_refused( 400, 'rest_missing_callback_param', $this->post( '/webhooks', array( 'kinds' => array() ) ), 'url' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/webhooks', array( 'url' => 'https://hook.test/', 'kinds' => array( 'all' ) ) ), 'kinds[0]' );
	}

	public function test_a_test_event_goes_out_at_once_signed_and_its_answer_is_told(): void {
		$made  = $this->post( '/webhooks', array( 'url' => 'https://hook.test/in', 'kinds' => array( 'low' ), 'active' => false ) );
		$path  = '/webhooks/' . $made->at( 'id' ) . '/test';
		$calls = array();
		$reply = 204;
		$may   = static fn (): bool => true;
		$net   = static function ( mixed $answer, array $args, string $url ) use ( &$calls, &$reply ): array {
			$calls[] = array( $url, $args['headers']['X-WIG-Event'], $args['headers']['X-WIG-Signature'], $args['body'] );
			return array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => $reply, 'message' => '' ), 'cookies' => array(), 'filename' => null );
		};
		add_filter( 'woo_inventory_guard_may_call', $may );
		add_filter( 'pre_http_request', $net, 10, 3 );
		$sent  = $this->post( $path );
		$reply = 500;
		$not   = $this->post( $path );
		remove_filter( 'pre_http_request', $net );
		remove_filter( 'woo_inventory_guard_may_call', $may );
		self::assertSame( array( 200, array( 'taken' => true, 'result' => 'HTTP 204' ) ), array( $sent->status, $sent->json ) );
		self::assertSame( array( 'taken' => false, 'result' => 'HTTP 500' ), $not->json );
		self::assertSame( array( 'https://hook.test/in', 'test', 'sha256=' . hash_hmac( 'sha256', $calls[0][3], $made->at( 'secret' ) ) ), array_slice( $calls[0], 0, 3 ) );
		self::assertSame( array( 0, '' ), array( $this->get( '/webhooks' )->at( '0.waiting' ), $this->get( '/webhooks' )->at( '0.last_result' ) ), 'Nobody tries it again.' );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/webhooks/999999/test' ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( 403, $this->post( $path )->status );
	}

	public function test_a_test_does_not_reach_the_shops_own_network(): void {
		$id = $this->post( '/webhooks', array( 'url' => 'http://127.0.0.1/in' ) )->at( 'id' );
		self::assertSame( array( false, 'Not called: this is no public address, or its name is not known.' ), array_values( $this->post( "/webhooks/$id/test" )->json ) );
	}

	public function test_oversells_averted_are_reported(): void {
		foreach ( array( 'checkout', 'checkout', 'rest' ) as $door ) {
			do_action( 'woo_inventory_guard_refused', array( 'door' => $door, 'lines' => array( array( 'item_id' => 1, 'product_id' => 2, 'requested' => '2.5', 'available' => '1' ) ) ) );
		}
		$report = $this->get( '/reports/averted?days=7' );
		self::assertSame( array( 7, 3, 4.5, array( 'checkout' => 2, 'rest' => 1 ) ), array( $report->at( 'days' ), $report->at( 'times' ), $report->at( 'units' ), $report->at( 'doors' ) ) );
		self::assertSame( array( 'checkout', 2, 3 ), array( $report->at( 'by_day.0.door' ), $report->at( 'by_day.0.times' ), $report->at( 'by_day.0.units' ) ) );
		self::assertSame( 30, $this->get( '/reports/averted' )->at( 'days' ) );
	}

	public function test_every_kind_has_its_words(): void {
		foreach ( Kind::cases() as $kind ) {
			Plugin::instance()->alerts()->open( $kind, 0, 7, '', array( 'name' => 'Sencha', 'available' => 1, 'units' => '0.5', 'times' => 1, 'day' => '2026-03-02', 'problems' => 2, 'lines' => array( array( 'name' => 'Sencha', 'missing' => 1 ) ) ), true );
		}
		$texts = array_column( $this->get( '/alerts' )->json, 'text' );
		self::assertCount( count( Kind::cases() ), array_unique( array_filter( $texts ) ) );
	}
}
