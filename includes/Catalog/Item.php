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
	public const COLUMNS = 'id, product_id, parent_id, kind, sku, barcode, name, category, tracked, low_stock_threshold, low_at, backorders, backorder_limit, allowance, on_hand, reserved, available, incoming, safety_stock, available_from, preorder_limit, expected_at, backorder_text, unit_cost, average_cost, price, supplier, bin, lead_time_days, own_backorders, own_limit, own_text, parent_low, low_rule, backorders_rule, limit_rule, text_rule, status, created_at, updated_at, version';

	/**
	 * @param string        $sku                 '' where there is none; so is the barcode.
	 * @param Quantity|null $low_stock_threshold The item's own; NULL where it is inherited.
	 * @param Quantity      $low_at              The threshold that counts.
	 * @param Backorders    $backorders          What counts; so for the limit and the words of backorders.
	 * @param Quantity|null $backorder_limit     NULL is no limit.
	 * @param Quantity      $available           On hand less reserved, all locations together; for a bundle, whole sets.
	 * @param Quantity      $safety_stock        Not offered online.
	 * @param \DateTimeImmutable|null $available_from When it will be there at all; sold on pre-order until then.
	 * @param Quantity|null $preorder_limit      Most units on pre-order; NULL is no limit.
	 * @param \DateTimeImmutable|null $expected_at    When what is on backorder is expected.
	 * @param string        $backorder_text      What shoppers are told of it, in the owner's words.
	 * @param Quantity|null $unit_cost           What a unit cost last, in the shop's currency; NULL where nobody has said.
	 * @param Quantity|null $average_cost        What a unit in stock cost on average (see Stock\AverageCost): what it cost last, until a receipt says more.
	 * @param Quantity|null $price               What it is sold for now; NULL for what is not sold.
	 * @param string        $bin                 Where it lies: a shelf, a box.
	 * @param Backorders|null $own_backorders    What the item says itself; NULL (for words '') where it is inherited.
	 * @param Quantity|null $parent_low          What the product says that it is a variation of.
	 * @param array{low: int|null, backorders: int|null, limit: int|null, text: int|null} $rules Numbers of the rules that speak for it, by what they say.
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
		public readonly string $backorder_text,
		public readonly ?Quantity $unit_cost,
		public readonly ?Quantity $average_cost,
		public readonly ?Quantity $price,
		public readonly string $supplier,
		public readonly string $bin,
		public readonly ?int $lead_time_days,
		public readonly ?Backorders $own_backorders,
		public readonly ?Quantity $own_limit,
		public readonly string $own_text,
		public readonly ?Quantity $parent_low,
		public readonly array $rules
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
			(string) $row['backorder_text'],
			self::optional( $row['unit_cost'] ),
			self::optional( $row['average_cost'] ?? $row['unit_cost'] ),
			self::optional( $row['price'] ),
			(string) $row['supplier'],
			(string) $row['bin'],
			self::number( $row['lead_time_days'] ),
			null === $row['own_backorders'] ? null : Backorders::from( $row['own_backorders'] ),
			self::optional( $row['own_limit'] ),
			(string) $row['own_text'],
			self::optional( $row['parent_low'] ),
			array(
				'low'        => self::number( $row['low_rule'] ),
				'backorders' => self::number( $row['backorders_rule'] ),
				'limit'      => self::number( $row['limit_rule'] ),
				'text'       => self::number( $row['text_rule'] ),
			)
		);
	}

	private static function number( ?string $value ): ?int {
		return null === $value ? null : (int) $value;
	}

	private static function optional( ?string $value ): ?Quantity {
		return null === $value ? null : Quantity::from_sql( $value );
	}

	private static function time( ?string $value ): \DateTimeImmutable {
		return Clock::from_sql( $value ) ?? new \DateTimeImmutable( '@0' );
	}
}
