<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;

/**
 * What is brought back from a backup, once: a row of `backup_returns`.
 */
final class Giving {

	/**
	 * @param 'present'|'backup'                               $numbers What is on hand afterwards: what is there now, or what the backup says.
	 * @param 'checking'|'checked'|'running'|'done'|'failed' $state
	 * @param array<mixed>                                     $place   How far it is.
	 * @param array<mixed>                                     $found   See Found.
	 */
	private function __construct(
		public readonly int $id,
		public readonly int $backup_id,
		public readonly string $numbers,
		public readonly string $state,
		public readonly array $place,
		public readonly int $step,
		public readonly int $done,
		public readonly int $total,
		public readonly array $found,
		public readonly string $problem,
		public readonly int $actor,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $ended_at
	) {}

	public function is_under_way(): bool {
		return 'checking' === $this->state || 'running' === $this->state;
	}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		$place = json_decode( (string) $row['place'], true );
		$found = json_decode( (string) $row['found'], true );
		$state = (string) $row['state'];
		return new self(
			(int) $row['id'],
			(int) $row['backup_id'],
			'backup' === $row['numbers'] ? 'backup' : 'present',
			in_array( $state, array( 'checking', 'checked', 'running', 'done' ), true ) ? $state : 'failed',
			is_array( $place ) ? $place : array(),
			(int) $row['step'],
			(int) $row['done'],
			(int) $row['total'],
			is_array( $found ) ? $found : array(),
			(string) $row['problem'],
			(int) $row['actor_id'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['ended_at'] )
		);
	}
}
