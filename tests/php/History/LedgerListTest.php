<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\History;

use WooInventoryGuard\History\Conditions;
use WooInventoryGuard\History\InvalidPlace;
use WooInventoryGuard\History\LedgerCursor;
use WooInventoryGuard\History\LedgerFilter;
use WooInventoryGuard\History\LedgerList;
use WooInventoryGuard\Platform\Clock;

/**
 * Every filter finds what a walk through all lines finds, page by page, each line once.
 */
final class LedgerListTest extends HistoryTestCase {

	private const REASONS = array( 'received', 'damaged', 'found' );
	private const PAPERS  = array( '', 'delivery:7', 'count:7', 'order:1042' );

	/** @var list<int> */
	private array $items = array();

	public function test_every_filter_finds_what_a_walk_finds(): void {
		$seed = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, 1_000_000 ) );
		mt_srand( $seed );
		$this->fill( 90 );
		// In portions of 4 lines, so that what is rare is looked for through many of them, with and without time.
		$list = new LedgerList( $this->db, new Conditions( $this->db ), 4 );
		for ( $turn = 0; $turn < 60; $turn++ ) {
			$filter = $this->some_filter();
			$wanted = $this->walk( $filter );
			$what   = "Seed $seed, turn $turn: " . wp_json_encode( $filter );
			self::assertSame( $wanted, self::read( $list, $filter, 7 ), $what );
			if ( 0 === $turn % 10 ) {
				self::assertSame( $wanted, self::read( $list, $filter, 7, 0.0 ), $what . ', without time' );
			}
		}
	}

	public function test_a_page_ends_when_its_time_is_up_and_says_where_to_go_on(): void {
		$this->fill( 20 );
		$list = new LedgerList( $this->db, new Conditions( $this->db ), 4 );
		$page = $list->page( new LedgerFilter( location_id: 99 ), null, 50, 0.0 );
		self::assertSame( array(), $page->movements );
		self::assertNotNull( $page->next, 'There is more to look through.' );
	}

	public function test_lines_that_come_in_meanwhile_move_no_page(): void {
		$this->fill( 12 );
		$first  = $this->list->page( new LedgerFilter(), null, 6 );
		$before = self::read( $this->list, new LedgerFilter(), 50 );
		$this->move( $this->items[0], 1, 'found' );
		$second = $this->list->page( new LedgerFilter(), $first->next, 6 );
		self::assertSame( array_slice( $before, 6, 6 ), array_map( static fn ( $movement ): int => $movement->id, $second->movements ) );
	}

	public function test_a_place_of_somebody_else_is_refused(): void {
		$place = new LedgerCursor( '2026-03-02 08:00:00.5', 7 );
		self::assertEquals( $place, LedgerCursor::decode( $place->encode() ) );
		$this->expectException( InvalidPlace::class );
		LedgerCursor::decode( 'MjAyNi0wMy0wMiAwODowMDowMCcgT1IgMT0xfjc' );
	}

	private function fill( int $lines ): void {
		$this->location( 2 );
		$this->items = array( $this->item( 100 ), $this->item( 100 ), $this->item( 100 ) );
		$this->stock( $this->items[0], 100, 2 );
		for ( $line = 0; $line < $lines; $line++ ) {
			$item = $this->items[ mt_rand( 0, 2 ) ];
			$this->move( $item, mt_rand( 0, 1 ) ? 2 : -1, self::REASONS[ mt_rand( 0, 2 ) ], self::PAPERS[ mt_rand( 0, 3 ) ], mt_rand( 0, 2 ), $item === $this->items[0] ? mt_rand( 1, 2 ) : 1 );
			// Some at the same moment.
			$this->clock->advance( mt_rand( 0, 2 ) ? -60 : 3_600 );
		}
	}

	private function some_filter(): LedgerFilter {
		$maybe = static fn ( mixed $value, mixed $none ): mixed => 0 === mt_rand( 0, 2 ) ? $value : $none;
		$now   = $this->clock->now();
		return new LedgerFilter(
			$maybe( $this->items[ mt_rand( 0, 2 ) ], 0 ),
			$maybe( self::REASONS[ mt_rand( 0, 2 ) ], '' ),
			$maybe( mt_rand( 0, 2 ), null ),
			$maybe( array( 'delivery', 'count' )[ mt_rand( 0, 1 ) ], '' ),
			$maybe( array( '7', '1042', 'none' )[ mt_rand( 0, 2 ) ], '' ),
			$maybe( mt_rand( 1, 2 ), 0 ),
			$maybe( $now->modify( '-' . mt_rand( 0, 60 ) . ' hours' ), null ),
			$maybe( $now->modify( '-' . mt_rand( 0, 20 ) . ' hours' ), null )
		);
	}

	/**
	 * @return list<int>
	 */
	private function walk( LedgerFilter $filter ): array {
		$ids = array();
		foreach ( $this->db->rows( 'SELECT * FROM %i ORDER BY created_at DESC, id DESC', $this->db->table( 'movements' ) ) as $row ) {
			$time = Clock::from_sql( $row['created_at'] );
			if (
				in_array( $filter->item_id, array( 0, (int) $row['item_id'] ), true )
				&& in_array( $filter->reason, array( '', $row['reason'] ), true )
				&& in_array( $filter->actor, array( null, (int) $row['actor_id'] ), true )
				&& in_array( $filter->reference_type, array( '', $row['reference_type'] ), true )
				&& in_array( $filter->reference_id, array( '', $row['reference_id'] ), true )
				&& in_array( $filter->location_id, array( 0, (int) $row['location_id'] ), true )
				&& ( null === $filter->after || $time > $filter->after )
				&& ( null === $filter->before || $time < $filter->before )
			) {
				$ids[] = (int) $row['id'];
			}
		}
		return $ids;
	}
}
