<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Import\State;

/**
 * Whether the file of a feed is in the books already. What is there now can be said again and again; a difference, or what
 * was counted at a time, is added each time that it is read, so the same file is not read twice.
 */
final class FeedContent {

	public function __construct( private readonly Imports $imports ) {}

	public static function digest( string $copy ): string {
		return (string) hash_file( 'sha256', $copy );
	}

	/**
	 * One that was undone is not in the books: its file counts as a new one.
	 *
	 * @param array<mixed> $mapping See Mappings.
	 */
	public function is_in_the_books( Feed $feed, array $mapping, string $digest ): bool {
		return $digest === $feed->last_digest && self::adds( $mapping ) && null !== $feed->last_import && State::Applied === $this->imports->find( $feed->last_import )?->state;
	}

	/**
	 * @param array<mixed> $mapping
	 */
	private static function adds( array $mapping ): bool {
		$options = is_array( $mapping['options'] ?? null ) ? $mapping['options'] : array();
		$columns = is_array( $mapping['columns'] ?? null ) ? $mapping['columns'] : array();
		return 'absolute' !== Options::from_array( $options )->quantity || array() !== array_intersect( array( 'delta', 'counted' ), array_column( $columns, 'field' ) );
	}
}
