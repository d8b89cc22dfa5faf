<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * One message of the outbox, claimed by whoever holds this.
 */
final class Message {

	/**
	 * @param int $attempt Which try this is, from 1.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $target,
		public readonly string $event,
		public readonly string $event_id,
		public readonly string $body,
		public readonly int $attempt
	) {}

	/**
	 * @param array<string, string|null> $row As it was before the claim.
	 */
	public static function from_row( array $row ): self {
		return new self( (int) $row['id'], (string) $row['target'], (string) $row['event'], (string) $row['event_id'], (string) $row['body'], (int) $row['attempts'] + 1 );
	}
}
