<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Catalog\GuardTest;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\NotThere;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\UnknownItem;

/**
 * "40 buyers, 5 units": whoever may see the numbers may see the guard at work. The browser is the crowd.
 */
final class GuardTestsController extends Controller {

	public function __construct( private readonly GuardTest $test ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'POST', '/guard-tests', Access::VIEW, $this->begin( ... ), 'Begin a test of the guard on an item that is thrown away afterwards.', 'guard-test', body: 'guard-test-request', status: 201 ),
			new Operation( 'POST', '/guard-tests/{id}/buyers', Access::VIEW, $this->buy( ... ), 'One buyer of the test asks for one unit.', 'guard-test-buyer', body: 'guard-test-buyer-request', refusals: array( 404 ) ),
			new Operation( 'POST', '/guard-tests/{id}/end', Access::VIEW, $this->end( ... ), 'Say by the books what came of the test, and clear it away.', 'guard-test-result', body: 'nothing-request', refusals: array( 404 ) ),
		);
	}

	private function begin( Call $call ): \WP_REST_Response {
		$call->key();
		return new \WP_REST_Response(
			array(
				'id'     => $this->test->begin( $call->actor() ),
				'units'  => GuardTest::UNITS,
				'buyers' => (int) $call->int( 'buyers' ),
			),
			201
		);
	}

	private function buy( Call $call ): \WP_REST_Response {
		$call->key();
		try {
			return new \WP_REST_Response( array( 'sold' => $this->test->buy( $call->id(), (int) $call->int( 'buyer' ), $call->actor() ) ) );
		} catch ( UnknownItem ) {
			throw self::gone();
		}
	}

	private function end( Call $call ): \WP_REST_Response {
		$call->key();
		try {
			$result = $this->test->end( $call->id() );
		} catch ( UnknownItem ) {
			throw self::gone();
		}
		return new \WP_REST_Response(
			array(
				'sold'     => $result['sold'],
				'oversold' => max( 0, $result['sold'] - GuardTest::UNITS ),
				'agrees'   => 0 === $result['left']->compare( Quantity::of( GuardTest::UNITS )->minus( Quantity::of( $result['sold'] ) ) ),
			)
		);
	}

	private static function gone(): NotThere {
		return new NotThere( __( 'This test is over. Begin another one.', 'woo-inventory-guard' ) );
	}
}
