<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stocktake;

use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stocktake\Review\Decisions;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Counting\Mode;
use WooInventoryGuard\Stocktake\Counting\Moment;
use WooInventoryGuard\Stocktake\Making\NewStocktake;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Counting\Sent;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A shop in which is counted, with the plugin's own services at a clock that stands still.
 */
abstract class StocktakeTestCase extends EngineTestCase {

	protected Plugin $shop;

	protected Decisions $decisions;

	protected function setUp(): void {
		parent::setUp();
		$this->shop      = Plugin::instance()->with_clock( $this->clock );
		$this->decisions = new Decisions( $this->db, $this->clock );
	}

	/**
	 * A stocktake in which counting has begun.
	 *
	 * @param list<int> $items Empty for all.
	 */
	final protected function begun( array $items = array(), Goods $packing = Goods::Shelf, ?Quantity $approve_over = null ): Stocktake {
		$made = $this->shop->stocktakes()->create( new NewStocktake( 'Shelf B', new Scope( items: $items ), packing: $packing, approve_over: $approve_over ), $this->key() );
		self::assertTrue( $this->shop->filling()->work( $made->id, 10 ) );
		return $this->shop->stocktakes()->move( $made->id, State::Counting );
	}

	final protected function sent( int $item, int|float|string $quantity, Mode $mode = Mode::Set, string $place = '', ?int $round = null, string $uuid = '', string $undo = '', ?\DateTimeImmutable $at = null ): Sent {
		$now = $this->clock->now();
		return new Sent(
			'' === $uuid ? wp_generate_uuid4() : $uuid,
			$mode,
			$item,
			'',
			Quantity::of( $quantity ),
			$undo,
			$place,
			$round,
			Moment::of( $at ?? $now, 0, null, max( $now, $at ?? $now ), new \DateTimeImmutable( '2000-01-01', new \DateTimeZone( 'UTC' ) ) ),
			''
		);
	}

	final protected function counted( Stocktake $stocktake, int $item, int|float|string $quantity, int $counter = 11, string $place = '' ): void {
		$this->shop->stocktake_counts()->take( $stocktake, array( $this->sent( $item, $quantity, Mode::Set, $place ) ), $counter, '' );
	}

	/**
	 * Brings it to the review and compares.
	 */
	final protected function reviewed( Stocktake $stocktake ): void {
		$this->shop->stocktakes()->move( $stocktake->id, State::Review );
		self::assertTrue( $this->shop->comparing()->work( $stocktake, 30 ) );
	}

	/**
	 * Accepts all differences and applies them.
	 */
	final protected function applied( Stocktake $stocktake ): void {
		$this->reviewed( $stocktake );
		$this->decisions->decide_rest( $stocktake->id, 'accept', 'unknown', '', 21 );
		$this->shop->applying()->begin( $stocktake->id, 21 );
		self::assertTrue( $this->shop->applying()->work( $stocktake->id, 60 ) );
		self::assertSame( State::Applied, $this->shop->stocktakes()->find( $stocktake->id )?->state );
	}

	/**
	 * An order takes its units out of the books; the goods stay in the house.
	 */
	final protected function sell( int $item, int|string $units, string $order ): void {
		$reservation = $this->shop->reservations()->reserve( $this->key(), new Reference( 'order', $order ), array( new AskedLine( $item, 1, Quantity::of( $units ) ) ), 900, 0 );
		$this->db->transaction(
			function () use ( $order, $reservation ): void {
				$this->shop->packing()->taken( new Reference( 'order', $order ) );
				$this->shop->reservations()->commit( $reservation->id, $this->key(), 0, null );
			}
		);
	}

	final protected function move( int $item, int|string $delta, string $reason = 'received' ): void {
		$this->shop->ledger()->adjust( Adjustment::delta( $item, 1, Quantity::of( $delta ), new Cause( $reason, Reference::none() ) ), $this->key() );
	}

	/**
	 * @return array<string, string|null> Of `stocktake_lines`.
	 */
	final protected function line_of( Stocktake $stocktake, int $item ): array {
		return $this->db->row( 'SELECT * FROM %i WHERE stocktake_id = %d AND item_id = %d', $this->db->table( 'stocktake_lines' ), $stocktake->id, $item ) ?? array();
	}

	/**
	 * "counted, expected, variance" of a line as compared now.
	 */
	final protected function compared( Stocktake $stocktake, int $item ): string {
		$this->shop->comparing()->lines_of( $stocktake, array( $item ) );
		$line = $this->line_of( $stocktake, $item );
		if ( null === ( $line['counted'] ?? null ) ) {
			return 'not counted';
		}
		return Quantity::from_sql( $line['counted'] ) . ' counted, ' . Quantity::from_sql( $line['books'] )->plus( Quantity::from_sql( $line['in_packing'] ) ) . ' expected, ' . Quantity::from_sql( $line['variance'] );
	}
}
