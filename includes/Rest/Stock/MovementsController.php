<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Ledger;

/**
 * The history of one item: what changed, by how much, the balance after it, why, who, when.
 */
final class MovementsController extends Controller {

	public function __construct( private readonly Ledger $ledger, private readonly Items $items ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/items/{id}/movements', Access::VIEW, $this->index( ... ), 'List the movements of an item, newest first.', 'movement', many: true, query: 'movements-query', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		if ( null === $this->items->find( $call->id() ) ) {
			throw NotThere::item();
		}
		$page   = new Page( $call );
		$filter = new HistoryFilter( $page->size, $page->offset(), $call->text( 'reason' ) ?? '', $call->time( 'after' ), $call->time( 'before' ) );
		$rows   = $this->ledger->history( $call->id(), $filter );
		cache_users( array_values( array_unique( array_map( static fn( $movement ): int => $movement->actor, $rows ) ) ) );
		return $page->response( array_map( MovementShape::of( ... ), $rows ), $this->ledger->count( $call->id(), $filter ) );
	}
}
