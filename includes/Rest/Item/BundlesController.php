<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Bundle\Bottleneck;
use WooInventoryGuard\Catalog\Bundle\BundleComponent;
use WooInventoryGuard\Catalog\Bundle\BundleContents;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Listing\ItemList;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\ListQuery;
use WooInventoryGuard\Catalog\Listing\SortBy;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Bundles to look at: the list with what runs out first, one taken apart, and where an item is used. They are changed
 * through their components.
 */
final class BundlesController extends Controller {

	public function __construct(
		private readonly ItemList $list,
		private readonly Items $items,
		private readonly BundleContents $contents,
		private readonly ItemShape $shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/bundles', Access::VIEW, $this->index( ... ), 'List bundles, each with the part that runs out first.', 'bundle', many: true, query: 'bundles-query' ),
			new Operation( 'GET', '/items/{id}/contents', Access::VIEW, $this->contents( ... ), 'Take a bundle apart: every bundle in it at any depth, and what all of its parts have.', 'contents', refusals: array( 404 ), versioned: true ),
			new Operation( 'GET', '/items/{id}/used-in', Access::VIEW, $this->used_in( ... ), 'List the bundles that have this item as a component.', 'use', many: true, query: 'page-query', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page   = new Page( $call );
		$status = $call->text( 'status' );
		$found  = $this->list->page(
			new ListQuery(
				search: (string) $call->text( 'search' ),
				status: null === $status ? null : StockStatus::from_slug( $status ),
				kind: Kind::Bundle,
				sort: SortBy::from( (string) $call->text( 'orderby' ) ),
				descending: 'desc' === $call->text( 'order' ),
				page: $page->number,
				per_page: $page->size
			)
		);
		$ids    = array_map( static fn( Item $item ): int => $item->id, $found->items );
		$least  = $this->contents->bottlenecks( $ids );
		$sizes  = $this->contents->sizes( $ids );
		$rows   = array();
		foreach ( $this->shape->many( $found->items ) as $index => $shaped ) {
			$id     = $ids[ $index ];
			$rows[] = array(
				'item'       => $shaped,
				'components' => $sizes[ $id ] ?? 0,
				'bottleneck' => isset( $least[ $id ] ) ? self::bottleneck( $least[ $id ] ) : null,
			);
		}
		return $page->response( $rows, $found->total );
	}

	private function contents( Call $call ): \WP_REST_Response {
		$item     = $this->items->find( $call->id() ) ?? throw NotThere::item();
		$contents = $this->contents->of( $item );
		$bundles  = array();
		foreach ( $contents['bundles'] as $id => $components ) {
			$bundles[] = array(
				'item_id'    => $id,
				'components' => array_map( self::component( ... ), $components ),
			);
		}
		$response = new \WP_REST_Response(
			array(
				'item_id' => $item->id,
				'version' => $item->version,
				'bundles' => $bundles,
				'items'   => $this->shape->many( $contents['items'] ),
			)
		);
		$response->header( 'ETag', '"' . $item->version . '"' );
		return $response;
	}

	private function used_in( Call $call ): \WP_REST_Response {
		$item = $this->items->find( $call->id() ) ?? throw NotThere::item();
		$page = new Page( $call );
		return $page->response( array_map( self::in_bundle( ... ), $this->contents->with( $item->id, $page->offset(), $page->size ) ), $this->contents->count_with( $item->id ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function bottleneck( Bottleneck $least ): array {
		return array(
			'item_id'      => $least->item->id,
			'sku'          => $least->item->sku,
			'name'         => $least->item->name,
			'quantity'     => $least->per_set->json(),
			'offered'      => $least->offered->json(),
			'sets'         => $least->sets->json(),

			'alternatives' => array_map(
				static fn( Item $item ): array => array(
					'item_id' => $item->id,
					'name'    => $item->name,
				),
				$least->alternatives
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function component( Choice $choice ): array {
		return array(
			'item_id'      => $choice->items[0],
			'quantity'     => $choice->quantity->json(),
			'optional'     => $choice->optional,
			'alternatives' => array_map( static fn( int $id ): array => array( 'item_id' => $id ), array_slice( $choice->items, 1 ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function in_bundle( BundleComponent $place ): array {
		return array(
			'item_id'   => $place->item->id,
			'sku'       => $place->item->sku,
			'name'      => $place->item->name,
			'quantity'  => $place->quantity->json(),
			'available' => $place->item->available->json(),
		);
	}
}
