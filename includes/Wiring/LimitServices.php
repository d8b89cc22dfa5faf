<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Shop\Backordering;
use WooInventoryGuard\Shop\BackorderWords;
use WooInventoryGuard\Shop\CartLimits;
use WooInventoryGuard\Shop\CategoryFields;
use WooInventoryGuard\Shop\FieldMarkup;
use WooInventoryGuard\Shop\LimitFinder;
use WooInventoryGuard\Shop\OrderLines;
use WooInventoryGuard\Shop\PreorderQueue;
use WooInventoryGuard\Shop\ProductFields;
use WooInventoryGuard\Shop\PurchaseLimits;
use WooInventoryGuard\Shop\QuantityLimits;
use WooInventoryGuard\Shop\SoldItems;

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
	private function register_limits( OrderLines $lines ): void {
		$queue = new PreorderQueue( $this->db(), $this->clock(), $this->items(), $lines );
		$this->participants()->add( $queue );
		$queue->register();
		$sold = new SoldItems( $this->items() );
		$this->participants()->add( $sold );
		$this->purchase_limits()->register();
		( new QuantityLimits( $sold, $this->limit_finder(), $this->reservations() ) )->register();
		( new CartLimits( $this->limits(), $this->limit_finder(), $this->limit_uses(), $this->purchase_limits(), $sold ) )->register();
		( new Backordering( $sold, new BackorderWords( $this->clock() ), $this->clock() ) )->register();
		( new ProductFields( $this->items(), $this->item_writer(), $this->limits(), new FieldMarkup() ) )->register();
		( new CategoryFields( $this->limits() ) )->register();
	}
}
