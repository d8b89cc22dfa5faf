<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Condition;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\SaleTerms;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * What a reservation must satisfy beside stock is decided inside its transaction, on every path that makes one.
 */
final class ConditionTest extends EngineTestCase {

	public function test_a_condition_is_asked_with_the_reservation_in_place_and_before_any_level_is_touched(): void {
		$tea   = $this->item( 5 );
		$asked = array();
		$made  = $this->under(
			array( $tea => 2 ),
			function ( int $id ) use ( $tea, &$asked ): void {
				$asked[] = array( $id, $this->engine->db->in_transaction(), $this->books( $tea ), $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $id ) );
			}
		);

		self::assertSame( array( array( $made->id, true, '5 / 0', 'active' ) ), $asked );
		self::assertSame( '5 / 2', $this->books( $tea ) );
	}

	public function test_a_refusal_leaves_nothing_behind_and_its_key_free(): void {
		$tea    = $this->item( 5 );
		$before = self::checksum();
		try {
			$this->under( array( $tea => 2 ), static fn () => throw new NotTracked( $tea ), 'again' );
			self::fail( 'The condition said no.' );
		} catch ( NotTracked ) {
			self::assertSame( $before, self::checksum() );
		}
		$this->under( array( $tea => 2 ), static fn () => null, 'again' );
		self::assertSame( '5 / 2', $this->books( $tea ) );
	}

	public function test_a_refused_change_of_an_order_leaves_the_old_reservation_as_it_was(): void {
		$tea = $this->item( 5 );
		$old = $this->reserve( array( $tea => 1 ), 900, null, '77' );
		try {
			$this->under( array( $tea => 3 ), static fn () => throw new NotTracked( $tea ), '', '77' );
			self::fail( 'The condition said no.' );
		} catch ( NotTracked ) {
			self::assertSame( $old->id, $this->engine->reservations->active_for( new Reference( 'order', '77' ) )?->id );
		}
		self::assertSame( '5 / 1', $this->books( $tea ) );
	}

	public function test_a_replacing_reservation_is_asked_after_the_old_one_is_closed(): void {
		$tea    = $this->item( 5 );
		$old    = $this->reserve( array( $tea => 1 ), 900, null, '77' );
		$states = array();
		$this->under(
			array( $tea => 3 ),
			function () use ( $old, &$states ): void {
				$states[] = $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'reservations' ), $old->id );
			},
			'',
			'77'
		);
		self::assertSame( array( 'released' ), $states );
		self::assertSame( '5 / 3', $this->books( $tea ) );
	}

	public function test_bundles_and_backorders_are_asked_too(): void {
		$tea = $this->item(
			1,
			array(
				'backorders' => 'yes',
				'allowance'  => '9.0000',
			)
		);
		$set = $this->bundle( array( $tea => 2 ) );
		try {
			$this->under( array( $set => 2 ), static fn () => throw new NotTracked( $set ) );
			self::fail( 'The condition said no.' );
		} catch ( NotTracked ) {
			self::assertSame( '1 / 0', $this->books( $tea ) );
		}
	}

	public function test_the_first_answer_of_a_key_stands_whatever_the_condition_says_now(): void {
		$tea   = $this->item( 5 );
		$first = $this->under( array( $tea => 2 ), static fn () => null, 'same', '77' );
		$again = $this->under( array( $tea => 2 ), static fn () => throw new NotTracked( $tea ), 'same', '77' );
		self::assertSame( array( $first->id, true ), array( $again->id, $again->replayed ) );

		$this->expectException( KeyReused::class );
		$this->under( array( $tea => 3 ), static fn () => throw new NotTracked( $tea ), 'same', '77' );
	}

	/**
	 * @param array<int, int>       $wanted
	 * @param callable( int ): mixed $claim
	 */
	private function under( array $wanted, callable $claim, string $key = '', string $order = '' ): Reservation {
		$condition = new class( $claim ) implements Condition {

			/** @var callable( int ): mixed */
			private $work;

			/**
			 * @param callable( int ): mixed $work
			 */
			public function __construct( callable $work ) {
				$this->work = $work;
			}

			public function claim( int $reservation_id ): void {
				( $this->work )( $reservation_id );
			}
		};
		$key       = '' === $key ? $this->key() : $key;
		return $this->engine->reservations->reserve(
			$key,
			new Reference( 'order', '' === $order ? $key : $order ),
			array_map( static fn ( int $item, int $units ) => self::line( $item, $units ), array_keys( $wanted ), array_values( $wanted ) ),
			900,
			0,
			new SaleTerms( false, array( $condition ) )
		);
	}
}
