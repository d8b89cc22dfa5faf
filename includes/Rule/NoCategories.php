<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * Where there is no shop.
 */
final class NoCategories implements Categories {

	public function with_below( array $ids ): array {
		return array();
	}

	public function names( array $ids ): array {
		return array();
	}

	public function above( int $id ): array {
		return array();
	}
}
