<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Restore;

use WooInventoryGuard\Restore\CannotStart;
use WooInventoryGuard\Restore\State;
use WooInventoryGuard\Restore\Which;
use WooInventoryGuard\Stock\Reference;

/**
 * Numbers go back to what they were: what was sold stays sold, and nothing is written twice.
 */
final class RestoreTest extends RestoreTestCase {

	public function test_what_somebody_typed_is_taken_back_and_what_truly_moved_stays(): void {
		$tea = $this->item( 20 );
		$cup = $this->item( 5 );
		$pot = $this->item( 8 );
		$this->clock->advance( 60 );
		$this->move( $cup, 1, 'found' );
		$then = $this->clock->now();
		$this->clock->advance( 60 );
		$this->move( $tea, -3, 'damaged' );
		$this->move( $tea, -17, 'external' );
		$this->move( $tea, 6, 'received', 'delivery:7' );
		$this->sell( $tea, 2 );
		$this->move( $cup, 94, 'correction' );
		$look = $this->look( $then );
		self::assertSame( array( "$cup: 100, 6, 0, -94", "$tea: 4, 20, 1, 17" ), $this->lines( $look ), 'The largest change first; what has not changed is not listed.' );
		self::assertSame( array( State::Ready, 3, 0, 2, '17', '94' ), array( $look->state, $look->items, $look->unknown, $look->changing, (string) $look->in, (string) $look->out ) );
		self::assertSame( '4 / 0', $this->books( $tea ), 'Nothing has happened yet.' );

		$this->sell( $tea, 1 );
		$done = $this->apply( $look );

		self::assertSame( array( State::Done, 2 ), array( $done->state, $done->done ) );
		self::assertSame( array( '20 / 0', '6 / 0', '8 / 0' ), array( $this->books( $tea ), $this->books( $cup ), $this->books( $pot ) ) );
	}

	public function test_exactly_the_number_of_the_moment_less_what_moves_after_the_look(): void {
		$tea = $this->item( 20 );
		$then = $this->clock->now();
		$this->clock->advance( 60 );
		$this->sell( $tea, 2 );
		$this->move( $tea, 50, 'received' );
		$look = $this->look( $then, false );
		$this->sell( $tea, 3 );
		$this->apply( $look );
		self::assertSame( '17 / 0', $this->books( $tea ) );
		self::assertSame( 'restore', explode( ' ', $this->ledger( $tea )[4] )[4] );
	}

	public function test_a_document_that_was_taken_back_neither_came_nor_left(): void {
		$tea  = $this->item( 20 );
		$then = $this->clock->now();
		$this->clock->advance( 60 );
		$this->move( $tea, 10, 'received', 'delivery:7' );
		$this->reversals->work( $this->reversals->begin( new Reference( 'delivery', '7' ), 7, $this->key() )->id, self::ALL );
		$this->move( $tea, 5, 'received', 'bulk_change:3' );
		$this->move( $tea, 5, 'received', 'import:3' );
		$this->apply( $this->look( $then ) );
		self::assertSame( '20 / 0', $this->books( $tea ), 'What a bulk change or an import did is taken back whatever it was called.' );
	}

	public function test_what_had_no_history_yet_is_left_alone(): void {
		$tea  = $this->item( 20 );
		$then = $this->clock->now();
		$this->clock->advance( 60 );
		$new = $this->item( 4 );
		$off = $this->item( 4, array( 'tracked' => 0 ) );
		$this->move( $tea, 1, 'found' );
		$look = $this->look( $then );
		self::assertSame( array( 2, 1, 1 ), array( $look->items, $look->unknown, $look->changing ) );
		$this->apply( $look );
		self::assertSame( array( '20 / 0', '4 / 0', '4 / 0' ), array( $this->books( $tea ), $this->books( $new ), $this->books( $off ) ) );
	}

	public function test_what_is_promised_is_owed_where_the_books_say_less(): void {
		$tea  = $this->item( 1 );
		$then = $this->clock->now();
		$this->clock->advance( 60 );
		$this->move( $tea, 9, 'correction' );
		$this->reserve( array( $tea => 4 ) );
		$this->apply( $this->look( $then ) );
		self::assertSame( array( '1 / 4', '3.0000' ), array( $this->books( $tea ), $this->owed( $tea ) ) );
	}

	public function test_a_killed_look_and_a_killed_restore_go_on_without_doing_anything_twice(): void {
		list( $then, $items ) = $this->five_that_were_emptied();
		$id = $this->restores()->make( $then, true, Which::from_array( array() ), 7, 'once' )['restore']->id;
		self::assertFalse( $this->looking()->work( $id, 0.0 ) );
		self::assertSame( array( State::Looking, 2 ), array( $this->now( $id )->state, $this->now( $id )->items ) );
		try {
			$this->restores()->start( $id );
			self::fail( 'Nobody has seen yet what it would do.' );
		} catch ( CannotStart $no ) {
			self::assertSame( CannotStart::LOOKING, $no->why );
		}
		$this->looking()->work( $id, self::ALL );
		self::assertSame( $id, $this->restores()->make( $then, true, Which::from_array( array() ), 7, 'once' )['restore']->id );
		self::assertSame( 5, $this->now( $id )->changing );
		$this->clock->advance( 1 );
		$this->restores()->start( $id );
		self::assertFalse( $this->applying()->work( $id, 0.0 ) );
		self::assertSame( 2, $this->now( $id )->done );
		$this->restores()->start( $id );
		self::assertTrue( $this->applying()->work_all( self::ALL ), 'The job does the rest.' );
		self::assertSame( array( State::Done, 5 ), array( $this->now( $id )->state, $this->now( $id )->done ) );
		self::assertSame( array( '1 / 0', '2 / 0', '3 / 0', '4 / 0', '5 / 0' ), array_map( $this->books( ... ), $items ) );
	}

