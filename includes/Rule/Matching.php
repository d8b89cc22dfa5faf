<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Db;

/**
 * Finds which rules speak for items. A few statements for some hundreds of them, whatever rules there are.
 *
 * The order in which they win: the rule of the product that it is a variation of; those of its categories and the ones
 * above, in the owner's order (a new rule stands before those of the categories above its own); the shop's.
 */
final class Matching {

	public function __construct( private readonly Db $db, private readonly RuleList $rules, private readonly Categories $categories ) {}

	/**
	 * @param list<array<string, string|null>> $rows  Of `items`: id, kind, parent_id.
	 * @param Rule|null                        $draft As if this one were there (in the place of the one with its number).
	 * @return array<int, list<Rule>> By item, in the order in which they win.
	 */
	public function of( array $rows, ?Rule $draft = null ): array {
		$products = array_map( self::product( ... ), $rows );
		$rules    = self::with( $this->rules->speaking( array_values( array_unique( $products ) ) ), $draft );
		$inside   = $this->inside( array_map( static fn( array $row ): int => (int) $row['id'], $rows ), $rules );
		$found    = array();
		foreach ( $rows as $row ) {
			$id           = (int) $row['id'];
			$found[ $id ] = array_values(
				array_filter(
					$rules,
					static fn( Rule $rule ): bool => match ( $rule->scope ) {
						Scope::Product  => self::product( $row ) === $rule->scope_id,
						Scope::Category => isset( $inside[ $id ][ $rule->scope_id ] ),
						Scope::Shop     => true,
					}
				)
			);
		}
		return $found;
	}

	/**
	 * @param list<array<string, string|null>> $rows  See of().
	 * @return array<int, Spoken> By item.
	 */
	public function spoken( array $rows, ?Rule $draft = null ): array {
		$spoken = array();
		$of     = $this->of( $rows, $draft );
		foreach ( $rows as $row ) {
			$spoken[ (int) $row['id'] ] = Spoken::of( $of[ (int) $row['id'] ], Kind::Bundle->value !== $row['kind'] );
		}
		return $spoken;
	}

	/**
	 * Which items a rule speaks for, as a condition on a row `i` of `items` whose parent's row is `p`.
	 */
	public function condition( Rule $rule ): Clause {
		if ( Scope::Shop === $rule->scope ) {
			return new Clause( '1 = 1' );
		}
		if ( Scope::Product === $rule->scope ) {
			return new Clause( '( i.parent_id = %d OR i.id = %d )', $rule->scope_id, $rule->scope_id );
		}
		$terms = $this->categories->with_below( array( $rule->scope_id ) )[ $rule->scope_id ] ?? array();
		return array() === $terms ? new Clause( '1 = 0' ) : new Clause(
			'EXISTS ( SELECT 1 FROM %i r WHERE r.object_id = COALESCE( p.product_id, i.product_id ) AND r.term_taxonomy_id IN (' . $this->db->marks( $terms ) . ') )',
			$this->db->wp_table( 'term_relationships' ),
			...$terms
		);
	}

	/**
	 * A variation is in the categories of its product.
	 *
	 * @param list<int>  $ids   Of items.
	 * @param list<Rule> $rules
	 * @return array<int, array<int, true>> By item: the categories of rules that it is in, or below.
	 */
	private function inside( array $ids, array $rules ): array {
		$wanted = array_map( static fn( Rule $rule ): int => $rule->scope_id, array_filter( $rules, static fn( Rule $rule ): bool => Scope::Category === $rule->scope ) );
		$below  = array() === $wanted ? array() : $this->categories->with_below( array_values( $wanted ) );
		$above  = array();
		foreach ( $below as $category => $terms ) {
			foreach ( $terms as $term ) {
				$above[ $term ][] = $category;
			}
		}
		if ( array() === $above || array() === $ids ) {
			return array();
		}
		$terms = array_keys( $above );
		$found = array();
		$rows  = $this->db->rows(
			'SELECT i.id, r.term_taxonomy_id FROM %i i LEFT JOIN %i p ON p.id = i.parent_id
			JOIN %i r ON r.object_id = COALESCE( p.product_id, i.product_id )
			WHERE i.id IN (' . $this->db->marks( $ids ) . ') AND r.term_taxonomy_id IN (' . $this->db->marks( $terms ) . ')',
			$this->db->table( 'items' ),
			$this->db->table( 'items' ),
			$this->db->wp_table( 'term_relationships' ),
			...array( ...$ids, ...$terms )
		);
		foreach ( $rows as $row ) {
			foreach ( $above[ (int) $row['term_taxonomy_id'] ] as $category ) {
				$found[ (int) $row['id'] ][ $category ] = true;
			}
		}
		return $found;
	}

	/**
	 * @param list<Rule> $rules In the order in which they win.
	 * @return list<Rule> With the draft at its place.
	 */
	private static function with( array $rules, ?Rule $draft ): array {
		if ( null === $draft ) {
			return $rules;
		}
		$others = array_filter( $rules, static fn( Rule $rule ): bool => $rule->scope !== $draft->scope || $rule->scope_id !== $draft->scope_id );
		$all    = array( ...$others, $draft );
		usort( $all, static fn( Rule $one, Rule $other ): int => $one->compare( $other ) );
		return $all;
	}

	/**
	 * The item whose product rule counts: the product that it is a variation of, or itself.
	 *
	 * @param array<string, string|null> $row
	 */
	private static function product( array $row ): int {
		return (int) ( $row['parent_id'] ?? $row['id'] );
	}
}
