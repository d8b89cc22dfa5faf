<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\SpecialItems;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * The owner's rules, one for each product, category or the shop. Each change also says that all items have to be looked
 * at anew, in the same transaction (see Work).
 */
final class RuleList {

	/** Autoloaded: a shop without rules pays nothing for them. */
	public const OPTION = 'woo_inventory_guard_has_rules';

	/** In the order in which they win. */
	private const ORDER = " ORDER BY CASE scope WHEN 'product' THEN 1 WHEN 'category' THEN 2 ELSE 3 END, place, id";

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Turn $turn, private readonly Categories $categories ) {}

	public static function any(): bool {
		return '1' === get_option( self::OPTION, '' );
	}

	public function find( int $id ): ?Rule {
		$row = $this->db->row( 'SELECT ' . Rule::COLUMNS . ' FROM %i WHERE id = %d', $this->table(), $id );
		return null === $row ? null : Rule::from_row( $row );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Rule> By number.
	 */
	public function find_many( array $ids ): array {
		$rows = array() === $ids ? array() : $this->db->rows( 'SELECT ' . Rule::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->table(), ...$ids );
		return array_column( array_map( static fn( array $row ): array => array( (int) $row['id'], Rule::from_row( $row ) ), $rows ), 1, 0 );
	}

	/**
	 * @return list<Rule> In the order in which they win.
	 */
	public function page( int $size, int $offset ): array {
		return array_map( Rule::from_row( ... ), $this->db->rows( 'SELECT ' . Rule::COLUMNS . ' FROM %i' . self::ORDER . ' LIMIT %d OFFSET %d', $this->table(), $size, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->table() );
	}

	/**
	 * All rules of categories and of the shop, and those of some products.
	 *
	 * @param list<int> $product_items Numbers of items.
	 * @return list<Rule> In the order in which they win.
	 */
	public function speaking( array $product_items ): array {
		$products = array() === $product_items ? array( 0 ) : $product_items;
		return array_map(
			Rule::from_row( ... ),
			$this->db->rows( 'SELECT ' . Rule::COLUMNS . " FROM %i WHERE scope <> 'product' OR scope_id IN (" . $this->db->marks( $products ) . ')' . self::ORDER . $this->db->newest(), $this->table(), ...$products )
		);
	}

	/**
	 * A rule for a category comes before those of the categories above it, the special before the general; else last.
	 *
	 * @param Rule $rule Without id and place.
	 * @throws RuleTaken When its product, its category or the shop has one.
	 */
	public function create( Rule $rule ): Rule {
		$above = Scope::Category === $rule->scope ? $this->categories->above( $rule->scope_id ) : array();
		try {
			$id = $this->db->transaction(
				function () use ( $rule, $above ): int {
					$this->turn->take();
					$this->insert( $rule, Scope::Category === $rule->scope ? $this->make_place( $above ) : 0 );
					$id = $this->db->insert_id();
					$this->turn->begin();
					return $id;
				}
			);
		} catch ( DuplicateKey ) {
			throw new RuleTaken( $rule->scope, $rule->scope_id );
		}
		update_option( self::OPTION, '1', true );
		return $this->noted( $this->find( $id ) ?? $rule );
	}

	/**
	 * What it is for stays.
	 *
	 * @return Rule|null NULL when there is none.
	 */
	public function change( int $id, Rule $rule ): ?Rule {
		$this->db->transaction(
			function () use ( $id, $rule ): void {
				$this->turn->take();
				$this->db->execute(
					"UPDATE %i SET low = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), backorders = NULLIF( %s, '' ), backorder_limit = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), backorder_text = %s, updated_at = %s WHERE id = %d",
					$this->table(),
					...array( ...self::values( $rule ), Clock::sql( $this->clock->now() ), $id )
				);
				$this->turn->begin();
			}
		);
		$after = $this->find( $id );
		return null === $after ? null : $this->noted( $after );
	}

	public function delete( int $id ): bool {
		$gone = $this->db->transaction(
			function () use ( $id ): bool {
				$this->turn->take();
				$gone = 1 === $this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->table(), $id );
				$this->turn->begin();
				return $gone;
			}
		);
		// The option stays until all items have forgotten the last rule: see Work.
		return $gone;
	}

	/**
	 * The rule of a category, or of a product, that is gone.
	 */
	public function forget( Scope $scope, int $scope_id ): void {
		$id = $this->db->value( 'SELECT id FROM %i WHERE scope = %s AND scope_id = %d', $this->table(), $scope->value, $scope_id );
		if ( null !== $id ) {
			$this->delete( (int) $id );
		}
	}

	/**
	 * Puts the rules of categories in order. Refused (OrderChanged) when these are not all of them.
	 *
	 * @param list<int> $ids All of them, the first to win first.
	 */
	public function reorder( array $ids ): void {
		$this->db->transaction(
			function () use ( $ids ): void {
				$this->turn->take();
				$there = array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE scope = 'category' ORDER BY id" . $this->db->newest(), $this->table() ) );
				$sent  = $ids;
				sort( $sent );
				if ( $sent !== $there ) {
					throw new OrderChanged();
				}
				foreach ( $ids as $place => $id ) {
					$this->db->execute( 'UPDATE %i SET place = %d WHERE id = %d', $this->table(), $place + 1, $id );
				}
				$this->turn->begin();
			}
		);
	}

	private function insert( Rule $rule, int $place ): void {
		$this->db->execute(
			"INSERT INTO %i (scope, scope_id, place, low, backorders, backorder_limit, backorder_text, updated_at)
			VALUES (%s, %d, %d, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), NULLIF( %s, '' ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), %s, %s)",
			$this->table(),
			$rule->scope->value,
			$rule->scope_id,
			$place,
			...array( ...self::values( $rule ), Clock::sql( $this->clock->now() ) )
		);
	}

	/**
	 * @param list<int> $above Categories whose rules must come later.
	 * @return int A place that is free.
	 */
	private function make_place( array $above ): int {
		$first = array() === $above ? null : $this->db->value( "SELECT MIN( place ) FROM %i WHERE scope = 'category' AND scope_id IN (" . $this->db->marks( $above ) . ')', $this->table(), ...$above );
		if ( null === $first ) {
			return 1 + (int) $this->db->value( "SELECT MAX( place ) FROM %i WHERE scope = 'category'", $this->table() );
		}
		$this->db->execute( "UPDATE %i SET place = place + 1 WHERE scope = 'category' AND place >= %d", $this->table(), (int) $first );
		return (int) $first;
	}

	private function noted( Rule $rule ): Rule {
		if ( $rule->is_of_sale() ) {
			SpecialItems::there_are();
		}
		return $rule;
	}

	/**
	 * @return array{string, string, string, string}
	 */
	private static function values( Rule $rule ): array {
		return array( (string) $rule->low?->sql(), (string) $rule->backorders?->value, (string) $rule->limit?->sql(), $rule->text );
	}

	private function table(): string {
		return $this->db->table( 'rules' );
	}
}
