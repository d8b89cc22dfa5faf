<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;

/**
 * The list of items: filtered, sorted, searched and paged, as quick with a million rows as with a hundred thousand.
 *
 * First the ids of the page, from an index alone; then the rows of those ids.
 */
final class ItemList {

	public function __construct(
		private readonly Items $items,
		private readonly ListSql $sql,
		private readonly Search $search,
		private readonly Counts $counts
	) {}

	/**
	 * @throws InvalidCursor
	 * @throws PageTooDeep When a page number reaches too far; a cursor never does.
	 */
	public function page( ListQuery $query ): ItemPage {
		$cursor = Cursor::of( $query );
		if ( $query->names_one_item() ) {
			return $this->page_of( $this->named( $query ), $query, $cursor );
		}
		if ( '' !== trim( $query->search ) ) {
			$exact = array_filter( $this->exactly( $query->search ), static fn( Item $item ): bool => null === $query->kind || $query->kind === $item->kind );
			return $this->page_of( $this->search->find( $query )->led_by( $this->rows( array_values( $exact ), $query ) ), $query, $cursor );
		}
		if ( $query->offset() > ListQuery::DEEPEST ) {
			throw new PageTooDeep( intdiv( ListQuery::DEEPEST, $query->per_page ) + 1 );
		}
		$rows   = $this->sql->page( $query, $cursor, $query->offset(), $query->per_page + 1 );
		$counts = $this->counts->of( $query->kind, $query->status );
		return $this->answer( $query, array_slice( $rows, 0, $query->per_page ), count( $rows ) > $query->per_page, $counts );
	}

	/**
	 * A page out of a list that is short enough to have it whole.
	 */
	private function page_of( Matches $matches, ListQuery $query, ?Cursor $cursor ): ItemPage {
		$rows  = $matches->with_status( $query->status );
		$start = $query->offset();
		if ( null !== $cursor ) {
			$place = array_search( (string) $cursor->id, array_map( 'strval', array_column( $rows, 'id' ) ), true );
			$start = false === $place ? count( $rows ) : $place + 1;
		}
		return $this->answer( $query, array_slice( $rows, $start, $query->per_page ), count( $rows ) > $start + $query->per_page, $matches->counts() );
	}

	/**
	 * @param list<array<string, string|null>> $rows With id, st and v.
	 */
	private function answer( ListQuery $query, array $rows, bool $more, StatusCounts $counts ): ItemPage {
		$last = array() === $rows ? null : $rows[ count( $rows ) - 1 ];
		return new ItemPage(
			array_values( $this->items->find_many( array_map( static fn( array $row ): int => (int) $row['id'], $rows ) ) ),
			$counts->of( $query->status ),
			$counts->is_exact( $query->status ),
			$more && null !== $last ? ( new Cursor( (int) $last['st'], $last['v'], (int) $last['id'] ) )->encode( $query ) : null,
			$counts
		);
	}

	/**
	 * A unique key names at most one item; the other filters let it pass or not.
	 */
	private function named( ListQuery $query ): Matches {
		$item = match ( true ) {
			'' !== $query->sku     => $this->items->by_sku( $query->sku ),
			'' !== $query->barcode => $this->items->by_barcode( $query->barcode ),
			default                => $this->items->by_product_ids( array( $query->product_id ) )[ $query->product_id ] ?? null,
		};
		$fits = null !== $item
			&& ( '' === $query->sku || $item->sku === $query->sku )
			&& ( '' === $query->barcode || $item->barcode === $query->barcode )
			&& ( 0 === $query->product_id || $item->product_id === $query->product_id )
			&& ( null === $query->kind || $item->kind === $query->kind )
			&& ( '' === $query->search || Terms::match( $query->search, $item ) );
		return new Matches( $fits ? $this->rows( array( $item ), $query ) : array(), true );
	}

	/**
	 * What a scanner or a copied SKU means comes first.
	 *
	 * @return list<Item>
	 */
	private function exactly( string $search ): array {
		$code  = trim( $search );
		$found = array();
		foreach ( array( $this->items->by_sku( $code ), $this->items->by_barcode( $code ) ) as $item ) {
			if ( null !== $item ) {
				$found[ $item->id ] = $item;
			}
		}
		return array_values( $found );
	}

	/**
	 * @param list<Item> $items
	 * @return list<array<string, string|null>>
	 */
	private function rows( array $items, ListQuery $query ): array {
		return array_map(
			static fn( Item $item ): array => array(
				'id' => (string) $item->id,
				'st' => (string) $item->status->value,
				'v'  => $query->sort->is_number() ? '0' : '2000-01-01 00:00:00',
			),
			$items
		);
	}
}
