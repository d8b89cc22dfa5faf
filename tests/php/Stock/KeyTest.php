<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\ReservationState;
use WooInventoryGuard\Tests\Support\Crew;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\FixedBundles;
use WooInventoryGuard\Tests\Support\FixedClock;
use WooInventoryGuard\Tests\Support\Rival;

final class KeyTest extends EngineTestCase {

	public function test_the_same_key_gives_the_same_answer_for_ever(): void {
		$tea   = $this->item( 9, array( 'sku' => 'TEA' ) );
		$again = fn ( string $key, string $order ) => $this->reserve( array( $tea => 1 ), 60, null, $order, $key );
		$first = array();
		foreach ( array( 'committed', 'released', 'expired', 'extended', 'partly' ) as $name ) {
			$first[ $name ] = $again( 'key-' . $name, $name );
		}
		$this->engine->reservations->commit( $first['committed']->id, 'c', 0 );
		$this->engine->reservations->release( $first['released']->id, 'r' );
		$this->engine->reservations->extend( $first['extended']->id, 999, 'e' );
		$this->engine->reservations->commit( $first['partly']->id, 'p', 0, array( self::line( $tea, '0.5' ) ) );
		$this->clock->advance( 100 );
		$this->engine->reservations->expire_due();
		$this->db->execute( "UPDATE %i SET sku = 'GREEN-TEA', name = 'Green tea' WHERE id = %d", $this->db->table( 'items' ), $tea );
		$before = self::checksum();

		foreach ( $first as $name => $answer ) {
			$second = $again( 'key-' . $name, $name );
			self::assertTrue( $second->replayed );
			self::assertEquals( $answer, $second->as_of( $second->state, $second->expires_at, false ), $name );
		}
		self::assertSame( 'TEA', $second->lines[0]->sku );
		self::assertSame( $before, self::checksum() );
	}

