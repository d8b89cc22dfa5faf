<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\HearsCosts;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * The moving average of what was paid, with figures that were reckoned by hand.
 */
final class AverageCostTest extends EngineTestCase {

	/**
	 * The example of a perpetual inventory in Weygandt, Kimmel and Kieso, Accounting Principles (Houston Electronics): 100
	 * at 10, 200 at 11, 300 at 12, 550 sold, 400 at 13. The book rounds to cents and whole dollars, we to four places:
	 *
	 * (100 * 10 + 200 * 11) / 300             = 3,200 / 300      = 10.6667
	 * (300 * 10.6667 + 300 * 12) / 600        = 6,800.01 / 600   = 11.33335, so 11.3334
	 * 550 sold at it leave                      50 at 11.3334
	 * (50 * 11.3334 + 400 * 13) / 450         = 5,766.67 / 450   = 12.8148
	 */
	public function test_the_example_of_a_textbook(): void {
		$astro = $this->item( 0 );
		$found = array();
		foreach ( array( array( 100, '10' ), array( 200, '11' ), array( 300, '12' ), array( -550, null ), array( 400, '13' ) ) as list( $units, $cost ) ) {
			$this->come( $astro, $units, $cost );
			$found[] = $this->costs( $astro );
		}
		self::assertSame( array( '10 / 10', '11 / 10.6667', '12 / 11.3334', '12 / 11.3334', '13 / 12.8148' ), $found );
	}

	public function test_where_no_average_is_known_it_begins_with_the_last_cost(): void {
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		self::assertSame( '5 / unknown', $this->costs( $tea ) );
		$this->come( $tea, 10, '7' );
		self::assertSame( '7 / 6', $this->costs( $tea ), '(10 * 5 + 10 * 7) / 20.' );
		$this->come( $tea, 20, '9' );
		self::assertSame( '9 / 7.5', $this->costs( $tea ), '(20 * 6 + 20 * 9) / 40: from the average, not from the last cost.' );
	}

	public function test_where_nothing_is_known_of_what_is_there_the_new_cost_is_the_average(): void {
		$tea = $this->item( 10 );
		$this->come( $tea, 1, '7' );
		self::assertSame( '7 / 7', $this->costs( $tea ) );
	}

	public function test_where_none_was_there_the_new_cost_is_the_average(): void {
		$tea = $this->item( 0, array( 'unit_cost' => '5', 'average_cost' => '4' ) );
		$this->come( $tea, 3, '7' );
		self::assertSame( '7 / 7', $this->costs( $tea ) );

		$owed = $this->item( -4, array( 'unit_cost' => '5', 'average_cost' => '4' ) );
		$this->come( $owed, 1, '8' );
		self::assertSame( '8 / 8', $this->costs( $owed ), 'Nor where there are still fewer than none.' );
		$this->come( $owed, 10, '7' );
		self::assertSame( '7 / 7', $this->costs( $owed ) );
		self::assertSame( '7 / 0', $this->books( $owed ) );
	}

	public function test_what_leaves_and_what_comes_without_a_cost_changes_nothing(): void {
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		$this->come( $tea, 10, '7' );
		$this->come( $tea, -3, null );
		$this->come( $tea, 4, null );
		$sold = $this->reserve( array( $tea => 6 ) );
		$this->engine->reservations->commit( $sold->id, $this->key(), 0 );
		$this->engine->ledger->adjust( Adjustment::counted( $tea, 1, Quantity::of( 40 ), Quantity::of( 15 ), new Cause( 'counted', Reference::none() ) ), $this->key() );
		self::assertSame( '7 / 6', $this->costs( $tea ) );
	}

