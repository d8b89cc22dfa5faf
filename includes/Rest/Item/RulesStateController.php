<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rule\OwnValues;
use WooInventoryGuard\Rule\Work;
use WooInventoryGuard\Stock\Quantity;

/**
 * How far the items have followed the last change of a rule.
 */
final class RulesStateController extends Controller {

	/** How long one call works, in seconds. */
	private const SECONDS = 2.0;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct( private readonly Work $work, private readonly OwnValues $own, private readonly \Closure $default_low ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/rules/state', Access::CONFIGURE, $this->tell( ... ), 'How far the items have followed the last change of a rule.', 'rules-state' ),
			new Operation( 'POST', '/rules/state', Access::CONFIGURE, $this->go_on( ... ), 'Let the items go on following for a moment; it goes on by itself too.', 'rules-state' ),
		);
	}

	private function go_on( Call $call ): \WP_REST_Response {
		$call->key();
		$this->work->work( self::SECONDS );
		return $this->tell();
	}

	private function tell(): \WP_REST_Response {
		$own = $this->own->count();
		return new \WP_REST_Response(
			$this->work->status() + array(
				'own_items'      => $own['items'],
				'own_variations' => $own['variations'],
				'default_low'    => ( $this->default_low )()->json(),
			)
		);
	}
}
