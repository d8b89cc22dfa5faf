<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Which items to list, and in which order.
 */
final class ListQuery {

	/** Deepest row that a page number reaches; further on the way is the cursor. */
	public const DEEPEST = 10_000;

	/**
	 * @param string $sku        Exactly this one; '' is any. So for the barcode.
	 * @param int    $product_id WooCommerce's; 0 is any.
	 * @param string $after      Cursor of an earlier page: the page after it, whatever $page says. '' is none.
	 */
	public function __construct(
		public readonly string $search = '',
		public readonly ?StockStatus $status = null,
		public readonly ?Kind $kind = null,
		public readonly string $sku = '',
		public readonly string $barcode = '',
		public readonly int $product_id = 0,
		public readonly SortBy $sort = SortBy::Name,
		public readonly bool $descending = false,
		public readonly int $page = 1,
		public readonly int $per_page = 20,
		public readonly string $after = ''
	) {}

	public function offset(): int {
		return '' === $this->after ? ( $this->page - 1 ) * $this->per_page : 0;
	}

	public function names_one_item(): bool {
		return '' !== $this->sku || '' !== $this->barcode || 0 !== $this->product_id;
	}

	/**
	 * @return non-empty-list<Kind>
	 */
	public function kinds(): array {
		return null === $this->kind ? Kind::cases() : array( $this->kind );
	}

	/**
	 * @return non-empty-list<StockStatus>
	 */
	public function statuses(): array {
		return null === $this->status ? StockStatus::cases() : array( $this->status );
	}
}
