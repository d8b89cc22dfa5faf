<?php
/**
 * A client that asks for reservations and sales and writes down every answer it gets: `php client.php LOG COUNT`.
 *
 * It may be killed at any moment. Started again with the same log it asks first what it has no answer to, with the same
 * key, and goes on. What it asks follows from the key, so it is the same each time.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require getenv( 'WIG_WP_DIR' ) . '/wp-load.php';

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\Shortage;

list( , $log, $count ) = $argv;
$name                 = basename( $log, '.log' );

global $wpdb;
$items        = array_map( 'intval', $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}wig_items WHERE sku LIKE 'FAULT-%' ORDER BY id" ) );
$reservations = WooInventoryGuard\Plugin::instance()->reservations();
$answered     = is_file( $log ) ? file( $log, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES ) : array();
$book         = fopen( $log, 'ab' );
$done         = 0;
$held         = null;
foreach ( $answered as $line ) {
	// A line that was cut off by the kill is an answer that nobody has read.
	$said = json_decode( $line, true );
	if ( is_array( $said ) && 'reserve' === $said['op'] ) {
		++$done;
		$held = array( $done, $said['id'] ?? null );
	} elseif ( is_array( $said ) ) {
		$held = null;
	}
}
if ( array() !== $answered && null === json_decode( end( $answered ), true ) ) {
	fwrite( $book, "\n" );
}

$write = static function ( array $said ) use ( $book ): void {
	fwrite( $book, json_encode( $said, JSON_THROW_ON_ERROR ) . "\n" );
	fflush( $book );
};
$patiently = static function ( callable $ask ): mixed {
	for ( $try = 1; ; $try++ ) {
		try {
			return $ask();
		} catch ( Busy $busy ) {
			if ( $try >= 20 ) {
				throw $busy;
			}
			usleep( 20000 * $try );
		}
	}
};
$commit = static function ( int $at, ?int $id ) use ( $reservations, $name, $write, $patiently ): void {
	// Every third reservation is paid for.
	if ( null !== $id && 0 === $at % 3 ) {
		$sold = $patiently( static fn () => $reservations->commit( $id, "pay-$name-$at", 0 ) );
		$write(
			array(
				'op'    => 'commit',
				'key'   => "pay-$name-$at",
				'id'    => $id,
				'state' => $sold->state->value,
			)
		);
	}
};

if ( null !== $held ) {
	$commit( ...$held );
}
while ( $done < (int) $count ) {
	++$done;
	$key = "fault-$name-$done";
	mt_srand( crc32( $key ) );
	$keys  = (array) array_rand( array_flip( $items ), mt_rand( 1, min( 3, count( $items ) ) ) );
	$lines = array_map( static fn ( int $item ): AskedLine => new AskedLine( $item, 1, Quantity::from_units( mt_rand( 1, 8 ) * 2500 ) ), $keys );
	$id    = null;
	try {
		$made = $patiently( static fn () => $reservations->reserve( $key, new Reference( 'fault', $key ), $lines, null, 0 ) );
		$id   = $made->id;
		$write(
			array(
				'op'    => 'reserve',
				'key'   => $key,
				'id'    => $id,
				'lines' => array_map( static fn ( AskedLine $line ): array => array( $line->item_id, $line->quantity->units ), $made->lines ),
			)
		);
	} catch ( NotEnoughStock $no ) {
		$write(
			array(
				'op'      => 'reserve',
				'key'     => $key,
				'refused' => array_map( static fn ( Shortage $line ): array => array( $line->item_id, $line->requested->units, $line->available->units, $line->short ), $no->lines ),
			)
		);
	}
	$commit( $done, $id );
}
echo 'done';
