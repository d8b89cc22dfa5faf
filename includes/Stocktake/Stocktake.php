<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Making\Share;
use WooInventoryGuard\Stocktake\Review\Goods;

/**
 * A row of `stocktakes`.
 */
final class Stocktake {

	/** What movements refer to. */
	public const REFERENCE = 'stocktake';

	public const COLUMNS = 'id, name, note, state, blind, packing, location_id, scope, shared, due_on, schedule_id, approve_over, created_by, created_at, started_at, finished_at, applied_at, undone_at, last_count_at, applied_by, undo_asked_by, filled, version';

	/**
	 * @param Quantity|null $approve_over From this value of a difference on a second person must agree; NULL never.
	 * @param string|null   $due_on       A day of the shop's calendar.
	 * @param bool          $filled       Whether all its items have been chosen.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $note,
		public readonly State $state,
		public readonly bool $blind,
		public readonly Goods $packing,
		public readonly int $location_id,
		public readonly Scope $scope,
		public readonly Share $shared,
		public readonly ?string $due_on,
		public readonly ?int $schedule_id,
		public readonly ?Quantity $approve_over,
		public readonly int $created_by,
		public readonly ?\DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $started_at,
		public readonly ?\DateTimeImmutable $finished_at,
		public readonly ?\DateTimeImmutable $applied_at,
		public readonly ?\DateTimeImmutable $undone_at,
		public readonly ?\DateTimeImmutable $last_count_at,
		public readonly int $applied_by,
		public readonly int $undo_asked_by,
		public readonly bool $filled,
		public readonly int $version
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			(string) $row['name'],
			(string) $row['note'],
			State::from( (string) $row['state'] ),
			'1' === $row['blind'],
			Goods::from( (string) $row['packing'] ),
			(int) $row['location_id'],
			Scope::from_json( (string) $row['scope'] ),
			Share::from( (string) $row['shared'] ),
			$row['due_on'],
			null === $row['schedule_id'] ? null : (int) $row['schedule_id'],
			null === $row['approve_over'] ? null : Quantity::from_sql( $row['approve_over'] ),
			(int) $row['created_by'],
			Clock::from_sql( $row['created_at'] ),
			Clock::from_sql( $row['started_at'] ),
			Clock::from_sql( $row['finished_at'] ),
			Clock::from_sql( $row['applied_at'] ),
			Clock::from_sql( $row['undone_at'] ),
			Clock::from_sql( $row['last_count_at'] ),
			(int) $row['applied_by'],
			(int) $row['undo_asked_by'],
			'1' === $row['filled'],
			(int) $row['version']
		);
	}
}
