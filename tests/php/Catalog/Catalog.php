<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Catalog;

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
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Level\AverageCost;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Level\ItemSums;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Level\ManyOpenings;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Reserving\Planner;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Reserving\ReservationStore;
use WooInventoryGuard\Stock\Reserving\Reserving;

/**
 * The catalog and the engine together, on a connection of its own choice: a rival has one too.
 */
final class Catalog {

	/** The shop's low stock threshold. */
	public Quantity $low;

	public readonly Db $db;
	public readonly Items $items;
	public readonly TermIndex $terms;
	public readonly DerivedBundles $derived;
	public readonly Bundles $bundles;
	public readonly Ledger $ledger;
	public readonly Levels $levels;
	public readonly ItemWriter $writer;
	public readonly Reservations $reservations;
	public readonly Counts $counts;
	public readonly ItemList $list;
	public readonly Thresholds $thresholds;
	public readonly ManyItems $many;
	public readonly ManyMoves $moves;
	public readonly Requests $requests;
	public readonly ManyNew $new;

	public function __construct( \wpdb $wpdb, Clock $clock ) {
		$this->low     = Quantity::of( 2 );
		$this->db      = new Db( $wpdb );
		$this->items   = new Items( $this->db );
		$this->terms   = new TermIndex( $this->db );
		$graph         = new BundleGraph( $this->db );
		$this->derived = new DerivedBundles( $this->db, $clock, $graph );
		$this->bundles = new Bundles( $this->db, $clock, $this->items, $graph, $this->derived );

		$participants = new Participants( $this->db );
		$participants->add( $this->derived );
		$this->levels = new Levels( $this->db, $clock );
		$movements    = new MovementStore( $this->db, $clock );
		$planner      = new Planner( $this->db, $this->bundles );
		$store        = new ReservationStore( $this->db, $clock );
		$requests     = new Requests( $this->db, $clock );
		$preorders    = new Preorders( $this->db, $clock, $this->levels );
		$ending       = new Ending( $this->db, $clock, $store, $this->levels, $movements, $requests, $participants );
		$reserving    = new Reserving( $this->db, $clock, $planner, $store, $this->levels, $ending, $participants );

		$rows               = new NewRows( $this->db, $clock, fn(): Quantity => $this->low );
		$this->ledger       = new Ledger( $this->db, $planner, $this->levels, $movements, $requests, $participants, $ending, new AverageCost( $this->db ) );
		$this->reservations = new Reservations( $reserving, $ending, $store );
		$this->writer       = new ItemWriter( $this->db, $clock, $this->items, $rows, $this->terms, $requests, $this->ledger, $this->levels, $preorders, $this->derived, fn(): Quantity => $this->low );
		$sql                = new ListSql( $this->db );
		$this->counts       = new Counts( $this->db, $clock );
		$this->list         = new ItemList( $this->items, $sql, new Search( $this->db, $sql ), $this->counts );
		$this->thresholds   = new Thresholds( $this->db, $clock );
		$this->many         = new ManyItems( $this->db, $clock, $this->derived, $preorders, fn(): Quantity => $this->low );
		$this->moves        = new ManyMoves( $this->db, $this->levels, new ItemSums( $this->db, $clock ), $movements, $participants );
		$this->requests     = $requests;
		$this->new          = new ManyNew( $this->db, $rows, $this->terms, new ManyOpenings( $this->db, new ItemSums( $this->db, $clock ), $movements, $participants ), $this->levels, static fn( array $ids ): array => $ids );
	}
}
