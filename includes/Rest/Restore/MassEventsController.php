<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Restore;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Restore\MassEvents;

/**
 * Events in which many items were cut at once. What to do about one: a restore takes it back (POST restores with its
 * mark), or somebody says that it was meant.
 */
final class MassEventsController extends Controller {

	public function __construct( private readonly MassEvents $events ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/mass-events', Access::VIEW, $this->index( ... ), 'List events of the last two days in which many items were emptied or cut by half at once, and that nobody has put right or called meant.', 'mass-event', many: true ),
			new Operation( 'POST', '/mass-events/meant', Access::ADJUST, $this->meant( ... ), 'Say that an event was meant, so that nobody is reminded of it.', 'mass-event-meant', body: 'mass-event-request' ),
		);
	}

	private function index(): \WP_REST_Response {
		return new \WP_REST_Response( array_map( MassEventShape::of( ... ), $this->events->open() ) );
	}

	private function meant( Call $call ): \WP_REST_Response {
		$call->key();
		$mark = (string) $call->text( 'mark' );
		$this->events->meant( $mark, $call->actor() );
		return new \WP_REST_Response( array( 'mark' => $mark ) );
	}
}
