<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Stock\Quantity;

/**
 * What counts for an item that may inherit, as SQL over its row of `items`: what it says itself, else what its parent
 * says in WooCommerce, else what a rule says, else the shop's default.
 *
 * `own_…` (and low_stock_threshold) is written by who changes the item, `parent_low` by who follows its product, `rule_…`
 * by who applies rules; each of them writes what counts in the same statement, from the columns of the others as they
 * are at that moment. So two of them at once come to the same end in either order, and none needs to ask another.
 */
final class Inherited {

	/**
	 * @param Clause $own  What the item says; NULL is nothing. So for the others.
	 * @param Clause $rule What a rule says.
	 */
	public static function low_at( Clause $own, Clause $parent, Clause $rule, Quantity $shop_default ): Clause {
		return Clause::of( 'COALESCE( %%, %%, %%, %% )', $own, $parent, $rule, Clause::quantity( $shop_default ) );
	}

	public static function backorders( Clause $own, Clause $rule ): Clause {
		return Clause::of( "COALESCE( %%, %%, 'no' )", $own, $rule );
	}

	public static function limit( Clause $own, Clause $rule ): Clause {
		return Clause::of( 'COALESCE( %%, %% )', $own, $rule );
	}

	/**
	 * @param Clause $own '' is nothing.
	 */
	public static function text( Clause $own, Clause $rule ): Clause {
		return Clause::of( "COALESCE( NULLIF( %%, '' ), %%, '' )", $own, $rule );
	}

	/**
	 * What the item says of backorders after its product was saved. "Do not allow" is what every product says that nobody
	 * has touched; who takes an allowance away in WooCommerce means it. (A bundle has none of its own, and what is not
	 * counted says nothing.)
	 *
	 * @param Clause $product What the product says.
	 */
	public static function own_after_saving( Clause $product, bool $counts ): Clause {
		return $counts
			? Clause::of( "CASE WHEN %% <> 'no' THEN %% WHEN own_backorders IS NULL THEN NULL ELSE 'no' END", $product, $product )
			: new Clause( 'NULL' );
	}
}
