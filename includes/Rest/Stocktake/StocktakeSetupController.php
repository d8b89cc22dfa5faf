<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Page;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Making\Choice;
use WooInventoryGuard\Stocktake\Making\Classes;
use WooInventoryGuard\Stocktake\Making\Options;
use WooInventoryGuard\Stocktake\Review\Report;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Stocktakes;

/**
 * What is needed around stocktakes: the server's clock, who can count, what can be chosen, the shop's own limit, and how
 * right the books were over time.
 */
final class StocktakeSetupController extends Controller {

	private const PEOPLE = 200;

	/**
	 * @param \Closure(): list<array{id: int, name: string}> $categories All categories of the shop.
	 */
	public function __construct(
		private readonly Options $options,
		private readonly Choice $choice,
		private readonly Classes $classes,
		private readonly Report $report,
		private readonly StocktakeShape $shape,
		private readonly \Closure $categories
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/stocktakes/clock', Access::COUNT, $this->clock( ... ), 'Read the server\'s clock, to measure a device\'s.', 'stocktake-clock' ),
			new Operation( 'GET', '/stocktakes/people', Access::ADJUST, $this->people( ... ), 'List who can count or review.', 'stocktake-person', many: true ),
			new Operation( 'GET', '/stocktakes/choices', Access::ADJUST, $this->choices( ... ), 'List what a stocktake can be limited to.', 'stocktake-choices' ),
			new Operation( 'POST', '/stocktakes/preview', Access::ADJUST, $this->preview( ... ), 'Say how many items a stocktake would have.', 'stocktake-preview', body: 'stocktake-preview-request' ),
			new Operation( 'GET', '/stocktakes/accuracy', Access::ADJUST, $this->accuracy( ... ), 'Say how right the books were, stocktake by stocktake.', 'stocktake-accuracy', many: true, query: 'page-query' ),
			new Operation( 'GET', '/stocktakes/limit', Access::ADJUST, $this->limit( ... ), 'Read from which value on a second person must agree.', 'stocktake-limit' ),
			new Operation( 'PUT', '/stocktakes/limit', Access::CONFIGURE, $this->set_limit( ... ), 'Set from which value on a second person must agree, in new stocktakes.', 'stocktake-limit', body: 'stocktake-limit-request' ),
		);
	}

	private function clock(): \WP_REST_Response {
		return new \WP_REST_Response( array( 'server_time' => $this->shape->server_time() ) );
	}

	private function people(): \WP_REST_Response {
		$users = get_users(
			array(
				'capability' => Access::COUNT,
				'number'     => self::PEOPLE,
				'orderby'    => 'display_name',
			)
		);
		$rows  = array();
		foreach ( $users as $user ) {
			if ( $user instanceof \WP_User ) {
				$rows[] = array(
					'user_id'    => $user->ID,
					'name'       => $user->display_name,
					'may_count'  => user_can( $user, Access::COUNT ),
					'may_review' => user_can( $user, Access::ADJUST ),
				);
			}
		}
		return new \WP_REST_Response( $rows );
	}

	private function choices(): \WP_REST_Response {
		$this->classes->renew_if_old();
		return new \WP_REST_Response(
			array(
				'locations'    => $this->options->locations(),
				'categories'   => ( $this->categories )(),
				'suppliers'    => $this->options->suppliers(),
				'bins'         => $this->options->bins(),
				'classes'      => $this->classes->sizes(),
				'approve_over' => Stocktakes::limit()?->json(),
			)
		);
	}

	private function preview( Call $call ): \WP_REST_Response {
		$call->key();
		$scope = $call->values()['scope'] ?? array();
		return new \WP_REST_Response( array( 'items' => $this->choice->count( Scope::from_array( is_array( $scope ) ? $scope : array() ), (int) $call->int( 'location_id' ) ) ) );
	}

	private function accuracy( Call $call ): \WP_REST_Response {
		$page = new Page( $call );
		$rows = array_map(
			static fn( array $row ): array => array(
				'id'              => (int) $row['id'],
				'name'            => (string) $row['name'],
				'applied_at'      => StocktakeLineShape::time( $row['applied_at'] ),
				'lines'           => (int) $row['counted'],
				'right'           => (int) $row['right_lines'],
				'expected'        => StocktakeLineShape::number( $row['expected_units'] ),
				'differing'       => Quantity::from_sql( $row['found_units'] )->plus( Quantity::from_sql( $row['missing_units'] ) )->json(),
				'expected_value'  => StocktakeLineShape::number( $row['expected_money'] ),
				'differing_value' => Quantity::from_sql( $row['found_money'] )->plus( Quantity::from_sql( $row['missing_money'] ) )->json(),
				'net_value'       => Quantity::from_sql( $row['found_money'] )->minus( Quantity::from_sql( $row['missing_money'] ) )->json(),
			),
			$this->report->accuracy( $page->size, $page->offset() )
		);
		return $page->response( $rows, $this->report->applied() );
	}

	private function limit(): \WP_REST_Response {
		return new \WP_REST_Response( array( 'approve_over' => Stocktakes::limit()?->json() ) );
	}

	private function set_limit( Call $call ): \WP_REST_Response {
		$call->key();
		Stocktakes::set_limit( $call->quantity( 'approve_over' ) );
		return $this->limit();
	}
}
