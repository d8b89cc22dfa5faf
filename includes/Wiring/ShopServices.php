<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\PageHealth;
use WooInventoryGuard\Catalog\TermIndex;
use WooInventoryGuard\Shop\AddToCart;
use WooInventoryGuard\Shop\AdminLines;
use WooInventoryGuard\Shop\BundleProducts;
use WooInventoryGuard\Shop\CartCheck;
use WooInventoryGuard\Shop\Checkout;
use WooInventoryGuard\Shop\CoreHolds;
use WooInventoryGuard\Shop\Follow;
use WooInventoryGuard\Shop\HeldStock;
use WooInventoryGuard\Shop\Import;
use WooInventoryGuard\Shop\ItemRows;
use WooInventoryGuard\Shop\LookupRow;
use WooInventoryGuard\Shop\Mail\OneMail;
use WooInventoryGuard\Shop\Marks;
use WooInventoryGuard\Shop\MetaRows;
use WooInventoryGuard\Shop\Numbers;
use WooInventoryGuard\Shop\OrderLines;
use WooInventoryGuard\Shop\OwnOrders;
use WooInventoryGuard\Shop\PageCaches;
use WooInventoryGuard\Shop\PageProbe;
use WooInventoryGuard\Shop\PaidByCode;
use WooInventoryGuard\Shop\PayForOrder;
use WooInventoryGuard\Shop\ProductCaches;
use WooInventoryGuard\Shop\Products;
use WooInventoryGuard\Shop\ProductWords;
use WooInventoryGuard\Shop\Reconcile;
use WooInventoryGuard\Shop\RefusedOrders;
use WooInventoryGuard\Shop\RestEdits;
use WooInventoryGuard\Shop\RestOrders;
use WooInventoryGuard\Shop\StockAgrees;
use WooInventoryGuard\Shop\StockMirror;
use WooInventoryGuard\Shop\Storefront;
use WooInventoryGuard\Shop\Writers\BareMeta;
use WooInventoryGuard\Shop\Writers\Loaded;
use WooInventoryGuard\Shop\Writers\Origin;
use WooInventoryGuard\Shop\Writers\ProductScreen;
use WooInventoryGuard\Shop\Writers\QuickEdit;
use WooInventoryGuard\Shop\Writers\StockWrites;
use WooInventoryGuard\Stock\Foresight;

/**
 * The WooCommerce adapter; nothing of it is made where there is no shop. A part of the composition root.
 */
trait ShopServices {

	use OrderServices;

