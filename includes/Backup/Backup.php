<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;

/**
 * One backup: a row of `backups`.
 */
final class Backup {

	/**
	 * @param 'made'|'scheduled'|'uploaded'|'found' $origin
	 * @param 'making'|'uploading'|'checking'|'ready'|'broken' $state
	 * @param array<mixed> $place   How far it is.
	 * @param int          $done    Lines (of an upload: bytes) so far, of about $total.
	 * @param string       $problem Why it is broken, for the owner.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $file,
		public readonly string $origin,
		public readonly string $state,
		public readonly array $place,
		public readonly int $step,
		public readonly int $done,
		public readonly int $total,
		public readonly int $bytes,
		public readonly string $sha256,
		public readonly string $problem,
		public readonly int $actor,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $checked_at
	) {}

	public function is_under_way(): bool {
		return 'making' === $this->state || 'checking' === $this->state;
	}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		$place  = json_decode( (string) $row['place'], true );
		$origin = (string) $row['origin'];
		$state  = (string) $row['state'];
		return new self(
			(int) $row['id'],
			(string) $row['file'],
			in_array( $origin, array( 'made', 'scheduled', 'uploaded' ), true ) ? $origin : 'found',
			in_array( $state, array( 'making', 'uploading', 'checking', 'ready' ), true ) ? $state : 'broken',
			is_array( $place ) ? $place : array(),
			(int) $row['step'],
			(int) $row['done'],
			(int) $row['total'],
			(int) $row['bytes'],
			(string) $row['sha256'],
			(string) $row['problem'],
			(int) $row['actor_id'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['checked_at'] )
		);
	}
}
