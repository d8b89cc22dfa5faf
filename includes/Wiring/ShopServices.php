<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Admin\PageHealth;
use WooInventoryGuard\Catalog\Listing\TermIndex;
use WooInventoryGuard\Shop\Cart\AddToCart;
use WooInventoryGuard\Shop\Doors\AdminLines;
use WooInventoryGuard\Shop\Product\BundleProducts;
use WooInventoryGuard\Shop\Cart\CartCheck;
use WooInventoryGuard\Shop\Doors\Checkout;
use WooInventoryGuard\Shop\Doors\CoreHolds;
use WooInventoryGuard\Shop\Mirror\CostMirror;
use WooInventoryGuard\Shop\Following\Follow;
use WooInventoryGuard\Shop\Cart\HeldStock;
use WooInventoryGuard\Shop\Following\Import;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Product\ListNumbers;
use WooInventoryGuard\Shop\Mirror\LookupRow;
use WooInventoryGuard\Shop\Mail\OneMail;
use WooInventoryGuard\Shop\Product\ManyProducts;
use WooInventoryGuard\Shop\Order\Marks;
use WooInventoryGuard\Shop\Mirror\MetaRows;
use WooInventoryGuard\Shop\Mirror\Numbers;
use WooInventoryGuard\Shop\Order\KeptOrders;
use WooInventoryGuard\Shop\Order\OrderLines;
use WooInventoryGuard\Shop\Cart\OwnOrders;
use WooInventoryGuard\Shop\Pages\PageCaches;
use WooInventoryGuard\Shop\Pages\PageProbe;
use WooInventoryGuard\Shop\Doors\PaidByCode;
use WooInventoryGuard\Shop\Doors\PayForOrder;
use WooInventoryGuard\Shop\Mirror\ProductCaches;
use WooInventoryGuard\Shop\Product\ProductList;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Shop\Product\ProductWords;
use WooInventoryGuard\Shop\Mirror\Reconcile;
use WooInventoryGuard\Shop\Doors\RefusedOrders;
use WooInventoryGuard\Shop\Doors\RestEdits;
use WooInventoryGuard\Shop\Doors\RestOrders;
use WooInventoryGuard\Shop\Doors\RestVersion4;
use WooInventoryGuard\Shop\Product\SharedFields;
use WooInventoryGuard\Shop\Mirror\StockAgrees;
use WooInventoryGuard\Shop\Mirror\StockMirror;
use WooInventoryGuard\Shop\Pages\Storefront;
use WooInventoryGuard\Shop\Writers\AllImport;
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
		$meta   = new MetaRows( $this->db() );
		$shared = new SharedFields( $this->db(), $meta, $this->lookup_row(), new ProductCaches( $this->db() ), new ManyProducts( $this->db(), $meta, new ProductCaches( $this->db() ) ) );
		$this->item_writer()->share( $shared );
		$this->participants()->add_for_costs( new CostMirror( $this->db(), $shared ) );
		$this->many_items()->share( $shared );
		$this->register_one_truth();
		$lines = $this->order_lines();
		$holds = $this->holds();
		$this->register_limits( $lines );
		$this->register_rules();
		( new HeldStock( $this->db(), $this->clock(), $this->sold_items() ) )->register();
		$refused = new RefusedOrders();
		$refused->register();
		( new Checkout( $lines, $holds, new OwnOrders( $holds, $this->reservations() ), $refused ) )->register();
		( new PayForOrder( $lines, $holds ) )->register();
		( new PaidByCode( $lines, $holds, $this->reservations(), new Marks( $this->db() ) ) )->register();
		( new AdminLines( $lines, $holds, $this->reservations() ) )->register();
		( new CartCheck( $this->items(), $this->derived_bundles(), new Foresight( $this->planner(), $this->reservation_store(), $this->ending() ) ) )->register();
		$new_orders = new RestOrders( $lines, $holds, $this->reservations() );
		$edits      = new RestEdits( $lines, $holds );
		$new_orders->register();
		$edits->register();
		( new RestVersion4( $lines, $holds, $new_orders, $edits ) )->register();
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
		( new AllImport( $this->items(), $this->item_writer(), $this->ledger() ) )->register();
		( new StockWrites( $this->db(), $this->ledger(), new Loaded(), new Origin() ) )->register();
		( new BareMeta( $this->follow() ) )->register();
		( new QuickEdit( $this->db() ) )->register();
		( new ProductList( $this->db(), new ListNumbers( $this->db() ) ) )->register();
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
			( new KeptOrders( $this->db(), $this->supply(), $this->flag() ) )->take_all();
			$this->core_holds()->hand_back();
			as_unschedule_all_actions( Import::JOB );
		}
	}

	public function import(): Import {
		return $this->once( Import::class, fn(): Import => new Import( $this->db(), $this->clock(), $this->products(), $this->item_rows(), $this->follow(), $this->core_holds(), $this->rule_work() ) );
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
			fn(): Follow => new Follow( $this->db(), $this->products(), $this->item_rows(), $this->ledger(), new Numbers( $this->db(), $this->ledger(), new MetaRows( $this->db() ), $this->participants() ), $this->lookup_row(), $this->bundle_products(), new Origin(), $this->rule_work() )
		);
	}

	private function bundle_products(): BundleProducts {
		return $this->once( BundleProducts::class, fn(): BundleProducts => new BundleProducts( $this->db(), $this->derived_bundles() ) );
	}

	public function stock_mirror(): StockMirror {
		return $this->once( StockMirror::class, fn(): StockMirror => new StockMirror( $this->db(), new ProductCaches( $this->db() ), $this->lookup_row(), new MetaRows( $this->db() ) ) );
	}

	private function lookup_row(): LookupRow {
		return $this->once( LookupRow::class, fn(): LookupRow => new LookupRow( $this->db(), new ProductCaches( $this->db() ), new MetaRows( $this->db() ) ) );
	}

	private function products(): Products {
		return $this->once( Products::class, fn(): Products => new Products( $this->db(), new ProductWords( $this->db() ) ) );
	}

	private function item_rows(): ItemRows {
		return $this->once( ItemRows::class, fn(): ItemRows => new ItemRows( $this->db(), $this->clock(), $this->levels(), $this->ledger(), new TermIndex( $this->db() ), $this->default_low( ... ) ) );
	}
}
