<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\BundleComponent;
use WooInventoryGuard\Catalog\Bundles;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Stock\Component;
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
		$entries    = $call->entries( 'components' );
		$components = array_map(
			static fn( int $id, array $entry ): Component => new Component( $id, $entry['quantity'] instanceof Quantity ? $entry['quantity'] : Quantity::zero() ),
			$this->lines->ids( $call, $entries, 'components' ),
			$entries
		);
		$this->bundles->put( $call->id(), $components, $call->if_match() );
		if ( array() !== $components ) {
			return $this->show( $call );
		}
		// Without components a product of the shop is no bundle any more, and has no list.
		return $this->answer( $this->item( $call ), array() );
	}

	private function item( Call $call ): Item {
		return $this->items->find( $call->id() ) ?? throw NotThere::item();
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function shape( BundleComponent $component ): array {
		return array(
			'item_id'   => $component->item->id,
			'sku'       => $component->item->sku,
			'name'      => $component->item->name,
			'kind'      => $component->item->kind->value,
			'quantity'  => $component->quantity->json(),
			'available' => $component->item->available->json(),
		);
	}
}
