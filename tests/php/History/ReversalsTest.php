<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\History;

use WooInventoryGuard\History\AlreadyReversed;
use WooInventoryGuard\History\NotReversible;
use WooInventoryGuard\History\Reversal;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * A document is taken back as a whole: once, and without what came after it.
 */
final class ReversalsTest extends HistoryTestCase {

	public function test_a_document_is_taken_back_and_what_was_sold_since_stays_sold(): void {
		$tea = $this->item( 20 );
		$cup = $this->item( '4.5' );
		$this->move( $tea, 10, 'received', 'delivery:7', 3 );
		$this->move( $tea, -2, 'correction', 'delivery:7', 3 );
		$this->move( $cup, '-4.5', 'correction', 'delivery:7', 3 );
		$this->engine->reservations->commit( $this->reserve( array( $tea => 5 ) )->id, $this->key(), 0 );
		$document = $this->documents->find( new Reference( 'delivery', '7' ) );
		self::assertSame( array( 3, 2, '10', '6.5', true ), array( $document?->lines, $document?->items, (string) $document?->in, (string) $document?->out, $document?->can_be_reversed() ) );
		self::assertSame( array( '8 -8', '-4.5 4.5' ), $this->previewed( 'delivery', '7' ) );

		$done = $this->take_back( 'delivery', '7' );

		self::assertSame( array( 2, 2 ), array( $done->done, $done->levels ) );
		self::assertNotNull( $done->finished_at );
		self::assertSame( array( '15 / 0', '4.5 / 0' ), array( $this->books( $tea ), $this->books( $cup ) ), '20 less the 5 that were sold.' );
		self::assertSame( '5: -8 -> 15 reversal', array_slice( $this->ledger( $tea ), -1 )[0] );
		$after = $this->documents->find( new Reference( 'delivery', '7' ) );
		self::assertFalse( $after?->can_be_reversed() );
		self::assertSame( $done->id, $after?->reversal?->id );
		self::assertSame( 2, $this->documents->find( new Reference( 'reversal', (string) $done->id ) )?->lines );
	}

	public function test_what_is_gone_or_promised_since_is_left(): void {
		$tea = $this->item( 0 );
		$this->move( $tea, 10, 'received', 'delivery:7' );
		$this->engine->reservations->commit( $this->reserve( array( $tea => 6 ) )->id, $this->key(), 0 );
		$this->reserve( array( $tea => 3 ) );
		self::assertSame( array( '10 -1' ), $this->previewed( 'delivery', '7' ) );
		$this->take_back( 'delivery', '7' );
		self::assertSame( '3 / 3', $this->books( $tea ) );
	}

	public function test_nothing_is_taken_of_what_is_not_there_or_not_counted_any_more(): void {
		$gone = $this->item( 0 );
		$off  = $this->item( 0 );
		$this->move( $gone, 10, 'received', 'delivery:7' );
		$this->move( $off, 10, 'received', 'delivery:7' );
		$this->engine->reservations->commit( $this->reserve( array( $gone => 10 ) )->id, $this->key(), 0 );
		$this->db->execute( 'UPDATE %i SET tracked = 0 WHERE id = %d', $this->db->table( 'items' ), $off );
		self::assertSame( array( '10 0', '10 0' ), $this->previewed( 'delivery', '7' ) );
		$this->take_back( 'delivery', '7' );
		self::assertSame( array( '0 / 0', '10 / 0' ), array( $this->books( $gone ), $this->books( $off ) ) );
	}

	public function test_it_happens_once_and_the_same_key_is_told_the_same(): void {
		$tea = $this->item( 20 );
		$this->move( $tea, 10, 'received', 'delivery:7' );
		$done  = $this->take_back( 'delivery', '7', 'a' );
		$again = $this->take_back( 'delivery', '7', 'a' );
		self::assertSame( array( $done->id, '20 / 0' ), array( $again->id, $this->books( $tea ) ) );
		try {
			$this->reversals->begin( new Reference( 'delivery', '7' ), 0, 'b' );
			self::fail( 'It was taken back twice.' );
		} catch ( AlreadyReversed $already ) {
			self::assertSame( $done->id, $already->reversal->id );
		}
		// What the document's system does later is another matter; and the reversal itself can be taken back.
		$this->take_back( 'reversal', (string) $done->id );
		self::assertSame( '30 / 0', $this->books( $tea ) );
	}

