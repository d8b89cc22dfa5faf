<?php
/**
 * What the benches of REST routes share: an empty route to compare with, and the time of one request. To be required after
 * WordPress.
 *
 * Routes are asked in turn, in one process, with an empty object cache each time, and the medians are compared; so what
 * WordPress itself takes, and what else this machine does, falls on all of them.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

const WIG_EMPTY = '/wig-bench/v1/empty';

add_action(
	'rest_api_init',
	static fn() => register_rest_route(
		'wig-bench/v1',
		'/empty',
		array(
			'methods'             => 'GET',
			'callback'            => static fn() => new WP_REST_Response( array() ),
			'permission_callback' => static fn() => current_user_can( 'manage_options' ),
		)
	)
);
wp_set_current_user( 1 );
rest_get_server();

/**
 * Milliseconds that a request takes from dispatch to the text that is sent, and its answer.
 *
 * @param array<string, int|string> $query
 * @return array{float, WP_REST_Response}
 */
function wig_bench_ask( string $route, array $query ): array {
	wp_cache_flush();
	wp_load_alloptions();
	wp_get_current_user();
	$request = new WP_REST_Request( 'GET', $route );
	$request->set_query_params( $query );
	$start    = hrtime( true );
	$response = rest_do_request( $request );
	$text     = wp_json_encode( rest_get_server()->response_to_data( $response, false ) );
	$end      = hrtime( true );
	if ( 200 !== $response->get_status() ) {
		throw new RuntimeException( $route . ' ' . wp_json_encode( $query ) . ': ' . $text );
	}
	return array( ( $end - $start ) / 1e6, $response );
}

/**
 * @param list<float> $times
 */
function wig_bench_median( array $times ): float {
	sort( $times );
	return $times[ intdiv( count( $times ), 2 ) ];
}

/**
 * What a route adds to an empty one.
 *
 * @param array<string, int|string> $query
 */
function wig_bench_added( string $route, array $query, int $rounds ): float {
	$with    = array();
	$without = array();
	for ( $round = 0; $round < $rounds; $round++ ) {
		$without[] = wig_bench_ask( WIG_EMPTY, array() )[0];
		$with[]    = wig_bench_ask( $route, $query )[0];
	}
	return wig_bench_median( $with ) - wig_bench_median( $without );
}
