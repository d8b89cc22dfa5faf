<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Restore;

use WooInventoryGuard\Restore\MassEvent;
use WooInventoryGuard\Restore\MassEvents;
use WooInventoryGuard\Restore\State;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * "Somebody set 22 products to zero eleven minutes ago" is one event, and taken back as one act.
 */
final class MassEventsTest extends RestoreTestCase {

	/** @var list<int> */
	private array $items = array();

	protected function setUp(): void {
		parent::setUp();
		$this->items = array_map( fn(): int => $this->item( 10 ), range( 1, MassEvents::LEAST + 2 ) );
		$this->clock->advance( 600 );
	}

	public function test_many_items_set_to_zero_by_one_person_are_one_event(): void {
		$this->cut( 10, 'external', 5 );
		$this->clock->advance( 660 );
		$open = $this->events()->open();
		self::assertSame( array( '22 by 5 external, 22 emptied' ), array_map( self::say( ... ), $open ) );
		self::assertSame( 660, $this->clock->now()->getTimestamp() - $open[0]->last_at->getTimestamp() );
		self::assertSame( 1, $this->events()->count() );
		self::assertSame( $open[0]->mark(), $this->events()->open()[0]->mark() );
	}

	public function test_it_is_taken_back_as_one_act_without_what_was_sold_or_put_right_since(): void {
		$this->move( $this->items[0], -1, 'damaged', '', 5 );
		$this->cut( 6, 'external', 5 );
		$this->move( $this->items[1], 3, 'stocktake' );
		$this->sell( $this->items[2], 2 );
		$event = $this->events()->open()[0];
		$id    = $this->restores()->make_for( $event, 7, 'take-back' )['restore']->id;
		$this->looking()->work( $id, self::ALL );
		$this->clock->advance( 1 );
		self::assertSame( array( State::Ready, 22, 21 ), array( $this->now( $id )->state, $this->now( $id )->items, $this->now( $id )->changing ) );
		$this->apply( $this->now( $id ) );
		self::assertSame( array( '9 / 0', '7 / 0', '8 / 0', '10 / 0' ), array_map( $this->books( ... ), array_slice( $this->items, 0, 4 ) ), 'What was counted since is left as it was counted.' );
		self::assertSame( array(), $this->events()->open() );
		self::assertSame( $id, $this->restores()->make_for( $event, 7, 'take-back' )['restore']->id );

		$this->undo( $this->now( $id ) );
		self::assertSame( array( '21 by 5 external, 0 emptied' ), array_map( self::say( ... ), $this->events()->open() ), 'Undone, it is open again.' );
		$again = $this->restores()->make_for( $event, 7, 'again' )['restore']->id;
		$this->looking()->work( $again, self::ALL );
		self::assertSame( 21, $this->now( $again )->changing );
	}

	public function test_sales_small_cuts_few_items_and_old_events_are_none(): void {
		foreach ( $this->items as $item ) {
			$this->engine->reservations->commit( $this->reserve( array( $item => 10 ) )->id, $this->key(), 0 );
		}
		self::assertSame( array(), $this->events()->open(), 'Sold out.' );
		$this->cut( -10, 'received' );
		$this->cut( 4, 'correction' );
		self::assertSame( array(), $this->events()->open(), 'Less than half.' );
		$this->cut( 6, 'correction', 5, MassEvents::LEAST - 1 );
		self::assertSame( array(), $this->events()->open(), 'Few.' );
	}

	public function test_events_minutes_apart_are_two_unless_a_document_holds_them_together(): void {
		$this->cut( 5, 'external', 5 );
		$this->clock->advance( 1200 );
		$this->cut( 5, 'external', 5 );
		self::assertSame( array( '22 by 5 external, 22 emptied', '22 by 5 external, 0 emptied' ), array_map( self::say( ... ), $this->events()->open() ) );
		$this->cut( -20, 'correction', 6 );
		self::assertSame( array(), $this->events()->open(), 'They have been put right.' );
		$this->cut( 10, 'adjustment', 5, 12, 0, 'delivery:9' );
		$this->clock->advance( 1200 );
		$this->cut( 10, 'adjustment', 5, 12, 10, 'delivery:9' );
		self::assertSame( array( '22 by 5 adjustment, 2 emptied' ), array_map( self::say( ... ), $this->events()->open() ) );
		$this->clock->advance( 49 * 3600 );
		self::assertSame( array(), $this->events()->open(), 'Long ago.' );
	}

	public function test_what_was_meant_is_not_shown_again(): void {
		$this->cut( 10, 'external' );
		$mark = $this->events()->open()[0]->mark();
		$this->events()->meant( $mark, 7 );
		$this->events()->meant( $mark, 8 );
		self::assertSame( array( 0, null ), array( $this->events()->count(), $this->events()->find( $mark ) ) );
	}

	private function cut( int $units, string $reason, int $actor = 0, ?int $items = null, int $from = 0, string $document = '' ): void {
		$reference = '' === $document ? Reference::none() : new Reference( ...explode( ':', $document ) );
		$this->db->transaction(
			fn() => $this->engine->ledger->correct( array_map( static fn( int $item ): Correction => new Correction( new Line( $item, 1, Quantity::of( -$units ) ), new Cause( $reason, $reference, $actor ) ), array_slice( $this->items, $from, $items ) ) )
		);
	}

	private static function say( MassEvent $event ): string {
		return "{$event->items} by {$event->actor} {$event->reason}, {$event->zeroed} emptied";
	}
}
