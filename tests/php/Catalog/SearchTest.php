<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Listing\ItemPage;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\ListQuery;
use WooInventoryGuard\Catalog\Listing\SortBy;
use WooInventoryGuard\Catalog\Listing\Terms;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Finding items by words.
 */
final class SearchTest extends CatalogTestCase {

	public function test_words_are_found_by_their_beginning_in_any_order_and_spelling(): void {
		$this->part( 'Blue Café cup, 850 ml', 'TS-10/42-xl', 3, '4006381333931' );
		$this->part( 'Blue bag' );
		$found = array(
			'blue'          => 2,
			'BLU'           => 2,
			'cup blue'      => 1,
			'cafe'          => 1,
			'CAFÉ  cup'     => 1,
			'８５０'           => 1,
			'85 ml'         => 1,
			'ts-10'         => 1,
			'ts1042'        => 1,
			'42'            => 1,
			'400638'        => 1,
			'4006381333931' => 1,
			'lue'           => 0,
			'blue zeppelin' => 0,
			'afé'           => 0,
			'--'            => 0,
			'%'             => 0,
			"' OR 1=1"      => 0,
		);
		foreach ( $found as $search => $count ) {
			self::assertSame( $count, $this->search( (string) $search )->total, (string) $search );
		}
	}

	public function test_chinese_is_found_by_any_characters_in_a_row(): void {
		$this->part( '手工红茶杯 大号', '茶-1' );
		$this->part( '绿茶壶' );
		$this->part( '杯红' );
		foreach ( array(
			'茶'     => 2,
			'红茶'    => 1,
			'茶杯'    => 1,
			'红茶杯'   => 1,
			'杯'     => 2,
			'号'     => 1,
			'红茶 大号' => 1,
			'茶红'    => 0,
			'红茶壶'   => 0,
		) as $search => $count ) {
			self::assertSame( $count, $this->search( $search )->total, $search );
		}
	}

	public function test_an_emoji_is_a_word(): void {
		$this->part( "Gift \u{1F381} box" );
		$this->part( 'Gift box' );
		self::assertSame( 1, $this->search( "\u{1F381}" )->total );
		self::assertSame( 2, $this->search( 'gift' )->total );
	}

	public function test_exactly_this_sku_or_barcode_comes_first(): void {
		$this->part( 'Aaa 77', 'X-77-B' );
		$this->part( 'Bbb 77', 'X-77-A' );
		$this->part( 'Zzz', '77', 1, '5000' );
		$this->part( 'Abc 5000' );
		self::assertSame( array( 'Zzz', 'Aaa 77', 'Bbb 77' ), self::names( $this->search( ' 77 ' )->items ) );
		self::assertSame( array( 'Zzz', 'Abc 5000' ), self::names( $this->search( '5000' )->items ) );
		self::assertSame( 3, $this->search( '77' )->total );
	}

	public function test_a_search_is_filtered_sorted_counted_and_paged_like_any_list(): void {
		foreach ( array( 7, 0, 1, 30, 2 ) as $n => $on_hand ) {
			$this->part( "Cup {$n}", "CUP-{$n}", $on_hand );
		}
		$this->bundle( 'Cup set' );
		$query = array(
			'search'     => 'cup',
			'sort'       => SortBy::OnHand,
			'descending' => true,
			'per_page'   => 2,
		);
		$first = $this->catalog->list->page( new ListQuery( ...$query ) );
		self::assertSame( array( array( 'Cup 3', 'Cup 0' ), 6, true ), array( self::names( $first->items ), $first->total, $first->total_is_exact ) );
		$second = $this->catalog->list->page( new ListQuery( ...$query, after: (string) $first->next ) );
		self::assertSame( array( 'Cup 4', 'Cup 2' ), self::names( $second->items ) );
		self::assertSame( array( 'Cup 4', 'Cup 2' ), self::names( $this->catalog->list->page( new ListQuery( ...$query, page: 2 ) )->items ) );
		$low = $this->catalog->list->page( new ListQuery( ...$query, status: StockStatus::Low ) );
		self::assertSame( array( 2, 6, 2 ), array( $low->total, $low->counts->of( null ), $low->counts->of( StockStatus::Ok ) ) );
		self::assertSame( 5, $this->catalog->list->page( new ListQuery( ...$query, kind: Kind::Part ) )->total );
	}

