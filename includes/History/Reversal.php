<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Stock\Reference;

/**
 * A document that is taken back, or has been.
 */
final class Reversal {

	/** What its own lines are called by: reference type and reason. */
	public const TYPE = 'reversal';

	/**
	 * @param string   $key      Of the request that asked for it.
	 * @param int      $up_to    The last line of the document when that was asked: what comes later is another matter.
	 * @param int      $levels   How many levels the document had changed.
	 * @param int      $done     How many of them have been seen to.
	 * @param int      $item     Levels up to this item and location are done.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Reference $of,
		public readonly string $key,
		public readonly int $up_to,
		public readonly int $levels,
		public readonly int $done,
		public readonly int $item,
		public readonly int $location,
		public readonly int $actor,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $finished_at
	) {}

	/**
	 * @param array<string, string|null> $row
	 */
	public static function from_row( array $row ): self {
		$utc = new \DateTimeZone( 'UTC' );
		return new self(
			(int) $row['id'],
			new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ),
			(string) $row['idem_key'],
			(int) $row['up_to'],
			(int) $row['levels'],
			(int) $row['done'],
			(int) $row['reached_item'],
			(int) $row['reached_location'],
			(int) $row['actor_id'],
			new \DateTimeImmutable( (string) $row['created_at'], $utc ),
			null === $row['finished_at'] ? null : new \DateTimeImmutable( $row['finished_at'], $utc )
		);
	}
}
