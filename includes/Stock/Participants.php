<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Db;

/**
 * Tells everyone who keeps a copy of stock numbers, at the right moment: SQL inside the transaction, the rest after it.
 */
final class Participants {

	/** @var list<Participant> */
	private array $all = array();

	public function __construct( private readonly Db $db ) {}

	public function add( Participant $participant ): void {
		$this->all[] = $participant;
	}

	/**
	 * Only reserved changed: nothing outside has to know before the commit.
	 *
	 * @param list<int> $items
	 */
	public function reserved_changed( array $items ): void {
		$this->later( $items, false );
	}

	/**
	 * On hand changed: copies are written in the same transaction.
	 *
	 * @param list<int> $items
	 */
	public function on_hand_changed( array $items ): void {
		foreach ( $this->all as $participant ) {
			$participant->before_commit( $items );
		}
		$this->later( $items, true );
	}

	/**
	 * @param list<int> $items
	 */
	private function later( array $items, bool $on_hand ): void {
		if ( array() === $this->all || array() === $items ) {
			return;
		}
		$this->db->after_commit(
			function () use ( $items, $on_hand ): void {
				foreach ( $this->all as $participant ) {
					$participant->after_commit( $items, $on_hand );
				}
			}
		);
	}
}
