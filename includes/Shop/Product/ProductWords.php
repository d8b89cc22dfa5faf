<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Platform\Db;

/**
 * The words that a product takes from taxonomies: its type, its first category, and what sets a variation apart.
 */
final class ProductWords {

	public function __construct( private readonly Db $db ) {}

	/**
	 * Of each object the first term by name.
	 *
	 * @param list<int> $ids At least one.
	 * @return array<int, array{name: string, slug: string}>
	 */
	public function first_terms( string $taxonomy, array $ids ): array {
		$rows  = $this->db->rows(
			'SELECT r.object_id, t.name, t.slug FROM %i r JOIN %i x ON x.term_taxonomy_id = r.term_taxonomy_id JOIN %i t ON t.term_id = x.term_id
			WHERE x.taxonomy = %s AND r.object_id IN (' . $this->db->marks( $ids ) . ') ORDER BY t.name DESC',
			$this->db->wp_table( 'term_relationships' ),
			$this->db->wp_table( 'term_taxonomy' ),
			$this->db->wp_table( 'terms' ),
			$taxonomy,
			...$ids
		);
		$found = array();
		foreach ( $rows as $row ) {
			$found[ (int) $row['object_id'] ] = array(
				'name' => wp_specialchars_decode( (string) $row['name'], ENT_QUOTES ),
				'slug' => (string) $row['slug'],
			);
		}
		return $found;
	}

	/**
	 * "Blue, L": the attributes of each variation that are not "any", in the order in which they were set.
	 *
	 * @param list<int> $ids
	 * @return array<int, string>
	 */
	public function of_variations( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$rows  = $this->db->rows(
			'SELECT post_id, meta_key, meta_value FROM %i WHERE post_id IN (' . $this->db->marks( $ids ) . ") AND meta_key LIKE 'attribute\\_%%' AND meta_value <> '' ORDER BY meta_id",
			$this->db->wp_table( 'postmeta' ),
			...$ids
		);
		$names = $this->names_of( array_values( array_unique( array_column( $rows, 'meta_value' ) ) ) );
		$found = array();
		foreach ( $rows as $row ) {
			$taxonomy                         = substr( (string) $row['meta_key'], strlen( 'attribute_' ) );
			$found[ (int) $row['post_id'] ][] = $names[ $taxonomy . "\n" . $row['meta_value'] ] ?? (string) $row['meta_value'];
		}
		return array_map( static fn( array $words ): string => implode( ', ', $words ), $found );
	}

	/**
	 * @param list<string|null> $slugs
	 * @return array<string, string> By taxonomy and slug.
	 */
	private function names_of( array $slugs ): array {
		if ( array() === $slugs ) {
			return array();
		}
		$slugs = array_map( 'strval', $slugs );
		$rows  = $this->db->rows(
			"SELECT x.taxonomy, t.slug, t.name FROM %i t JOIN %i x ON x.term_id = t.term_id WHERE x.taxonomy LIKE 'pa\\_%%' AND t.slug IN (" . $this->db->marks( $slugs, '%s' ) . ')',
			$this->db->wp_table( 'terms' ),
			$this->db->wp_table( 'term_taxonomy' ),
			...$slugs
		);
		$names = array();
		foreach ( $rows as $row ) {
			$names[ $row['taxonomy'] . "\n" . $row['slug'] ] = wp_specialchars_decode( (string) $row['name'], ENT_QUOTES );
		}
		return $names;
	}
}
