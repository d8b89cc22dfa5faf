<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Doors;

use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Shop\Order\OrderLine;
use WooInventoryGuard\Stock\Error\NotEnoughStock;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Error\Shortage;

/**
 * "No" to an order, in words that a shopper reads and fields that a program reads.
 */
final class Refusal extends \RuntimeException {

	/** @var list<array{item_id: int, product_id: int|null, requested: string, available: string}> Units asked for that were not there. */
	private array $averted = array();

	/** @var list<int> */
	private array $short = array();

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
		$texts   = array();
		$fields  = array();
		$shared  = array();
		$averted = array();
		foreach ( $refused->lines as $shortage ) {
			$line     = self::line_of( $lines, $shortage->item_id );
			$fields[] = array(
				'item_id'    => $shortage->item_id,
				'product_id' => $line?->product_id,
				'sku'        => $shortage->sku,
				'requested'  => $shortage->requested->json(),
				'available'  => $shortage->available->json(),
			);
			if ( ! $shortage->short ) {
				continue;
			}
			$averted[] = array(
				'item_id'    => $shortage->item_id,
				'product_id' => $line?->product_id,
				'requested'  => (string) $shortage->requested,
				'available'  => (string) $shortage->available,
			);
			if ( 0 <= $shortage->available->compare( $shortage->requested ) ) {
				$shared[] = $line->name ?? $shortage->sku;
			} else {
				$texts[] = self::text( $line->name ?? $shortage->sku, $shortage );
			}
		}
		if ( array() === $texts && array() !== $shared ) {
			/* translators: %s: list of product names, such as “Tea set”, “Cup”. */
			$texts[] = sprintf( __( 'There is not enough left for all of these together: %s. Please choose a smaller quantity.', 'woo-inventory-guard' ), implode( ', ', array_map( static fn( string $name ): string => "“{$name}”", $shared ) ) );
		}
		$text             = array() === $texts ? __( 'Some of these products have just sold out.', 'woo-inventory-guard' ) : implode( ' ', array_unique( $texts ) );
		$refusal          = new self( 'wig_not_enough_stock', $text, 409, $fields );
		$refusal->averted = $averted;
		$refusal->short   = array_column( $averted, 'item_id' );
		return $refusal;
	}

	/**
	 * Tells whoever listens that an oversell was averted, once however many hear of this refusal. To be called when all is
	 * rolled back.
	 *
	 * @param string $door Where it was asked: block, classic, pay_for_order, rest, admin or code.
	 */
	public function tell( string $door ): void {
		$lines         = $this->averted;
		$this->averted = array();
		if ( array() === $lines ) {
			return;
		}
		try {
			/**
			 * Units were asked for that are not there, and the order was refused.
			 *
			 * @param array{door: string, lines: list<array{item_id: int, product_id: int|null, requested: string, available: string}>} $refused
			 */
			do_action(
				'woo_inventory_guard_refused',
				array(
					'door'  => $door,
					'lines' => $lines,
				)
			);
		} catch ( \Throwable $fault ) {
			// A listener's fault must not turn "sold out" into a broken checkout.
			Log::error( 'A listener to refusals failed.', $fault );
		}
	}

	/**
	 * @param string $text What the limit allows, in a shopper's words.
	 */
	public static function limit( string $text ): self {
		return new self( 'wig_limit_reached', $text, 409 );
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
		return $this->short;
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
