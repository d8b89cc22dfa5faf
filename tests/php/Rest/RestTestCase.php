<?php
/**
 * The base of tests that speak to the API as a client does.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Tests\Support\TestCase;

/**
 * Every answer that a test receives is held against the schema that its route promises, refusals too. After each test
 * the books must agree.
 */
abstract class RestTestCase extends TestCase {

	private static ?\WP_REST_Server $server = null;

	/** @var list<Operation> */
	private static array $operations = array();

	/** @var array<string, int> User ids by role. */
	private static array $users = array();

	protected function setUp(): void {
		parent::setUp();
		self::server();
		$this->sign_in( 'administrator' );
	}

	protected function assertPostConditions(): void {
		$report = Plugin::instance()->integrity()->check();
		self::assertSame( array(), $report->problems, 'The books agree.' );
		parent::assertPostConditions();
	}

	/**
	 * The server with all routes, made once: routes do not change between tests.
	 */
	final protected static function server(): \WP_REST_Server {
		if ( null === self::$server ) {
			self::$server = rest_get_server();
			foreach ( Plugin::instance()->rest_controllers() as $controller ) {
				array_push( self::$operations, ...$controller->operations() );
			}
		}
		$GLOBALS['wp_rest_server'] = self::$server;
		return self::$server;
	}

	/**
	 * @return list<Operation>
	 */
	final protected static function operations(): array {
		self::server();
		return self::$operations;
	}

	/**
	 * Signs in somebody with this role; '' is nobody.
	 */
	final protected function sign_in( string $role ): int {
		if ( '' !== $role && ! isset( self::$users[ $role ] ) ) {
			$id = wp_insert_user(
				array(
					'user_login'   => $role . '_' . wp_rand(),
					'user_pass'    => 'password',
					'display_name' => 'Mei',
					'role'         => $role,
				)
			);
			self::assertIsInt( $id );
			self::$users[ $role ] = $id;
		}
		$id = '' === $role ? 0 : self::$users[ $role ];
		wp_set_current_user( $id );
		return $id;
	}

	/**
	 * @param array<string, mixed>|string|null $body    Sent as JSON; a string is sent as it is.
	 * @param array<string, string>            $headers
	 */
	final protected function send( string $method, string $path, array|string|null $body = null, array $headers = array() ): Answer {
		$parts   = wp_parse_url( $path );
		$request = new \WP_REST_Request( $method, '/' . Controller::ROOT . ( $parts['path'] ?? '' ) );
		wp_parse_str( $parts['query'] ?? '', $query );
		$request->set_query_params( $query );
		if ( null !== $body ) {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( is_string( $body ) ? $body : (string) json_encode( $body, JSON_PRESERVE_ZERO_FRACTION ) );
		}
		foreach ( $headers as $name => $value ) {
			$request->set_header( $name, $value );
		}
		$response = self::server()->dispatch( $request );
		$response = apply_filters( 'rest_post_dispatch', rest_ensure_response( $response ), self::server(), $request );
		$text     = (string) wp_json_encode( $response->get_data() );
		$this->assert_shape( $method, $parts['path'] ?? '', $response->get_status(), $text );
		return new Answer( $response->get_status(), array_map( 'strval', $response->get_headers() ), json_decode( $text, true ), $text );
	}

	/**
	 * @param array<string, string> $headers
	 */
	final protected function get( string $path, array $headers = array() ): Answer {
		return $this->send( 'GET', $path, null, $headers );
	}

	/**
	 * @param array<string, mixed>  $body
	 * @param array<string, string> $headers
	 */
	final protected function post( string $path, array $body = array(), array $headers = array() ): Answer {
		return $this->send( 'POST', $path, $body, $headers );
	}

	/**
	 * @param array<string, mixed>  $body
	 * @param array<string, string> $headers
	 */
	final protected function put( string $path, array $body, array $headers = array() ): Answer {
		return $this->send( 'PUT', $path, $body, $headers );
	}

	/**
	 * A part with so many units, made through the API.
	 *
	 * @param array<string, mixed> $fields
	 */
	final protected function part( int|float|string $on_hand, array $fields = array() ): int {
		static $number = 0;
		++$number;
		$answer = $this->post(
			'/items',
			$fields + array(
				'kind'    => 'part',
				'name'    => "Box $number",
				'sku'     => "BOX-$number",
				'on_hand' => $on_hand,
			)
		);
		self::assertSame( 201, $answer->status, $answer->text );
		return (int) $answer->at( 'id' );
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	final protected function reserve( int $item, int|float|string $quantity, array $fields = array(), string $key = '' ): Answer {
		static $order = 1000;
		++$order;
		return $this->post(
			'/reservations',
			$fields + array(
				'reference' => array(
					'type' => 'order',
					'id'   => $order,
				),
				'lines'     => array(
					array(
						'item_id'  => $item,
						'quantity' => $quantity,
					),
				),
			),
			'' === $key ? array() : array( 'Idempotency-Key' => $key )
		);
	}

	final protected static function assert_refused( int $status, string $code, Answer $answer, ?string $field = null ): void {
		self::assertSame( array( $status, $code ), array( $answer->status, $answer->at( 'code' ) ), $answer->text );
		self::assertSame( $status, $answer->at( 'data.status' ) );
		if ( null !== $field ) {
			$params = (array) $answer->at( 'data.params' );
			self::assertContains( $field, array_is_list( $params ) ? $params : array_keys( $params ), $answer->text );
		}
	}

	private function assert_shape( string $method, string $path, int $status, string $text ): void {
		$decoded = json_decode( $text );
		if ( $status >= 400 ) {
			self::assertSame( array(), Shape::problems( $decoded, 'error' ), $text );
			return;
		}
		foreach ( self::$operations as $operation ) {
			if ( $operation->method === $method && 1 === preg_match( '#^' . $operation->pattern() . '$#', $path ) ) {
				$entries = $operation->many ? $decoded : array( $decoded );
				self::assertIsArray( $entries, $text );
				foreach ( $entries as $entry ) {
					self::assertSame( array(), Shape::problems( $entry, $operation->answers ), $text );
				}
				return;
			}
		}
		self::fail( "$method $path answered $status, but no operation describes it." );
	}
}
