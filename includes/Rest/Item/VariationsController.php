<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\VariationAttribute;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;

/**
 * The variations of a product with what sets them apart.
 */
final class VariationsController extends Controller {

	/**
	 * @param \Closure(int): list<VariationAttribute> $attributes Of a product; the shop knows them. Empty where there is no shop.
	 */
	public function __construct( private readonly Items $items, private readonly ItemShape $shape, private readonly \Closure $attributes ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/items/{id}/variations', Access::VIEW, $this->show( ... ), 'Read the variations of a product, with the attributes that set them apart.', 'variations', refusals: array( 404 ) ),
		);
	}

	private function show( Call $call ): \WP_REST_Response {
		$parent     = $this->items->find( $call->id() ) ?? throw NotThere::item();
		$attributes = null === $parent->product_id ? array() : ( $this->attributes )( $parent->product_id );
		$items      = $this->items->by_product_ids( array() === $attributes ? array() : array_keys( $attributes[0]->chosen ) );
		$shaped     = $this->shape->many( array( $parent, ...array_values( $items ) ) );
		$variations = array();
		foreach ( array_values( $items ) as $index => $item ) {
			$variations[] = array(
				'item'    => $shaped[ $index + 1 ],
				'options' => array_map( static fn( VariationAttribute $attribute ): string => $attribute->chosen[ (int) $item->product_id ] ?? '', $attributes ),
			);
		}
		return new \WP_REST_Response(
			array(
				'item'       => $shaped[0],
				'attributes' => array_map( self::attribute( ... ), $attributes ),
				'variations' => $variations,
			)
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function attribute( VariationAttribute $attribute ): array {
		$values = array();
		foreach ( $attribute->values as $value => $name ) {
			$values[] = array(
				'value' => (string) $value,
				'name'  => $name,
			);
		}
		return array(
			'name'   => $attribute->name,
			'values' => $values,
		);
	}
}
