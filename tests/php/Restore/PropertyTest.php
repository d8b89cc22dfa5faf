<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Restore;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Whatever happened: after a restore to a random moment, and sales, on hand is what the history said then, less what was
 * sold since.
 *
 * WIG_RESTORE_RUNS=1000 runs a thousand histories, WIG_SEED=n one again.
 */
final class PropertyTest extends RestoreTestCase {

	/** WordPress's driver for SQLite reads each statement with a parser in PHP. */
	private const RUNS      = 60;
	private const ON_SQLITE = 5;
	private const ITEMS     = 4;

	private const REASONS = array( 'received', 'damaged', 'correction', 'external', 'adjustment', 'stocktake', 'returned' );

	public function test_on_hand_is_what_it_was_less_what_was_sold_since(): void {
		$asked = (int) getenv( 'WIG_RESTORE_RUNS' );
		$seed  = (int) getenv( 'WIG_SEED' );
		$from  = 0 === $seed ? random_int( 1, 1_000_000_000 ) : $seed;
		$runs  = match ( true ) {
			0 !== $seed       => 1,
			0 !== $asked      => $asked,
			self::is_sqlite() => self::ON_SQLITE,
			default           => self::RUNS,
		};
		fwrite( STDERR, "\nRestores with the seeds from {$from} on, {$runs} in all.\n" );
		for ( $run = 0; $run < $runs; $run++ ) {
			$this->run_one( $from + $run );
		}
	}

	private function run_one( int $seed ): void {
		mt_srand( $seed );
		$items   = array_map( fn(): int => $this->item( mt_rand( 20, 200 ) ), range( 1, self::ITEMS ) );
		$history = array( array_map( fn( int $item ): Quantity => $this->on_hand( $item ), $items ) );
		$moments = array( $this->clock->now() );
		$kept    = array();
		for ( $step = mt_rand( 1, 12 ); $step > 0; $step-- ) {
			$this->clock->advance( mt_rand( 1, 90_000 ) );
			$kept[]    = $this->something_happens( $items );
			$history[] = array_map( fn( int $item ): Quantity => $this->on_hand( $item ), $items );
			$moments[] = $this->clock->now();
		}
		$this->clock->advance( 10 );
		$place      = mt_rand( 0, count( $moments ) - 1 );
		$keep_sales = 0 === mt_rand( 0, 1 );
		$look       = $this->look( $moments[ $place ]->modify( '+' . mt_rand( 0, 1 ) . ' seconds' ), $keep_sales, $items );
		$sold       = $this->sales( $items );
		$this->restores()->start( $look->id );
		while ( ! $this->applying()->work( $look->id, 0.0 ) ) {
			$sold = self::both( $sold, $this->sales( $items ) );
		}
		$sold = self::both( $sold, $this->sales( $items ) );
		foreach ( $items as $number => $item ) {
			$wanted = $history[ $place ][ $number ]->minus( $sold[ $number ] );
			foreach ( $keep_sales ? array_slice( $kept, $place ) : array() as $step ) {
				$wanted = $wanted->plus( $step[ $number ] );
			}
			self::assertSame( (string) $wanted, (string) $this->on_hand( $item ), "Item {$number} with WIG_SEED={$seed}." );
		}
		$this->clock->advance( 10 );
	}

	/**
	 * @param list<int> $items
	 * @return list<Quantity> What of it is no mishap: units that truly came or left.
	 */
	private function something_happens( array $items ): array {
		if ( 0 === mt_rand( 0, 2 ) ) {
			return array_map( static fn( Quantity $sold ): Quantity => $sold->negated(), $this->sales( $items ) );
		}
		$reason  = self::REASONS[ mt_rand( 0, count( self::REASONS ) - 1 ) ];
		$deltas  = array_map( static fn(): Quantity => Quantity::from_units( mt_rand( 0, 2 ) > 0 ? mt_rand( -400_000, 400_000 ) : 0 ), $items );
		$cause   = new Cause( $reason, 0 === mt_rand( 0, 1 ) ? Reference::none() : new Reference( 'delivery', (string) mt_rand( 1, 9_999 ) ), 3 );
		$changes = array_filter( $deltas, static fn( Quantity $delta ): bool => ! $delta->is_zero() );
		$this->db->transaction( fn() => $this->engine->ledger->correct( array_values( array_map( static fn( int $number ): Correction => new Correction( new Line( $items[ $number ], 1, $deltas[ $number ] ), $cause ), array_keys( $changes ) ) ) ) );
		return in_array( $reason, array( 'received', 'damaged', 'returned' ), true ) ? $deltas : array_map( static fn(): Quantity => Quantity::zero(), $items );
	}

	/**
	 * @param list<int> $items
	 * @return list<Quantity> How many were sold of each.
	 */
	private function sales( array $items ): array {
		$sold  = array_map( static fn(): Quantity => Quantity::zero(), $items );
		$place = mt_rand( 0, count( $items ) - 1 );
		if ( $this->on_hand( $items[ $place ] )->compare( Quantity::of( 1 ) ) >= 0 ) {
			$this->engine->reservations->commit( $this->reserve( array( $items[ $place ] => 1 ) )->id, $this->key(), 0 );
			$sold[ $place ] = Quantity::of( 1 );
		}
		return $sold;
	}

	private function on_hand( int $item ): Quantity {
		return Quantity::from_sql( $this->db->value( 'SELECT on_hand FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $item ) );
	}

	/**
	 * @param list<Quantity> $one
	 * @param list<Quantity> $other
	 * @return list<Quantity>
	 */
	private static function both( array $one, array $other ): array {
		return array_map( static fn( Quantity $a, Quantity $b ): Quantity => $a->plus( $b ), $one, $other );
	}
}
