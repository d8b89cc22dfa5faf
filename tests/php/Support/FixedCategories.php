<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

use WooInventoryGuard\Rule\Categories;

/**
 * Categories of a shop that is not there. The number of a term in its taxonomy is that of the category and a thousand.
 */
final class FixedCategories implements Categories {

	/** @var array<int, array{name: string, parent: int}> */
	private array $known = array();

	public function set( int $id, string $name, int $below = 0 ): int {
		$this->known[ $id ] = array(
			'name'   => $name,
			'parent' => $below,
		);
		return $id;
	}

	public function with_below( array $ids ): array {
		$found = array();
		foreach ( $ids as $id ) {
			$found[ $id ] = array_values( array_map( static fn( int $one ): int => 1000 + $one, array_filter( array_keys( $this->known ), fn( int $one ): bool => $one === $id || in_array( $id, $this->above( $one ), true ) ) ) );
		}
		return $found;
	}

	public function names( array $ids ): array {
		return array_map( static fn( array $one ): string => $one['name'], array_intersect_key( $this->known, array_flip( $ids ) ) );
	}

	public function above( int $id ): array {
		$parent = $this->known[ $id ]['parent'] ?? 0;
		return 0 === $parent ? array() : array( $parent, ...$this->above( $parent ) );
	}
}
