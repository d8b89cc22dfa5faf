<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\HearsReserved;

/**
 * Writes down what it was told and when.
 */
final class Listener implements HearsReserved {

	/** @var list<string> */
	public array $heard = array();

	/** @var (\Closure(string): void)|null */
	public ?\Closure $then = null;

	public function before_commit( array $item_ids ): void {
		$this->hear( 'before ' . implode( ',', $item_ids ) );
	}

	public function after_commit( array $item_ids ): void {
		$this->hear( 'after ' . implode( ',', $item_ids ) . ' on hand' );
	}

	public function after_reserved( array $item_ids ): void {
		$this->hear( 'after ' . implode( ',', $item_ids ) );
	}

	private function hear( string $what ): void {
		$this->heard[] = $what;
		if ( null !== $this->then ) {
			( $this->then )( $what );
		}
	}
}
