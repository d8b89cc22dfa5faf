<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Stock\StockStatus;

/**
 * What a search found, in order.
 */
final class Matches {

	/**
	 * @param list<array<string, string|null>> $rows     With id, st (status) and v (the value sorted by).
	 * @param bool                             $complete False when the search was cut short: there may be more.
	 */
	public function __construct( private readonly array $rows, private readonly bool $complete ) {}

	/**
	 * These ids come first, whatever the order.
	 *
	 * @param list<array<string, string|null>> $rows
	 */
	public function led_by( array $rows ): self {
		$ids  = array_column( $rows, 'id' );
		$rest = array_filter( $this->rows, static fn( array $row ): bool => ! in_array( $row['id'], $ids, true ) );
		return new self( array_merge( $rows, array_values( $rest ) ), $this->complete );
	}

	public function counts(): StatusCounts {
		$counts = array_fill( 0, 5, 0 );
		foreach ( $this->rows as $row ) {
			++$counts[ (int) $row['st'] ];
		}
		return new StatusCounts( $counts, $this->complete ? array_keys( $counts ) : array() );
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	public function with_status( ?StockStatus $status ): array {
		return null === $status ? $this->rows : array_values( array_filter( $this->rows, static fn( array $row ): bool => (int) $row['st'] === $status->value ) );
	}
}
