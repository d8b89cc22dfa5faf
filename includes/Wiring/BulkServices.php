<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Bulk\BulkChanges;
use WooInventoryGuard\Bulk\FieldPortion;
use WooInventoryGuard\Bulk\Preview;
use WooInventoryGuard\Bulk\Runner;
use WooInventoryGuard\Bulk\StockPortion;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Item\BulkChangesController;
use WooInventoryGuard\Stock\Level\ItemSums;
use WooInventoryGuard\Stock\Level\ManyMoves;
use WooInventoryGuard\Stock\Level\ManyOpenings;

/**
 * Changes of many items as one act. A part of the composition root.
 */
trait BulkServices {

	/**
	 * One job for all that goes on by itself once it was started: changes of many items, and restores.
	 */
	private function register_bulk(): void {
		$this->bulk_soon()->register(
			function (): bool {
				$changed = $this->bulk_runner()->work_all( Runner::JOB_SECONDS );
				return $this->restore_applying()->work_all( Runner::JOB_SECONDS ) && $changed;
			}
		);
	}

	/**
	 * For the job of every minute: what was left behind when its own job was lost.
	 */
	private function bulk_rounds(): void {
		$this->bulk_runner()->work_all( Runner::JOB_SECONDS );
		$this->bulk_changes()->forget_old();
	}

	private function bulk_soon(): Soon {
		return $this->once( Soon::class, static fn(): Soon => new Soon( 'woo_inventory_guard_bulk' ) );
	}

	public function bulk_changes(): BulkChanges {
		return $this->once( BulkChanges::class, fn(): BulkChanges => new BulkChanges( $this->db(), $this->clock(), $this->requests(), $this->bulk_preview() ) );
	}

	private function bulk_preview(): Preview {
		return $this->once( Preview::class, fn(): Preview => new Preview( $this->db(), $this->many_items() ) );
	}

	public function bulk_runner(): Runner {
		return $this->once(
			Runner::class,
			fn(): Runner => new Runner( $this->db(), $this->clock(), $this->bulk_changes(), new FieldPortion( $this->db(), $this->many_items() ), new StockPortion( $this->db(), $this->many_moves() ) )
		);
	}

	public function many_moves(): ManyMoves {
		return $this->once( ManyMoves::class, fn(): ManyMoves => new ManyMoves( $this->db(), $this->levels(), new ItemSums( $this->db(), $this->clock() ), $this->movements(), $this->participants() ) );
	}

	private function many_openings(): ManyOpenings {
		return new ManyOpenings( $this->db(), new ItemSums( $this->db(), $this->clock() ), $this->movements(), $this->participants() );
	}

	private function bulk_controller(): BulkChangesController {
		return new BulkChangesController( $this->bulk_changes(), $this->bulk_preview(), $this->bulk_runner(), $this->bulk_soon(), $this->clock() );
	}
}
