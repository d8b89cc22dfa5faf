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

	/** @var list<HearsReserved> */
	private array $of_reserved = array();

	/** @var list<HearsCosts> */
	private array $of_costs = array();

	public function __construct( private readonly Db $db ) {}

	public function add( Participant $participant ): void {
		$this->all[] = $participant;
		if ( $participant instanceof HearsReserved ) {
			$this->of_reserved[] = $participant;
		}
	}

	public function add_for_costs( HearsCosts $listener ): void {
		$this->of_costs[] = $listener;
	}

	/**
	 * What a unit cost last has changed.
	 */
	public function cost_changed( int $item_id, Quantity $cost ): void {
		foreach ( $this->of_costs as $listener ) {
			$listener->cost_changed( $item_id, $cost );
		}
	}

	/**
	 * Only reserved changed: nothing outside has to know before the commit.
	 *
	 * @param list<int> $items
	 */
	public function reserved_changed( array $items ): void {
		if ( array() === $items || array() === $this->of_reserved ) {
			return;
		}
		$this->db->after_commit(
			function () use ( $items ): void {
				foreach ( $this->of_reserved as $participant ) {
					$participant->after_reserved( $items );
				}
			}
		);
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
		if ( array() === $items || array() === $this->all ) {
			return;
		}
		$this->db->after_commit(
			function () use ( $items ): void {
				foreach ( $this->all as $participant ) {
					$participant->after_commit( $items );
				}
			}
		);
	}
}
