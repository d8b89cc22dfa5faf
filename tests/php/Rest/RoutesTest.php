<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Admin\FirstAnswers;
use WooInventoryGuard\Admin\View;

/**
 * Our routes are made when a request may be for one of them, and are there for all who ask.
 */
final class RoutesTest extends RestTestCase {

	private const ITEMS = '/woo-inventory-guard/v1/items';

	protected function tearDown(): void {
		unset( $_GET['path'] );
		self::server();
		parent::tearDown();
	}

	public function test_a_request_for_somebody_else_makes_none_of_them(): void {
		$server = $this->new_server();
		self::assertSame( 200, rest_do_request( '/wp/v2/types' )->get_status() );
		self::assertArrayNotHasKey( self::ITEMS, $server->get_routes() );
		self::assertSame( 200, rest_do_request( self::ITEMS )->get_status() );
		self::assertCount( 2, array_filter( $server->get_routes()[ self::ITEMS ], 'is_array' ), 'GET and POST, once each.' );
		self::assertSame( 200, rest_do_request( '/WOO-Inventory-Guard/v1/items' )->get_status(), 'WordPress does not mind capitals.' );
		self::assertCount( 2, array_filter( $server->get_routes()[ self::ITEMS ], 'is_array' ) );
	}

	public function test_the_index_of_the_site_and_of_the_namespace_name_them(): void {
		foreach ( array( '/', '/woo-inventory-guard/v1' ) as $index ) {
			$this->new_server();
			self::assertArrayHasKey( self::ITEMS, rest_do_request( $index )->get_data()['routes'], $index );
		}
	}

	public function test_the_first_answers_of_a_screen_make_no_other_plugins_routes(): void {
		$GLOBALS['wp_rest_server'] = null;
		$asked                     = did_action( 'rest_api_init' );
		$_GET['path']              = '/limits';
		$answers                   = ( new FirstAnswers( new View() ) )->all();
		self::assertSame( array( '/woo-inventory-guard/v1/limits?page=1&per_page=20' ), array_keys( $answers ) );
		self::assertSame( '0', (string) $answers['/woo-inventory-guard/v1/limits?page=1&per_page=20']['headers']['X-WP-Total'] );
		self::assertSame( $asked, did_action( 'rest_api_init' ) );
		self::assertNull( $GLOBALS['wp_rest_server'] );
		self::assertSame( 200, rest_do_request( self::ITEMS )->get_status(), 'The usual server has them too.' );
		self::assertSame( $asked + 1, did_action( 'rest_api_init' ) );
	}

	private function new_server(): \WP_REST_Server {
		$GLOBALS['wp_rest_server'] = null;
		return rest_get_server();
	}
}
