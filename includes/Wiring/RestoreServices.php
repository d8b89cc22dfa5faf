<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Cli\RestoreCommand;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Stock\LedgerLines;
use WooInventoryGuard\Rest\Restore\MassEventsController;
use WooInventoryGuard\Rest\Restore\RestoresController;
use WooInventoryGuard\Rest\Restore\RestoreShape;
use WooInventoryGuard\Restore\Applying;
use WooInventoryGuard\Restore\Lines;
use WooInventoryGuard\Restore\Looking;
use WooInventoryGuard\Restore\MassEvents;
use WooInventoryGuard\Restore\Restores;
use WooInventoryGuard\Shop\Product\Categories;

/**
 * Getting lost numbers back. A part of the composition root.
 */
trait RestoreServices {

	/**
	 * For the job of every minute: what was left behind when its own job was lost.
	 */
	private function restore_rounds(): void {
		$this->restore_applying()->work_all( 5.0 );
		$this->restores()->forget_old();
	}

	public function restores(): Restores {
		return $this->once( Restores::class, fn(): Restores => new Restores( $this->db(), $this->clock(), $this->requests(), $this->folded_levels() ) );
	}

	public function restore_looking(): Looking {
		return $this->once( Looking::class, fn(): Looking => new Looking( $this->db(), $this->restores(), static fn( array $ids ): array => class_exists( 'WooCommerce', false ) ? Categories::filed( $ids ) : array() ) );
	}

	public function restore_applying(): Applying {
		return $this->once( Applying::class, fn(): Applying => new Applying( $this->db(), $this->clock(), $this->restores(), $this->ledger() ) );
	}

	public function mass_events(): MassEvents {
		return $this->once( MassEvents::class, fn(): MassEvents => new MassEvents( $this->db(), $this->clock() ) );
	}

	public function restore_command(): RestoreCommand {
		return new RestoreCommand( $this->restores(), $this->restore_looking(), $this->restore_applying(), new Lines( $this->db() ), $this->reversals(), $this->clock() );
	}

	/**
	 * @return list<Controller>
	 */
	private function restore_controllers(): array {
		$shape = new RestoreShape( $this->reversal_store() );
		$lines = new LedgerLines( $this->db(), $this->items() );
		return array(
			new RestoresController( $this->restores(), $this->restore_looking(), $this->restore_applying(), new Lines( $this->db() ), $this->mass_events(), $this->reversals(), $this->bulk_soon(), $this->clock(), $shape, $lines ),
			new MassEventsController( $this->mass_events() ),
		);
	}
}
