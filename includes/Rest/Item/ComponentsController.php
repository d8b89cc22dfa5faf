<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Bundle\BundleComponent;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Lines;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a bundle is made of.
 */
final class ComponentsController extends Controller {

	public function __construct( private readonly Bundles $bundles, private readonly Items $items, private readonly Lines $lines ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/items/{id}/components', Access::VIEW, $this->show( ... ), 'Read what a bundle is made of.', 'components', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/items/{id}/components', Access::ADJUST, $this->replace( ... ), 'Replace the whole list of components. A simple product without stock of its own becomes a bundle that way.', 'components', body: 'components-request', refusals: array( 404, 409, 412 ), versioned: true ),
		);
	}

	private function show( Call $call ): \WP_REST_Response {
		$bundle = $this->item( $call );
		return $this->answer( $bundle, $this->bundles->list_of( $bundle->id ) );
	}

	/**
	 * @param list<BundleComponent> $components
	 */
	private function answer( Item $bundle, array $components ): \WP_REST_Response {
		$response = new \WP_REST_Response(
			array(
				'item_id'    => $bundle->id,
				'version'    => $bundle->version,
				'components' => array_map( self::shape( ... ), $components ),
			)
		);
		$response->header( 'ETag', '"' . $bundle->version . '"' );
		return $response;
	}

	private function replace( Call $call ): \WP_REST_Response {
		$call->key();
		$this->item( $call );
		$choices = $this->choices( $call );
		$this->bundles->put( $call->id(), $choices, $call->if_match() );
		if ( array() !== $choices ) {
			return $this->show( $call );
		}
		// Without components a product of the shop is no bundle any more, and has no list.
		return $this->answer( $this->item( $call ), array() );
	}

	/**
	 * @return list<Choice>
	 */
	private function choices( Call $call ): array {
		$entries = $call->entries( 'components' );
		$first   = $this->lines->ids( $call, $entries, 'components' );
		$choices = array();
		foreach ( $entries as $at => $entry ) {
			/** @var list<array<mixed>> $others */
			$others    = is_array( $entry['alternatives'] ?? null ) ? array_values( $entry['alternatives'] ) : array();
			$choices[] = new Choice(
				array( $first[ $at ], ...$this->lines->ids( $call, $others, "components[{$at}].alternatives" ) ),
				$entry['quantity'] instanceof Quantity ? $entry['quantity'] : Quantity::zero(),
				true === ( $entry['optional'] ?? false )
			);
		}
		return $choices;
	}

	private function item( Call $call ): Item {
		return $this->items->find( $call->id() ) ?? throw NotThere::item();
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function shape( BundleComponent $component ): array {
		return self::item_shape( $component->item, $component->quantity ) + array(
			'optional'     => $component->optional,
			'alternatives' => array_map( static fn( Item $item ): array => self::item_shape( $item ), $component->alternatives ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function item_shape( Item $item, ?Quantity $quantity = null ): array {
		return array(
			'item_id' => $item->id,
			'sku'     => $item->sku,
			'name'    => $item->name,
			'kind'    => $item->kind->value,
		) + ( null === $quantity ? array() : array( 'quantity' => $quantity->json() ) ) + array(
			'available' => $item->available->json(),
		);
	}
}
