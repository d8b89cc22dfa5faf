<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Stock\StockStatus;

/**
 * How many items there are of each status.
 */
final class StatusCounts {

	/**
	 * @param array<int, int> $by_status By the status's number; a missing one is none.
	 * @param list<int>       $exact     Statuses whose number is of this very moment.
	 */
	public function __construct( private readonly array $by_status, private readonly array $exact ) {}

	public function of( ?StockStatus $status ): int {
		return null === $status ? array_sum( $this->by_status ) : $this->by_status[ $status->value ] ?? 0;
	}

	public function is_exact( ?StockStatus $status ): bool {
		return null === $status
			? array() === array_diff( array_keys( $this->by_status ), $this->exact )
			: ! isset( $this->by_status[ $status->value ] ) || in_array( $status->value, $this->exact, true );
	}

	/**
	 * @return array<string, int> "all" and every status by its slug.
	 */
	public function to_array(): array {
		$counts = array( 'all' => $this->of( null ) );
		foreach ( StockStatus::cases() as $status ) {
			$counts[ $status->slug() ] = $this->of( $status );
		}
		return $counts;
	}
}
