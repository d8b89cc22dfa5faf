<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Lines;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;

/**
 * Changes of what is on hand, by a person or a system: so many more or fewer, or a counted number.
 */
final class AdjustmentsController extends Controller {

	public function __construct( private readonly Ledger $ledger, private readonly Lines $lines ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/adjustments', Access::ADJUST, $this->adjust( ... ), 'Change what is on hand: by delta, or set a counted number together with the expected one.', 'movement', body: 'adjustment-request', status: 201, refusals: array( 409, 422 ) ),
		);
	}

	private function adjust( Call $call ): \WP_REST_Response {
		self::require_one_way( $call );
		$item     = $this->lines->item( $call );
		$location = (int) $call->int( 'location_id' );
		$delta    = $call->quantity( 'delta' );
		$set      = $call->quantity( 'set' );
		$expected = $call->quantity( 'expected' );
		$cost     = $call->quantity( 'unit_cost' );
		$cause    = new Cause( (string) $call->text( 'reason' ), ReservationsController::reference( $call ), $call->actor(), $call->text( 'note' ) ?? '' );
		if ( null !== $set && null !== $expected ) {
			$adjustment = Adjustment::counted( $item, $location, $set, $expected, $cause );
		} elseif ( null !== $delta && ! $delta->is_zero() ) {
			$adjustment = Adjustment::delta( $item, $location, $delta, $cause, $cost );
		} else {
			throw InvalidInput::of( 'delta', __( 'delta must not be 0: say how many came, or (negative) went.', 'woo-inventory-guard' ) );
		}
		return new \WP_REST_Response( MovementShape::of( $this->ledger->adjust( $adjustment, $call->key() ) ), 201 );
	}

	/**
	 * @throws InvalidInput Unless it is delta alone, or set together with expected.
	 */
	private static function require_one_way( Call $call ): void {
		if ( $call->has( 'delta' ) && ( $call->has( 'set' ) || $call->has( 'expected' ) ) ) {
			throw InvalidInput::of( 'delta', __( 'Send either delta, or set together with expected, not both.', 'woo-inventory-guard' ) );
		}
		if ( $call->has( 'set' ) && ! $call->has( 'expected' ) ) {
			throw InvalidInput::of( 'expected', __( 'expected is missing: with set, send the number on hand that was seen when counting, so that nothing that happened since is overwritten.', 'woo-inventory-guard' ) );
		}
		if ( $call->has( 'expected' ) && ! $call->has( 'set' ) ) {
			throw InvalidInput::of( 'set', __( 'set is missing: expected is the number that was seen, set the number that was counted.', 'woo-inventory-guard' ) );
		}
		if ( $call->has( 'unit_cost' ) && true !== $call->quantity( 'delta' )?->is_positive() ) {
			throw InvalidInput::of( 'unit_cost', __( 'unit_cost says what each unit cost that came: send it with a delta above 0, or leave it out.', 'woo-inventory-guard' ) );
		}
		if ( ! $call->has( 'delta' ) && ! $call->has( 'set' ) ) {
			throw InvalidInput::of( 'delta', __( 'Say what changes: send delta (how many came or went), or set together with expected (a count).', 'woo-inventory-guard' ) );
		}
	}
}
