<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Views;

use WooInventoryGuard\Platform\Clock;

/**
 * A list as somebody has arranged it and kept under a name: a row of `views`.
 */
final class SavedView {

	public const COLUMNS = 'id, name, owner_id, shared, content, version, updated_at';

	/**
	 * @param bool                 $shared  Whether the whole team sees it; else only its owner.
	 * @param array<string, mixed> $content What is listed and how, as the app says it (see Schema/view.json).
	 * @param int                  $version Goes up with each change, so that nobody writes over what they have not seen.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly int $owner,
		public readonly bool $shared,
		public readonly array $content,
		public readonly int $version,
		public readonly \DateTimeImmutable $updated_at
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		$kept    = json_decode( (string) $row['content'], true );
		$content = array();
		foreach ( is_array( $kept ) ? $kept : array() as $name => $value ) {
			$content[ (string) $name ] = $value;
		}
		return new self(
			(int) $row['id'],
			(string) $row['name'],
			(int) $row['owner_id'],
			1 === (int) $row['shared'],
			$content,
			(int) $row['version'],
			Clock::from_sql( $row['updated_at'] ) ?? new \DateTimeImmutable( '@0' )
		);
	}
}