	public function test_a_renamed_item_is_found_by_its_new_words_only(): void {
		$item = $this->part( 'Blue cup', 'OLD-1' );
		$this->catalog->writer->update(
			$item->id,
			ItemChanges::of(
				array(
					'name' => 'Green cup',
					'sku'  => 'NEW-1',
				)
			),
			null
		);
		foreach ( array(
			'blue'  => 0,
			'old'   => 0,
			'green' => 1,
			'new-1' => 1,
			'cup'   => 1,
		) as $search => $count ) {
			self::assertSame( $count, $this->search( $search )->total, $search );
		}
	}

	public function test_rows_that_came_in_another_way_can_be_made_searchable(): void {
		$item = $this->part( 'Blue cup' );
		$this->db->execute( "UPDATE %i SET name = 'Red plate' WHERE id = %d", $this->db->table( 'items' ), $item->id );
		$this->db->execute( "INSERT INTO %i (kind, name, created_at, updated_at) VALUES ('part', 'White vase', '2026-01-01', '2026-01-01')", $this->db->table( 'items' ) );
		$rounds = 0;
		for ( $after = 0; null !== $after && $rounds < 9; $rounds++ ) {
			$after = $this->catalog->terms->rebuild( $after, 1 );
		}
		self::assertSame( array( 3, 0, 1, 1 ), array( $rounds, $this->search( 'blue' )->total, $this->search( 'red' )->total, $this->search( 'vase' )->total ) );
	}

	public function test_a_word_of_thousands_is_cut_short_and_says_so(): void {
		$items = $this->db->table( 'items' );
		$this->db->execute( "INSERT INTO %i (kind, name, created_at, updated_at) VALUES ('part', 'Common cup', '2026-01-01', '2026-01-01')", $items );
		for ( $doubled = 1; $doubled < 4096; $doubled *= 2 ) {
			$this->db->execute( 'INSERT INTO %i (kind, name, created_at, updated_at) SELECT kind, name, created_at, updated_at FROM %i', $items, $items );
		}
		foreach ( array( 'common', 'cup' ) as $term ) {
			$this->db->execute( 'INSERT INTO %i (term, item_id) SELECT %s, id FROM %i', $this->db->table( 'item_terms' ), $term, $items );
		}
		$this->db->execute( "INSERT INTO %i (item_id, terms) SELECT id, ' common cup' FROM %i", $this->db->table( 'item_texts' ), $items );
		$this->part( 'Common cup rarely' );
		foreach ( array( 'cup', 'common cup' ) as $search ) {
			$page = $this->search( $search );
			self::assertSame( array( 20, false ), array( count( $page->items ), $page->total_is_exact ), $search );
			self::assertLessThan( 4000, $page->total, $search );
		}
		$page = $this->search( 'common rarely cup' );
		self::assertSame( array( 1, true ), array( $page->total, $page->total_is_exact ) );
	}

	public function test_spelling_makes_no_difference_with_intl_or_without(): void {
		foreach ( array( true, false ) as $with_intl ) {
			self::assertSame( 'cafe strasse 12 oe aa', Terms::normalize( 'CAFÉ Straße １２ œ Ａａ', $with_intl ) );
		}
		self::assertSame( 'cafe', Terms::normalize( "cafe\u{301}" ) );
	}

	public function test_terms_have_their_limits(): void {
		self::assertSame( array( 'blue' ), Terms::of_search( 'b bl BLUE blue' ) );
		self::assertCount( 8, Terms::of_search( 'one two three four five six seven eight nine ten' ) );
		self::assertLessThanOrEqual( 60, count( Terms::of_item( implode( ' ', range( 1000, 1200 ) ), '', '' ) ) );
		foreach ( array( 'a', 'z', '9', "\u{8336}", "\u{1F381}", 'ab~' ) as $term ) {
			self::assertTrue( strcmp( $term . 'zzz', Terms::after( $term ) ) < 0 );
			self::assertTrue( strcmp( $term . "\u{1F381}", Terms::after( $term ) ) < 0 );
		}
	}

	private function search( string $words ): ItemPage {
		return $this->catalog->list->page( new ListQuery( search: $words ) );
	}
}
