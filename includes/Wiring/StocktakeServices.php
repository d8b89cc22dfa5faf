<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Listing\ListQuery;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Item\Pictures;
use WooInventoryGuard\Rest\Stocktake\StocktakeApplyController;
use WooInventoryGuard\Rest\Stocktake\StocktakeCountsController;
use WooInventoryGuard\Rest\Stocktake\StocktakeDecisionsController;
use WooInventoryGuard\Rest\Stocktake\StocktakeItemsController;
use WooInventoryGuard\Rest\Stocktake\StocktakeLineShape;
use WooInventoryGuard\Rest\Stocktake\StocktakePhotosController;
use WooInventoryGuard\Rest\Stocktake\StocktakeReviewController;
use WooInventoryGuard\Rest\Stocktake\StocktakesController;
use WooInventoryGuard\Rest\Stocktake\StocktakeSchedulesController;
use WooInventoryGuard\Rest\Stocktake\StocktakeSetupController;
use WooInventoryGuard\Rest\Stocktake\StocktakeShape;
use WooInventoryGuard\Shop\Product\Categories;
use WooInventoryGuard\Stocktake\Review\Applying;
use WooInventoryGuard\Stocktake\Making\Choice;
use WooInventoryGuard\Stocktake\Review\Circumstances;
use WooInventoryGuard\Stocktake\Making\Classes;
use WooInventoryGuard\Stocktake\Counting\Codes;
use WooInventoryGuard\Stocktake\Review\Comparing;
use WooInventoryGuard\Stocktake\Counting\CountList;
use WooInventoryGuard\Stocktake\Counting\Counts;
use WooInventoryGuard\Stocktake\Making\Crew;
use WooInventoryGuard\Stocktake\Review\Decisions;
use WooInventoryGuard\Stocktake\Making\Filling;
use WooInventoryGuard\Stocktake\Review\LineList;
use WooInventoryGuard\Stocktake\Making\Options;
use WooInventoryGuard\Stocktake\Review\Packing;
use WooInventoryGuard\Stocktake\Counting\Photos;
use WooInventoryGuard\Stocktake\Making\Reminder;
use WooInventoryGuard\Stocktake\Review\Report;
use WooInventoryGuard\Stocktake\Making\Rounds;
use WooInventoryGuard\Stocktake\Making\Schedules;
use WooInventoryGuard\Stocktake\Counting\Sheet;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\StocktakeList;
use WooInventoryGuard\Stocktake\Stocktakes;
use WooInventoryGuard\Stocktake\Review\Sums;
use WooInventoryGuard\Stocktake\Counting\Tags;
use WooInventoryGuard\Stocktake\Counting\Tallies;
use WooInventoryGuard\Stocktake\Counting\Tying;
use WooInventoryGuard\Stocktake\Review\Undoing;
use WooInventoryGuard\Stocktake\Counting\Zeroing;

/**
 * Counting. A part of the composition root.
 */
trait StocktakeServices {

	/**
	 * Bounded, for the job that comes round each minute.
	 */
	public function stocktake_rounds(): Rounds {
		$reminder = new Reminder( static fn( Stocktake $stocktake ): string => admin_url( 'admin.php?page=woo-inventory-guard&path=/stocktakes/' . $stocktake->id ) );
		return $this->once(
			Rounds::class,
			fn(): Rounds => new Rounds(
				$this->db(),
				$this->stocktakes(),
				$this->schedules(),
				$this->filling(),
				$this->comparing(),
				$this->applying(),
				$this->undoing(),
				new Crew( $this->db() ),
				$this->packing(),
				$this->calendar()->today( ... ),
				$reminder->send( ... )
			)
		);
	}

	public function stocktakes(): Stocktakes {
		return $this->once( Stocktakes::class, fn(): Stocktakes => new Stocktakes( $this->db(), $this->clock(), $this->requests(), $this->choice() ) );
	}

	public function packing(): Packing {
		return $this->once( Packing::class, fn(): Packing => new Packing( $this->db(), $this->clock() ) );
	}

