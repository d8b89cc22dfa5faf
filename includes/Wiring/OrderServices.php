<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Shop\Order\Composition;
use WooInventoryGuard\Shop\Order\HandedOver;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Order\Marks;
use WooInventoryGuard\Shop\Order\Actions;
use WooInventoryGuard\Shop\Order\Acts;
use WooInventoryGuard\Shop\Order\Decisions;
use WooInventoryGuard\Shop\Order\Ends;
use WooInventoryGuard\Shop\Order\ExpiredHolds;
use WooInventoryGuard\Shop\Order\Expiry;
use WooInventoryGuard\Shop\Order\Flag;
use WooInventoryGuard\Shop\Order\HoldMinutes;
use WooInventoryGuard\Shop\Order\LineDetails;
use WooInventoryGuard\Shop\Order\LineEdits;
use WooInventoryGuard\Shop\Order\LineParts;
use WooInventoryGuard\Shop\Order\Panel;
use WooInventoryGuard\Shop\Order\PanelRows;
use WooInventoryGuard\Shop\Order\Payments;
use WooInventoryGuard\Shop\Order\Placed;
use WooInventoryGuard\Shop\Order\RefundedLines;
use WooInventoryGuard\Shop\Order\Refunds;
use WooInventoryGuard\Shop\Order\Resolving;
use WooInventoryGuard\Shop\Order\Retry;
use WooInventoryGuard\Shop\Order\Short;
use WooInventoryGuard\Shop\Order\Supply;
use WooInventoryGuard\Shop\Order\OrderNames;
use WooInventoryGuard\Shop\Order\Orders;
use WooInventoryGuard\Shop\StaffAccess;
use WooInventoryGuard\Shop\Mirror\StockNotices;
use WooInventoryGuard\Shop\Order\Taking;
use WooInventoryGuard\Shortfall\Resolver;
use WooInventoryGuard\Shortfall\Shortfalls;

/**
 * The life of an order: when its units are held, leave and come back. A part of the composition root.
 */
trait OrderServices {

	/**
	 * @param string $sweep The job that comes round again.
	 */
	private function register_life( string $sweep ): void {
		$lines     = $this->order_lines();
		$holds     = $this->holds();
		$marks     = new Marks( $this->db() );
		$restocked = new Marks( $this->db(), Marks::RESTOCKED );
		$flag      = $this->flag();
		$expired   = new ExpiredHolds( $this->db(), $this->clock() );
		$expiry    = new Expiry( $expired, $this->reservations(), $flag, $this->chosen( ... ) );
		$edits     = new LineEdits( $lines, $this->taking(), $holds, $flag, $this->short(), $this->shortfalls(), $this->chosen( ... ) );
		$refunded  = new RefundedLines( $this->db(), $lines, $holds, $this->reservations(), $restocked, $this->shortfalls(), $this->short() );
		$acts      = new Acts( $lines, $holds, $this->reservations(), $this->hold_minutes(), $this->supply(), $flag );
		$this->ending()->listen( $expired );
		$this->participants()->add( $this->retry() );
		$this->hold_minutes()->register( $this->reservations() );
		$this->short()->register();
		( new Payments( $lines, $holds, $this->short() ) )->register();
		( new Orders( $lines, $this->taking(), $marks, new StockNotices(), $this->supply(), $flag, $edits ) )->register();
		$flag->register();
		$edits->register();
		( new Placed( $expired, $this->reservations(), $this->hold_minutes(), $this->chosen( ... ) ) )->register();
		( new Refunds( $this->db(), $lines, $this->taking(), $marks, $restocked, new StockNotices(), $this->supply(), $refunded ) )->register();
		( new Ends( $lines, $holds, $this->shortfalls() ) )->register();
		$expiry->register( $sweep );
		$this->retry()->register( $sweep );
		( new HandedOver( $this->packing() ) )->register( $sweep );
		( new OrderNames() )->register();
		( new StaffAccess() )->register();
		( new Actions( $acts, new Decisions( $this->shortfalls(), $this->resolving() ) ) )->register();
		$parts = new LineParts( $this->composition(), $this->items() );
		$rows  = new PanelRows( $lines, $this->reservations(), $this->shortfalls(), $parts );
		( new Panel( $rows, $expiry ) )->register();
		( new LineDetails( $rows ) )->register();
	}

	public function shortfalls(): Shortfalls {
		return $this->once( Shortfalls::class, fn(): Shortfalls => new Shortfalls( $this->db(), $this->clock() ) );
	}

	/**
	 * NULL where there is no shop that has the orders.
	 */
	private function resolver(): ?Resolver {
		return class_exists( 'WooCommerce', false ) ? $this->resolving() : null;
	}

	private function resolving(): Resolving {
		return $this->once( Resolving::class, fn(): Resolving => new Resolving( $this->shortfalls(), $this->retry() ) );
	}

	private function chosen(): Settings {
		return $this->settings()->get();
	}

	private function hold_minutes(): HoldMinutes {
		return $this->once( HoldMinutes::class, fn(): HoldMinutes => new HoldMinutes( $this->chosen( ... ) ) );
	}

	private function holds(): Holds {
		return $this->once( Holds::class, fn(): Holds => new Holds( $this->reservations(), $this->hold_minutes()->of_reference( ... ), $this->purchase_limits() ) );
	}

	private function taking(): Taking {
		return $this->once(
			Taking::class,
			fn(): Taking => new Taking( $this->db(), $this->reservations(), $this->ledger(), $this->holds(), new Marks( $this->db() ), $this->composition(), $this->purchase_limits(), $this->packing() )
		);
	}

	private function composition(): Composition {
		return $this->once( Composition::class, fn(): Composition => new Composition( $this->reservations(), $this->items(), $this->bundles(), new Marks( $this->db() ) ) );
	}

	private function flag(): Flag {
		return $this->once( Flag::class, fn(): Flag => new Flag( $this->chosen( ... ) ) );
	}

	private function short(): Short {
		return $this->once( Short::class, fn(): Short => new Short( $this->shortfalls(), $this->taking(), $this->holds(), $this->chosen( ... ) ) );
	}

	private function supply(): Supply {
		return $this->once(
			Supply::class,
			fn(): Supply => new Supply( $this->order_lines(), $this->taking(), $this->holds(), new Marks( $this->db() ), new StockNotices(), $this->shortfalls(), $this->short(), $this->chosen( ... ) )
		);
	}

	private function retry(): Retry {
		return $this->once( Retry::class, fn(): Retry => new Retry( $this->shortfalls(), $this->supply() ) );
	}
}
