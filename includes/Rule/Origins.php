<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Stock\Quantity;

/**
 * Everything that anybody says for one item, and which of it counts.
 */
final class Origins {

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct( private readonly Matching $matching, private readonly Names $names, private readonly Items $items, private readonly \Closure $default_low ) {}

	/**
	 * The first voice that says something is the one that counts.
	 *
	 * @return array<string, list<array{level: string, name: string, rule_id: int|null, value: Quantity|string|null}>> By part (as in Rule::PARTS); a value of NULL says nothing.
	 */
	public function of( Item $item ): array {
		$row    = array(
			'id'        => (string) $item->id,
			'kind'      => $item->kind->value,
			'parent_id' => null === $item->parent_id ? null : (string) $item->parent_id,
		);
		$rules  = $this->matching->of( array( $row ) )[ $item->id ];
		$names  = $this->names->of_rules( $rules );
		$voices = array();
		foreach ( Kind::Bundle === $item->kind ? array( 'low' ) : Rule::PARTS as $part ) {
			$voices[ $part ] = array( self::voice( Kind::Variation === $item->kind ? 'variation' : 'item', '', null, self::own( $item, $part ) ) );
			if ( 'low' === $part && null !== $item->parent_low ) {
				$voices[ $part ][] = self::voice( 'product', $this->items->find( (int) $item->parent_id )->name ?? '', null, $item->parent_low );
			}
			foreach ( $rules as $rule ) {
				$voices[ $part ][] = self::voice( $rule->scope->value, $names[ $rule->id ], $rule->id, self::said( $rule, $part ) );
			}
			if ( 'low' === $part ) {
				$voices[ $part ][] = self::voice( 'shop', '', null, ( $this->default_low )() );
			} elseif ( 'backorders' === $part ) {
				$voices[ $part ][] = self::voice( 'shop', '', null, 'no' );
			}
		}
		return $voices;
	}

	/**
	 * @param Quantity|string|null $value
	 * @return array{level: string, name: string, rule_id: int|null, value: Quantity|string|null}
	 */
	private static function voice( string $level, string $name, ?int $rule_id, Quantity|string|null $value ): array {
		return array(
			'level'   => $level,
			'name'    => $name,
			'rule_id' => $rule_id,
			'value'   => '' === $value ? null : $value,
		);
	}

	private static function own( Item $item, string $part ): Quantity|string|null {
		return match ( $part ) {
			'low'        => $item->low_stock_threshold,
			'backorders' => $item->own_backorders?->value,
			'limit'      => $item->own_limit,
			default      => $item->own_text,
		};
	}

	private static function said( Rule $rule, string $part ): Quantity|string|null {
		return match ( $part ) {
			'low'        => $rule->low,
			'backorders' => $rule->backorders?->value,
			'limit'      => $rule->limit,
			default      => $rule->text,
		};
	}
}
