<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Rest\Stock\MovementShape;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Counting\CountList;
use WooInventoryGuard\Stocktake\Review\LineList;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\Review\Sums;

/**
 * Reading what a stocktake found: its lines, sums, and all about one line.
 */
final class StocktakeReviewController extends Controller {

	private const COMPARE_SECONDS = 2.0;
	private const COUNTS          = 500;
	private const MOVEMENTS       = 100;
	private const CODES           = 100;
	private const APPROVERS       = 50;

	public function __construct(
		private readonly LineList $lines,
		private readonly Sums $sums,
		private readonly CountList $counts,
		private readonly Comparing $comparing,
		private readonly Ledger $ledger,
		private readonly StocktakeShape $shape,
		private readonly StocktakeLineShape $line_shape
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes/{id}/review', Access::ADJUST, $this->index( ... ), 'List lines: counted, expected, decided.', 'stocktake-line', many: true, query: 'stocktake-review-query', refusals: array( 404 ) ),
			new Operation( 'GET', '/stocktakes/{id}/sums', Access::ADJUST, $this->show_sums( ... ), 'Read the review in sums; brings the comparison forward.', 'stocktake-sums', refusals: array( 404 ) ),
			new Operation( 'GET', '/stocktakes/{id}/line', Access::ADJUST, $this->line( ... ), 'Read all counts of an item, and what moved around them.', 'stocktake-history', query: 'stocktake-line-query', refusals: array( 404 ) ),
		);
	}

	private function index( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$page      = new Page( $call );
		$show      = LineList::show( $call->text( 'show' ) );
		$search    = trim( (string) $call->text( 'search' ) );
		$rows      = $this->lines->page( $stocktake, $show, LineList::order( $call->text( 'orderby' ) ), $search, $page->size, $page->offset() );
		return $page->response( $this->line_shape->many( $stocktake, $rows ), $this->lines->count( $stocktake, $show, $search ) );
	}

	private function show_sums( Call $call ): \WP_REST_Response {
		return new \WP_REST_Response( $this->sums_of( $this->shape->given( $call ) ) );
	}

	private function line( Call $call ): \WP_REST_Response {
		$stocktake = $this->shape->given( $call );
		$item      = (int) $call->int( 'item_id' );
		$this->comparing->stale( $stocktake, array( $item ) );
		$row    = $this->lines->of( $stocktake, array( $item ) )[ $item ] ?? throw new NotThere( __( 'This item is not in the stocktake.', 'woo-inventory-guard' ) );
		$counts = $this->counts->after( $stocktake->id, 0, self::COUNTS, $item );
		$first  = Clock::from_sql( $counts[0]['counted_at'] ?? $row['first_at'] ) ?? $stocktake->started_at;
		$moved  = $this->ledger->history( $item, new HistoryFilter( self::MOVEMENTS, 0, '', $first?->modify( '-1 day' ) ) );
		return new \WP_REST_Response(
			array(
				'line'      => $this->line_shape->many( $stocktake, array( $row ) )[0],
				'counts'    => array_map( StocktakeCountsController::row( ... ), $counts ),
				'movements' => array_map( MovementShape::of( ... ), array_values( array_filter( $moved, static fn( Movement $movement ): bool => $movement->location_id === $stocktake->location_id ) ) ),
			)
		);
	}

	/**
	 * @return array<string, mixed> See Schema/stocktake-sums.json.
	 */
	public function sums_of( Stocktake $stocktake ): array {
		$ready = $this->comparing->work( $stocktake, self::COMPARE_SECONDS );
		$row   = $this->sums->of( $stocktake->id );
		$int   = static fn( string $column ): int => (int) ( $row[ $column ] ?? 0 );
		$dec   = static fn( string $column ): int|float|string => StocktakeLineShape::number( $row[ $column ] ?? null );
		$codes = $this->sums->unknown_codes( $stocktake->id, self::CODES );
		return array(
			'ready'     => $ready,
			'lines'     => array(
				'items'          => $int( 'items' ),
				'counted'        => $int( 'counted' ),
				'uncounted'      => $int( 'items' ) - $int( 'counted' ),
				'right'          => $int( 'right_lines' ),
				'different'      => $int( 'counted' ) - $int( 'right_lines' ),
				'undecided'      => $int( 'undecided' ),
				'waiting_second' => $int( 'waiting_second' ),
				'accepted'       => $int( 'accepted' ),
				'left'           => $int( 'left_lines' ),
				'recount'        => $int( 'recount' ),
				'flagged'        => $int( 'flagged' ),
			),
			'units'     => array(
				'expected' => $dec( 'expected_units' ),
				'counted'  => $dec( 'counted_units' ),
				'found'    => $dec( 'found_units' ),
				'missing'  => $dec( 'missing_units' ),
			),
			'money'     => array(
				'expected'      => $dec( 'expected_money' ),
				'counted'       => $dec( 'counted_money' ),
				'found'         => $dec( 'found_money' ),
				'missing'       => $dec( 'missing_money' ),
				'unknown_lines' => $int( 'unknown_value' ),
			),
			'apply'     => array(
				'items' => $int( 'accepted' ),
				'units' => $dec( 'apply_units' ),
				'money' => $dec( 'apply_money' ),
			),
			'unknown'   => array(
				'codes' => array_map(
					static fn( int|string $code, int $times ): array => array(
						'code'   => (string) $code,
						'counts' => $times,
					),
					array_keys( $codes ),
					$codes
				),
				'tags'  => $this->sums->unknown_tags( $stocktake->id ),
			),
			'approvers' => self::approvers(),
		);
	}

	/**
	 * @return list<array{user_id: int, name: string}>
	 */
	private static function approvers(): array {
		$rows = array();
		foreach ( get_users(
			array(
				'capability' => Access::ADJUST,
				'number'     => self::APPROVERS,
				'orderby'    => 'display_name',
			)
		) as $user ) {
			if ( $user instanceof \WP_User ) {
				$rows[] = array(
					'user_id' => $user->ID,
					'name'    => $user->display_name,
				);
			}
		}
		return $rows;
	}
}
