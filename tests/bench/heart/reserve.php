<?php
/**
 * A one-line reservation beside a bare transaction, in turn, on one connection. Prints JSON.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

global $wpdb;
$rounds = 2000;
$plugin = WooInventoryGuard\Plugin::instance();
$now    = gmdate( 'Y-m-d H:i:s' );

// The bare way, with the least that it needs: a key that cannot come twice, and a level.
$wpdb->query( "CREATE TABLE {$wpdb->prefix}bare_levels ( id BIGINT UNSIGNED NOT NULL PRIMARY KEY, on_hand DECIMAL(19,4) NOT NULL, reserved DECIMAL(19,4) NOT NULL ) ENGINE=InnoDB" );
$wpdb->query( "CREATE TABLE {$wpdb->prefix}bare_reservations ( id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, idem_key VARCHAR(191) CHARACTER SET ascii NOT NULL UNIQUE, item_id BIGINT UNSIGNED NOT NULL, quantity DECIMAL(19,4) NOT NULL, created_at DATETIME(6) NOT NULL ) ENGINE=InnoDB" );
$wpdb->query( "INSERT INTO {$wpdb->prefix}bare_levels VALUES ( 1, 1000000, 0 )" );

$wpdb->insert(
	$wpdb->prefix . 'wig_items',
	array(
		'kind'       => 'part',
		'sku'        => 'BENCH',
		'name'       => 'Bench',
		'created_at' => $now,
		'updated_at' => $now,
	)
);
$item = (int) $wpdb->insert_id;
$plugin->ledger()->open( $item, Quantity::of( 1000000 ), new Cause( 'opening', Reference::none() ) );
$reservations = $plugin->reservations();
$one          = Quantity::of( 1 );

$bare = static function ( int $number ) use ( $wpdb ): void {
	$wpdb->query( 'START TRANSACTION' );
	$wpdb->query( $wpdb->prepare( 'INSERT INTO %i ( idem_key, item_id, quantity, created_at ) VALUES ( %s, %d, %s, %s )', $wpdb->prefix . 'bare_reservations', 'key-' . $number, 1, '1', gmdate( 'Y-m-d H:i:s' ) ) );
	$taken = $wpdb->query( $wpdb->prepare( 'UPDATE %i SET reserved = reserved + 1 WHERE id = %d AND on_hand - reserved >= 1', $wpdb->prefix . 'bare_levels', 1 ) );
	if ( 1 !== $taken ) {
		throw new RuntimeException( 'Sold out.' );
	}
	$wpdb->query( 'COMMIT' );
};
$ours = static function ( int $number ) use ( $reservations, $item, $one ): void {
	$reservations->reserve( 'key-' . $number, new Reference( 'bench', (string) $number ), array( new AskedLine( $item, 1, $one ) ), 900, 0 );
};

$times = array(
	'bare' => array(),
	'ours' => array(),
);
for ( $number = -200; $number < $rounds; $number++ ) {
	// In turn, and the turn changes, so that neither profits from what the other left in a cache.
	foreach ( 0 === $number % 2 ? array( 'bare', 'ours' ) : array( 'ours', 'bare' ) as $who ) {
		$started = hrtime( true );
		'bare' === $who ? $bare( $number ) : $ours( $number );
		if ( $number >= 0 ) {
			$times[ $who ][] = hrtime( true ) - $started;
		}
	}
}

$median = static function ( array $values ): float {
	sort( $values );
	return $values[ intdiv( count( $values ), 2 ) ] / 1e6;
};
echo json_encode(
	array(
		'ratio'      => round( $median( $times['bare'] ) / $median( $times['ours'] ), 3 ),
		'reserve_ms' => round( $median( $times['ours'] ), 3 ),
		'bare_ms'    => round( $median( $times['bare'] ), 3 ),
		'rounds'     => $rounds,
	)
);
