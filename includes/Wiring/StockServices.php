<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Stock\Level\AverageCost;
use WooInventoryGuard\Stock\Reserving\Ending;
use WooInventoryGuard\Stock\Lines\Gaps;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Lines\MovementStore;
use WooInventoryGuard\Stock\Participants;
use WooInventoryGuard\Stock\Lines\Past;
use WooInventoryGuard\Stock\Reserving\Planner;
use WooInventoryGuard\Stock\Integrity\Repair;
use WooInventoryGuard\Stock\Requests;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stock\Reserving\ReservationStore;
use WooInventoryGuard\Stock\Reserving\Reserving;

/**
 * The engine and what it stands on. A part of the composition root.
 */
trait StockServices {

	public function planner(): Planner {
		return $this->once( Planner::class, fn(): Planner => new Planner( $this->db(), $this->bundles() ) );
	}

	public function levels(): Levels {
		return $this->once( Levels::class, fn(): Levels => new Levels( $this->db(), $this->clock() ) );
	}

	public function movements(): MovementStore {
		return $this->once( MovementStore::class, fn(): MovementStore => new MovementStore( $this->db(), $this->clock() ) );
	}

	public function requests(): Requests {
		return $this->once( Requests::class, fn(): Requests => new Requests( $this->db(), $this->clock() ) );
	}

	public function participants(): Participants {
		return $this->once(
			Participants::class,
			function (): Participants {
				$participants = new Participants( $this->db() );
				$participants->add( $this->derived_bundles() );
				$participants->add( $this->crossings() );
				return $participants;
			}
		);
	}

	public function reservations(): Reservations {
		return $this->once(
			Reservations::class,
			fn(): Reservations => new Reservations(
				new Reserving( $this->db(), $this->clock(), $this->planner(), $this->reservation_store(), $this->levels(), $this->ending(), $this->participants() ),
				$this->ending(),
				$this->reservation_store()
			)
		);
	}

	private function ending(): Ending {
		return $this->once(
			Ending::class,
			fn(): Ending => new Ending( $this->db(), $this->clock(), $this->reservation_store(), $this->levels(), $this->movements(), $this->requests(), $this->participants() )
		);
	}

	private function reservation_store(): ReservationStore {
		return $this->once( ReservationStore::class, fn(): ReservationStore => new ReservationStore( $this->db(), $this->clock() ) );
	}

	public function ledger(): Ledger {
		return $this->once( Ledger::class, fn(): Ledger => new Ledger( $this->db(), $this->planner(), $this->levels(), $this->movements(), $this->requests(), $this->participants(), $this->ending(), new AverageCost( $this->db() ) ) );
	}

	public function integrity(): Integrity {
		return $this->once( Integrity::class, fn(): Integrity => new Integrity( $this->db() ) );
	}

	public function repair(): Repair {
		return $this->once( Repair::class, fn(): Repair => new Repair( $this->db(), $this->integrity(), $this->movements(), $this->participants(), new Gaps( $this->db(), $this->clock(), self::lost_lines( ... ) ) ) );
	}

	private function past(): Past {
		return $this->once( Past::class, fn(): Past => new Past( $this->db(), $this->clock(), $this->levels(), $this->ledger(), $this->repair(), $this->folded_levels() ) );
	}

	private static function lost_lines( int $lines ): string {
		/* translators: %s: a number */
		return sprintf( _n( '%s line of the ledger was lost here.', '%s lines of the ledger were lost here.', $lines, 'woo-inventory-guard' ), number_format_i18n( $lines ) );
	}
}
