<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Wiring;

use WooInventoryGuard\Cli\FileCommand;
use WooInventoryGuard\Import\Applying\Applying;
use WooInventoryGuard\Import\Applying\ApplyingParts;
use WooInventoryGuard\Import\Checking\Checking;
use WooInventoryGuard\Import\Checking\Counted;
use WooInventoryGuard\Import\Export;
use WooInventoryGuard\Import\Feed\FeedRounds;
use WooInventoryGuard\Import\Feed\Feeds;
use WooInventoryGuard\Import\Feed\FeedSource;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\Lines;
use WooInventoryGuard\Import\Checking\Loops;
use WooInventoryGuard\Import\Applying\ManyFields;
use WooInventoryGuard\Import\File\Mappings;
use WooInventoryGuard\Import\Parts;
use WooInventoryGuard\Import\Checking\Resolving;
use WooInventoryGuard\Import\Rows;
use WooInventoryGuard\Import\Runner;
use WooInventoryGuard\Import\State;
use WooInventoryGuard\Import\Applying\Undoing;
use WooInventoryGuard\Import\Applying\UndoingParts;
use WooInventoryGuard\Platform\Soon;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\Import\ExportsController;
use WooInventoryGuard\Rest\Import\ImportFeedsController;
use WooInventoryGuard\Rest\Import\ImportMappingsController;
use WooInventoryGuard\Rest\Import\ImportsController;

/**
 * Files in and out. A part of the composition root.
 */
trait ImportServices {

	private ?Soon $files_soon = null;

	private function register_files(): void {
		$this->files_soon()->register( fn(): bool => $this->feed_rounds()->run( Runner::JOB_SECONDS ) && $this->file_runner()->work_all( Runner::JOB_SECONDS ) );
	}

	/**
	 * For the job of every minute: what was left behind when its own job was lost.
	 */
	private function file_rounds(): void {
		$this->feed_rounds()->run( Runner::JOB_SECONDS );
		$this->file_runner()->work_all( Runner::JOB_SECONDS );
		$this->imports()->forget_old();
	}

	private function files_soon(): Soon {
		return $this->files_soon ??= new Soon( 'woo_inventory_guard_files' );
	}

	public function imports(): Imports {
		return $this->once( Imports::class, fn(): Imports => new Imports( $this->db(), $this->clock(), $this->requests() ) );
	}

	public function file_runner(): Runner {
		return $this->once( Runner::class, fn(): Runner => new Runner( $this->db(), $this->clock(), $this->imports(), $this->file_phases() ) );
	}

	/**
	 * @return array<string, non-empty-list<\WooInventoryGuard\Import\Phase>>
	 */
	private function file_phases(): array {
		$rows   = new Rows( $this->db() );
		$lists  = Parts::on( $this->db() );
		$fields = new ManyFields( $this->many_items(), $this->item_writer() );
		$parts  = new ApplyingParts( $rows, $this->bundles(), $this->items(), $lists );
		return array(
			State::Checking->value => array( new Checking( $rows, $this->items(), $this->many_items(), $lists, new Counted( $this->db(), $this->clock(), $this->folded_levels() ) ), new Resolving( $rows, $lists->names ), new Loops( $rows ) ),
			State::Applying->value => array( new Applying( $rows, $this->many_new(), $fields, $this->ledger(), $this->many_moves() ), $parts ),
			State::Undoing->value  => array( new UndoingParts( $rows, $parts ), new Undoing( $rows, $fields, $this->ledger(), $this->many_moves() ) ),
		);
	}

	private function file_in(): FileIn {
		return new FileIn( $this->imports(), new Mappings( $this->db() ) );
	}

	public function feeds(): Feeds {
		return $this->once( Feeds::class, fn(): Feeds => new Feeds( $this->db(), $this->clock(), $this->requests() ) );
	}

	public function feed_rounds(): FeedRounds {
		return new FeedRounds( $this->feeds(), new FeedSource(), $this->file_in(), $this->imports(), $this->file_runner(), $this->alert_recorder() );
	}

	private function file_command(): FileCommand {
		return new FileCommand( $this->file_in(), $this->imports(), $this->file_runner() );
	}

	/**
	 * @return list<Controller>
	 */
	private function file_controllers(): array {
		return array(
			new ImportsController( $this->imports(), $this->file_runner(), new Lines( new Rows( $this->db() ), $this->items() ), $this->files_soon(), $this->clock() ),
			new ImportFeedsController( $this->feeds(), $this->feed_rounds(), $this->imports(), new Mappings( $this->db() ), $this->files_soon() ),
			new ImportMappingsController( new Mappings( $this->db() ) ),
			new ExportsController( new Export( $this->db(), $this->items(), Parts::on( $this->db() ) ) ),
		);
	}
}
