<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\Terms;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Which items are meant: all that a filter of the list lets through, or some that were picked one by one.
 *
 * It is asked again for each portion, so what stops matching before its turn is left alone. What came to the shop after
 * the look is not meant (see BulkChange::$last_id).
 */
final class Matches {

	/**
	 * @param string    $search Words of name, SKU or barcode; '' is any. Unlike the list's own search it is never cut short.
	 * @param list<int> $ids    Only of these; none is any.
	 */
	public function __construct(
		public readonly string $search = '',
		public readonly ?StockStatus $status = null,
		public readonly ?Kind $kind = null,
		public readonly array $ids = array()
	) {}

	/**
	 * Whether no item is left out.
	 */
	public function is_everything(): bool {
		return '' === trim( $this->search ) && null === $this->status && null === $this->kind && array() === $this->ids;
	}

	/**
	 * As a condition over a row of `items`.
	 */
	public function where( Db $db ): Clause {
		$kinds = null === $this->kind ? array_column( Kind::cases(), 'value' ) : array( $this->kind->value );
		$parts = array( new Clause( 'kind IN (' . $db->marks( $kinds, '%s' ) . ')', ...$kinds ) );
		if ( null !== $this->status ) {
			$parts[] = new Clause( 'status = %d', $this->status->value );
		}
		if ( array() !== $this->ids ) {
			$parts[] = new Clause( 'id IN (' . $db->marks( $this->ids ) . ')', ...$this->ids );
		}
		if ( '' !== trim( $this->search ) ) {
			$parts[] = $this->found( $db );
		}
		return Clause::join( ' AND ', $parts );
	}

	/**
	 * Each portion reads the rows in the order of their numbers, so the words are asked of every row on the way: all of
	 * a large shop once, and no index is of help.
	 */
	private function found( Db $db ): Clause {
		$code  = trim( $this->search );
		$exact = new Clause( 'BINARY COALESCE( sku, %s ) = %s OR BINARY COALESCE( barcode, %s ) = %s', '', $code, '', $code );
		$terms = Terms::of_search( $this->search );
		if ( array() === $terms ) {
			return Clause::of( '( %% )', $exact );
		}
		$words = array_map( static fn( string $term ): Clause => new Clause( 'INSTR( x.terms, %s ) > 0', ' ' . $term ), $terms );
		return Clause::of(
			'( %% OR EXISTS ( SELECT 1 FROM %% AND %% ) )',
			$exact,
			new Clause( '%i x WHERE x.item_id = %i.id', $db->table( 'item_texts' ), $db->table( 'items' ) ),
			Clause::join( ' AND ', $words )
		);
	}

	/**
	 * @return array{search: string, status: string|null, kind: string|null, ids: list<int>}
	 */
	public function to_array(): array {
		return array(
			'search' => $this->search,
			'status' => $this->status?->slug(),
			'kind'   => $this->kind?->value,
			'ids'    => $this->ids,
		);
	}

	/**
	 * @param array<mixed> $kept See to_array().
	 */
	public static function from_array( array $kept ): self {
		$text = static fn( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
		$ids  = is_array( $kept['ids'] ?? null ) ? $kept['ids'] : array();
		return new self( $text( 'search' ), StockStatus::from_slug( $text( 'status' ) ), Kind::tryFrom( $text( 'kind' ) ), array_values( array_filter( $ids, 'is_int' ) ) );
	}
}