	public function comparing(): Comparing {
		return $this->once( Comparing::class, fn(): Comparing => new Comparing( $this->db(), new Tallies( $this->db(), $this->clock() ), new Circumstances( $this->db() ) ) );
	}

	public function applying(): Applying {
		return $this->once( Applying::class, fn(): Applying => new Applying( $this->db(), $this->clock(), $this->stocktakes(), $this->comparing(), $this->ledger() ) );
	}

	public function undoing(): Undoing {
		return $this->once( Undoing::class, fn(): Undoing => new Undoing( $this->db(), $this->clock(), $this->stocktakes(), $this->ledger() ) );
	}

	public function filling(): Filling {
		return $this->once( Filling::class, fn(): Filling => new Filling( $this->db(), $this->choice(), new Crew( $this->db() ) ) );
	}

	public function schedules(): Schedules {
		return $this->once( Schedules::class, fn(): Schedules => new Schedules( $this->db(), $this->clock(), $this->stocktakes(), $this->choice(), $this->classes() ) );
	}

	private function choice(): Choice {
		return $this->once( Choice::class, fn(): Choice => new Choice( $this->db(), $this->clock(), static fn( array $ids ): array => class_exists( 'WooCommerce', false ) ? Categories::filed( $ids ) : array() ) );
	}

	private function classes(): Classes {
		return $this->once( Classes::class, fn(): Classes => new Classes( $this->db(), $this->clock() ) );
	}

	private function item_codes(): Codes {
		return $this->once( Codes::class, fn(): Codes => new Codes( $this->db(), $this->clock() ) );
	}

	public function stocktake_counts(): Counts {
		return $this->once( Counts::class, fn(): Counts => new Counts( $this->db(), $this->clock(), $this->item_codes() ) );
	}

	private function stocktake_tags(): Tags {
		return $this->once( Tags::class, fn(): Tags => new Tags( $this->db(), $this->stocktake_counts(), $this->item_codes() ) );
	}

	/**
	 * @return list<int> Items that somebody means by these words.
	 */
	private function items_with( string $words ): array {
		return array_map( static fn( Item $item ): int => $item->id, $this->item_list()->page( new ListQuery( search: $words, per_page: 40 ) )->items );
	}

	/**
	 * @return list<Controller>
	 */
	private function stocktake_controllers(): array {
		$pictures = new Pictures( $this->items() );
		$lines    = new LineList( $this->db() );
		$counts   = new CountList( $this->db() );
		$shape    = new StocktakeShape( $this->stocktakes(), new StocktakeList( $this->db() ), new Crew( $this->db() ), $this->clock() );
		$review   = new StocktakeReviewController( $lines, new Sums( $this->db() ), $counts, $this->comparing(), $this->ledger(), $shape, new StocktakeLineShape( $lines, $pictures ) );
		$report   = new Report( $this->db() );
		return array(
			new StocktakesController( $this->stocktakes(), new StocktakeList( $this->db() ), $this->filling(), new Crew( $this->db() ), $shape ),
			new StocktakeSetupController( new Options( $this->db() ), $this->choice(), $this->classes(), $report, $shape, static fn(): array => class_exists( 'WooCommerce', false ) ? Categories::all() : array() ),
			new StocktakeItemsController( new Sheet( $this->db() ), $this->comparing(), $this->item_codes(), new Tying( $this->db(), $this->item_codes(), $this->stocktake_counts(), $this->stocktake_tags() ), $this->packing(), $this->items(), $pictures, $shape, $this->items_with( ... ) ),
			new StocktakeCountsController( $this->stocktakes(), $this->stocktake_counts(), $counts, $this->stocktake_tags(), $shape, $this->clock() ),
			new StocktakePhotosController( new Photos( $this->db(), $this->clock() ), $this->stocktake_counts(), $shape, $this->clock() ),
			$review,
			new StocktakeDecisionsController( new Decisions( $this->db(), $this->clock() ), new Zeroing( $this->db(), $this->clock(), $this->stocktake_counts() ), $this->comparing(), $lines, $shape ),
			new StocktakeApplyController( $this->applying(), $this->undoing(), $this->comparing(), $report, $shape, $review ),
			new StocktakeSchedulesController( $this->schedules() ),
		);
	}
}
