<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\StockLeaves;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Mirror\StockNotices;
use WooInventoryGuard\Shortfall\Outcome;
use WooInventoryGuard\Shortfall\Shortfalls;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * Gives an order its units: takes them, or where the owner commits stock by hand, keeps them reserved until then. What
 * each line has taken decides what is still to do, never the flag of the order: so the owner may change the setting
 * while orders are on their way.
 */
final class Supply {

	/**
	 * @param \Closure(): Settings $settings
	 */
	public function __construct(
		private readonly OrderLines $lines,
		private readonly Taking $taking,
		private readonly Holds $holds,
		private readonly Marks $marks,
		private readonly StockNotices $notices,
		private readonly Shortfalls $shortfalls,
		private readonly Short $short,
		private readonly \Closure $settings
	) {}

	/**
	 * What an order that counts as sold gets by the owner's setting.
	 *
	 * @return bool|null Whether every line has taken what it wants. NULL where the books know none of its lines.
	 */
	public function provide( \WC_Order $order ): ?bool {
		return StockLeaves::Manual === ( $this->settings )()->stock_leaves ? $this->keep( $order ) : $this->take( $order );
	}

	/**
	 * An order that waits for its payment once more holds its units at most, unless stock leaves when an order is placed.
	 */
	public function may_sell( \WC_Order $order ): bool {
		return ! $order->has_status( 'pending' ) || StockLeaves::Placed === ( $this->settings )()->stock_leaves;
	}

	/**
	 * Takes what is open. What cannot be had is left open, said on the order and put on the work list.
	 *
	 * @param bool $all Also lines of which a person has decided that the customer gets something else.
	 * @return bool|null See provide().
	 */
	public function take( \WC_Order $order, bool $all = false ): ?bool {
		$ours  = array();
		$taken = array();
		try {
			$lines = $this->lines->of( $order );
			$known = OrderLine::known( $lines );
			if ( array() === $known ) {
				return null;
			}
			$theirs = array_values( array_filter( OrderLine::foreign( $lines ), static fn( OrderLine $line ): bool => $line->taken->is_zero() && $line->wanted->is_positive() ) );
			$ours   = $this->open_lines( $order->get_id(), $known, $all );
			$taken  = array() === $ours ? array() : $this->take_what_is_there( $order, $ours );
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
			$theirs = array();
		}
		$this->marks->tell_lines( $order, $ours );
		$this->notices->reduced( $order, $taken, $theirs );
		foreach ( $taken as $line ) {
			$this->taken_from_the_list( $order->get_id(), $line->line_id );
		}
		return count( $taken ) === count( $ours );
	}

	/**
	 * Keeps the units of an order reserved: for ever once it is paid, until a person commits them.
	 *
	 * @return bool|null False always, where the books know any of its lines: nothing is taken.
	 */
	private function keep( \WC_Order $order ): ?bool {
		try {
			$known = OrderLine::known( $this->lines->of( $order ) );
			if ( array() === $known ) {
				return null;
			}
			$open  = $this->open_lines( $order->get_id(), $known, false );
			$short = array() === $open ? array() : $this->keep_what_is_there( $order, $open );
			$this->short->found( $order, $short, false );
			foreach ( $open as $line ) {
				if ( ! in_array( $line, $short, true ) ) {
					$this->taken_from_the_list( $order->get_id(), $line->line_id );
				}
			}
		} catch ( Refusal | StockError ) {
			OrderNotes::busy( $order );
		}
		return false;
	}

	/**
	 * @param list<OrderLine> $open
	 * @return list<OrderLine> Those that cannot be held.
	 */
	private function keep_what_is_there( \WC_Order $order, array $open ): array {
		$reference = Holds::reference( $order->get_id() );
		$paid      = null !== $order->get_date_paid() || $order->is_paid();
		$short     = array();
		while ( array() !== $open ) {
			$held = $this->holds->covering( $reference, $open );
			if ( null !== $held && ( ! $paid || null === $held->expires_at ) ) {
				break;
			}
			try {
				$paid ? $this->holds->keep( $reference, $open ) : $this->holds->hold( $reference, $open );
				null === $held ? OrderNotes::reserved( $order, $open ) : null;
				break;
			} catch ( Refusal $refusal ) {
				$missing = 409 === $refusal->status ? $refusal->short_items() : array();
				if ( array() === $missing ) {
					throw $refusal;
				}
				array_push( $short, ...array_filter( $open, static fn( OrderLine $line ): bool => in_array( $line->item_id, $missing, true ) ) );
				$open = array_values( array_filter( $open, static fn( OrderLine $line ): bool => ! in_array( $line->item_id, $missing, true ) ) );
			}
		}
		return $short;
	}

	/**
	 * All lines at once, or, when that is refused, one after the other.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine> Those whose units this call has taken.
	 */
	private function take_what_is_there( \WC_Order $order, array $lines ): array {
		try {
			// Somebody else who took them at the same moment says so.
			return $this->taking->settle( $order->get_id(), $lines ) ? $lines : array();
		} catch ( Refusal $refusal ) {
			if ( 409 !== $refusal->status ) {
				throw $refusal;
			}
		}
		$taken = array();
		$short = array();
		// What the order holds for some lines must not stand in the way of others.
		$this->holds->release( Holds::reference( $order->get_id() ) );
		foreach ( $lines as $line ) {
			try {
				if ( $this->taking->settle( $order->get_id(), array( $line ) ) ) {
					$taken[] = $line;
				}
			} catch ( Refusal $refusal ) {
				if ( 409 !== $refusal->status ) {
					throw $refusal;
				}
				$short[] = $line;
			}
		}
		return array_merge( $taken, $this->short->found( $order, $short, true ) );
	}

	/**
	 * @param list<OrderLine> $known
	 * @return list<OrderLine>
	 */
	private function open_lines( int $order_id, array $known, bool $all ): array {
		$open    = array_values( array_filter( $known, static fn( OrderLine $line ): bool => $line->open()->is_positive() ) );
		$decided = array();
		foreach ( $all || array() === $open ? array() : $this->shortfalls->of_order( $order_id ) as $one ) {
			$decided[ $one->line_id ] = ! $one->open && in_array( $one->outcome, array( Outcome::Substitute, Outcome::Refund ), true );
		}
		return array_values( array_filter( $open, static fn( OrderLine $line ): bool => ! ( $decided[ $line->line_id ] ?? false ) ) );
	}

	/**
	 * What is owed stays on the list until it has come.
	 */
	private function taken_from_the_list( int $order_id, int $line_id ): void {
		if ( $this->shortfalls->close_supplied( $line_id ) ) {
			$this->short->supplied( $order_id );
		}
	}
}
