<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Level\AverageCost;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Foresight;
use WooInventoryGuard\Stock\Lines\Gaps;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Level\ItemSums;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Reserving\Planner;
use WooInventoryGuard\Stock\Integrity\Repair;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Reserving\ReservationStore;
use WooInventoryGuard\Stock\Reserving\Reserving;

/**
 * The engine by itself on a connection of its own choice: a rival has one too.
 */
final class Engine {

	public readonly Db $db;

	public readonly Participants $participants;

	public readonly Reservations $reservations;

	public readonly Ledger $ledger;

	public readonly Integrity $integrity;

	public readonly Repair $repair;

	public readonly Requests $requests;

	public readonly Levels $levels;

	public readonly Foresight $foresight;

	public readonly ManyMoves $moves;

	public function __construct( \wpdb $wpdb, Clock $clock, FixedBundles $bundles ) {
		$this->db           = new Db( $wpdb );
		$this->participants = new Participants( $this->db );
		$this->levels       = new Levels( $this->db, $clock );
		$movements          = new MovementStore( $this->db, $clock );
		$planner            = new Planner( $this->db, $bundles );
		$store              = new ReservationStore( $this->db, $clock );
		$this->requests     = new Requests( $this->db, $clock );
		$ending             = new Ending( $this->db, $clock, $store, $this->levels, $movements, $this->requests, $this->participants );
		$reserving          = new Reserving( $this->db, $clock, $planner, $store, $this->levels, $ending, $this->participants );
		$this->ledger       = new Ledger( $this->db, $planner, $this->levels, $movements, $this->requests, $this->participants, $ending, new AverageCost( $this->db ) );
		$this->integrity    = new Integrity( $this->db );
		$this->repair       = new Repair( $this->db, $this->integrity, $movements, $this->participants, new Gaps( $this->db, $clock, static fn ( int $lines ): string => "{$lines} lost" ) );
		$this->reservations = new Reservations( $reserving, $ending, $store );
		$this->foresight    = new Foresight( $planner, $store, $ending );
		$this->moves        = new ManyMoves( $this->db, $this->levels, new ItemSums( $this->db, $clock ), $movements, $this->participants );
	}
}
