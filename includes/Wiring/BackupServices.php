<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Backup\Backups;
use WooInventoryGuard\Backup\Contents;
use WooInventoryGuard\Backup\Folder;
use WooInventoryGuard\Backup\Givings;
use WooInventoryGuard\Backup\History;
use WooInventoryGuard\Backup\Items;
use WooInventoryGuard\Backup\Making;
use WooInventoryGuard\Backup\Matching;
use WooInventoryGuard\Backup\Mending;
use WooInventoryGuard\Backup\Returning;
use WooInventoryGuard\Backup\Rounds;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Restore\BackupReturnsController;
use WooInventoryGuard\Rest\Restore\BackupsController;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Stock\RepairController;
use WooInventoryGuard\Shop\Mirror\LostStock;

/**
 * Backups of the ledger. A part of the composition root.
 */
trait BackupServices {

	private function register_backups(): void {
		$this->backup_soon()->register( fn(): bool => $this->making()->work_all( Making::JOB_SECONDS ) && $this->returning()->work_all( Returning::JOB_SECONDS ) );
	}

	/**
	 * Bounded, for the job that comes round each minute.
	 */
	public function backup_rounds(): Rounds {
		return $this->once(
			Rounds::class,
			fn(): Rounds => new Rounds(
				$this->clock(),
				$this->backups(),
				$this->backup_returns(),
				$this->making(),
				$this->returning(),
				fn(): array => array(
					'every' => $this->settings()->get()->backup_every,
					'keep'  => $this->settings()->get()->backup_keep,
				)
			)
		);
	}

	private function backup_soon(): Soon {
		return new Soon( 'woo_inventory_guard_backup' );
	}

	public function backups(): Backups {
		return $this->once( Backups::class, fn(): Backups => new Backups( $this->db(), $this->clock(), $this->requests(), $this->backup_folder() ) );
	}

	public function backup_returns(): Givings {
		return $this->once( Givings::class, fn(): Givings => new Givings( $this->db(), $this->clock(), $this->requests(), $this->backups() ) );
	}

	public function backup_folder(): Folder {
		return $this->once( Folder::class, static fn(): Folder => new Folder() );
	}

	public function making(): Making {
		return $this->once( Making::class, fn(): Making => new Making( $this->db(), $this->clock(), $this->backups(), $this->backup_folder(), new Contents( $this->db(), self::VERSION ) ) );
	}

	public function returning(): Returning {
		return $this->once(
			Returning::class,
			function (): Returning {
				$matching = new Matching( $this->db() );
				$items    = new Items( $this->db(), $this->item_writer(), $this->bundles(), $this->levels(), $matching );
				return new Returning( $this->db(), $this->clock(), $this->backups(), $this->backup_returns(), $this->backup_folder(), $matching, $items, new History( $this->db(), $this->past() ), $this->look_at_products_of( ... ), fn() => $this->daily_sums()->begin_anew() );
			}
		);
	}

	public function mending(): Mending {
		return $this->once(
			Mending::class,
			fn(): Mending => new Mending(
				$this->integrity(),
				$this->repair(),
				$this->ledger(),
				fn(): array => $this->migrator()->missing_tables(),
				fn() => $this->migrator()->make_again(),
				class_exists( 'WooCommerce', false ) ? new LostStock( $this->db(), $this->follow(), $this->import() ) : null
			)
		);
	}

	/**
	 * @return list<Controller>
	 */
	private function backup_controllers(): array {
		return array(
			new BackupsController( $this->backups(), $this->making(), $this->backup_soon(), $this->backup_rounds() ),
			new BackupReturnsController( $this->backup_returns(), $this->returning(), $this->backup_soon() ),
			new RepairController( $this->mending() ),
		);
	}

	/**
	 * Where there is a shop, numbers that only it knows are taken over at once.
	 *
	 * @param list<int> $items
	 */
	private function look_at_products_of( array $items ): void {
		if ( array() !== $items && 0 < did_action( 'woocommerce_loaded' ) ) {
			$rows = $this->db()->column( 'SELECT product_id FROM %i WHERE product_id IS NOT NULL AND id IN (' . $this->db()->marks( $items ) . ')', $this->db()->table( 'items' ), ...$items );
			$this->follow()->products( array_map( 'intval', $rows ) );
		}
	}
}