	public function test_two_who_work_at_it_at_once_do_it_once(): void {
		$items = $this->imported( 45 );
		$this->reversals->begin( new Reference( 'delivery', '7' ), 0, 'a' );
		$id    = (int) $this->store->of( new Reference( 'delivery', '7' ) )?->id;
		$rival = $this->rival( fn () => $this->reversals_of( $this->rival_engine() )->work( $id, 30.0 ), '/^\s*UPDATE\s.*reversals. SET reached_item/', 2 );
		$done  = $this->reversals->work( $id, 30.0 );
		self::assertSame( 1, $rival->acted() );
		self::assertSame( 45, $done->done );
		foreach ( $items as $item ) {
			self::assertSame( '5 / 0', $this->books( $item ) );
		}
		self::assertSame( '45', $this->db->value( "SELECT COUNT(*) FROM %i WHERE reason = 'reversal'", $this->db->table( 'movements' ) ) );
	}

	public function test_what_was_cut_off_goes_on_where_it_was(): void {
		$items = $this->imported( 45 );
		$id    = $this->reversals->begin( new Reference( 'delivery', '7' ), 0, 'a' )->id;
		// In the middle of the second portion the process ends.
		$rival = Rival::comes( static fn () => throw new \RuntimeException( 'Killed.' ), '/^\s*INSERT.*movements/', 30 );
		try {
			$this->reversals->work( $id, 30.0 );
			self::fail( 'It was not cut off.' );
		} catch ( \RuntimeException $killed ) {
			self::assertSame( 'Killed.', $killed->getMessage() );
		}
		$rival->leaves();
		self::assertSame( 20, $this->store->find( $id )?->done, 'The second portion left nothing behind.' );
		self::assertSame( '20', $this->db->value( "SELECT COUNT(*) FROM %i WHERE reason = 'reversal'", $this->db->table( 'movements' ) ) );
		$this->reversals->go_on( 30.0 );
		self::assertNotNull( $this->store->find( $id )?->finished_at );
		foreach ( $items as $item ) {
			self::assertSame( '5 / 0', $this->books( $item ) );
		}
		$this->reversals->go_on( 30.0 );
		self::assertSame( '45', $this->db->value( "SELECT COUNT(*) FROM %i WHERE reason = 'reversal'", $this->db->table( 'movements' ) ) );
	}

	public function test_lines_that_came_after_it_was_asked_are_left(): void {
		$tea = $this->item( 20 );
		$this->move( $tea, 10, 'received', 'delivery:7' );
		$id = $this->reversals->begin( new Reference( 'delivery', '7' ), 0, 'a' )->id;
		$this->move( $tea, 5, 'received', 'delivery:7' );
		$this->reversals->work( $id, 30.0 );
		self::assertSame( '25 / 0', $this->books( $tea ) );
	}

	public function test_an_order_is_not_taken_back_from_here(): void {
		$tea = $this->item( 20 );
		$this->move( $tea, -1, 'sold', 'order:1042' );
		self::assertFalse( $this->documents->find( new Reference( 'order', '1042' ) )?->can_be_reversed() );
		$this->expectException( NotReversible::class );
		$this->reversals->begin( new Reference( 'order', '1042' ), 0, 'a' );
	}

	public function test_documents_are_listed_those_touched_last_first_and_orders_are_not(): void {
		$tea = $this->item( 20 );
		foreach ( array( 'delivery:7', 'count:2', 'order:1042', 'delivery:8', 'count:2' ) as $document ) {
			$this->move( $tea, 1, 'found', $document );
		}
		$names = static fn ( array $documents ): array => array_map( static fn ( $document ): string => $document->reference->type . ':' . $document->reference->id . ' ' . $document->lines, $documents );
		self::assertSame( array( 'count:2 2', 'delivery:8 1', 'delivery:7 1' ), $names( $this->documents->newest( '', 10, 0 ) ) );
		self::assertSame( array( 'delivery:8 1' ), $names( $this->documents->newest( '', 1, 1 ) ) );
		self::assertSame( array( 'delivery:8 1', 'delivery:7 1' ), $names( $this->documents->newest( 'delivery', 10, 0 ) ) );
		self::assertSame( array( 'count', 'delivery' ), $this->documents->types() );
	}

	private function take_back( string $type, string $id, string $key = '' ): Reversal {
		return $this->reversals->work( $this->reversals->begin( new Reference( $type, $id ), 3, '' === $key ? $this->key() : $key )->id, 30.0 );
	}

	/**
	 * So many items of 5, each with 2 more from one import.
	 *
	 * @return list<int>
	 */
	private function imported( int $count ): array {
		$items = array();
		for ( $number = 0; $number < $count; $number++ ) {
			$items[] = $this->item( 5 );
			$this->move( $items[ $number ], 2, 'received', 'delivery:7' );
		}
		return $items;
	}

	/**
	 * What the document did to each level, and what would be done: "10 -1".
	 *
	 * @return list<string>
	 */
	private function previewed( string $type, string $id ): array {
		return array_map( static fn ( array $level ): string => $level['delta'] . ' ' . $level['by'], $this->preview->of( new Reference( $type, $id ), 50, 0 ) );
	}
}
