<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stocktake;

use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Counting\Mode;
use WooInventoryGuard\Stocktake\Counting\Moment;
use WooInventoryGuard\Stocktake\Counting\Sent;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * Random shops in which things are sold, handed over, received, broken, stolen and counted, against a model that knows
 * what is physically there. Counts are made by several people in several places, some wrong and taken back or counted
 * again, on devices whose clocks are off, and arrive late, doubled, and in any order; several stocktakes of the same
 * items are applied in any order.
 *
 * The model: whatever was never written down (theft, finds) is known to the books up to the latest moment for which an
 * applied stocktake counted the item, and not beyond. So at the end
 *
 *     books = first number + all that was written down + all that was not, up to that moment.
 *
 * WIG_STOCKTAKE_RUNS=2000 runs as many shops (60 else, 15 on SQLite); WIG_SEED=123 runs that one.
 */
final class PropertyTest extends StocktakeTestCase {

	private const ACTS = 30;

	/** @var array<int, int> What is in the house, by item. */
	private array $there = array();

	/** @var array<int, int> First number and all that was written down. */
	private array $written = array();

	/** @var array<int, int> All that was not written down. */
	private array $silent = array();

	/** @var array<string, array{item: int, units: int}> Orders whose goods are in the house. */
	private array $packed = array();

	/** @var array<int, Stocktake> Not applied yet. */
	private array $open = array();

	/** @var array<int, list<array{Sent, int}>> Counts on their way, with who counted, by stocktake. */
	private array $waiting = array();

	/** @var array<int, array<int, array{int, int}>> Moment of the latest count and what was silent then, by stocktake and item. */
	private array $known = array();

	/** @var array<int, array{int, int}> The same of what is applied, by item. */
	private array $told = array();

	private int $orders = 0;

