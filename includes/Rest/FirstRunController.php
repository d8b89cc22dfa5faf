<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\Listing\Counts;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Settings\FirstRun;
use WooInventoryGuard\Stock\Reserving\HeldNow;
use WooInventoryGuard\Stock\StockStatus;

/**
 * The first steps in a shop: what was found, and how far the taking over is. It goes on by itself; a screen that watches
 * it may lend a hand, so that a shop whose cron sleeps does not wait.
 */
final class FirstRunController extends Controller {

	/** Seconds of work in one request: short enough for a progress bar that moves. */
	private const SECONDS = 2;

	/**
	 * @param \Closure(int): (array{state: string, done: int, total: int}|null) $import      Works for so many seconds, 0 for not at all; null without a shop.
	 * @param \Closure(): list<string>                                          $page_caches Names of those that were found.
	 */
	public function __construct(
		private readonly Counts $counts,
		private readonly HeldNow $held,
		private readonly \Closure $import,
		private readonly \Closure $page_caches
	) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/first-run', Access::CONFIGURE, fn(): \WP_REST_Response => $this->tell( 0 ), 'What the guard found in this shop.', 'first-run' ),
			new Operation( 'POST', '/first-run/import', Access::CONFIGURE, fn(): \WP_REST_Response => $this->tell( self::SECONDS ), 'Go on taking over products for a moment.', 'first-run' ),
			new Operation( 'POST', '/first-run/end', Access::CONFIGURE, $this->end( ... ), 'The first steps are done and need not be offered any more.', 'first-run' ),
		);
	}

	private function end(): \WP_REST_Response {
		FirstRun::end();
		return $this->tell( 0 );
	}

	private function tell( int $seconds ): \WP_REST_Response {
		// Before the counting: what it does is told.
		$import = ( $this->import )( $seconds );
		$counts = $this->counts->of( null );
		$held   = $this->held->in_all();
		return new \WP_REST_Response(
			array(
				'done'         => ! FirstRun::is_due(),
				'woocommerce'  => null !== $import,
				'counted'      => $counts->of( null ) - $counts->of( StockStatus::Untracked ),
				'held_orders'  => $held['reservations'],
				'held_units'   => $held['units']->json(),
				'object_cache' => true === wp_using_ext_object_cache(),
				'page_caches'  => ( $this->page_caches )(),
				'import'       => $import,
			)
		);
	}
}
