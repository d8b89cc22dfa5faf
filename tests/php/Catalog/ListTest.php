<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Listing\Counts;
use WooInventoryGuard\Catalog\Listing\InvalidCursor;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Listing\ItemPage;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\ListQuery;
use WooInventoryGuard\Catalog\Listing\PageTooDeep;
use WooInventoryGuard\Catalog\Listing\SortBy;
use WooInventoryGuard\Stock\StockStatus;

/**
 * The list of items: filters, sorts, pages and counts.
 */
final class ListTest extends CatalogTestCase {

	/** Every row differs in something, and every number is there several times, as in a real shop. */
	private const SHOP = array(
		// Name, SKU, kind, on hand, reserved, status.
		array( 'Apron', 'A-1', 'simple', 10, 0, 3 ),
		array( 'apple', null, 'part', 0, 0, 0 ),
		array( 'Äpfel', 'A-3', 'part', 10, 2, 3 ),
		array( 'Bag', 'b-1', 'variation', 3, 1, 1 ),
		array( 'Bag', 'B-1', 'variation', 3, 1, 1 ),
		array( 'Bag', null, 'variable', 0, 0, 4 ),
		array( 'Clock', 'C-1', 'simple', 0, 4, 2 ),
		array( 'Dish 10', null, 'bundle', 0, 0, 0 ),
		array( 'Dish 9', 'D-9', 'simple', '1.5', 0, 1 ),
		array( '茶杯', 'Z-1', 'part', 100, 0, 3 ),
		array( 'Émile', 'E-1', 'simple', 10, 10, 0 ),
	);

	public function test_every_sort_with_every_filter_shows_each_item_once_in_order(): void {
		$this->stock_the_shop();
		foreach ( SortBy::cases() as $sort ) {
			foreach ( array( false, true ) as $descending ) {
				foreach ( self::filters() as list( $status, $kind ) ) {
					$this->walk( $sort, $descending, $status, $kind );
				}
			}
		}
	}

	public function test_equal_numbers_are_ordered_by_age_and_names_without_regard_to_case(): void {
		$this->stock_the_shop();
		self::assertSame( array( 'Bag', 'Bag', 'Dish 9' ), self::names( $this->page( new ListQuery( status: StockStatus::Low ) )->items ) );
		$sorted = self::names( $this->page( new ListQuery( per_page: 50 ) )->items );
		self::assertLessThan( array_search( 'Bag', $sorted, true ), array_search( 'apple', $sorted, true ) );
		$statuses = array_map( static fn( Item $item ): int => $item->status->value, $this->page( new ListQuery( sort: SortBy::Status, per_page: 50 ) )->items );
		self::assertSame( array( 0, 0, 0, 1, 1, 1, 2, 3, 3, 3, 4 ), $statuses );
	}

	public function test_counts_tell_every_tab_whatever_tab_is_open(): void {
		$this->stock_the_shop();
		$all = array(
			'all'       => 11,
			'out'       => 3,
			'low'       => 3,
			'backorder' => 1,
			'ok'        => 3,
			'untracked' => 1,
		);
		self::assertSame( $all, $this->page( new ListQuery() )->counts->to_array() );
		$low = $this->page( new ListQuery( status: StockStatus::Low ) );
		self::assertSame( array( $all, 3, true ), array( $low->counts->to_array(), $low->total, $low->total_is_exact ) );
		$parts = $this->page( new ListQuery( kind: Kind::Part ) );
		self::assertSame( array( 3, 1, 2 ), array( $parts->total, $parts->counts->of( StockStatus::Out ), $parts->counts->of( StockStatus::Ok ) ) );
	}

	public function test_a_page_number_leads_to_the_same_items_as_the_cursor(): void {
		$this->stock_the_shop();
		$first  = $this->page( new ListQuery( sort: SortBy::Available, per_page: 4 ) );
		$second = $this->page( new ListQuery( sort: SortBy::Available, per_page: 4, page: 2 ) );
		self::assertEquals( $second->items, $this->page( new ListQuery( sort: SortBy::Available, per_page: 4, after: (string) $first->next ) )->items );
		self::assertSame( array(), $this->page( new ListQuery( per_page: 4, page: 4 ) )->items );
	}

