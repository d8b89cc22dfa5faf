<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

/**
 * Which lines of the ledger are looked for. What is left at its default narrows nothing.
 */
final class LedgerFilter {

	/**
	 * @param int|null                $actor          User id; 0 is the shop itself.
	 * @param string                  $reference_type Kind of document; alone it means all documents of that kind.
	 * @param string                  $reference_id   Number of a document; alone it means that number in every kind.
	 * @param \DateTimeImmutable|null $after          Only what came later than this moment.
	 * @param \DateTimeImmutable|null $before         Only what came earlier.
	 */
	public function __construct(
		public readonly int $item_id = 0,
		public readonly string $reason = '',
		public readonly ?int $actor = null,
		public readonly string $reference_type = '',
		public readonly string $reference_id = '',
		public readonly int $location_id = 0,
		public readonly ?\DateTimeImmutable $after = null,
		public readonly ?\DateTimeImmutable $before = null
	) {}
}