	public function test_the_books_end_as_a_model_says_that_knows_what_is_there(): void {
		$seed  = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, 1_000_000_000 ) );
		$runs  = false !== getenv( 'WIG_SEED' ) ? 1 : (int) ( getenv( 'WIG_STOCKTAKE_RUNS' ) ?: ( self::is_sqlite() ? 15 : 60 ) );
		fwrite( STDERR, "\nStocktakes: $runs shops, seeds $seed to " . ( $seed + $runs - 1 ) . "\n" );
		for ( $run = 0; $run < $runs; $run++ ) {
			$this->one_shop( $seed + $run );
			if ( 49 === $run % 50 ) {
				$this->assert_books_in_order();
				self::empty_tables();
			}
		}
	}

	private function one_shop( int $seed ): void {
		mt_srand( $seed );
		$this->there   = array();
		$this->written = array();
		$this->silent  = array();
		$this->packed  = array();
		$this->open    = array();
		$this->waiting = array();
		$this->told    = array();
		for ( $number = 0; $number < 2; $number++ ) {
			$units                = mt_rand( 5, 40 );
			$item                 = $this->item( $units );
			$this->there[ $item ] = $units;
			$this->written[ $item ] = $units;
			$this->silent[ $item ]  = 0;
		}
		for ( $act = 0; $act < self::ACTS; $act++ ) {
			$this->clock->advance( mt_rand( 2, 90 ) );
			$item = self::one_of( array_keys( $this->there ) );
			match ( mt_rand( 0, 13 ) ) {
				0, 1, 2 => $this->sale( $item ),
				3, 4    => $this->hand_over(),
				5       => $this->cancel(),
				6       => $this->receive( $item, mt_rand( 1, 9 ) ),
				7       => $this->steal( $item ),
				8       => array() === $this->open || count( $this->open ) < 3 ? $this->begin_one() : null,
				9, 10, 11 => $this->count_one( $item ),
				12      => $this->deliver( self::one_of( array_keys( $this->open ) ), false ),
				default => $this->apply_one(),
			};
		}
		while ( array() !== $this->open ) {
			$this->clock->advance( mt_rand( 2, 90 ) );
			$this->apply_one();
		}
		foreach ( $this->written as $item => $written ) {
			self::assertSame( $written + ( $this->told[ $item ][1] ?? 0 ) . '', explode( ' ', $this->books( $item ) )[0], "seed $seed, item $item" );
		}
	}

	private function sale( int $item ): void {
		$units = mt_rand( 1, 3 );
		if ( Quantity::of( explode( ' ', $this->books( $item ) )[0] )->compare( Quantity::of( $units ) ) < 0 ) {
			return;
		}
		$order = 'p' . ( ++$this->orders );
		$this->sell( $item, $units, $order );
		$this->written[ $item ]  -= $units;
		$this->packed[ $order ]   = array(
			'item'  => $item,
			'units' => $units,
		);
	}

	/** The goods leave the house, if they are really there. */
	private function hand_over(): void {
		$order = self::one_of( array_keys( $this->packed ) );
		if ( null !== $order && $this->there[ $this->packed[ $order ]['item'] ] >= $this->packed[ $order ]['units'] ) {
			$this->there[ $this->packed[ $order ]['item'] ] -= $this->packed[ $order ]['units'];
			$this->shop->packing()->handed_over( $order );
			unset( $this->packed[ $order ] );
		}
	}

	/** An order that was not handed over is cancelled: nothing moves but the books. */
	private function cancel(): void {
		$order = self::one_of( array_keys( $this->packed ) );
		if ( null !== $order ) {
			list( 'item' => $item, 'units' => $units ) = $this->packed[ $order ];
			$this->shop->ledger()->adjust( Adjustment::delta( $item, 1, Quantity::of( $units ), new Cause( 'cancelled', new Reference( 'order', $order ) ) ), $this->key() );
			$this->shop->packing()->handed_over( $order );
			$this->written[ $item ] += $units;
			unset( $this->packed[ $order ] );
		}
	}

	private function receive( int $item, int $units ): void {
		$this->move( $item, $units );
		$this->there[ $item ]   += $units;
		$this->written[ $item ] += $units;
	}

	/** Nobody writes it down. Sometimes something turns up. */
	private function steal( int $item ): void {
		$units = max( -max( 0, $this->there[ $item ] - $this->packed_of( $item ) ), mt_rand( -4, 2 ) );
		$this->there[ $item ]  += $units;
		$this->silent[ $item ] += $units;
	}

	private function begin_one(): void {
		$stocktake                       = $this->begun( array_keys( $this->there ), self::one_of( array( Goods::Shelf, Goods::Aside ) ) );
		$this->open[ $stocktake->id ]    = $stocktake;
		$this->waiting[ $stocktake->id ] = array();
		$this->known[ $stocktake->id ]   = array();
	}

	/**
	 * One or two people count an item, each at a place, at one moment; their counts are on their way then.
	 */
	private function count_one( int $item ): void {
		$id = self::one_of( array_keys( $this->open ) );
		if ( null === $id ) {
			return;
		}
		$there  = $this->there[ $item ] - ( Goods::Aside === $this->open[ $id ]->packing ? $this->packed_of( $item ) : 0 );
		$window = mt_rand( 0, max( 0, $there ) );
		// In one stocktake the item always lies at the same places.
		$places = 0 === ( $item + $id ) % 2 ? array( '' => $there ) : array( 'window' => $window, 'cellar' => $there - $window );
		foreach ( $places as $place => $units ) {
			$counter = 'cellar' === $place ? 12 : 11;
			$offset  = mt_rand( -5_000_000, 5_000_000 );
			$more    = mt_rand( 0, 2 ) > 0 ? 0 : min( max( 0, $units ), mt_rand( 1, 3 ) );
			$this->waiting[ $id ][] = array( $this->made( $item, $units - $more, Mode::Set, (string) $place, $offset ), $counter );
			if ( 0 !== $more ) {
				$this->waiting[ $id ][] = array( $this->made( $item, $more, Mode::Add, (string) $place, $offset, 5 ), $counter );
			}
			if ( 0 === mt_rand( 0, 3 ) ) {
				$wrong                  = $this->made( $item, mt_rand( 0, 99 ), self::one_of( array( Mode::Set, Mode::Add ) ), (string) $place, $offset, 9 );
				$this->waiting[ $id ][] = array( $wrong, $counter );
				$this->waiting[ $id ][] = array( $this->made( $item, 0, Mode::Undo, (string) $place, $offset, 12, $wrong->uuid ), $counter );
			}
		}
		$this->known[ $id ][ $item ] = array( $this->clock->now()->getTimestamp(), $this->silent[ $item ] );
	}

	/**
	 * @param int $offset By how much the server's clock is ahead of the device's, in milliseconds.
	 * @param int $later  Milliseconds after the present moment.
	 */
	private function made( int $item, int $units, Mode $mode, string $place, int $offset, int $later = 0, string $undo = '' ): Sent {
		$now    = $this->clock->now()->modify( "+$later milliseconds" );
		$device = $now->modify( sprintf( '%+d milliseconds', -$offset ) );
		$moment = Moment::of( $device, $offset, null, $now->modify( '+1 second' ), new \DateTimeImmutable( '2000-01-01', new \DateTimeZone( 'UTC' ) ) );
		return new Sent( sprintf( '%08x-0000-4000-8000-%012x', mt_rand(), mt_rand() ), $mode, $item, '', Quantity::of( $units ), $undo, $place, 0 === mt_rand( 0, 1 ) ? 1 : null, $moment, '' );
	}

	/**
	 * Some of what waits (or all) arrives, in any order, some of it twice.
	 */
	private function deliver( ?int $id, bool $all ): void {
		if ( null === $id || array() === $this->waiting[ $id ] ) {
			return;
		}
		$order = array_keys( $this->waiting[ $id ] );
		usort( $order, static fn (): int => mt_rand( -1, 1 ) );
		foreach ( $all ? $order : array_slice( $order, 0, mt_rand( 1, 4 ) ) as $which ) {
			list( $sent, $counter ) = $this->waiting[ $id ][ $which ];
			$this->shop->stocktake_counts()->take( $this->open[ $id ], array( $sent ), $counter, '' );
			if ( $all || 0 !== mt_rand( 0, 2 ) ) {
				unset( $this->waiting[ $id ][ $which ] );
			}
		}
		$this->waiting[ $id ] = array_values( $this->waiting[ $id ] );
	}

	private function apply_one(): void {
		$id = self::one_of( array_keys( $this->open ) );
		if ( null === $id ) {
			return;
		}
		$this->deliver( $id, true );
		$this->clock->advance( mt_rand( 2, 90 ) );
		$this->applied( $this->open[ $id ] );
		unset( $this->open[ $id ] );
		foreach ( $this->known[ $id ] as $item => $what ) {
			if ( $what[0] > ( $this->told[ $item ][0] ?? 0 ) ) {
				$this->told[ $item ] = $what;
			}
		}
	}

	private function packed_of( int $item ): int {
		return array_sum( array_map( static fn ( array $order ): int => $order['item'] === $item ? $order['units'] : 0, $this->packed ) );
	}

	/**
	 * @template T
	 * @param array<T> $choices
	 * @return T|null
	 */
	private static function one_of( array $choices ): mixed {
		return array() === $choices ? null : array_values( $choices )[ mt_rand( 0, count( $choices ) - 1 ) ];
	}
}
