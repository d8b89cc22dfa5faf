<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Listing\Counts;
use WooInventoryGuard\Stock\Quantity;

/**
 * What the catalog has the minute job do, a bounded portion each time: finish following a changed threshold, end
 * pre-orders, renew the count of a large shop, and go round all bundles in case a crash came between a commit and its refresh.
 */
final class Upkeep {

	/** Where the rounds have got to: { thresholds: id or null, bundles: id }. */
	public const OPTION = 'woo_inventory_guard_catalog_upkeep';

	/** Portions of thresholds, a thousand ids each, done at once when the owner changes the setting, and per minute. */
	private const PORTIONS = 20;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Thresholds $thresholds,
		private readonly DerivedBundles $derived,
		private readonly Counts $counts,
		private readonly Preorders $preorders,
		private readonly \Closure $default_low
	) {}

	/**
	 * The owner changed the shop's threshold: most shops follow at once, large ones within minutes.
	 */
	public function threshold_changed(): void {
		$this->follow_threshold( 0 );
	}

	public function run(): void {
		$state = $this->state();
		if ( null !== $state['thresholds'] ) {
			$this->follow_threshold( $state['thresholds'] );
		}
		if ( $this->derived->has_bundles() ) {
			$this->save( array( 'bundles' => $this->derived->refresh_all( $this->state()['bundles'] ) ?? 0 ) );
		}
		$this->preorders->end_due();
		$this->counts->renew_if_old();
	}

	private function follow_threshold( int $after ): void {
		$next = $after;
		for ( $portion = 0; $portion < self::PORTIONS && null !== $next; $portion++ ) {
			$next = $this->thresholds->follow( ( $this->default_low )(), $next );
		}
		$this->save( array( 'thresholds' => $next ) );
	}

	/**
	 * @return array{thresholds: int|null, bundles: int}
	 */
	private function state(): array {
		$state = get_option( self::OPTION, array() );
		$state = is_array( $state ) ? $state : array();
		return array(
			'thresholds' => is_int( $state['thresholds'] ?? null ) ? $state['thresholds'] : null,
			'bundles'    => is_int( $state['bundles'] ?? null ) ? $state['bundles'] : 0,
		);
	}

	/**
	 * @param array{thresholds?: int|null, bundles?: int} $changes
	 */
	private function save( array $changes ): void {
		$before = $this->state();
		$after  = array_merge( $before, $changes );
		if ( $after !== $before ) {
			update_option( self::OPTION, $after, false );
		}
	}
}
