<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Item\Pictures;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Counting\Codes;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Review\Packing;
use WooInventoryGuard\Stocktake\Counting\Sheet;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Counting\Tying;

/**
 * The items of a stocktake, for those who count: what they are and where they lie. What is expected is told only where
 * the stocktake is not blind, or to those who manage it.
 */
final class StocktakeItemsController extends Controller {

	/**
	 * @param \Closure(string): list<int> $search Items with these words.
	 */
	public function __construct(
		private readonly Sheet $sheet,
		private readonly Comparing $comparing,
		private readonly Codes $codes,
		private readonly Tying $tying,
		private readonly Packing $packing,
		private readonly Items $items,
		private readonly Pictures $pictures,
		private readonly StocktakeShape $shape,
		private readonly \Closure $search
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes/{id}/items', Access::COUNT, $this->index( ... ), 'List the items of a stocktake.', 'stocktake-item', many: true, query: 'stocktake-items-query', refusals: array( 404 ) ),
			new Operation( 'GET', '/stocktakes/{id}/find', Access::COUNT, $this->find( ... ), 'Look for an item by words or by a code, on the list or not.', 'stocktake-item', many: true, query: 'stocktake-find-query', refusals: array( 404 ) ),
			new Operation( 'POST', '/stocktakes/{id}/codes', Access::ADJUST, $this->tie( ... ), 'Tie a code to an item.', 'stocktake-item', body: 'stocktake-code-request', refusals: array( 404, 409 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$values    = $call->values();
		$mine      = true === ( $values['mine'] ?? false ) ? $call->actor() : 0;
		$recount   = true === ( $values['recount'] ?? false );
		$page      = fn(): array => $this->sheet->page( $stocktake->id, (int) $call->int( 'after' ), (int) $call->int( 'per_page' ), $mine, $recount );
		$rows      = $page();
		if ( $this->comparing->stale( $stocktake, array_map( static fn( array $row ): int => (int) $row['item_id'], $rows ) ) ) {
			$rows = $page();
		}
		return new \WP_REST_Response( $this->shapes( $stocktake, $rows, ! $stocktake->blind || StocktakeShape::manages() ) );
	}

	private function find( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$code      = trim( (string) $call->text( 'code' ) );
		$words     = trim( (string) $call->text( 'search' ) );
		$items     = match ( true ) {
			'' !== $code  => array_values( $this->codes->items( array( $code ) ) ),
			'' !== $words => ( $this->search )( $words ),
			default       => array(),
		};
		return new \WP_REST_Response( $this->shapes( $stocktake, $this->sheet->of( $stocktake->id, $items ), false ) );
	}

	private function tie( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$item      = (int) $call->int( 'item_id' );
		if ( null === $this->items->find( $item ) ) {
			throw InvalidInput::of( 'item_id', __( 'item_id: there is no such item.', 'woo-inventory-guard' ) );
		}
		$rows = $this->sheet->of( $stocktake->id, array( $item ) );
		if ( array() === $rows ) {
			throw InvalidInput::of( 'item_id', __( 'item_id: the stock of this item is not counted by itself. Choose the variation, or a component of the bundle.', 'woo-inventory-guard' ) );
		}
		if ( ! $this->tying->tie( $stocktake, (string) $call->text( 'code' ), $item, $call->actor() ) ) {
			throw InvalidInput::of( 'code', __( 'code: it stands for another item already.', 'woo-inventory-guard' ) );
		}
		return new \WP_REST_Response( $this->shapes( $stocktake, $this->sheet->of( $stocktake->id, array( $item ) ), true )[0] );
	}

	/**
	 * @param list<array<string, string|null>> $rows     Of Sheet.
	 * @param bool                             $expected Whether what should be there is told.
	 * @return list<array<string, mixed>>
	 */
	private function shapes( Stocktake $stocktake, array $rows, bool $expected ): array {
		$ids      = array_map( static fn( array $row ): int => (int) $row['item_id'], $rows );
		$codes    = $this->codes->of( $ids );
		$pictures = $this->pictures->of( $rows );
		$on_hand  = $expected && array() !== $ids ? $this->sheet->on_hand( $ids, $stocktake->location_id ) : array();
		$packing  = $expected && array() !== $ids && Goods::Shelf === $stocktake->packing ? $this->packing->now_of( $ids, $stocktake->location_id ) : array();
		return array_map(
			static function ( array $row ) use ( $codes, $pictures, $on_hand, $packing, $expected ): array {
				$id = (int) $row['item_id'];
				return array(
					'item_id'    => $id,
					'name'       => (string) $row['name'],
					'sku'        => (string) $row['sku'],
					'barcode'    => (string) $row['barcode'],
					'bin'        => (string) $row['bin'],
					'category'   => (string) $row['category'],
					'codes'      => $codes[ $id ] ?? array(),
					'image'      => $pictures[ $id ] ?? null,
					'counter_id' => (int) $row['counter_id'],
					'round'      => max( 1, (int) $row['round'] ),
					'listed'     => '1' === $row['listed'],
					'counted'    => null === $row['counted'] ? null : StocktakeLineShape::number( $row['counted'] ),
					'counted_at' => StocktakeLineShape::time( $row['counted_at'] ),
					'tags'       => (int) $row['tags'],
					'expected'   => $expected ? ( $on_hand[ $id ] ?? Quantity::zero() )->plus( $packing[ $id ] ?? Quantity::zero() )->json() : null,
				);
			},
			$rows
		);
	}
}
