<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Review\Decisions;
use WooInventoryGuard\Stocktake\Review\LineList;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\WrongState;
use WooInventoryGuard\Stocktake\Counting\Zeroing;

/**
 * What people decide about lines. Whether it may be so is asked by the statements; here is only said why it was not.
 */
final class StocktakeDecisionsController extends Controller {

	public function __construct(
		private readonly Decisions $decisions,
		private readonly Zeroing $zeroing,
		private readonly Comparing $comparing,
		private readonly LineList $lines,
		private readonly StocktakeShape $shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/stocktakes/{id}/review', Access::ADJUST, $this->decide( ... ), 'Accept or leave differences.', 'stocktake-decided', body: 'stocktake-decisions-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/stocktakes/{id}/approve', Access::ADJUST, $this->approve( ... ), 'Agree, as a second person.', 'stocktake-decided', body: 'stocktake-approve-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/stocktakes/{id}/recount', Access::ADJUST, $this->recount( ... ), 'Ask for items to be counted again.', 'stocktake-decided', body: 'stocktake-lines-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/stocktakes/{id}/zero', Access::ADJUST, $this->zero( ... ), 'Say of items that were not counted that there were none.', 'stocktake-decided', body: 'stocktake-lines-request', refusals: array( 404, 409 ) ),
		);
	}

	private function decide( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->in_review( $call );
		$changed   = 0;
		$refused   = array();
		foreach ( $call->entries( 'decisions' ) as $number => $entry ) {
			$item     = is_int( $entry['item_id'] ?? null ) ? $entry['item_id'] : 0;
			$decision = self::decision( $entry['decision'] ?? null );
			$variance = ( $entry['variance'] ?? null ) instanceof Quantity ? $entry['variance'] : null;
			if ( 'accept' === $decision && null === $variance ) {
				throw InvalidInput::of( "decisions[{$number}].variance", __( 'variance is missing: send the difference that you looked at.', 'woo-inventory-guard' ) );
			}
			if ( $this->decisions->decide( $stocktake->id, $item, $decision, $variance, self::text( $entry['reason'] ?? null ), self::text( $entry['note'] ?? null ), $call->actor() ) ) {
				++$changed;
			} else {
				$refused[] = $item;
			}
		}
		$all = $call->values()['all'] ?? null;
		if ( is_array( $all ) ) {
			$this->comparing->work( $stocktake, 5.0 );
			$decision = 'leave' === ( $all['decision'] ?? '' ) ? 'leave' : 'accept';
			$changed += $this->decisions->decide_rest( $stocktake->id, $decision, self::text( $all['reason'] ?? null ), self::text( $all['note'] ?? null ), $call->actor() );
		}
		return $this->answer( $stocktake, $changed, $refused, false );
	}

	private function approve( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->in_review( $call );
		$changed   = 0;
		$refused   = array();
		foreach ( $call->entries( 'lines' ) as $entry ) {
			$item     = is_int( $entry['item_id'] ?? null ) ? $entry['item_id'] : 0;
			$variance = ( $entry['variance'] ?? null ) instanceof Quantity ? $entry['variance'] : Quantity::zero();
			if ( $this->decisions->approve( $stocktake->id, $item, $variance, $call->actor() ) ) {
				++$changed;
			} else {
				$refused[] = $item;
			}
		}
		return $this->answer( $stocktake, $changed, $refused, true );
	}

	private function recount( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		if ( ! $stocktake->state->takes_counts() ) {
			throw new WrongState( $stocktake->id, $stocktake->state );
		}
		$items = self::items( $call );
		if ( null === $items ) {
			throw InvalidInput::of( 'items', __( 'items is missing: name the items that are to be counted again.', 'woo-inventory-guard' ) );
		}
		return $this->answer( $stocktake, $this->decisions->recount( $stocktake->id, $items, (string) $call->text( 'note' ) ), array(), false );
	}

	private function zero( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->in_review( $call );
		$items     = self::items( $call );
		if ( null === $items && true !== ( $call->values()['all'] ?? false ) ) {
			throw InvalidInput::of( 'items', __( 'items is missing: name the items of which there are none, or send all.', 'woo-inventory-guard' ) );
		}
		$changed = $this->zeroing->work( $stocktake, $items, $call->actor(), (string) $call->text( 'note' ) );
		$this->comparing->work( $stocktake, 2.0 );
		return $this->answer( $stocktake, $changed, array(), false );
	}

	/**
	 * @throws WrongState
	 */
	private function in_review( Call $call ): Stocktake {
		$stocktake = $this->shape->given( $call );
		if ( State::Review !== $stocktake->state ) {
			throw new WrongState( $stocktake->id, $stocktake->state );
		}
		return $stocktake;
	}

	/**
	 * @param list<int> $refused Items.
	 */
	private function answer( Stocktake $stocktake, int $changed, array $refused, bool $approving ): \WP_REST_Response {
		$rows = $this->lines->of( $stocktake, $refused );
		return new \WP_REST_Response(
			array(
				'changed' => $changed,
				'refused' => array_map( static fn( int $item ): array => array( 'item_id' => $item ) + self::why( $rows[ $item ] ?? null, $approving ), $refused ),
			)
		);
	}

	/**
	 * @param array<string, string|null>|null $row
	 * @return array{code: string, message: string}
	 */
	private static function why( ?array $row, bool $approving ): array {
		list( $code, $message ) = match ( true ) {
			null === $row             => array( 'wig_not_in_stocktake', __( 'This item is not in the stocktake.', 'woo-inventory-guard' ) ),
			null === $row['variance'] => array( 'wig_not_counted', __( 'This item has not been counted.', 'woo-inventory-guard' ) ),
			$approving && 'accept' === $row['decision'] && '0' === $row['approved_by'] => array( 'wig_second_person', __( 'A second person must agree: neither who counted it nor who accepted it.', 'woo-inventory-guard' ) ),
			default                   => array( 'wig_line_changed', __( 'The numbers have changed since you looked. Look at the line again.', 'woo-inventory-guard' ) ),
		};
		return array(
			'code'    => $code,
			'message' => $message,
		);
	}

	/**
	 * @return list<int>|null
	 */
	private static function items( Call $call ): ?array {
		$items = $call->values()['items'] ?? null;
		return is_array( $items ) ? array_values( array_filter( $items, is_int( ... ) ) ) : null;
	}

	/**
	 * @return 'accept'|'leave'|'none'
	 */
	private static function decision( mixed $value ): string {
		return 'accept' === $value || 'leave' === $value ? $value : 'none';
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
