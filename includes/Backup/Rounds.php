<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Log;

/**
 * What the job of every minute does: begins a backup when one is due, goes on with what is under way, deletes old ones.
 */
final class Rounds {

	/** When the next backup is due, in seconds since 1970. */
	public const OPTION = 'woo_inventory_guard_backup_due';

	private const SECONDS = 5.0;

	private const EVERY = array(
		'daily'   => 86_400,
		'weekly'  => 604_800,
		'monthly' => 2_592_000,
	);

	/**
	 * @param \Closure(): array{every: string, keep: int} $wish What the owner has chosen.
	 */
	public function __construct(
		private readonly Clock $clock,
		private readonly Backups $backups,
		private readonly Givings $returns,
		private readonly Making $making,
		private readonly Returning $returning,
		private readonly \Closure $wish
	) {}

	public function run(): void {
		try {
			$this->begin_if_due();
			$this->making->work_all( self::SECONDS );
			$this->returning->work_all( self::SECONDS );
			$this->backups->tidy( ( $this->wish )()['keep'] );
			$this->returns->tidy();
		} catch ( \RuntimeException $error ) {
			Log::error( 'A backup stopped for a moment.', $error );
		}
	}

	/**
	 * @return \DateTimeImmutable|null When the next one is made; NULL where none is.
	 */
	public function next(): ?\DateTimeImmutable {
		$due = get_option( self::OPTION, 0 );
		return isset( self::EVERY[ ( $this->wish )()['every'] ] ) && is_numeric( $due ) && 0 < (int) $due ? new \DateTimeImmutable( '@' . (int) $due ) : null;
	}

	/**
	 * The day that a backup is due is its key: however many come by at once, it is begun once.
	 */
	private function begin_if_due(): void {
		$seconds = self::EVERY[ ( $this->wish )()['every'] ] ?? null;
		$due     = get_option( self::OPTION, 0 );
		$due     = is_numeric( $due ) ? (int) $due : 0;
		$now     = $this->clock->now()->getTimestamp();
		if ( null === $seconds ) {
			return;
		}
		if ( 0 === $due || $due > $now + $seconds ) {
			update_option( self::OPTION, $now + $seconds, false );
		} elseif ( $due <= $now ) {
			$this->backups->begin( 'scheduled', 0, 'backup-due-' . $due );
			update_option( self::OPTION, $now + $seconds, false );
		}
	}
}
