<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Items;

/**
 * What rules are called: by the product or category that they are for.
 */
final class Names {

	/** @var array<int, array{scope: Scope, name: string}> By rule, as this request read them. */
	private array $known = array();

	public function __construct( private readonly RuleList $rules, private readonly Items $items, private readonly Categories $categories ) {}

	/**
	 * @param list<int> $ids Of rules.
	 * @return array<int, array{scope: Scope, name: string}> By rule; the name is '' for the shop, and for what is gone.
	 */
	public function of( array $ids ): array {
		$missing = array_values( array_diff( array_unique( $ids ), array_keys( $this->known ) ) );
		if ( array() !== $missing ) {
			$rules = $this->rules->find_many( $missing );
			$names = $this->of_rules( array_values( $rules ) );
			foreach ( $rules as $id => $rule ) {
				$this->known[ $id ] = array(
					'scope' => $rule->scope,
					'name'  => $names[ $id ],
				);
			}
		}
		return array_intersect_key( $this->known, array_flip( $ids ) );
	}

	/**
	 * @param list<Rule> $rules
	 * @return array<int, string> By rule.
	 */
	public function of_rules( array $rules ): array {
		$ids        = static fn( Scope $scope ): array => array_values( array_map( static fn( Rule $rule ): int => $rule->scope_id, array_filter( $rules, static fn( Rule $rule ): bool => $scope === $rule->scope ) ) );
		$products   = $ids( Scope::Product );
		$categories = $ids( Scope::Category );
		$items      = array() === $products ? array() : $this->items->find_many( $products );
		$names      = array() === $categories ? array() : $this->categories->names( $categories );
		$found      = array();
		foreach ( $rules as $rule ) {
			$found[ $rule->id ] = match ( $rule->scope ) {
				Scope::Product  => $items[ $rule->scope_id ]->name ?? '',
				Scope::Category => $names[ $rule->scope_id ] ?? '',
				Scope::Shop     => '',
			};
		}
		return $found;
	}
}
