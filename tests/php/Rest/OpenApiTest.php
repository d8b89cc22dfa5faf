<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Rest\SchemaFile;

/**
 * The description of the API says what the API does.
 */
final class OpenApiTest extends RestTestCase {

	public function test_the_document_is_valid_for_a_validator_of_others(): void {
		$this->sign_in( '' );
		$answer = $this->get( '/openapi' );
		self::assertSame( 200, $answer->status );
		$file = tempnam( sys_get_temp_dir(), 'wig-openapi' );
		file_put_contents( (string) $file, $answer->text );
		$process = proc_open( array( 'node', dirname( __DIR__, 3 ) . '/tools/openapi-check.mjs', (string) $file ), array( 1 => array( 'pipe', 'w' ), 2 => array( 'pipe', 'w' ) ), $pipes );
		self::assertIsResource( $process );
		$said = stream_get_contents( $pipes[1] ) . stream_get_contents( $pipes[2] );
		self::assertSame( 0, proc_close( $process ), $said );
		unlink( (string) $file );
	}

	public function test_every_route_is_described_and_every_description_is_a_route(): void {
		$described = array();
		foreach ( $this->get( '/openapi' )->at( 'paths' ) as $path => $methods ) {
			foreach ( array_keys( $methods ) as $method ) {
				$described[] = strtoupper( (string) $method ) . ' ' . $path;
			}
		}
		$served = array();
		foreach ( self::server()->get_routes( 'woo-inventory-guard/v1' ) as $pattern => $endpoints ) {
			$path = str_replace( array( '/woo-inventory-guard/v1', '(?P<id>[0-9]{1,18})' ), array( '', '{id}' ), (string) $pattern );
			foreach ( $endpoints as $endpoint ) {
				foreach ( array_keys( array_filter( $endpoint['methods'] ) ) as $method ) {
					$served[] = "$method $path";
				}
			}
		}
		// The namespace's own index is WordPress's, the health test is for Tools > Site Health.
		self::assertEqualsCanonicalizing( array_values( array_diff( $served, array( 'GET ', 'GET /site-health' ) ) ), $described );
	}

	public function test_options_tell_the_arguments_and_the_schema(): void {
		$request  = new \WP_REST_Request( 'OPTIONS', '/woo-inventory-guard/v1/reservations' );
		$response = rest_handle_options_request( null, self::server(), $request );
		$data     = $response->get_data();
		self::assertSame( 'Reservation', $data['schema']['title'] );
		$post = array_values( array_filter( $data['endpoints'], static fn ( array $endpoint ): bool => array( 'POST' ) === $endpoint['methods'] ) )[0];
		self::assertTrue( $post['args']['lines']['required'] );
		self::assertSame( 'array', $post['args']['lines']['type'] );
		self::assertFalse( $post['args']['expires_in']['required'] );
	}

	/**
	 * SchemaCheck reads it at each property; a list of names at the object would be passed over in silence.
	 */
	public function test_what_must_be_sent_says_so_at_each_field(): void {
		$walked = 0;
		foreach ( SchemaFile::names() as $name ) {
			if ( 1 === preg_match( '/-(request|update|query|delete)$/', $name ) ) {
				$parts = array( SchemaFile::load( $name ) );
				while ( array() !== $parts ) {
					$part = array_pop( $parts );
					self::assertFalse( is_array( $part['required'] ?? null ), $name );
					array_push( $parts, ...array_values( array_filter( $part, 'is_array' ) ) );
					++$walked;
				}
			}
		}
		self::assertGreaterThan( 100, $walked );
	}

	public function test_every_schema_file_is_whole(): void {
		foreach ( SchemaFile::names() as $name ) {
			$schema = SchemaFile::load( $name );
			self::assertNotSame( '', $schema['title'] ?? '', $name );
			self::assertStringNotContainsString( '$ref', (string) json_encode( $schema ), $name );
			foreach ( is_array( $schema['required'] ?? null ) ? $schema['required'] : array() as $field ) {
				self::assertArrayHasKey( $field, $schema['properties'], $name );
			}
		}
	}
}