	/**
	 * Ten at 5 and ten at 7 by mistake, which are taken back: ten at 6 stay, until none is left.
	 */
	public function test_a_receipt_that_is_taken_back_leaves_at_the_average(): void {
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		$this->come( $tea, 10, '7' );
		$this->engine->moves->move( array( $tea ), 1, static fn (): Quantity => Quantity::of( -10 ), new Cause( 'reversal', Reference::none() ) );
		self::assertSame( '7 / 6', $this->costs( $tea ) );
		$this->come( $tea, -10, null );
		$this->come( $tea, 10, '5' );
		self::assertSame( '5 / 5', $this->costs( $tea ) );
	}

	public function test_what_is_at_all_places_counts(): void {
		$this->location( 2 );
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		$this->stock( $tea, 20, 2 );
		$this->come( $tea, 10, '9', 2 );
		self::assertSame( '9 / 6', $this->costs( $tea ), '(30 * 5 + 10 * 9) / 40.' );
	}

	public function test_only_the_item_that_came_changes(): void {
		$cup = $this->item( 10, array( 'unit_cost' => '2', 'average_cost' => '3' ) );
		$this->come( $this->item( 10 ), 10, '7' );
		self::assertSame( '2 / 3', $this->costs( $cup ) );
	}

	public function test_free_units_make_the_others_cheaper(): void {
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		$this->come( $tea, 10, '0' );
		self::assertSame( '0 / 2.5', $this->costs( $tea ) );
	}

	/**
	 * Halves go up, and what is a little below a half does not, whatever the size of the numbers.
	 */
	public function test_it_is_exact_to_the_last_place(): void {
		foreach (
			array(
				// (1 * 0.0001 + 1 * 0.0002) / 2 = 0.00015.
				array( '1', '0.0001', '1', '0.0002', '0.0002' ),
				// (2 * 1.0001 + 1 * 1.0002) / 3 = 1.00013.
				array( '2', '1.0001', '1', '1.0002', '1.0001' ),
				// (0.1 * 0.3 + 0.2 * 0.6) / 0.3 = 0.5.
				array( '0.1', '0.3', '0.2', '0.6', '0.5' ),
				// 100,000.0001 at 0 and 99,999.9999 at 0.0001: 9.9999999 / 200,000 = 0.00004999999995.
				array( '100000.0001', '0', '99999.9999', '0.0001', '0' ),
				// 99,999.9999 at 0 and 100,000.0001 at 0.0001: just above the half.
				array( '99999.9999', '0', '100000.0001', '0.0001', '0.0001' ),
				// 30 million at 2 and 10 million at 4: 100 million by 40 million.
				array( '30000000', '2', '10000000', '4', '2.5' ),
				array( '1', '12345678.9', '1', '12345679.1', '12345679' ),
			) as list( $there, $average, $came, $cost, $wanted )
		) {
			$item = $this->item( $there, array( 'average_cost' => $average ) );
			$this->come( $item, $came, $cost );
			self::assertSame( $wanted, explode( ' / ', $this->costs( $item ) )[1], "$there at $average, and $came at $cost" );
		}
	}

	public function test_numbers_as_large_as_there_are_do_not_stop_it(): void {
		$item = $this->item( '40000000000', array( 'average_cost' => '50000000000' ) );
		$this->come( $item, '40000000000', '30000000000' );
		self::assertSame( '30000000000 / 40000000000', $this->costs( $item ) );
	}

	/**
	 * Theirs (10 at 8) is in before ours (20 at 11): (10 * 5 + 10 * 8) / 20 = 6.5, then (20 * 6.5 + 20 * 11) / 40 = 8.75.
	 */
	public function test_two_receipts_at_once_start_one_from_what_the_other_left(): void {
		$tea   = $this->item( 10, array( 'unit_cost' => '5' ) );
		$rival = $this->rival( fn () => $this->come( $tea, 10, '8', 1, $this->rival_engine() ), '/^\s*UPDATE\s.*levels/' );
		$this->come( $tea, 20, '11' );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( '11 / 8.75', $this->costs( $tea ) );
	}

