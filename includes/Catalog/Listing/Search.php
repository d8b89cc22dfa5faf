<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Platform\Db;

/**
 * Finds items by words of their name, SKU or barcode, in bounded time however common the words are.
 *
 * The rarest word gives the candidates, and the others are asked of each of them; both stop at a fixed number. What was
 * found is sorted and counted as a whole, and where the search was cut short it says so.
 */
final class Search {

	/** Candidates that are asked for the other words (a few microseconds each). */
	private const LOOKED_AT = 2_000;

	/** Matches that are sorted and counted (their rows are read, twice as long each). */
	private const FOUND = 1_000;

	public function __construct( private readonly Db $db, private readonly ListSql $sql ) {}

	/**
	 * All matches in the order of the query, whatever status it asks for; kind is respected.
	 */
	public function find( ListQuery $query ): Matches {
		$terms = Terms::of_search( $query->search );
		if ( array() === $terms ) {
			return new Matches( array(), true );
		}
		$terms = $this->rarest_first( $terms );
		$looks = 1 === count( $terms ) ? self::FOUND : self::LOOKED_AT;
		$ids   = Clause::of(
			'SELECT DISTINCT t.item_id FROM %% WHERE %% LIMIT %%',
			new Clause( '%i AS t', $this->db->table( 'item_terms' ) ),
			$this->range( $terms[0] ),
			new Clause( '%d', $looks )
		);
		$found = Clause::of(
			'SELECT i.id, i.status AS st, %% AS v FROM (%%) AS m JOIN %% ON i.id = m.item_id%% ORDER BY ',
			new Clause( 'i.%i', $query->sort->column() ),
			1 === count( $terms ) ? $ids : $this->with_all( $ids, array_slice( $terms, 1 ) ),
			new Clause( '%i AS i', $this->db->table( 'items' ) ),
			null === $query->kind ? new Clause( '' ) : new Clause( ' AND i.kind = %s', $query->kind->value )
		);
		$rows  = $this->db->rows( $found->sql . $this->sql->order( $query ), ...$found->args );
		return new Matches( $rows, count( $rows ) < self::FOUND && ! $this->has_more_than( $terms[0], $looks ) );
	}

	/**
	 * The candidates that have the other words too.
	 *
	 * @param list<string> $terms
	 */
	private function with_all( Clause $ids, array $terms ): Clause {
		return Clause::of(
			'SELECT c.item_id FROM (%%) AS c JOIN %% ON x.item_id = c.item_id WHERE %% LIMIT %%',
			$ids,
			new Clause( '%i AS x', $this->db->table( 'item_texts' ) ),
			Clause::join( ' AND ', array_map( static fn( string $term ): Clause => new Clause( 'INSTR( x.terms, %s ) > 0', ' ' . $term ), $terms ) ),
			new Clause( '%d', self::FOUND )
		);
	}

	/**
	 * @param non-empty-list<string> $terms
	 * @return non-empty-list<string>
	 */
	private function rarest_first( array $terms ): array {
		if ( 1 === count( $terms ) ) {
			return $terms;
		}
		$sizes = array_map( $this->size( ... ), $terms );
		array_multisort( $sizes, SORT_ASC, SORT_NUMERIC, $terms );
		return $terms;
	}

	/**
	 * About how many rows a word has: by the index's own estimate, which costs the same for ten of them and for a
	 * hundred thousand; counted up to a limit where the database gives none.
	 */
	private function size( string $term ): int {
		$range = $this->range( $term );
		$plan  = $this->db->is_sqlite() ? null : $this->db->row( 'EXPLAIN SELECT t.item_id FROM %i AS t WHERE ' . $range->sql, $this->db->table( 'item_terms' ), ...$range->args );
		return (int) ( $plan['rows'] ?? $this->db->value(
			'SELECT COUNT(*) FROM (SELECT 1 AS one FROM %i AS t WHERE ' . $range->sql . ' LIMIT %d) AS few',
			$this->db->table( 'item_terms' ),
			...array( ...$range->args, self::LOOKED_AT + 1 )
		) );
	}

	/**
	 * Whether the word gave more candidates than were looked at.
	 */
	private function has_more_than( string $term, int $rows ): bool {
		$range = $this->range( $term );
		return null !== $this->db->value( 'SELECT 1 FROM %i AS t WHERE ' . $range->sql . ' LIMIT 1 OFFSET %d', $this->db->table( 'item_terms' ), ...array( ...$range->args, $rows ) );
	}

	/**
	 * All terms that begin like this one: a range, which every database answers from the index.
	 */
	private function range( string $term ): Clause {
		return new Clause( 't.term >= %s AND t.term < %s', $term, Terms::after( $term ) );
	}
}
