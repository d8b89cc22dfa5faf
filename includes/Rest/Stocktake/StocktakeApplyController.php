<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Applying;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Review\Report;
use WooInventoryGuard\Stocktake\Review\Undoing;

/**
 * Applying a stocktake, undoing it, and what it found.
 */
final class StocktakeApplyController extends Controller {

	/** One answer works so long; the next one, or the job, goes on. */
	private const SECONDS = 5.0;

	public function __construct(
		private readonly Applying $applying,
		private readonly Undoing $undoing,
		private readonly Comparing $comparing,
		private readonly Report $report,
		private readonly StocktakeShape $shape,
		private readonly StocktakeReviewController $review
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/stocktakes/{id}/apply', Access::ADJUST, $this->apply( ... ), 'Write all accepted differences into the books; call again until it is applied.', 'stocktake', body: 'nothing-request', refusals: array( 404, 409 ) ),
			new Operation( 'POST', '/stocktakes/{id}/undo', Access::ADJUST, $this->undo( ... ), 'Take an applied stocktake back as a whole; call again until it is undone.', 'stocktake', body: 'nothing-request', refusals: array( 404, 409 ) ),
			new Operation( 'GET', '/stocktakes/{id}/report', Access::ADJUST, $this->report( ... ), 'Read what a stocktake found.', 'stocktake-report', refusals: array( 404 ) ),
		);
	}

	private function apply( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$this->comparing->work( $stocktake, self::SECONDS );
		$this->applying->begin( $stocktake->id, $call->actor() );
		$this->applying->work( $stocktake->id, self::SECONDS );
		return new \WP_REST_Response( $this->shape->one( $this->shape->given( $call ) ) );
	}

	private function undo( Call $call ): \WP_REST_Response {
		$call->key();
		$stocktake = $this->shape->given( $call );
		$this->undoing->begin( $stocktake->id, $call->actor() );
		$this->undoing->work( $stocktake->id, self::SECONDS );
		return new \WP_REST_Response( $this->shape->one( $this->shape->given( $call ) ) );
	}

	private function report( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		return new \WP_REST_Response(
			array(
				'stocktake'   => $this->shape->one( $stocktake ),
				'sums'        => $this->review->sums_of( $stocktake ),
				'by_class'    => self::rows(
					$this->report->by_class( $stocktake->id ),
					static fn( array $row ): array => array(
						'class'  => $row['class'],
						'within' => (int) $row['near_lines'],
					)
				),
				'by_category' => self::rows( $this->report->by_category( $stocktake->id ), static fn( array $row ): array => array( 'category' => (string) $row['category'] ) ),
				'by_reason'   => self::rows( $this->report->by_reason( $stocktake->id ), static fn( array $row ): array => array( 'reason' => $row['reason'] ) ),
				'by_counter'  => self::rows(
					$this->report->by_counter( $stocktake->id ),
					static fn( array $row ): array => array(
						'user_id'   => (int) $row['counter_id'],
						'name'      => Words::actor( (int) $row['counter_id'] ),
						'recounted' => (int) $row['recounted'],
					)
				),
			)
		);
	}

	/**
	 * @param list<array<string, string|null>>                             $rows
	 * @param \Closure(array<string, string|null>): array<string, mixed> $key What names a row.
	 * @return list<array<string, mixed>>
	 */
	private static function rows( array $rows, \Closure $key ): array {
		return array_map(
			static fn( array $row ): array => $key( $row ) + array(
				'lines'          => (int) $row['counted'],
				'right'          => (int) $row['right_lines'],
				'expected'       => Quantity::from_sql( $row['expected_units'] )->json(),
				'found'          => Quantity::from_sql( $row['found_units'] )->json(),
				'missing'        => Quantity::from_sql( $row['missing_units'] )->json(),
				'found_value'    => Quantity::from_sql( $row['found_money'] )->json(),
				'missing_value'  => Quantity::from_sql( $row['missing_money'] )->json(),
				'expected_value' => Quantity::from_sql( $row['expected_money'] )->json(),
			),
			$rows
		);
	}
}