	public function test_of_two_who_do_the_same_portion_one_does_it(): void {
		list( $then, $items ) = $this->five_that_were_emptied();
		$look  = $this->look( $then );
		$rival = $this->rival_engine();
		$this->restores()->start( $look->id );
		$this->rival( fn() => $this->applying( $rival )->work( $look->id, 0.0 ) );
		self::assertFalse( $this->applying()->work( $look->id, self::ALL ), 'It was done by the other one.' );
		$this->applying()->work( $look->id, self::ALL );
		self::assertSame( array( '1 / 0', '2 / 0', '3 / 0', '4 / 0', '5 / 0' ), array_map( $this->books( ... ), $items ) );
		self::assertSame( 5, $this->now( $look->id )->done );
	}

	public function test_of_two_who_look_at_the_same_portion_one_writes_it(): void {
		list( $then ) = $this->five_that_were_emptied();
		$id    = $this->restores()->make( $then, true, Which::from_array( array() ), 7, $this->key() )['restore']->id;
		$rival = $this->rival_engine();
		$this->rival( fn() => $this->looking( $rival )->work( $id, 0.0 ) );
		$this->looking()->work( $id, self::ALL );
		self::assertSame( array( 5, 5 ), array( $this->now( $id )->items, $this->now( $id )->changing ) );
	}

	public function test_two_people_with_the_same_restore_do_not_do_it_twice(): void {
		list( $then, $items ) = $this->five_that_were_emptied();
		$one   = $this->look( $then );
		$other = $this->look( $then );
		$this->restores()->start( $one->id );
		self::assertSame( CannotStart::BUSY, $this->refusal( $other->id ) );
		$this->applying()->work( $one->id, self::ALL );
		self::assertSame( CannotStart::OUTDATED, $this->refusal( $other->id ) );
		$this->clock->advance( 1 );
		self::assertSame( 0, $this->look( $then )->changing, 'Looked at again there is nothing left to do.' );
		self::assertSame( '5 / 0', $this->books( $items[4] ) );
	}

	public function test_a_restore_is_undone_as_one_act_and_not_begun_again_on_old_numbers(): void {
		list( $then, $items ) = $this->five_that_were_emptied();
		$restore = $this->apply( $this->look( $then ) );
		$this->sell( $items[4], 2 );
		$look     = $this->look( $then, true, array( $items[0] ) );
		$document = $this->documents->find( new Reference( 'restore', (string) $restore->id ) );
		self::assertSame( array( 5, true ), array( $document?->lines, $document?->can_be_reversed() ) );
		$undone = $this->undo( $restore );
		self::assertSame( 5, $undone->done );
		self::assertSame( array( '0 / 0', '0 / 0', '0 / 0', '0 / 0', '0 / 0' ), array_map( $this->books( ... ), $items ), 'No more is taken than is there: two were sold.' );
		self::assertSame( CannotStart::OUTDATED, $this->refusal( $look->id ) );
	}

	public function test_what_still_runs_is_stopped_before_it_is_undone(): void {
		list( $then, $items ) = $this->five_that_were_emptied();
		$look = $this->look( $then );
		$this->restores()->start( $look->id );
		$this->applying()->work( $look->id, 0.0 );
		$this->undo( $look );
		self::assertTrue( $this->applying()->work( $look->id, self::ALL ) );
		self::assertSame( array( State::Done, 2 ), array( $this->now( $look->id )->state, $this->now( $look->id )->done ) );
		self::assertSame( array( '0 / 0', '0 / 0', '0 / 0' ), array_map( $this->books( ... ), array_slice( $items, 0, 3 ) ) );
	}

	public function test_an_old_look_is_forgotten(): void {
		list( $then ) = $this->five_that_were_emptied();
		$look = $this->look( $then );
		$this->restores()->forget_old();
		self::assertSame( 1, $this->count_of( 'restores' ) );
		$this->clock->advance( 73 * 3600 );
		$this->restores()->forget_old();
		$this->restores()->forget_old();
		self::assertSame( array( 0, 0 ), array( $this->count_of( 'restores' ), $this->count_of( 'restore_lines' ) ) );
		self::assertNull( $this->restores()->find( $look->id ) );
	}

	/**
	 * @return array{\DateTimeImmutable, list<int>} When they held 1 to 5, and the items.
	 */
	private function five_that_were_emptied(): array {
		$items = array_map( $this->item( ... ), range( 1, 5 ) );
		$then  = $this->clock->now();
		$this->clock->advance( 60 );
		foreach ( $items as $place => $item ) {
			$this->move( $item, -$place - 1, 'external' );
		}
		return array( $then, $items );
	}

	private function refusal( int $id ): string {
		try {
			$this->restores()->start( $id );
		} catch ( CannotStart $no ) {
			return $no->why;
		}
		self::fail( 'It must not be started.' );
	}
}
