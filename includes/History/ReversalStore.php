<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * The rows of `reversals`. A document has one at most, by the table's unique key: two who ask at once get one reversal.
 */
final class ReversalStore {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function of( Reference $reference ): ?Reversal {
		$row = $this->db->row( 'SELECT * FROM %i WHERE reference_type = %s AND reference_id = %s', $this->db->table( 'reversals' ), $reference->type, $reference->id );
		return null === $row ? null : Reversal::from_row( $row );
	}

	public function find( int $id ): ?Reversal {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d', $this->db->table( 'reversals' ), $id );
		return null === $row ? null : Reversal::from_row( $row );
	}

	/**
	 * @return list<int> Those that are under way.
	 */
	public function unfinished(): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE finished_at IS NULL ORDER BY id LIMIT 10', $this->db->table( 'reversals' ) ) );
	}

	/**
	 * @throws DuplicateKey When there is one already.
	 */
	public function begin( Reference $reference, int $levels, int $actor, string $key ): void {
		$sums = $this->db->row( 'SELECT MAX( id ) AS up_to FROM %i WHERE reference_type = %s AND reference_id = %s', $this->db->table( 'movements' ), $reference->type, $reference->id );
		$this->db->execute(
			'INSERT INTO %i (reference_type, reference_id, idem_key, up_to, levels, actor_id, created_at) VALUES (%s, %s, %s, %d, %d, %d, %s)',
			$this->db->table( 'reversals' ),
			$reference->type,
			$reference->id,
			$key,
			(int) ( $sums['up_to'] ?? 0 ),
			$levels,
			$actor,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * By how much the document changed the next few levels, in the order in which writers lock them. Its lines never
	 * change, so nothing has to be locked to read them.
	 *
	 * @return list<array{item: int, location: int, delta: Quantity}>
	 */
	public function next_levels( Reversal $reversal, int $limit ): array {
		$rows = $this->db->rows(
			'SELECT item_id, location_id, SUM( delta ) AS delta FROM %i
			WHERE reference_type = %s AND reference_id = %s AND id <= %d AND ( item_id > %d OR ( item_id = %d AND location_id > %d ) )
			GROUP BY item_id, location_id ORDER BY item_id, location_id LIMIT %d',
			$this->db->table( 'movements' ),
			$reversal->of->type,
			$reversal->of->id,
			$reversal->up_to,
			$reversal->item,
			$reversal->item,
			$reversal->location,
			$limit
		);
		return array_map(
			static fn( array $row ): array => array(
				'item'     => (int) $row['item_id'],
				'location' => (int) $row['location_id'],
				'delta'    => Quantity::from_sql( $row['delta'] ),
			),
			$rows
		);
	}

	/**
	 * Claims levels: the statement says from where to where, so of two who are at the same levels one is refused. To be
	 * called inside the transaction that changes them.
	 */
	public function move_on( Reversal $reversal, int $item, int $location, int $levels ): bool {
		return 1 === $this->db->execute(
			'UPDATE %i SET reached_item = %d, reached_location = %d, done = done + %d WHERE id = %d AND reached_item = %d AND reached_location = %d AND finished_at IS NULL',
			$this->db->table( 'reversals' ),
			$item,
			$location,
			$levels,
			$reversal->id,
			$reversal->item,
			$reversal->location
		);
	}

	/**
	 * When nothing is left behind the place that was reached.
	 */
	public function finish( Reversal $reversal ): void {
		$this->db->execute(
			'UPDATE %i SET finished_at = %s WHERE id = %d AND reached_item = %d AND reached_location = %d AND finished_at IS NULL',
			$this->db->table( 'reversals' ),
			Clock::sql( $this->clock->now() ),
			$reversal->id,
			$reversal->item,
			$reversal->location
		);
	}
}
