<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Db;

/**
 * Which items are restored: all that a filter of the list lets through, and that lie in some categories.
 */
final class Which {

	/**
	 * @param list<int> $categories Product categories, with those below them; none is any.
	 */
	public function __construct( public readonly Matches $matches, public readonly array $categories = array() ) {}

	public function is_everything(): bool {
		return $this->matches->is_everything() && array() === $this->categories;
	}

	/**
	 * As a condition over a row of `items`: only what has units of its own.
	 *
	 * @param list<int> $filed The numbers under which the shop files products of the categories.
	 */
	public function where( Db $db, array $filed ): Clause {
		$parts = array( new Clause( "tracked = 1 AND kind <> 'bundle'" ), $this->matches->where( $db ) );
		if ( array() !== $this->categories ) {
			$filed   = array() === $filed ? array( 0 ) : $filed;
			$parts[] = new Clause(
				'EXISTS ( SELECT 1 FROM %i t WHERE t.object_id = COALESCE( ( SELECT p.product_id FROM %i p WHERE p.id = %i.parent_id ), %i.product_id ) AND t.term_taxonomy_id IN (' . $db->marks( $filed ) . ') )',
				$db->wp_table( 'term_relationships' ),
				$db->table( 'items' ),
				$db->table( 'items' ),
				$db->table( 'items' ),
				...$filed
			);
		}
		return Clause::join( ' AND ', $parts );
	}

	/**
	 * @return array{search: string, status: string|null, kind: string|null, ids: list<int>, categories: list<int>}
	 */
	public function to_array(): array {
		return $this->matches->to_array() + array( 'categories' => $this->categories );
	}

	/**
	 * @param array<mixed> $kept See to_array().
	 */
	public static function from_array( array $kept ): self {
		$categories = is_array( $kept['categories'] ?? null ) ? $kept['categories'] : array();
		return new self( Matches::from_array( $kept ), array_values( array_unique( array_filter( $categories, 'is_int' ) ) ) );
	}
}
