<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Catalog\Bundle\BundleContents;
use WooInventoryGuard\Catalog\Bundle\BundleGraph;
use WooInventoryGuard\Catalog\Bundle\Bundles;
use WooInventoryGuard\Catalog\Listing\Counts;
use WooInventoryGuard\Catalog\Bundle\DerivedBundles;
use WooInventoryGuard\Catalog\Listing\ItemList;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Catalog\Listing\ListSql;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Catalog\Writing\ManyNew;
use WooInventoryGuard\Catalog\Writing\NewRows;
use WooInventoryGuard\Catalog\Preorders;
use WooInventoryGuard\Catalog\Listing\Search;
use WooInventoryGuard\Catalog\Listing\TermIndex;
use WooInventoryGuard\Catalog\Thresholds;
use WooInventoryGuard\Catalog\Upkeep;
use WooInventoryGuard\Settings\SettingsStore;
use WooInventoryGuard\Stock\Quantity;

/**
 * Items, bundles, lists and the settings that they follow. A part of the composition root.
 */
trait CatalogServices {

	public function settings(): SettingsStore {
		return $this->once( SettingsStore::class, fn(): SettingsStore => new SettingsStore( $this->db(), fn() => $this->upkeep()->threshold_changed() ) );
	}

	private function upkeep(): Upkeep {
		return $this->once(
			Upkeep::class,
			fn(): Upkeep => new Upkeep( new Thresholds( $this->db(), $this->clock() ), $this->derived_bundles(), $this->counts(), $this->preorders(), $this->default_low( ... ) )
		);
	}

	private function preorders(): Preorders {
		return $this->once( Preorders::class, fn(): Preorders => new Preorders( $this->db(), $this->clock(), $this->levels() ) );
	}

	private function default_low(): Quantity {
		return Quantity::of( $this->settings()->get()->low_stock_threshold );
	}

	public function items(): Items {
		return $this->once( Items::class, fn(): Items => new Items( $this->db() ) );
	}

	public function item_list(): ItemList {
		return $this->once(
			ItemList::class,
			function (): ItemList {
				$sql = new ListSql( $this->db() );
				return new ItemList( $this->items(), $sql, new Search( $this->db(), $sql ), $this->counts() );
			}
		);
	}

	public function counts(): Counts {
		return $this->once( Counts::class, fn(): Counts => new Counts( $this->db(), $this->clock() ) );
	}

	public function item_writer(): ItemWriter {
		return $this->once(
			ItemWriter::class,
			function (): ItemWriter {
				$writer = new ItemWriter( $this->db(), $this->clock(), $this->items(), $this->new_rows(), new TermIndex( $this->db() ), $this->requests(), $this->ledger(), $this->levels(), $this->preorders(), $this->derived_bundles(), $this->default_low( ... ) );
				$writer->tell( $this->items_made( ... ) );
				return $writer;
			}
		);
	}

	/**
	 * Rules speak of new items at once.
	 *
	 * @param list<int> $ids
	 */
	private function items_made( array $ids ): void {
		$this->rule_work()->items( $ids );
	}

	private function new_rows(): NewRows {
		return new NewRows( $this->db(), $this->clock(), $this->default_low( ... ) );
	}

	private function many_new(): ManyNew {
		return new ManyNew( $this->db(), $this->new_rows(), new TermIndex( $this->db() ), $this->many_openings(), $this->levels(), $this->items_made( ... ) );
	}

	public function many_items(): ManyItems {
		return $this->once( ManyItems::class, fn(): ManyItems => new ManyItems( $this->db(), $this->clock(), $this->derived_bundles(), $this->preorders(), $this->default_low( ... ) ) );
	}

	public function bundles(): Bundles {
		return $this->once( Bundles::class, fn(): Bundles => new Bundles( $this->db(), $this->clock(), $this->items(), new BundleGraph( $this->db() ), $this->derived_bundles() ) );
	}

	public function bundle_contents(): BundleContents {
		return $this->once( BundleContents::class, fn(): BundleContents => new BundleContents( $this->db(), $this->items(), new BundleGraph( $this->db() ) ) );
	}

	public function derived_bundles(): DerivedBundles {
		return $this->once( DerivedBundles::class, fn(): DerivedBundles => new DerivedBundles( $this->db(), $this->clock(), new BundleGraph( $this->db() ) ) );
	}
}
