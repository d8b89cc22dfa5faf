<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * One page of a collection, in WordPress's conventions: page, per_page, totals and links in headers.
 */
final class Page {

	public readonly int $number;
	public readonly int $size;

	public function __construct( private readonly Call $call ) {
		$this->number = (int) $call->int( 'page' );
		$this->size   = (int) $call->int( 'per_page' );
	}

	public function offset(): int {
		return ( $this->number - 1 ) * $this->size;
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 */
	public function response( array $rows, int $total ): \WP_REST_Response {
		$pages    = (int) ceil( $total / $this->size );
		$response = new \WP_REST_Response( $rows );
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) $pages );
		$base = add_query_arg( urlencode_deep( $this->call->request->get_query_params() ), rest_url( $this->call->request->get_route() ) );
		if ( $this->number > 1 && $pages > 0 ) {
			$response->link_header( 'prev', add_query_arg( 'page', (string) min( $this->number - 1, $pages ), $base ) );
		}
		if ( $this->number < $pages ) {
			$response->link_header( 'next', add_query_arg( 'page', (string) ( $this->number + 1 ), $base ) );
		}
		return $response;
	}
}
