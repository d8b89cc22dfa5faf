<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Platform\Clock;

/**
 * One change of many items: a row of `bulk_changes`.
 */
final class BulkChange {

	public const COLUMNS = 'id, state, matches, wish, reached, last_id, matched, changing, same, done, changed, put_back, kept, actor_id, created_at, started_at, ended_at';

	/** How long what was there before is kept, in days. */
	public const DAYS = 30;

	/**
	 * @param int $reached  The id of the last item that was looked at.
	 * @param int $last_id  The last item there was when it was looked what would change.
	 * @param int $matched  How many the filter let through then; of those would have changed $changing, and $same were so already.
	 * @param int $done     How many were looked at by now.
	 * @param int $changed  How many were written.
	 * @param int $put_back Of those, how many were undone; $kept were not, since somebody has changed them meanwhile.
	 */
	private function __construct(
		public readonly int $id,
		public readonly State $state,
		public readonly Matches $matches,
		public readonly Wish $wish,
		public readonly int $reached,
		public readonly int $last_id,
		public readonly int $matched,
		public readonly int $changing,
		public readonly int $same,
		public readonly int $done,
		public readonly int $changed,
		public readonly int $put_back,
		public readonly int $kept,
		public readonly int $actor,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $started_at,
		public readonly ?\DateTimeImmutable $ended_at
	) {}

	/**
	 * Whether what it did can be undone as one act.
	 */
	public function can_be_undone( \DateTimeImmutable $now ): bool {
		return ( State::Running === $this->state || State::Done === $this->state )
			&& 0 < $this->changed && null !== $this->started_at && $this->started_at > $now->modify( '-' . self::DAYS . ' days' );
	}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		$matches = json_decode( (string) $row['matches'], true );
		return new self(
			(int) $row['id'],
			State::from( (string) $row['state'] ),
			Matches::from_array( is_array( $matches ) ? $matches : array() ),
			Wish::from_json( (string) $row['wish'] ),
			(int) $row['reached'],
			(int) $row['last_id'],
			(int) $row['matched'],
			(int) $row['changing'],
			(int) $row['same'],
			(int) $row['done'],
			(int) $row['changed'],
			(int) $row['put_back'],
			(int) $row['kept'],
			(int) $row['actor_id'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['started_at'] ),
			Clock::from_sql( $row['ended_at'] )
		);
	}
}
