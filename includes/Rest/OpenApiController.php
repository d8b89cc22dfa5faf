<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The description of this API, for people's tools.
 */
final class OpenApiController extends Controller {

	/**
	 * @param list<Controller> $others Every other controller.
	 */
	public function __construct( private readonly array $others, private readonly string $version ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array( new Operation( 'GET', '/openapi', null, $this->document( ... ), 'This document.', 'openapi' ) );
	}

	private function document(): \WP_REST_Response {
		$operations = array_merge( $this->operations(), ...array_map( static fn( Controller $other ): array => $other->operations(), $this->others ) );
		return new \WP_REST_Response( ( new OpenApi() )->document( $operations, $this->version, untrailingslashit( rest_url( self::ROOT ) ) ) );
	}
}
