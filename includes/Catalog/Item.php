<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * One item as the books have it: a row of `items`.
 */
final class Item {

	/** Every column that from_row() reads. */
	public const COLUMNS = 'id, product_id, parent_id, kind, sku, barcode, name, category, tracked, low_stock_threshold, low_at, backorders, backorder_limit, allowance, on_hand, reserved, available, incoming, safety_stock, available_from, preorder_limit, expected_at, backorder_text, status, created_at, updated_at, version';

	/**
	 * @param string        $sku                 '' where there is none; so is the barcode.
	 * @param Quantity|null $low_stock_threshold The item's own; NULL where the shop's default counts.
	 * @param Quantity      $low_at              The threshold that counts.
	 * @param Quantity|null $backorder_limit     NULL is no limit.
	 * @param Quantity      $available           On hand less reserved, all locations together; for a bundle, whole sets.
	 * @param Quantity      $safety_stock        Not offered online.
	 * @param \DateTimeImmutable|null $available_from When it will be there at all; sold on pre-order until then.
	 * @param Quantity|null $preorder_limit      Most units on pre-order; NULL is no limit.
	 * @param \DateTimeImmutable|null $expected_at    When what is on backorder is expected.
	 * @param string        $backorder_text      What shoppers are told of it, in the owner's words.
	 */
	public function __construct(
		public readonly int $id,
		public readonly ?int $product_id,
		public readonly ?int $parent_id,
		public readonly Kind $kind,
		public readonly string $sku,
		public readonly string $barcode,
		public readonly string $name,
		public readonly string $category,
		public readonly bool $tracked,
		public readonly ?Quantity $low_stock_threshold,
		public readonly Quantity $low_at,
		public readonly Backorders $backorders,
		public readonly ?Quantity $backorder_limit,
		public readonly Quantity $allowance,
		public readonly Quantity $on_hand,
		public readonly Quantity $reserved,
		public readonly Quantity $available,
		public readonly Quantity $incoming,
		public readonly StockStatus $status,
		public readonly \DateTimeImmutable $created_at,
		public readonly \DateTimeImmutable $updated_at,
		public readonly int $version,
		public readonly Quantity $safety_stock,
		public readonly ?\DateTimeImmutable $available_from,
		public readonly ?Quantity $preorder_limit,
		public readonly ?\DateTimeImmutable $expected_at,
		public readonly string $backorder_text
	) {}

	/**
	 * What shoppers may have of what is there: without safety stock. (A bundle's sets are made without it already.)
	 */
	public function offered(): Quantity {
		return Kind::Bundle === $this->kind ? $this->available : $this->available->minus( $this->safety_stock );
	}

	public function is_preorder( \DateTimeImmutable $now ): bool {
		return null !== $this->available_from && $this->available_from > $now;
	}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			null === $row['product_id'] ? null : (int) $row['product_id'],
			null === $row['parent_id'] ? null : (int) $row['parent_id'],
			Kind::from( (string) $row['kind'] ),
			(string) $row['sku'],
			(string) $row['barcode'],
			(string) $row['name'],
			(string) $row['category'],
			1 === (int) $row['tracked'],
			self::optional( $row['low_stock_threshold'] ),
			Quantity::from_sql( $row['low_at'] ),
			Backorders::from( (string) $row['backorders'] ),
			self::optional( $row['backorder_limit'] ),
			Quantity::from_sql( $row['allowance'] ),
			Quantity::from_sql( $row['on_hand'] ),
			Quantity::from_sql( $row['reserved'] ),
			Quantity::from_sql( $row['available'] ),
			Quantity::from_sql( $row['incoming'] ),
			StockStatus::from( (int) $row['status'] ),
			self::time( $row['created_at'] ),
			self::time( $row['updated_at'] ),
			(int) $row['version'],
			Quantity::from_sql( $row['safety_stock'] ),
			Clock::from_sql( $row['available_from'] ),
			self::optional( $row['preorder_limit'] ),
			Clock::from_sql( $row['expected_at'] ),
			(string) $row['backorder_text']
		);
	}

	private static function optional( ?string $value ): ?Quantity {
		return null === $value ? null : Quantity::from_sql( $value );
	}

	private static function time( ?string $value ): \DateTimeImmutable {
		return Clock::from_sql( $value ) ?? new \DateTimeImmutable( '@0' );
	}
}
