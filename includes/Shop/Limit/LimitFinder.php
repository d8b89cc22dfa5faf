<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Shop\Product\SoldItems;
use WooInventoryGuard\Stock\Quantity;

/**
 * Finds the limits that speak of products: their own, those of the product that they are a variation of, and those of
 * their categories and the ones above.
 */
final class LimitFinder {

	private const TAXONOMY = 'product_cat';

	/** @var array<int, array{items: list<int>, categories: list<int>}> By product id, for this request. */
	private array $scopes = array();

	public function __construct( private readonly Limits $limits, private readonly Items $items, private readonly SoldItems $shown ) {}

	/**
	 * For shoppers to read; what decides is asked with demands().
	 *
	 * @return list<Limit>
	 */
	public function of_product( int $product_id ): array {
		if ( ! $this->limits->any() ) {
			return array();
		}
		$scopes = $this->scopes( $product_id );
		return $this->limits->shown( $scopes['items'], $scopes['categories'] );
	}

	/**
	 * The limit that is the product's alone, by which its own quantity field goes. (Six of a category, or of a product
	 * with variations, may be six different ones.)
	 */
	public function own( \WC_Product $product ): ?Limit {
		if ( ! $this->limits->any() || $product->is_type( 'variable' ) ) {
			return null;
		}
		$item = $this->shown->own( $product );
		return null === $item ? null : $this->limits->shown( array( $item->id ), array() )[0] ?? null;
	}

	/**
	 * @param array<OrderLine> $lines
	 * @return list<Demand> In the order of the limits' numbers.
	 */
	public function demands( array $lines ): array {
		if ( ! $this->limits->any() ) {
			return array();
		}
		$items      = array();
		$categories = array();
		foreach ( $lines as $line ) {
			$scopes     = $this->scopes( $line->bought_id );
			$items      = array_merge( $items, $scopes['items'] );
			$categories = array_merge( $categories, $scopes['categories'] );
		}
		$limits = $this->limits->for_scopes( array_values( array_unique( $items ) ), array_values( array_unique( $categories ) ) );
		return array_map( fn( Limit $limit ): Demand => $this->demand( $limit, $lines ), $limits );
	}

	public function name( Limit $limit, string $otherwise = '' ): string {
		if ( Scope::Category === $limit->scope ) {
			$term = get_term( $limit->scope_id, self::TAXONOMY );
			return $term instanceof \WP_Term ? wp_specialchars_decode( $term->name, ENT_QUOTES ) : $otherwise;
		}
		return $this->items->find( $limit->scope_id )->name ?? $otherwise;
	}

	/**
	 * @param array<OrderLine> $lines
	 */
	private function demand( Limit $limit, array $lines ): Demand {
		$wanted = Quantity::zero();
		$open   = array();
		$name   = null;
		foreach ( $lines as $line ) {
			$scopes = $this->scopes( $line->bought_id );
			if ( ! in_array( $limit->scope_id, Scope::Item === $limit->scope ? $scopes['items'] : $scopes['categories'], true ) ) {
				continue;
			}
			$name   = null === $name && Scope::Item === $limit->scope ? $line->name : '';
			$wanted = $wanted->plus( $line->wanted );
			if ( null !== $line->item_id && $line->open()->is_positive() ) {
				$open[ $line->item_id ] = $line->open()->plus( $open[ $line->item_id ] ?? Quantity::zero() );
			}
		}
		return new Demand( $limit, null === $name || '' === $name ? $this->name( $limit ) : $name, $wanted, $open );
	}

	/**
	 * @return array{items: list<int>, categories: list<int>}
	 */
	private function scopes( int $product_id ): array {
		if ( isset( $this->scopes[ $product_id ] ) ) {
			return $this->scopes[ $product_id ];
		}
		$parent     = (int) wp_get_post_parent_id( $product_id );
		$categories = array();
		foreach ( wc_get_product_term_ids( 0 < $parent ? $parent : $product_id, self::TAXONOMY ) as $term ) {
			$categories = array_merge( $categories, array( (int) $term ), array_map( 'intval', get_ancestors( (int) $term, self::TAXONOMY, 'taxonomy' ) ) );
		}
		$items = array();
		foreach ( array_filter( array( $this->shown->of_number( $product_id ), 0 < $parent ? $this->shown->of_number( $parent ) : null ) ) as $item ) {
			$items[] = $item->id;
		}
		$this->scopes[ $product_id ] = array(
			'items'      => $items,
			'categories' => array_values( array_unique( $categories ) ),
		);
		return $this->scopes[ $product_id ];
	}
}