	public function test_the_cursor_is_not_moved_by_what_comes_in_above(): void {
		$this->stock_the_shop();
		$first = $this->page( new ListQuery( per_page: 4 ) );
		$next  = self::names( $this->page( new ListQuery( per_page: 4, after: (string) $first->next ) )->items );
		$this->part( 'Aaa' );
		self::assertSame( $next, self::names( $this->page( new ListQuery( per_page: 4, after: (string) $first->next ) )->items ) );
	}

	public function test_a_cursor_belongs_to_its_order(): void {
		$this->stock_the_shop();
		$next = (string) $this->page( new ListQuery( per_page: 4 ) )->next;
		$made = rtrim( strtr( base64_encode( '["available+",3,"1e5; DROP TABLE","1"]' ), '+/', '-_' ), '=' );
		foreach ( array( array( SortBy::Sku, $next ), array( SortBy::Name, 'nonsense' ), array( SortBy::Name, substr( $next, 2 ) ), array( SortBy::Available, $made ) ) as list( $sort, $after ) ) {
			try {
				$this->page( new ListQuery( sort: $sort, after: $after ) );
				self::fail( 'A strange cursor was taken.' );
			} catch ( InvalidCursor ) {
				$this->addToAssertionCount( 1 );
			}
		}
	}

	public function test_page_numbers_end_where_counting_would_take_long(): void {
		self::assertSame( array(), $this->page( new ListQuery( page: 201, per_page: 50 ) )->items );
		try {
			$this->page( new ListQuery( page: 202, per_page: 50 ) );
			self::fail( 'Too deep.' );
		} catch ( PageTooDeep $deep ) {
			self::assertSame( 201, $deep->last );
		}
	}

	public function test_one_item_is_named_by_its_sku_barcode_or_product(): void {
		$this->stock_the_shop();
		$this->db->execute( "UPDATE %i SET product_id = 10, barcode = '4006' WHERE sku = 'C-1'", $this->db->table( 'items' ) );
		foreach ( array( new ListQuery( sku: 'C-1' ), new ListQuery( barcode: '4006' ), new ListQuery( product_id: 10 ), new ListQuery( sku: 'C-1', status: StockStatus::Backorder, search: 'clo' ) ) as $query ) {
			self::assertSame( array( 'Clock' ), self::names( $this->page( $query )->items ) );
		}
		foreach ( array( new ListQuery( sku: 'c-1' ), new ListQuery( sku: 'C-1', status: StockStatus::Ok ), new ListQuery( sku: 'C-1', barcode: '1' ), new ListQuery( sku: 'C-1', kind: Kind::Part ), new ListQuery( product_id: 10, search: 'dish' ) ) as $query ) {
			self::assertSame( array( array(), null ), array( $this->page( $query )->items, $this->page( $query )->next ) );
		}
		self::assertSame( array( 'b-1' ), array_map( static fn( Item $item ): string => $item->sku, $this->page( new ListQuery( sku: 'b-1' ) )->items ) );
	}

	public function test_a_large_shop_is_counted_once_a_minute_and_small_tabs_at_every_look(): void {
		$this->stock_the_shop();
		$this->db->execute( 'UPDATE %i SET id = 900000 WHERE name = %s', $this->db->table( 'items' ), 'Apron' );
		$this->keep(
			array(
				'simple' => array(
					3 => 800_000,
					1 => 4,
				),
			)
		);
		$page = $this->page( new ListQuery() );
		self::assertSame( array( 800_007, false ), array( $page->counts->of( null ) - $page->counts->of( StockStatus::Untracked ), $page->total_is_exact ) );
		$low = $this->page( new ListQuery( status: StockStatus::Low ) );
		self::assertSame( array( 3, true ), array( $low->total, $low->total_is_exact ) );
		$this->keep( array( 'simple' => array( 3 => 77 ) ) );
		self::assertSame( array( 11, true ), array( $this->page( new ListQuery() )->total, $this->page( new ListQuery() )->total_is_exact ) );
		$this->keep( array( 'simple' => array( 3 => 800_000 ) ) );
		$this->clock->advance( 61 );
		self::assertSame( 11, $this->page( new ListQuery() )->total );
	}

