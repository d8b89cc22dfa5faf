<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Stock\Quantity;

/**
 * One line of an order whose product counts its units.
 */
final class OrderLine {

	/**
	 * @param int      $line_id  Of the order line, 0 while it is not saved.
	 * @param int|null $item_id  NULL where the books do not know the product: WooCommerce then counts it by itself.
	 * @param string   $name     As the shopper knows it.
	 * @param Quantity $wanted   Units that the line takes from stock.
	 * @param Quantity $taken    Units that it has taken already (WooCommerce's own marker on the line).
	 * @param int      $bought_id The product or variation that was bought; its stock may be its parent's.
	 */
	public function __construct(
		public readonly int $line_id,
		public readonly int $product_id,
		public readonly ?int $item_id,
		public readonly string $name,
		public readonly Quantity $wanted,
		public readonly Quantity $taken,
		public readonly int $bought_id = 0
	) {}

	/**
	 * Those that the books know.
	 *
	 * @param array<self> $lines
	 * @return list<self>
	 */
	public static function known( array $lines ): array {
		return array_values( array_filter( $lines, static fn( self $line ): bool => null !== $line->item_id ) );
	}

	/**
	 * Those that WooCommerce counts by itself.
	 *
	 * @param array<self> $lines
	 * @return list<self>
	 */
	public static function foreign( array $lines ): array {
		return array_values( array_filter( $lines, static fn( self $line ): bool => null === $line->item_id ) );
	}

	/**
	 * The same line, if it wanted another number.
	 */
	public function wanting( Quantity $wanted ): self {
		return new self( $this->line_id, $this->product_id, $this->item_id, $this->name, $wanted, $this->taken, $this->bought_id );
	}

	/**
	 * The same line with what it has taken by now.
	 */
	public function having( Quantity $taken ): self {
		return new self( $this->line_id, $this->product_id, $this->item_id, $this->name, $this->wanted, $taken, $this->bought_id );
	}

	/**
	 * Units that are still to be taken.
	 */
	public function open(): Quantity {
		$open = $this->wanted->minus( $this->taken );
		return $open->is_positive() ? $open : Quantity::zero();
	}
}