	/**
	 * The same, where no level is shared: it is the item's row that they queue at.
	 */
	public function test_two_receipts_at_once_at_two_places(): void {
		$this->location( 2 );
		$tea = $this->item( 10, array( 'unit_cost' => '5' ) );
		$this->stock( $tea, 0, 2 );
		$rival = $this->rival( fn () => $this->come( $tea, 10, '8', 2, $this->rival_engine() ), '/^\s*UPDATE\s.*levels/' );
		$this->come( $tea, 20, '11' );
		self::assertSame( array( 1, '11 / 8.75' ), array( $rival->acted(), $this->costs( $tea ) ) );
	}

	public function test_a_refusal_leaves_the_costs_alone(): void {
		$tea    = $this->item( 10, array( 'unit_cost' => '5', 'tracked' => 0, 'status' => 4 ) );
		$before = self::checksum();
		try {
			$this->come( $tea, 10, '7' );
			self::fail( 'Nobody counts it.' );
		} catch ( \WooInventoryGuard\Stock\Error\NotTracked ) {
			self::assertSame( $before, self::checksum() );
		}
	}

	public function test_the_line_of_the_ledger_says_what_was_paid(): void {
		$tea = $this->item( 10 );
		self::assertSame( '7.25', (string) $this->come( $tea, 10, '7.25' )->unit_cost );
		self::assertSame( '0', (string) $this->come( $tea, 1, '0' )->unit_cost, 'Nothing paid is said too.' );
		self::assertNull( $this->come( $tea, 10, null )->unit_cost );
		self::assertNull( $this->come( $tea, -10, null )->unit_cost );
	}

	public function test_the_same_key_with_another_cost_is_another_request(): void {
		$tea   = $this->item( 10, array( 'unit_cost' => '5' ) );
		$asked = static fn ( ?string $cost ): Adjustment => Adjustment::delta( $tea, 1, Quantity::of( 10 ), new Cause( 'received', Reference::none() ), null === $cost ? null : Quantity::of( $cost ) );
		$first = $this->engine->ledger->adjust( $asked( '7' ), 'delivery' );
		self::assertEquals( $first, $this->engine->ledger->adjust( $asked( '7' ), 'delivery' ) );
		self::assertSame( '7 / 6', $this->costs( $tea ), 'Once.' );
		foreach ( array( '8', '0', null ) as $other ) {
			try {
				$this->engine->ledger->adjust( $asked( $other ), 'delivery' );
				self::fail( 'The same key with another cost.' );
			} catch ( KeyReused ) {
				self::assertSame( '7 / 6', $this->costs( $tea ) );
			}
		}
	}

	public function test_who_keeps_a_copy_of_the_cost_hears_of_it_in_the_transaction(): void {
		$heard = new class( $this->engine ) implements HearsCosts {
			/** @var list<string> */
			public array $said = array();

			public function __construct( private readonly Engine $engine ) {}

			public function cost_changed( int $item_id, Quantity $cost ): void {
				$this->said[] = "$item_id: $cost" . ( $this->engine->db->in_transaction() ? ', inside' : '' );
			}
		};
		$this->engine->participants->add_for_costs( $heard );
		$tea = $this->item( 10 );
		$this->come( $tea, 1, '7' );
		$this->come( $tea, 1, null );
		self::assertSame( array( "$tea: 7, inside" ), $heard->said );
	}

	public function test_only_units_that_come_have_a_cost(): void {
		foreach ( array( array( -1, '5' ), array( 1, '-0.0001' ) ) as list( $by, $cost ) ) {
			try {
				Adjustment::delta( 1, 1, Quantity::of( $by ), new Cause( 'received', Reference::none() ), Quantity::of( $cost ) );
				self::fail( "$by at $cost" );
			} catch ( InvalidQuantity $no ) {
				self::assertStringContainsString( 'cost', $no->getMessage() );
			}
		}
	}

