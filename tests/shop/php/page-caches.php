<?php
/**
 * What page cache plugins are told: their documented functions, written down instead of done. And what they listen to by
 * themselves.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

function wig_told( string $by, $post_id ): void {
	$told = get_option( 'wig_told', array() );
	if ( in_array( get_post_type( $post_id ), array( 'product', 'product_variation' ), true ) ) {
		update_option( 'wig_told', array( ...$told, $by . ' ' . $post_id ) );
	}
}

function rocket_clean_post( $post_id ): void {
	wig_told( 'rocket', $post_id );
}

function w3tc_flush_post( $post_id ): void {
	wig_told( 'w3tc', $post_id );
}

function wpsc_delete_post_cache( $post_id ): void {
	wig_told( 'super', $post_id );
}

add_action( 'litespeed_purge_post', static fn ( $post_id ) => wig_told( 'litespeed', $post_id ) );
add_action( 'clean_post_cache', static fn ( $post_id ) => wig_told( 'cleaned', $post_id ) );
