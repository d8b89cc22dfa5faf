<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Listing\ItemList;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\ListQuery;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Catalog\Listing\SortBy;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Items: products, variations, parts and bundles. There is no DELETE: the ledger speaks of items for ever.
 */
final class ItemsController extends Controller {

	public function __construct(
		private readonly Items $items,
		private readonly ItemList $list,
		private readonly ItemWriter $writer,
		private readonly ItemShape $shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/items', Access::VIEW, $this->index( ... ), 'List items.', 'item', many: true, query: 'items-query' ),
			new Operation( 'POST', '/items', Access::ADJUST, $this->create( ... ), 'Make a part or a bundle.', 'item', body: 'item-request', status: 201, refusals: array( 422 ), versioned: true ),
			new Operation( 'GET', '/items/{id}', Access::VIEW, $this->show( ... ), 'Read one item, with its levels and what holds it.', 'item', refusals: array( 404 ), versioned: true ),
			new Operation( 'PUT', '/items/{id}', Access::ADJUST, $this->change( ... ), 'Change an item; what is left out stays.', 'item', body: 'item-update', refusals: array( 404, 412 ), versioned: true ),
			new Operation( 'PATCH', '/items/{id}', Access::ADJUST, $this->change( ... ), 'Change an item; what is left out stays.', 'item', body: 'item-update', refusals: array( 404, 412 ), versioned: true ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$page     = new Page( $call );
		$status   = $call->text( 'status' );
		$kind     = $call->text( 'kind' );
		$found    = $this->list->page(
			new ListQuery(
				search: (string) $call->text( 'search' ),
				status: null === $status ? null : StockStatus::from_slug( $status ),
				kind: null === $kind ? null : Kind::from( $kind ),
				sku: (string) $call->text( 'sku' ),
				barcode: (string) $call->text( 'barcode' ),
				product_id: (int) $call->int( 'product_id' ),
				sort: SortBy::from( (string) $call->text( 'orderby' ) ),
				descending: 'desc' === $call->text( 'order' ),
				page: $page->number,
				per_page: $page->size,
				after: (string) $call->text( 'after' )
			)
		);
		$response = $page->response( $this->shape->many( $found->items ), $found->total );
		$response->header( 'X-WIG-Counts', (string) wp_json_encode( $found->counts->to_array() ) );
		if ( null !== $found->next ) {
			$response->header( 'X-WIG-Next', $found->next );
		}
		return $response;
	}

	private function show( Call $call ): \WP_REST_Response {
		return $this->answer( $this->items->find( $call->id() ) ?? throw NotThere::item() );
	}

	private function create( Call $call ): \WP_REST_Response {
		$kind = Kind::from( (string) $call->text( 'kind' ) );
		if ( Kind::Bundle === $kind && $call->has( 'on_hand' ) ) {
			throw InvalidInput::of( 'on_hand', __( 'on_hand: a bundle has no stock of its own. Leave it out, and put its components in stock.', 'woo-inventory-guard' ) );
		}
		$new    = new NewItem(
			$kind,
			(string) $call->text( 'name' ),
			(string) $call->text( 'sku' ),
			(string) $call->text( 'barcode' ),
			(string) $call->text( 'category' ),
			$call->quantity( 'low_stock_threshold' ),
			Backorders::from( $call->text( 'backorders' ) ?? 'no' ),
			$call->quantity( 'backorder_limit' )
		);
		$cause  = new Cause( 'opening', Reference::none(), $call->actor(), $call->text( 'note' ) ?? '' );
		$made   = $this->writer->create( $new, $call->quantity( 'on_hand' ) ?? Quantity::zero(), $cause, $call->key() );
		$answer = $this->answer( $made['item'] );
		$answer->set_status( $made['replayed'] ? 200 : 201 );
		$answer->header( 'Location', rest_url( self::ROOT . '/items/' . $made['item']->id ) );
		return $answer;
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		if ( null === $this->items->find( $call->id() ) ) {
			throw NotThere::item();
		}
		return $this->answer( $this->writer->update( $call->id(), ItemFields::changes( $call->values() ), $call->if_match() ) );
	}

	private function answer( Item $item ): \WP_REST_Response {
		$response = new \WP_REST_Response( $this->shape->one( $item ) );
		$response->header( 'ETag', '"' . $item->version . '"' );
		return $response;
	}
}