	public function test_an_adjustment_without_a_cost_asks_the_database_nothing_more(): void {
		$tea   = $this->item( 10, array( 'unit_cost' => '5' ) );
		$count = function ( ?string $cost ) use ( $tea ): int {
			global $wpdb;
			$before = $wpdb->num_queries;
			$this->come( $tea, 1, $cost );
			return $wpdb->num_queries - $before;
		};
		$count( null );
		$without = $count( null );
		self::assertSame( $without + 1, $count( '7' ) );
		self::assertGreaterThan( 3, $without );
		$named = Rival::comes( static fn () => null, '/average_cost = CASE/', 1, 1000 );
		$this->engine->reservations->commit( $this->reserve( array( $tea => 2 ) )->id, $this->key(), 0 );
		self::assertSame( 0, $named->seen(), 'A sale knows nothing of it.' );
	}

	/**
	 * Random receipts, sales, counts and corrections against a few lines of arithmetic with whole numbers.
	 */
	public function test_random_histories_agree_with_a_model(): void {
		$seed = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, 1_000_000 ) );
		fwrite( STDERR, "\nRandom receipts: WIG_SEED=$seed\n" );
		mt_srand( $seed );
		$this->location( 2 );
		for ( $run = 0; $run < 8; $run++ ) {
			$known   = 0 === mt_rand( 0, 1 ) ? null : mt_rand( 0, 200_000 );
			$item    = $this->item( 0, null === $known ? array() : array( 'unit_cost' => Quantity::from_units( $known )->sql() ) );
			$average = null;
			$levels  = array( 1 => 0, 2 => 0 );
			$this->stock( $item, 0, 2 );
			for ( $step = 0; $step < 40; $step++ ) {
				$at    = mt_rand( 1, 2 );
				$units = mt_rand( 1, 0 === mt_rand( 0, 1 ) ? 9 : 999_999 ) * ( 0 === mt_rand( 0, 2 ) ? 1 : 100 );
				$say   = "Seed $seed, run $run, step $step";
				if ( mt_rand( 0, 9 ) < 5 ) {
					$cost    = mt_rand( 0, 999_999 );
					$before  = array_sum( $levels );
					$start   = $average ?? $known;
					$after   = $before + $units;
					// Half up: twice the quotient, one added, halved without the rest.
					$average = null === $start || 0 >= $before ? $cost : intdiv( 2 * ( $before * $start + $units * $cost ) + $after, 2 * $after );
					$known   = $cost;
					$this->come( $item, Quantity::from_units( $units )->sql(), Quantity::from_units( $cost )->sql(), $at );
				} else {
					$units = 0 === mt_rand( 0, 2 ) ? $units : -min( $units, $levels[ $at ] );
					if ( 0 === $units ) {
						continue;
					}
					$this->come( $item, Quantity::from_units( $units )->sql(), null, $at );
				}
				$levels[ $at ] += $units;
				$text = static fn ( ?int $value ): string => null === $value ? 'unknown' : (string) Quantity::from_units( $value );
				self::assertSame( $text( $known ) . ' / ' . $text( $average ), $this->costs( $item ), $say );
			}
		}
	}

	private function come( int $item, int|string $units, ?string $cost, int $location = 1, ?Engine $engine = null ): Movement {
		$adjustment = Adjustment::delta( $item, $location, Quantity::of( $units ), new Cause( 'received', Reference::none() ), null === $cost ? null : Quantity::of( $cost ) );
		return ( $engine ?? $this->engine )->ledger->adjust( $adjustment, $this->key() );
	}

	/**
	 * "last / average".
	 */
	private function costs( int $item ): string {
		$row  = (array) $this->db->row( 'SELECT unit_cost, average_cost FROM %i WHERE id = %d', $this->db->table( 'items' ), $item );
		$text = static fn ( ?string $value ): string => null === $value ? 'unknown' : (string) Quantity::from_sql( $value );
		return $text( $row['unit_cost'] ) . ' / ' . $text( $row['average_cost'] );
	}
}
