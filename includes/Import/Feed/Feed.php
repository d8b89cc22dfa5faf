<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

use WooInventoryGuard\Platform\Clock;

/**
 * A CSV file that the server reads by itself: a row of `import_feeds`.
 */
final class Feed {

	public const COLUMNS = 'id, name, source, address, mapping, decimal_sign, encoding, every_minutes, active, next_at, import_id, copy, place, row_no, last_at, last_import, last_error, asked, copy_digest, last_digest, unchanged, version';

	private function __construct(
		public readonly int $id,
		public readonly FeedSettings $settings,
		public readonly \DateTimeImmutable $next_at,
		public readonly ?int $import_id,
		public readonly string $copy,
		public readonly int $place,
		public readonly int $row_no,
		public readonly ?\DateTimeImmutable $last_at,
		public readonly ?int $last_import,
		public readonly string $last_error,
		public readonly ?\DateTimeImmutable $asked,
		public readonly string $copy_digest,
		public readonly string $last_digest,
		public readonly bool $unchanged,
		public readonly int $version
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			new FeedSettings( (string) $row['name'], (string) $row['source'], (string) $row['address'], (string) $row['mapping'], (string) $row['decimal_sign'], (string) $row['encoding'], (int) $row['every_minutes'], '1' === (string) $row['active'] ),
			Clock::from_sql( $row['next_at'] ) ?? new \DateTimeImmutable( '@0' ),
			null === $row['import_id'] ? null : (int) $row['import_id'],
			(string) $row['copy'],
			(int) $row['place'],
			(int) $row['row_no'],
			Clock::from_sql( $row['last_at'] ),
			null === $row['last_import'] ? null : (int) $row['last_import'],
			(string) $row['last_error'],
			Clock::from_sql( $row['asked'] ),
			(string) $row['copy_digest'],
			(string) $row['last_digest'],
			'1' === (string) $row['unchanged'],
			(int) $row['version']
		);
	}
}
