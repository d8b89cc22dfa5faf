<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Stock\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Shortage;

/**
 * "No" to an order, in words that a shopper reads and fields that a program reads.
 */
final class Refusal extends \RuntimeException {

	/**
	 * @param string                      $slug   Stable code.
	 * @param int                         $status HTTP.
	 * @param list<array<string, mixed>> $lines  Per line what was asked and what is available.
	 */
	private function __construct( public readonly string $slug, string $text, public readonly int $status, public readonly array $lines = array() ) {
		parent::__construct( $text, $status );
	}

	/**
	 * @param list<OrderLine> $lines What the order asks for.
	 */
	public static function not_enough( NotEnoughStock $refused, array $lines ): self {
		$texts  = array();
		$fields = array();
		foreach ( $refused->lines as $shortage ) {
			$line     = self::line_of( $lines, $shortage->item_id );
			$fields[] = array(
				'item_id'    => $shortage->item_id,
				'product_id' => $line?->product_id,
				'sku'        => $shortage->sku,
				'requested'  => $shortage->requested->json(),
				'available'  => $shortage->available->json(),
			);
			if ( $shortage->short ) {
				$texts[] = self::text( $line->name ?? $shortage->sku, $shortage );
			}
		}
		$text = array() === $texts ? __( 'Some of these products have just sold out.', 'woo-inventory-guard' ) : implode( ' ', array_unique( $texts ) );
		return new self( 'wig_not_enough_stock', $text, 409, $fields );
	}

	public static function busy(): self {
		return new self( 'wig_busy', __( 'Many people are ordering right now. Please try again in a moment.', 'woo-inventory-guard' ), 503 );
	}

	public static function sent_twice( string $order_id ): self {
		/* translators: %s: order number. */
		$text = '' === $order_id ? __( 'This order is being made by an earlier request with the same key.', 'woo-inventory-guard' ) : sprintf( __( 'This order was made already: number %s.', 'woo-inventory-guard' ), $order_id );
		return new self( 'wig_key_reused', $text, 409 );
	}

	/**
	 * @return list<int> Items of which there is less than was asked for.
	 */
	public function short_items(): array {
		$items = array();
		foreach ( $this->lines as $line ) {
			$asked = $line['requested'] ?? 0;
			$there = $line['available'] ?? 0;
			if ( is_int( $line['item_id'] ?? null ) && is_numeric( $asked ) && is_numeric( $there ) && (float) $there < (float) $asked ) {
				$items[] = $line['item_id'];
			}
		}
		return $items;
	}

	/**
	 * @return array<string, mixed> For an error of the REST API.
	 */
	public function data(): array {
		return array( 'status' => $this->status ) + ( array() === $this->lines ? array() : array( 'lines' => $this->lines ) );
	}

	private static function text( string $name, Shortage $shortage ): string {
		if ( ! $shortage->available->is_positive() ) {
			/* translators: %s: product name. */
			return sprintf( __( '“%s” has just sold out.', 'woo-inventory-guard' ), $name );
		}
		$one = 0 === $shortage->available->compare( Quantity::of( 1 ) );
		/* translators: 1: a number of units, 2: product name. */
		return sprintf( _n( 'Only %1$s left of “%2$s”. Please choose a smaller quantity.', 'Only %1$s left of “%2$s”. Please choose a smaller quantity.', $one ? 1 : 2, 'woo-inventory-guard' ), (string) $shortage->available, $name );
	}

	/**
	 * @param list<OrderLine> $lines
	 */
	private static function line_of( array $lines, int $item_id ): ?OrderLine {
		foreach ( $lines as $line ) {
			if ( $line->item_id === $item_id ) {
				return $line;
			}
		}
		return null;
	}
}
