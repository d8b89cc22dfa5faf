<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfall;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Participant;

/**
 * Units have come: what is sold and short is tried again in the background, the oldest first.
 */
final class Retry implements Participant {

	public const JOB = 'woo_inventory_guard_supply';

	private const GROUP = 'woo-inventory-guard';

	/** These sell nothing any more. */
	private const ENDED = array( 'cancelled', 'refunded', 'failed', 'trash' );

	private bool $stock_moved = false;

	public function __construct( private readonly Shortfalls $shortfalls, private readonly Supply $supply ) {}

	/**
	 * @param string $sweep The job that comes round again, where nobody noticed that units came.
	 */
	public function register( string $sweep ): void {
		add_action( $sweep, fn() => $this->work( 50 ), 30 );
		add_action( self::JOB, fn() => $this->work( 200 ) );
		add_action( 'shutdown', $this->plan( ... ), 5 );
	}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids ): void {
		$this->stock_moved = true;
	}

	/**
	 * One look at the end of a request in which stock moved, and a job only where somebody waits for it.
	 */
	private function plan(): void {
		if ( ! $this->stock_moved || ! function_exists( 'as_schedule_single_action' ) || 0 === did_action( 'action_scheduler_init' ) ) {
			return;
		}
		$this->stock_moved = false;
		if ( array() !== $this->shortfalls->hopeful( 1 ) ) {
			as_schedule_single_action( time(), self::JOB, array(), self::GROUP, true );
		}
	}

	public function work( int $limit ): void {
		foreach ( $this->shortfalls->close_delivered() as $one ) {
			$order = wc_get_order( $one->order_id );
			if ( $order instanceof \WC_Order ) {
				OrderNotes::plain( $order, __( 'What was owed to the customer has arrived.', 'woo-inventory-guard' ) );
			}
		}
		// An older order that wants more than has come is not overtaken by a younger one that wants less.
		$waits = array();
		foreach ( $this->shortfalls->hopeful( $limit ) as $one ) {
			if ( ! isset( $waits[ $one->item_id ] ) && ! $this->supply( $one ) ) {
				$waits[ $one->item_id ] = true;
			}
		}
	}

	/**
	 * @return bool Whether it is off the list.
	 */
	public function supply( Shortfall $one ): bool {
		$order = $this->order_that_wants( $one );
		if ( null === $order ) {
			return $this->shortfalls->close( $one->id, Outcome::Wait );
		}
		$this->supply->provide( $order );
		$now = $this->shortfalls->find( $one->id );
		return null === $now || ! $now->open;
	}

	/**
	 * NULL where nobody waits for these units any more.
	 */
	public function order_that_wants( Shortfall $one ): ?\WC_Order {
		$order = wc_get_order( $one->order_id );
		return $order instanceof \WC_Order && ! $order->has_status( self::ENDED ) && $this->supply->may_sell( $order ) && $order->get_item( $one->line_id ) instanceof \WC_Order_Item_Product ? $order : null;
	}
}
