<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\PersonalData;
use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Privacy\People;
use WooInventoryGuard\Shop\Product\Backordering;
use WooInventoryGuard\Shop\Pages\BackorderWords;
use WooInventoryGuard\Shop\Limit\CartLimits;
use WooInventoryGuard\Shop\Limit\CategoryFields;
use WooInventoryGuard\Shop\Product\FieldMarkup;
use WooInventoryGuard\Shop\Limit\LimitFinder;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Order\PreorderQueue;
use WooInventoryGuard\Shop\Product\ProductFields;
use WooInventoryGuard\Shop\Product\ProductPanel;
use WooInventoryGuard\Shop\Limit\PurchaseLimits;
use WooInventoryGuard\Shop\Cart\QuantityLimits;
use WooInventoryGuard\Shop\Product\SoldItems;

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

	private function register_personal_data(): void {
		( new PersonalData( fn(): People => new People( $this->db() ), fn(): Customers => new Customers( $this->db() ), $this->limit_uses( ... ), fn( string $email ): int => $this->report_mails()->forget( $email ) ) )->register();
	}

	private function limit_finder(): LimitFinder {
		return $this->once( LimitFinder::class, fn(): LimitFinder => new LimitFinder( $this->limits(), $this->items(), $this->sold_items() ) );
	}

	private function purchase_limits(): PurchaseLimits {
		return $this->once( PurchaseLimits::class, fn(): PurchaseLimits => new PurchaseLimits( $this->limits(), new Customers( $this->db() ), $this->limit_uses(), $this->limit_finder() ) );
	}

	private function sold_items(): SoldItems {
		return $this->once( SoldItems::class, fn(): SoldItems => new SoldItems( $this->items() ) );
	}

	/**
	 * Only where WooCommerce is there.
	 */
	private function register_limits( OrderLines $lines ): void {
		$queue = new PreorderQueue( $this->db(), $this->clock(), $this->items(), $lines );
		$this->participants()->add( $queue );
		$queue->register();
		$sold = $this->sold_items();
		$sold->register();
		$this->participants()->add( $sold );
		$this->purchase_limits()->register();
		( new QuantityLimits( $sold, $this->limit_finder(), $this->reservations() ) )->register();
		( new CartLimits( $this->limits(), $this->limit_finder(), $this->limit_uses(), $this->purchase_limits(), $sold ) )->register();
		( new Backordering( $sold, new BackorderWords( $this->clock() ), $this->clock() ) )->register();
		$fields = new ProductFields( $this->items(), $this->item_writer(), $this->limits(), new FieldMarkup() );
		$fields->register();
		( new ProductPanel( $this->items(), $fields ) )->register();
		( new CategoryFields( $this->limits() ) )->register();
	}
}
