<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Platform\Db;

/**
 * Brings all items to what rules say after one of them was changed, in portions. How far it has come is a row that each
 * portion moves in its own transaction: killed anywhere it goes on where it was, of two workers only one does a portion,
 * and a rule that is changed meanwhile makes it begin again.
 *
 * What was not reached yet counts as before; an item that is changed by somebody meanwhile keeps what they said.
 */
final class Work {

	/** Items of one transaction. */
	private const PORTION = 250;

	public function __construct( private readonly Db $db, private readonly Turn $turn, private readonly Inheritance $inheritance, private readonly RuleList $rules ) {}

	/**
	 * Works for so many seconds, at least one portion.
	 *
	 * @return bool Whether nothing is left.
	 */
	public function work( float $seconds ): bool {
		if ( ! RuleList::any() ) {
			return true;
		}
		$until = microtime( true ) + $seconds;
		do {
			$finished = $this->portion();
		} while ( ! $finished && microtime( true ) < $until );
		return $finished;
	}

	/**
	 * For the screen: "12,400 of 100,000".
	 *
	 * @return array{state: 'running'|'done', done: int, total: int}
	 */
	public function status(): array {
		$state = $this->turn->read();
		return array(
			'state' => null === $state['after'] ? 'done' : 'running',
			'done'  => null === $state['after'] ? $state['total'] : min( $state['done'], $state['total'] ),
			'total' => $state['total'],
		);
	}

	/**
	 * Some items that were just made, or whose categories have changed.
	 *
	 * @param list<int> $ids
	 */
	public function items( array $ids ): void {
		if ( ! RuleList::any() ) {
			return;
		}
		foreach ( array_chunk( $ids, self::PORTION ) as $some ) {
			$this->db->transaction(
				function () use ( $some ): void {
					$this->turn->take();
					$this->inheritance->apply( $some );
				}
			);
		}
	}

	/**
	 * The items of some products of the shop, and of their variations.
	 *
	 * @param list<int> $product_ids
	 */
	public function products( array $product_ids ): void {
		if ( ! RuleList::any() || array() === $product_ids ) {
			return;
		}
		$ids = array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE product_id IN (' . $this->db->marks( $product_ids ) . ')', $this->db->table( 'items' ), ...$product_ids ) );
		if ( array() === $ids ) {
			return;
		}
		$below = $this->db->column( 'SELECT id FROM %i WHERE parent_id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...$ids );
		$all   = array_values( array_unique( array( ...$ids, ...array_map( 'intval', $below ) ) ) );
		sort( $all );
		$this->items( $all );
	}

	/**
	 * Categories were moved, or a whole one has gone: everything is looked at anew.
	 */
	public function restart(): void {
		if ( ! RuleList::any() ) {
			return;
		}
		$this->db->transaction(
			function (): void {
				$this->turn->take();
				$this->turn->begin();
			}
		);
	}

	/**
	 * @return bool Whether nothing is left.
	 */
	private function portion(): bool {
		$read = $this->turn->read();
		if ( null === $read['after'] ) {
			return true;
		}
		$ids = array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE id > %d ORDER BY id LIMIT %d', $this->db->table( 'items' ), $read['after'], self::PORTION ) );
		$end = count( $ids ) < self::PORTION;
		$this->db->transaction(
			function () use ( $read, $ids, $end ): void {
				if ( $this->turn->claim( $read ) ) {
					$this->inheritance->apply( $ids );
					$this->turn->advance( $end ? null : $ids[ count( $ids ) - 1 ], count( $ids ) );
				}
			}
		);
		if ( $end ) {
			$this->rest();
		}
		return null === $this->turn->read()['after'];
	}

	/**
	 * Once no item takes anything from a rule any more and there is none, nobody need ask. Looks again afterwards, for a
	 * rule that was made between the two.
	 */
	private function rest(): void {
		if ( 0 === $this->rules->count() && null === $this->turn->read()['after'] ) {
			update_option( RuleList::OPTION, '', true );
			if ( array() !== $this->rules->page( 1, 0 ) ) {
				update_option( RuleList::OPTION, '1', true );
			}
		}
	}
}