	/**
	 * Only where WooCommerce is there: the room Shop names its classes.
	 */
	private function register_shop(): void {
		$this->participants()->add( $this->stock_mirror() );
		$this->integrity()->add( new StockAgrees( $this->db() ) );
		$this->register_one_truth();
		$lines = $this->order_lines();
		$holds = $this->holds();
		$this->register_limits( $lines );
		( new HeldStock( $this->db(), $this->clock() ) )->register();
		$refused = new RefusedOrders();
		$refused->register();
		( new Checkout( $lines, $holds, new OwnOrders( $holds, $this->reservations() ), $refused ) )->register();
		( new PayForOrder( $lines, $holds ) )->register();
		( new PaidByCode( $lines, $holds, $this->reservations(), new Marks( $this->db() ) ) )->register();
		( new AdminLines( $lines, $holds, $this->reservations() ) )->register();
		( new CartCheck( $this->items(), $this->derived_bundles(), new Foresight( $this->planner(), $this->reservation_store(), $this->ending() ) ) )->register();
		( new RestOrders( $lines, $holds, $this->reservations() ) )->register();
		( new RestEdits( $lines, $holds ) )->register();
		$this->register_life( self::SWEEP );
		$this->register_pages();
		$this->shop_mail()->register();
		( new OneMail( $this->db(), $this->alert_recipients(), $this->shop_mail() ) )->register();
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

	/**
	 * What others write into WooCommerce comes into the books, and nothing of it is lost.
	 */
	private function register_one_truth(): void {
		$this->derived_bundles()->show_in( $this->bundle_products() );
		$this->follow()->register();
		( new StockWrites( $this->db(), $this->ledger(), new Loaded(), new Origin() ) )->register();
		( new BareMeta( $this->follow() ) )->register();
		( new QuickEdit( $this->db() ) )->register();
		( new ProductScreen() )->register();
		$this->import()->register();
		add_action( 'deactivate_woocommerce/woocommerce.php', $this->import()->restart( ... ) );
		add_action( self::SWEEP, $this->compare_with_shop( ... ), 20 );
	}

	/**
	 * Where WooCommerce is switched off for a while its tables are still there, and are kept in step.
	 */
	private function register_without_shop(): void {
		if ( 0 === did_action( 'woocommerce_loaded' ) && false !== get_option( 'woocommerce_db_version' ) ) {
			$this->participants()->add( $this->stock_mirror() );
		}
	}

	/**
	 * The job of every minute. An import that was cut off and whose own job is lost goes on here.
	 */
	private function compare_with_shop(): void {
		if ( $this->import()->is_done() ) {
			$this->reconcile()->work( 3 );
		} else {
			$this->import()->work( 10 );
		}
	}

	/**
	 * The guard is switched on in a shop that is open.
	 */
	private function take_over_shop(): void {
		if ( 0 < did_action( 'woocommerce_loaded' ) ) {
			$this->import()->restart();
			$this->import()->take_over_holds();
		}
	}

	/**
	 * The guard is switched off: the shop is left as WooCommerce expects it.
	 */
	private function hand_shop_back(): void {
		if ( 0 < did_action( 'woocommerce_loaded' ) ) {
			$this->core_holds()->hand_back();
			as_unschedule_all_actions( Import::JOB );
		}
	}

	public function import(): Import {
		return $this->once( Import::class, fn(): Import => new Import( $this->db(), $this->clock(), $this->products(), $this->item_rows(), $this->follow(), $this->core_holds() ) );
	}

	public function reconcile(): Reconcile {
		return $this->once( Reconcile::class, fn(): Reconcile => new Reconcile( $this->db(), $this->products(), $this->follow(), new Origin() ) );
	}

	private function core_holds(): CoreHolds {
		return $this->once(
			CoreHolds::class,
			fn(): CoreHolds => new CoreHolds( $this->db(), $this->clock(), $this->reservations(), new OrderLines( $this->items(), $this->follow(), $this->derived_bundles() ), $this->holds() )
		);
	}

	private function order_lines(): OrderLines {
		return $this->once( OrderLines::class, fn(): OrderLines => new OrderLines( $this->items(), $this->follow(), $this->derived_bundles() ) );
	}

	private function follow(): Follow {
		return $this->once(
			Follow::class,
			fn(): Follow => new Follow( $this->db(), $this->products(), $this->item_rows(), $this->ledger(), new Numbers( $this->db(), $this->ledger(), new MetaRows( $this->db() ) ), $this->lookup_row(), $this->bundle_products(), new Origin() )
		);
	}

	private function bundle_products(): BundleProducts {
		return $this->once( BundleProducts::class, fn(): BundleProducts => new BundleProducts( $this->db(), $this->derived_bundles() ) );
	}

	private function stock_mirror(): StockMirror {
		return $this->once( StockMirror::class, fn(): StockMirror => new StockMirror( $this->db(), new ProductCaches(), $this->lookup_row(), new MetaRows( $this->db() ) ) );
	}

	private function lookup_row(): LookupRow {
		return $this->once( LookupRow::class, fn(): LookupRow => new LookupRow( $this->db(), new ProductCaches(), new MetaRows( $this->db() ) ) );
	}

	private function products(): Products {
		return $this->once( Products::class, fn(): Products => new Products( $this->db(), new ProductWords( $this->db() ) ) );
	}

	private function item_rows(): ItemRows {
		return $this->once( ItemRows::class, fn(): ItemRows => new ItemRows( $this->db(), $this->clock(), $this->levels(), $this->ledger(), new TermIndex( $this->db() ), $this->default_low( ... ) ) );
	}
}
