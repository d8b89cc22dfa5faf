<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Which items a rule speaks for, and what it would change.
 */
final class Preview {

	private const EXAMPLES = 5;

	private const MANY = 10_000;

	/** Among so many the examples are looked for: those that would change come first. */
	private const LOOKED_AT = 100;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Items $items,
		private readonly Matching $matching,
		private readonly RuleList $rules,
		private readonly Categories $categories,
		private readonly \Closure $default_low
	) {}

	/**
	 * How many counted items a rule speaks for, whether or not they take something from it.
	 */
	public function count( Rule $rule ): int {
		$where = $this->matching->condition( $rule );
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i i LEFT JOIN %i p ON p.id = i.parent_id WHERE i.tracked = 1 AND ' . $where->sql, $this->db->table( 'items' ), $this->db->table( 'items' ), ...$where->args );
	}

	/**
	 * The same for a list of rules, which need not know exactly how many too many are.
	 *
	 * @return int One more than MANY where there are more.
	 */
	public function count_few( Rule $rule ): int {
		$where = Clause::of( 'i.tracked = 1 AND %% LIMIT %%', $this->matching->condition( $rule ), new Clause( '%d', self::MANY + 1 ) );
		return (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i i LEFT JOIN %i p ON p.id = i.parent_id WHERE ' . $where->sql . ' ) AS few', $this->db->table( 'items' ), $this->db->table( 'items' ), ...$where->args );
	}

	/**
	 * @return list<Item> By name.
	 */
	public function items( Rule $rule, int $size, int $offset ): array {
		$ids  = $this->ids( $rule, $size, $offset );
		$many = $this->items->find_many( $ids );
		return array_values( array_filter( array_map( static fn( int $id ): ?Item => $many[ $id ] ?? null, $ids ) ) );
	}

	/**
	 * @param Rule $draft With the number of the one that it would replace, or 0.
	 * @return array{items: int, examples: list<array{item: Item, before: Values, after: Values}>}
	 */
	public function of( Rule $draft ): array {
		$draft    = $this->placed( $draft );
		$items    = $this->items( $draft, self::LOOKED_AT, 0 );
		$rows     = array_map(
			static fn( Item $item ): array => array(
				'id'        => (string) $item->id,
				'kind'      => $item->kind->value,
				'parent_id' => null === $item->parent_id ? null : (string) $item->parent_id,
			),
			$items
		);
		$spoken   = $this->matching->spoken( $rows, $draft );
		$examples = array_map(
			fn( Item $item ): array => array(
				'item'   => $item,
				'before' => Values::now( $item ),
				'after'  => Values::with( $item, $spoken[ $item->id ], ( $this->default_low )() ),
			),
			$items
		);
		// The sort keeps the order by name within both.
		usort( $examples, static fn( array $one, array $other ): int => $one['before']->equals( $one['after'] ) <=> $other['before']->equals( $other['after'] ) );
		return array(
			'items'    => $this->count( $draft ),
			'examples' => array_slice( $examples, 0, self::EXAMPLES ),
		);
	}

	/**
	 * @return list<int>
	 */
	private function ids( Rule $rule, int $size, int $offset ): array {
		$where = $this->matching->condition( $rule );
		$all   = Clause::of( 'i.tracked = 1 AND %% ORDER BY i.name, i.id LIMIT %%', $where, new Clause( '%d OFFSET %d', $size, $offset ) );
		return array_map(
			'intval',
			$this->db->column( 'SELECT i.id FROM %i i LEFT JOIN %i p ON p.id = i.parent_id WHERE ' . $all->sql, $this->db->table( 'items' ), $this->db->table( 'items' ), ...$all->args )
		);
	}

	/**
	 * Where the draft would stand among the rules of categories, as RuleList makes its place.
	 */
	private function placed( Rule $draft ): Rule {
		$place = 0;
		if ( Scope::Category === $draft->scope ) {
			$above = $this->categories->above( $draft->scope_id );
			$place = PHP_INT_MAX;
			foreach ( $this->rules->speaking( array() ) as $rule ) {
				if ( Scope::Category === $rule->scope && $rule->scope_id === $draft->scope_id ) {
					return new Rule( $rule->id, $draft->scope, $draft->scope_id, $rule->place, $draft->low, $draft->backorders, $draft->limit, $draft->text );
				}
				if ( Scope::Category === $rule->scope && in_array( $rule->scope_id, $above, true ) ) {
					$place = min( $place, $rule->place );
				}
			}
		}
		return new Rule( 0, $draft->scope, $draft->scope_id, $place, $draft->low, $draft->backorders, $draft->limit, $draft->text );
	}
}
