<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\ItemHistory;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rule\Origins;

/**
 * Where the values of one item come from, and what a threshold for it is worked out from.
 */
final class ItemRulesController extends Controller {

	public function __construct( private readonly Items $items, private readonly Origins $origins, private readonly ItemHistory $history ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/items/{id}/rules', Access::VIEW, $this->voices( ... ), 'Everything that is said for an item, at each level, and which of it counts.', 'item-rules', refusals: array( 404 ) ),
			new Operation( 'GET', '/items/{id}/demand', Access::VIEW, $this->demand( ... ), 'How an item has sold, day by day.', 'demand', query: 'demand-query', refusals: array( 404 ) ),
		);
	}

	private function voices( Call $call ): \WP_REST_Response {
		$item = $this->items->find( $call->id() ) ?? throw NotThere::item();
		return new \WP_REST_Response( RuleShape::voices( $item->id, $this->origins->of( $item ) ) );
	}

	private function demand( Call $call ): \WP_REST_Response {
		$item  = $this->items->find( $call->id() ) ?? throw NotThere::item();
		$known = $this->history->of( $item->id, (int) $call->int( 'days' ) );
		return new \WP_REST_Response(
			array(
				'item_id'             => $item->id,
				'from'                => $known['from'],
				'to'                  => $known['to'],
				'on_hand'             => $item->on_hand->json(),
				'threshold_effective' => $item->low_at->json(),
				'lead_time_days'      => $item->lead_time_days,
				'days'                => array_map(
					static fn( array $day ): array => array(
						'day'     => $day['day'],
						'sold'    => $day['sold']->json(),
						'closing' => $day['closing']->json(),
					),
					$known['days']
				),
			)
		);
	}
}
