<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\PageHealth;
use WooInventoryGuard\Catalog\TermIndex;
use WooInventoryGuard\Shop\AddToCart;
use WooInventoryGuard\Shop\Checkout;
use WooInventoryGuard\Shop\Follow;
use WooInventoryGuard\Shop\HeldStock;
use WooInventoryGuard\Shop\Holds;
use WooInventoryGuard\Shop\Import;
use WooInventoryGuard\Shop\ItemRows;
use WooInventoryGuard\Shop\LookupRow;
use WooInventoryGuard\Shop\Marks;
use WooInventoryGuard\Shop\OrderLines;
use WooInventoryGuard\Shop\Orders;
use WooInventoryGuard\Shop\PageCaches;
use WooInventoryGuard\Shop\PageProbe;
use WooInventoryGuard\Shop\ProductCaches;
use WooInventoryGuard\Shop\Products;
use WooInventoryGuard\Shop\ProductWords;
use WooInventoryGuard\Shop\RestEdits;
use WooInventoryGuard\Shop\RestOrders;
use WooInventoryGuard\Shop\StockAgrees;
use WooInventoryGuard\Shop\StockMirror;
use WooInventoryGuard\Shop\StockNotices;
use WooInventoryGuard\Shop\Storefront;
use WooInventoryGuard\Shop\Taking;

/**
 * The WooCommerce adapter; nothing of it is made where there is no shop. A part of the composition root.
 */
trait ShopServices {

	/**
	 * Only where WooCommerce is there: the room Shop names its classes.
	 */
	private function register_shop(): void {
		$this->participants()->add( new StockMirror( $this->db(), new ProductCaches(), new LookupRow( $this->db() ) ) );
		$this->integrity()->add( new StockAgrees( $this->db() ) );
		$holds  = new Holds( $this->reservations(), fn(): int => $this->settings()->get()->hold_minutes );
		$marks  = new Marks( $this->db() );
		$lines  = new OrderLines( $this->items(), $this->follow() );
		$taking = new Taking( $this->db(), $this->reservations(), $this->ledger(), $holds, $marks );
		$this->follow()->register();
		$this->import()->register();
		( new HeldStock( $this->db(), $this->clock() ) )->register();
		( new Checkout( $lines, $holds ) )->register();
		( new RestOrders( $lines, $holds, $this->reservations() ) )->register();
		( new RestEdits( $lines, $holds ) )->register();
		( new Orders( $lines, $taking, $holds, $marks, new StockNotices() ) )->register();
		$this->register_pages();
	}

	/**
	 * What cached pages need.
	 */
	private function register_pages(): void {
		( new Storefront( $this->file ) )->register();
		( new AddToCart( $this->items() ) )->register();
		( new PageCaches() )->register();
		( new PageHealth( $this->early()->state( ... ), PageCaches::found( ... ), ( new PageProbe( $this->db() ) )->page( ... ) ) )->register();
	}

	public function import(): Import {
		return $this->once( Import::class, fn(): Import => new Import( $this->db(), $this->clock(), $this->products(), $this->item_rows() ) );
	}

	private function follow(): Follow {
		return $this->once( Follow::class, fn(): Follow => new Follow( $this->db(), $this->products(), $this->item_rows(), $this->ledger(), new LookupRow( $this->db() ) ) );
	}

	private function products(): Products {
		return $this->once( Products::class, fn(): Products => new Products( $this->db(), new ProductWords( $this->db() ) ) );
	}

	private function item_rows(): ItemRows {
		return $this->once( ItemRows::class, fn(): ItemRows => new ItemRows( $this->db(), $this->clock(), $this->levels(), $this->ledger(), new TermIndex( $this->db() ), $this->default_low( ... ) ) );
	}
}
