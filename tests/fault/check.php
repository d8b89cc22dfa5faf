<?php
/**
 * Holds every answer in the clients' logs against the database: `php check.php LOG ...`. Prints JSON.
 *
 * Nothing is released or restocked meanwhile, so what can be had of an item only shrinks: a refusal was true if at the
 * end there is no more than it said, and less than was asked.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;

global $wpdb;
$plugin   = WooInventoryGuard\Plugin::instance();
$stock    = $plugin->reservations();
$untrue   = array();
$counted  = array(
	'reserved' => 0,
	'refused'  => 0,
	'sold'     => 0,
);
$free     = array();
$units_of = static fn ( ?string $value ): int => Quantity::from_sql( $value )->units;
foreach ( $wpdb->get_results( "SELECT item_id, on_hand - reserved AS free FROM {$wpdb->prefix}wig_levels", ARRAY_A ) as $row ) {
	$free[ (int) $row['item_id'] ] = $units_of( $row['free'] );
}
$ids = array();
foreach ( array_slice( $argv, 1 ) as $log ) {
	foreach ( file( $log, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES ) as $text ) {
		$said = json_decode( $text, true );
		if ( ! is_array( $said ) ) {
			continue;
		}
		if ( isset( $said['refused'] ) ) {
			++$counted['refused'];
			if ( ! in_array( true, array_column( $said['refused'], 3 ), true ) ) {
				$untrue[] = "$text: refused for no reason.";
			}
			foreach ( $said['refused'] as list( $item, $requested, $available, $short ) ) {
				if ( $free[ $item ] > $available || ( $short && $available >= $requested ) ) {
					$untrue[] = "$text: {$free[ $item ]} are left of item $item.";
				}
			}
			if ( null !== $stock->find_by_key( $said['key'] ) ) {
				$untrue[] = "$text: refused and made all the same.";
			}
		} elseif ( 'reserve' === $said['op'] ) {
			++$counted['reserved'];
			if ( in_array( $said['id'], $ids, true ) ) {
				$untrue[] = "$text: this reservation was given twice.";
			}
			$ids[] = $said['id'];
			$made  = $stock->find_by_key( $said['key'] );
			$lines = array_map( static fn ( AskedLine $line ): array => array( $line->item_id, $line->quantity->units ), $made->lines ?? array() );
			$rows  = array_map( static fn ( array $row ): array => array( (int) $row['item_id'], $units_of( $row['quantity'] ) ), $wpdb->get_results( $wpdb->prepare( "SELECT item_id, quantity FROM {$wpdb->prefix}wig_reservation_lines WHERE reservation_id = %d ORDER BY item_id", $said['id'] ), ARRAY_A ) );
			if ( null === $made || $made->id !== $said['id'] || $made->reference->id !== $said['key'] || $lines !== $said['lines'] || $rows !== $said['lines'] ) {
				$untrue[] = "$text: this reservation is not there as it was told.";
			}
		} else {
			++$counted['sold'];
			$made  = $stock->find( $said['id'] );
			$moved = array_map( $units_of( ... ), $wpdb->get_col( $wpdb->prepare( "SELECT delta FROM {$wpdb->prefix}wig_movements WHERE reference_type = 'fault' AND reference_id = %s ORDER BY item_id", $made->reference->id ?? '' ) ) );
			$wants = array_map( static fn ( AskedLine $line ): int => -$line->quantity->units, $made->lines ?? array() );
			if ( 'committed' !== $said['state'] || 'committed' !== ( $made->state->value ?? '' ) || $moved !== $wants ) {
				$untrue[] = "$text: this sale is not in the books once.";
			}
		}
	}
}
echo json_encode(
	array(
		'counted'  => $counted,
		'untrue'   => array_slice( $untrue, 0, 20 ),
		'problems' => $plugin->integrity()->check()->problems,
	)
);
