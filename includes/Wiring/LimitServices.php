<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Shop\LimitFinder;
use WooInventoryGuard\Shop\PurchaseLimits;

/**
 * How much may be bought, and on which terms. A part of the composition root.
 */
trait LimitServices {

	public function limits(): Limits {
		return $this->once( Limits::class, fn(): Limits => new Limits( $this->db(), $this->clock() ) );
	}

	private function limit_uses(): Uses {
		return $this->once( Uses::class, fn(): Uses => new Uses( $this->db(), $this->clock() ) );
	}

	private function limit_finder(): LimitFinder {
		return $this->once( LimitFinder::class, fn(): LimitFinder => new LimitFinder( $this->limits(), $this->items() ) );
	}

	private function purchase_limits(): PurchaseLimits {
		return $this->once( PurchaseLimits::class, fn(): PurchaseLimits => new PurchaseLimits( $this->limits(), new Customers( $this->db() ), $this->limit_uses(), $this->limit_finder() ) );
	}

	/**
	 * Only where WooCommerce is there.
	 */
	private function register_limits(): void {
		$this->purchase_limits()->register();
	}
}
