<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use WooInventoryGuard\Stock\Participant;

/**
 * Writes down what it was told and when.
 */
final class Listener implements Participant {

	/** @var list<string> */
	public array $heard = array();

	/** @var (\Closure(string): void)|null */
	public ?\Closure $then = null;

	public function before_commit( array $item_ids ): void {
		$this->hear( 'before ' . implode( ',', $item_ids ) );
	}

	public function after_commit( array $item_ids, bool $on_hand_changed ): void {
		$this->hear( 'after ' . implode( ',', $item_ids ) . ( $on_hand_changed ? ' on hand' : '' ) );
	}

	private function hear( string $what ): void {
		$this->heard[] = $what;
		if ( null !== $this->then ) {
			( $this->then )( $what );
		}
	}
}
