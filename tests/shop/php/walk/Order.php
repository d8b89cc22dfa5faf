<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * An order as the model knows it.
 */
final class Order {

	/** Whether WooCommerce believes that its stock was taken. */
	public bool $flag = false;

	public bool $paid = false;

	/** Whether all of its money went back once: WooCommerce has nothing more to refund then. */
	public bool $refunded = false;

	/** The status that it gets when its units have come. */
	public string $intended = '';

	public ?Hold $hold = null;

	/**
	 * @param list<Line> $lines
	 */
	public function __construct( public readonly int $id, public string $status, public readonly bool $by_shopper, public array $lines ) {}
}