	public function test_the_same_key_is_answered_even_when_the_item_has_gone_or_is_sold_out(): void {
		$tea   = $this->item( 1 );
		$cup   = $this->item( 1 );
		$first = $this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );
		$other = $this->reserve( array( $cup => 1 ), 900, null, '2', 'b' );
		$this->db->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $cup );

		self::assertSame( $first->id, $this->reserve( array( $tea => 1 ), 900, null, '1', 'a' )->id );
		self::assertSame( $other->id, $this->reserve( array( $cup => 1 ), 900, null, '2', 'b' )->id );
		self::assertSame( '1 / 1', $this->books( $tea ) );
	}

	public function test_the_order_of_lines_and_another_expiry_are_the_same_request(): void {
		$tea   = $this->item( 9 );
		$cup   = $this->item( 9 );
		$first = $this->reserve( array( $tea => 1, $cup => 2 ), 60, null, '1', 'a' );

		$second = $this->reserve( array( $cup => '2.0', $tea => 1 ), 900, null, '1', 'a' );
		self::assertTrue( $second->replayed );
		self::assertSame( $first->id, $second->id );
		self::assertEquals( $first->expires_at, $second->expires_at );
	}

	public function test_the_same_key_with_other_lines_is_refused(): void {
		$tea = $this->item( 9 );
		$cup = $this->item( 9 );
		$this->location( 2 );
		$this->stock( $tea, 9, 2 );
		$this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );
		$before = self::checksum();

		$others = array(
			'more'               => fn () => $this->reserve( array( $tea => 2 ), 900, null, '1', 'a' ),
			'another item'       => fn () => $this->reserve( array( $cup => 1 ), 900, null, '1', 'a' ),
			'one more line'      => fn () => $this->reserve( array( $tea => 1, $cup => 1 ), 900, null, '1', 'a' ),
			'another order'      => fn () => $this->reserve( array( $tea => 1 ), 900, null, '2', 'a' ),
			'more than there is' => fn () => $this->reserve( array( $tea => 100 ), 900, null, '1', 'a' ),
			'an unknown item'    => fn () => $this->reserve( array( 999999 => 1 ), 900, null, '1', 'a' ),
			'another place'      => fn () => $this->engine->reservations->reserve( 'a', new Reference( 'order', '1' ), array( self::line( $tea, 1, 2 ) ), 900, 7 ),
			'another kind'       => fn () => $this->engine->reservations->reserve( 'a', new Reference( 'cart', '1' ), array( self::line( $tea, 1 ) ), 900, 7 ),
		);
		foreach ( $others as $what => $ask ) {
			try {
				$ask();
				self::fail( "The key stands for something else: $what." );
			} catch ( KeyReused $reused ) {
				self::assertSame( 'a', $reused->key );
			}
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_a_refusal_leaves_its_key_free(): void {
		$tea = $this->item( 1 );
		$this->refused( fn () => $this->reserve( array( $tea => 2 ), 900, null, '1', 'a' ) );

		self::assertFalse( $this->reserve( array( $tea => 1 ), 900, null, '1', 'a' )->replayed, 'Also for other lines.' );
	}

	public function test_the_same_key_sent_at_once_makes_one_reservation(): void {
		$tea    = $this->item( 9 );
		$theirs = null;
		$rival  = $this->rival(
			function () use ( $tea, &$theirs ): void {
				$theirs = $this->reserve( array( $tea => 1 ), 900, $this->rival_engine(), '1', 'a' );
			},
			'/^\s*INSERT.*reservations/'
		);

		$ours = $this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );

		self::assertSame( 1, $rival->acted() );
		self::assertInstanceOf( Reservation::class, $theirs );
		self::assertSame( $theirs->id, $ours->id );
		self::assertSame( array( false, true ), array( $theirs->replayed, $ours->replayed ) );
		self::assertSame( '9 / 1', $this->books( $tea ) );
	}

	public function test_the_same_key_sent_at_once_by_several_processes_makes_one_reservation(): void {
		$tea = $this->item( 9 );
		$ids = Crew::run( array_fill( 0, 4, array( self::class, 'reserve_once', array( $tea, 'same' ) ) ) );

		self::assertCount( 1, array_unique( $ids ) );
		self::assertSame( '9 / 1', $this->books( $tea ) );
	}

	public static function reserve_once( int $item_id, string $key ): int {
		$engine = new Engine( $GLOBALS['wpdb'], new FixedClock(), new FixedBundles() );
		return $engine->reservations->reserve( $key, new Reference( 'order', '1' ), array( self::line( $item_id, 1 ) ), 900, 0 )->id;
	}

	public function test_a_rival_with_the_same_key_and_other_lines_wins_and_we_are_told(): void {
		$tea   = $this->item( 9 );
		$rival = $this->rival( fn () => $this->reserve( array( $tea => 5 ), 900, $this->rival_engine(), '1', 'a' ), '/^\s*INSERT.*reservations/' );

		try {
			$this->reserve( array( $tea => 1 ), 900, null, '1', 'a' );
			self::fail( 'One key, two meanings.' );
		} catch ( KeyReused ) {
			self::assertSame( 1, $rival->acted() );
		}
		self::assertSame( '9 / 5', $this->books( $tea ) );
	}

	public function test_keys_of_what_is_done_to_a_reservation_work_the_same_way(): void {
		$tea   = $this->item( 9 );
		$one   = $this->reserve( array( $tea => 2 ), 60 );
		$two   = $this->reserve( array( $tea => 2 ), 60 );
		$stock = $this->engine->reservations;
		$first = array(
			$stock->extend( $one->id, 600, 'k-extend' ),
			$stock->commit( $one->id, 'k-part', 0, array( self::line( $tea, 1 ) ) ),
			$stock->commit( $one->id, 'k-commit', 0 ),
			$stock->release( $two->id, 'k-release' ),
		);
		$this->clock->advance( 5 );
		$before = self::checksum();
		$second = array(
			$stock->extend( $one->id, 600, 'k-extend' ),
			$stock->commit( $one->id, 'k-part', 0, array( self::line( $tea, 1 ) ) ),
			$stock->commit( $one->id, 'k-commit', 0 ),
			$stock->release( $two->id, 'k-release' ),
		);
		foreach ( $first as $number => $answer ) {
			self::assertTrue( $second[ $number ]->replayed );
			self::assertEquals( $answer, $second[ $number ]->as_of( $second[ $number ]->state, $second[ $number ]->expires_at, false ) );
		}
		self::assertSame( array( ReservationState::Active, ReservationState::Active, ReservationState::Committed, ReservationState::Released ), array_column( $first, 'state' ) );

		foreach (
			array(
				fn () => $stock->extend( $one->id, 601, 'k-extend' ),
				fn () => $stock->extend( $two->id, 600, 'k-extend' ),
				fn () => $stock->commit( $one->id, 'k-part', 0, array( self::line( $tea, 2 ) ) ),
				fn () => $stock->commit( $two->id, 'k-commit', 0 ),
				fn () => $stock->release( $one->id, 'k-commit' ),
				fn () => $stock->release( $one->id, 'k-release' ),
			) as $other
		) {
			try {
				$other();
				self::fail( 'The key stands for something else.' );
			} catch ( KeyReused $reused ) {
				self::assertStringStartsWith( 'k-', $reused->key );
			}
		}
		self::assertSame( $before, self::checksum() );
	}

	public function test_a_refused_end_leaves_its_key_free(): void {
		$tea = $this->item( 9 );
		$one = $this->reserve( array( $tea => 2 ) );
		$two = $this->reserve( array( $tea => 2 ) );
		$this->engine->reservations->release( $one->id, 'r' );
		try {
			$this->engine->reservations->commit( $one->id, 'k', 0 );
			self::fail( 'It is over.' );
		} catch ( NotActive $no ) {
			self::assertSame( ReservationState::Released, $no->state );
		}

		self::assertSame( ReservationState::Committed, $this->engine->reservations->commit( $two->id, 'k', 0 )->state );
	}

	public function test_a_key_whose_first_owner_is_refused_meanwhile_can_be_used(): void {
		$tea   = $this->item( 3 );
		$once  = fn ( Engine $engine, callable $work ) => $engine->requests->once( 'k', str_repeat( 'f', 64 ), $work );
		$rival = Rival::comes( fn () => null, '/^\s*INSERT.*requests/' );

		$answer = $once( $this->engine, static fn (): array => array( 'said' => 'yes' ) );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( 'said' => 'yes' ), $answer['answer'] );
		self::assertSame( array( 'said' => 'yes' ), $once( $this->engine, static fn (): array => array( 'said' => 'no' ) )['answer'] );
		self::assertSame( '3 / 0', $this->books( $tea ) );
	}

	public function test_a_duplicate_of_somebody_elses_unique_column_is_theirs_to_explain(): void {
		$this->item( 1, array( 'sku' => 'TEA' ) );
		$this->expectException( \WooInventoryGuard\Platform\DuplicateKey::class );

		$this->engine->requests->once(
			'k',
			str_repeat( 'f', 64 ),
			function (): array {
				$this->db->execute( "INSERT INTO %i (kind, sku, name, created_at, updated_at) VALUES ('part', 'TEA', 'Tea', '2026-03-02 09:00:00', '2026-03-02 09:00:00')", $this->db->table( 'items' ) );
				return array();
			}
		);
	}
}
