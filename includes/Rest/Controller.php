<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Platform\Access;

/**
 * What all resources share: routes are made from operations; each asks for its permission, checks what was sent, runs,
 * and turns errors into answers.
 */
abstract class Controller {

	public const ROOT = 'woo-inventory-guard/v1';

	/**
	 * @return list<Operation>
	 */
	abstract public function operations(): array;

	/**
	 * To be called once there is a REST server.
	 */
	public function register(): void {
		$routes = array();
		foreach ( $this->operations() as $operation ) {
			$routes[ $operation->pattern() ][] = $operation;
		}
		foreach ( $routes as $pattern => $operations ) {
			$answers = $operations[0]->answers;
			// Not register_rest_route(), which wants all plugins to be asked for their routes first (see FirstAnswers).
			rest_get_server()->register_route(
				self::ROOT,
				'/' . self::ROOT . $pattern,
				array(
					...array_map( $this->endpoint( ... ), $operations ),
					'schema' => static fn(): array => array( '$schema' => 'http://json-schema.org/draft-04/schema#' ) + SchemaFile::load( $answers ),
				)
			);
		}
	}

	/**
	 * @return array<string, mixed>
	 */
	private function endpoint( Operation $operation ): array {
		$schema = $operation->body ?? $operation->query;
		return array(
			'methods'             => $operation->method,
			'args'                => null === $schema ? array() : SchemaFile::arguments( $schema, $operation->method ),
			'permission_callback' => static fn(): bool => null === $operation->capability || Access::can( $operation->capability ),
			'validate_callback'   => static fn( \WP_REST_Request $request ): bool|\WP_Error => self::body_is_object( $request ),
			'callback'            => static fn( \WP_REST_Request $request ): \WP_REST_Response => self::run( $operation, $request ),
		);
	}

	/**
	 * WordPress itself takes for granted that JSON is an object or a list. (An empty list is how PHP says {}.)
	 */
	private static function body_is_object( \WP_REST_Request $request ): bool|\WP_Error {
		$body = $request->is_json_content_type() ? Call::json( $request ) : null;
		return null === $body || array() === $body || $body instanceof \stdClass ? true
			: Errors::of( InvalidInput::of( 'body', __( 'The body must be a JSON object with named fields.', 'woo-inventory-guard' ) ) );
	}

	private static function run( Operation $operation, \WP_REST_Request $request ): \WP_REST_Response {
		$call = null;
		try {
			$call     = new Call( $request, $operation );
			$response = ( $operation->handler )( $call );
		} catch ( \Throwable $error ) {
			$response = rest_convert_error_to_response( Errors::of( $error, $call ) );
			if ( 503 === $response->get_status() ) {
				$response->header( 'Retry-After', '1' );
			}
		}
		// Stock is never yesterday's: no proxy and no browser keeps an answer, signed in or not.
		$response->header( 'Cache-Control', 'no-store' );
		return $response;
	}
}
