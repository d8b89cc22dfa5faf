<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Rule\Names;
use WooInventoryGuard\Rule\Rule;
use WooInventoryGuard\Rule\Values;
use WooInventoryGuard\Stock\Quantity;

/**
 * Rules, and where values come from, as the outside sees them: see Schema/rule*.json and Schema/item-from.json.
 */
final class RuleShape {

	/** What the parts of a rule are called outside. */
	public const FIELDS = array(
		'low'        => 'low_stock_threshold',
		'backorders' => 'backorders',
		'limit'      => 'backorder_limit',
		'text'       => 'backorder_text',
	);

	/**
	 * @return array<string, mixed>
	 */
	public static function rule( Rule $rule, string $name, int $items ): array {
		return array(
			'id'                  => $rule->id,
			'scope'               => $rule->scope->value,
			'scope_id'            => $rule->scope_id,
			'scope_name'          => $name,
			'items'               => $items,
			'low_stock_threshold' => $rule->low?->json(),
			'backorders'          => $rule->backorders?->value,
			'backorder_limit'     => $rule->limit?->json(),
			'backorder_text'      => $rule->text,
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function example( Item $item, Values $before, Values $after ): array {
		return array(
			'item_id' => $item->id,
			'name'    => $item->name,
			'sku'     => $item->sku,
			'before'  => self::values( $before ),
			'after'   => self::values( $after ),
		);
	}

	/**
	 * @param array<string, list<array{level: string, name: string, rule_id: int|null, value: Quantity|string|null}>> $voices By part.
	 * @return array<string, mixed>
	 */
	public static function voices( int $item_id, array $voices ): array {
		$shape = array( 'item_id' => $item_id );
		foreach ( self::FIELDS as $part => $field ) {
			$shape[ $field ] = array_map(
				static fn( array $voice ): array => array( 'value' => $voice['value'] instanceof Quantity ? $voice['value']->json() : $voice['value'] ) + $voice,
				$voices[ $part ] ?? array()
			);
		}
		return $shape;
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function own( Item $item ): array {
		return array(
			'backorders'      => $item->own_backorders?->value,
			'backorder_limit' => $item->own_limit?->json(),
			'backorder_text'  => $item->own_text,
		);
	}

	/**
	 * Where what counts comes from: by field.
	 *
	 * @param array<int, array{scope: \WooInventoryGuard\Rule\Scope, name: string}> $names Of rules.
	 * @return array<string, array{level: string, name: string, rule_id: int|null}>
	 */
	public static function from( Item $item, array $names ): array {
		$own  = array(
			'low'        => null !== $item->low_stock_threshold,
			'backorders' => null !== $item->own_backorders,
			'limit'      => null !== $item->own_limit,
			'text'       => '' !== $item->own_text,
		);
		$from = array();
		foreach ( self::FIELDS as $part => $field ) {
			$rule           = $item->rules[ $part ];
			$from[ $field ] = match ( true ) {
				$own[ $part ]                                    => self::origin( Kind::Variation === $item->kind ? 'variation' : 'item', '', null ),
				'low' === $part && null !== $item->parent_low    => self::origin( 'product', '', null ),
				null !== $rule && isset( $names[ $rule ] )       => self::origin( $names[ $rule ]['scope']->value, $names[ $rule ]['name'], $rule ),
				default                                          => self::origin( 'shop', '', null ),
			};
		}
		return $from;
	}

	/**
	 * @param list<Item> $items
	 * @return array<int, array{scope: \WooInventoryGuard\Rule\Scope, name: string}> Names of all rules that speak for them.
	 */
	public static function names( Names $names, array $items ): array {
		$ids = array();
		foreach ( $items as $item ) {
			$ids += array_flip( array_filter( $item->rules, is_int( ... ) ) );
		}
		return array() === $ids ? array() : $names->of( array_keys( $ids ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function values( Values $values ): array {
		return array(
			'low_stock_threshold' => $values->low->json(),
			'backorders'          => $values->backorders->value,
			'backorder_limit'     => $values->limit?->json(),
			'backorder_text'      => $values->text,
		);
	}

	/**
	 * @return array{level: string, name: string, rule_id: int|null}
	 */
	private static function origin( string $level, string $name, ?int $rule_id ): array {
		return array(
			'level'   => $level,
			'name'    => $name,
			'rule_id' => $rule_id,
		);
	}
}