	public function test_an_ageing_count_is_renewed_after_the_answer(): void {
		$this->stock_the_shop();
		$this->db->execute( 'UPDATE %i SET id = 900000 WHERE name = %s', $this->db->table( 'items' ), 'Apron' );
		$this->keep( array( 'simple' => array( 3 => 800_000 ) ) );
		$this->clock->advance( 30 );
		self::assertSame( 800_000, $this->page( new ListQuery( status: StockStatus::Ok ) )->total );
		self::assertNotFalse( has_action( 'shutdown', array( $this->catalog->counts, 'renew_after_the_answer' ) ) );
		$this->catalog->counts->renew_after_the_answer();
		self::assertSame( 3, $this->page( new ListQuery( status: StockStatus::Ok ) )->total );
		remove_action( 'shutdown', array( $this->catalog->counts, 'renew_after_the_answer' ), 1000 );
	}

	/**
	 * Goes through the whole list by cursors, three at a time, and compares it with the same list in one page.
	 */
	private function walk( SortBy $sort, bool $descending, ?StockStatus $status, ?Kind $kind ): void {
		$what = "{$sort->value} " . ( $descending ? 'desc' : 'asc' ) . " {$status?->slug()} {$kind?->value}";
		$all  = $this->page( new ListQuery( status: $status, kind: $kind, sort: $sort, descending: $descending, per_page: 50 ) );
		$seen = array();
		$next = '';
		do {
			$page = $this->page( new ListQuery( status: $status, kind: $kind, sort: $sort, descending: $descending, per_page: 3, after: $next ) );
			$seen = array_merge( $seen, $page->items );
			$next = (string) $page->next;
			self::assertLessThan( 20, count( $seen ), $what );
		} while ( '' !== $next );
		self::assertEquals( $all->items, $seen, $what );
		$expected = array_filter( self::SHOP, static fn( array $row ): bool => ( null === $status || $row[5] === $status->value ) && ( null === $kind || $row[2] === $kind->value ) );
		self::assertCount( count( $expected ), array_unique( array_map( static fn( Item $item ): int => $item->id, $seen ) ), $what );
		self::assertSame( count( $expected ), $all->total, $what );
		$this->assert_sorted( $seen, $sort, $descending, $what );
	}

	/**
	 * @param list<Item> $items
	 */
	private function assert_sorted( array $items, SortBy $sort, bool $descending, string $what ): void {
		$values = array_map(
			static fn( Item $item ): int|string => match ( $sort ) {
				SortBy::OnHand    => $item->on_hand->units,
				SortBy::Reserved  => $item->reserved->units,
				SortBy::Available => $item->available->units,
				SortBy::Status    => $item->status->value,
				SortBy::Updated   => $item->updated_at->format( 'U.u' ),
				SortBy::Sku       => self::is_sqlite() ? strtolower( $item->sku ) : $item->sku,
				SortBy::Name      => 0,
			},
			$items
		);
		$sorted = $values;
		$descending ? rsort( $sorted ) : sort( $sorted );
		self::assertSame( $sorted, $values, $what );
	}

	/**
	 * @return list<array{?StockStatus, ?Kind}>
	 */
	private static function filters(): array {
		if ( self::is_sqlite() ) {
			// One plain query there, and its driver takes its time over each.
			return array( array( null, null ), array( StockStatus::Low, null ), array( null, Kind::Part ) );
		}
		$all = array();
		foreach ( array( null, ...StockStatus::cases() ) as $status ) {
			foreach ( array( null, ...Kind::cases() ) as $kind ) {
				$all[] = array( $status, $kind );
			}
		}
		return $all;
	}

	private function stock_the_shop(): void {
		foreach ( self::SHOP as $n => list( $name, $sku, $kind, $on_hand, $reserved, $status ) ) {
			$this->db->execute(
				"INSERT INTO %i (name, sku, kind, on_hand, reserved, available, status, created_at, updated_at) VALUES (%s, NULLIF( %s, '' ), %s, %s, %s, %s, %d, %s, %s)",
				$this->db->table( 'items' ),
				$name,
				(string) $sku,
				$kind,
				(string) $on_hand,
				(string) $reserved,
				(string) ( (float) $on_hand - $reserved ),
				$status,
				'2026-01-01 00:00:00.000000',
				sprintf( '2026-01-%02d 10:00:00.%06d', 1 + $n % 4, 5 * $n )
			);
		}
	}

	/**
	 * @param array<string, array<int, int>> $counts
	 */
	private function keep( array $counts ): void {
		update_option(
			Counts::OPTION,
			array(
				'at' => $this->clock->now()->getTimestamp(),
				'n'  => $counts,
			),
			false
		);
	}

	private function page( ListQuery $query ): ItemPage {
		return $this->catalog->list->page( $query );
	}
}
