<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Finds out what a restore would change, in portions, and writes it down line by line: so a list of a hundred thousand
 * can be read by the size of the change, and what is applied is what was shown.
 *
 * Each line is a difference from the number that was on hand when it was looked, both reckoned by one statement from
 * lines of the ledger that never change. What moves after it is not in the difference, so it stays. A portion is claimed
 * by a conditional change of how far the look is, in the transaction that writes its lines.
 */
final class Looking {

	/** Items of one portion. WordPress's driver for SQLite reads each statement with a parser in PHP. */
	private const PORTION   = 1_000;
	private const ON_SQLITE = 200;

	/**
	 * What was on hand at the moment is the balance after the last line before it, which the key level_time holds (see
	 * Report\StockOnDate); what is kept are the lines from there to the present one. Where lines of that time were folded
	 * since this was asked for, it is not known any more.
	 */
	private const LEVELS = 'SELECT q.item_id, q.location_id, q.now_is, q.then_seq,
			( SELECT b.balance_after FROM %i b WHERE b.item_id = q.item_id AND b.location_id = q.location_id AND b.seq = q.then_seq
				AND NOT EXISTS ( SELECT 1 FROM %i f WHERE f.item_id = q.item_id AND f.location_id = q.location_id AND f.folded_before > %s ) ) AS then_was,
			( SELECT SUM( m.delta ) FROM %i m WHERE m.item_id = q.item_id AND m.location_id = q.location_id AND m.seq > q.then_seq AND m.seq <= q.now_seq AND 1 = %d AND %% ) AS kept
		FROM ( SELECT l.item_id, l.location_id, l.on_hand AS now_is, l.seq AS now_seq,
			( SELECT t.seq FROM %i t WHERE t.item_id = l.item_id AND t.location_id = l.location_id AND t.created_at <= %s ORDER BY t.created_at DESC, t.seq DESC LIMIT 1 ) AS then_seq
			FROM %i l WHERE l.item_id IN ( %% ) ) q ORDER BY q.item_id, q.location_id';

	/**
	 * What one mass event did. What somebody has put right since, or changed otherwise, is left as it is; what was changed
	 * and that undone is as if it had not been.
	 */
	private const EVENT = 'SELECT e.item_id, e.location_id, e.did, l.on_hand AS now_is
		FROM ( SELECT m.item_id, m.location_id, SUM( m.delta ) AS did, MAX( m.seq ) AS last_seq FROM %i m WHERE %% AND m.item_id IN ( %% ) GROUP BY m.item_id, m.location_id ) e
		JOIN %i l ON l.item_id = e.item_id AND l.location_id = e.location_id
		WHERE COALESCE( ( SELECT SUM( m.delta ) FROM %i m WHERE m.item_id = e.item_id AND m.location_id = e.location_id AND m.seq > e.last_seq AND NOT %% ), 0 ) = 0
		ORDER BY e.item_id, e.location_id';

	/**
	 * @param \Closure(list<int>): list<int> $categories The numbers under which the shop files products of these categories and those below them.
	 * @param int|null                       $size       Items of one portion; NULL for as many as are good.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Restores $restores,
		private readonly \Closure $categories,
		private readonly ?int $size = null
	) {}

	/**
	 * Works for so many seconds, at least one portion.
	 *
	 * @return bool Whether nothing is left to be looked at.
	 */
	public function work( int $id, float $seconds ): bool {
		$until = microtime( true ) + $seconds;
		do {
			$restore = $this->restores->find( $id );
			if ( null === $restore || State::Looking !== $restore->state ) {
				return true;
			}
			$this->portion( $restore );
		} while ( microtime( true ) < $until );
		return State::Looking !== $this->restores->find( $id )?->state;
	}

	private function portion( Restore $restore ): void {
		$items = $this->next( $restore );
		if ( array() === $items ) {
			$this->finish( $restore );
			return;
		}
		$this->db->transaction(
			function () use ( $restore, $items ): void {
				$ours = $this->db->execute(
					"UPDATE %i SET reached_item = %d, items = items + %d WHERE id = %d AND state = 'looking' AND reached_item = %d",
					$this->db->table( 'restores' ),
					$items[ count( $items ) - 1 ],
					count( $items ),
					$restore->id,
					$restore->item
				);
				if ( 1 === $ours ) {
					$this->look( $restore, $items );
				}
			}
		);
	}

	/**
	 * @param non-empty-list<int> $items
	 */
	private function look( Restore $restore, array $items ): void {
		$lines   = array();
		$unknown = array();
		foreach ( null === $restore->event ? $this->levels( $restore, $items ) : $this->done_by( $restore->event, $items ) as $row ) {
			if ( null === $row['then_was'] ) {
				$unknown[ (int) $row['item_id'] ] = true;
				continue;
			}
			$now   = Quantity::from_sql( $row['now_is'] );
			$then  = Quantity::from_sql( $row['then_was'] );
			$kept  = Quantity::from_sql( $row['kept'] );
			$delta = $then->plus( $kept )->minus( $now );
			if ( ! $delta->is_zero() ) {
				$lines[] = array( $restore->id, (int) $row['item_id'], (int) $row['location_id'], $now->sql(), $then->sql(), $kept->sql(), $delta->sql(), $delta->is_negative() ? $delta->negated()->sql() : $delta->sql() );
			}
		}
		foreach ( array_chunk( $lines, 200 ) as $some ) {
			$quantity = 'CAST( %s AS DECIMAL(19,4) )';
			$this->db->execute(
				'INSERT INTO %i (restore_id, item_id, location_id, now_is, then_was, kept, delta, size) VALUES ' . $this->db->marks( array_keys( $some ), "(%d,%d,%d,{$quantity},{$quantity},{$quantity},{$quantity},{$quantity})" ),
				$this->db->table( 'restore_lines' ),
				...array_merge( ...$some )
			);
		}
		if ( array() !== $unknown ) {
			$this->db->execute( 'UPDATE %i SET unknown_items = unknown_items + %d WHERE id = %d', $this->db->table( 'restores' ), count( $unknown ), $restore->id );
		}
	}

	/**
	 * @param non-empty-list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function levels( Restore $restore, array $items ): array {
		$movements = $this->db->table( 'movements' );
		$kept      = Kept::where( $this->db );
		return $this->db->rows(
			Clause::of( self::LEVELS, $kept, new Clause( $this->db->marks( $items ), ...$items ) )->sql,
			...array( $movements, $this->db->table( 'folded_levels' ), Clock::sql( $restore->moment ), $movements, $restore->keep_sales ? 1 : 0, ...$kept->args, $movements, Clock::sql( $restore->moment ), $this->db->table( 'levels' ), ...$items )
		);
	}

	/**
	 * As if it had not been: then is now without it.
	 *
	 * @param non-empty-list<int> $items
	 * @return list<array<string, string|null>>
	 */
	private function done_by( MassEvent $event, array $items ): array {
		$of   = MassEvents::lines_of( $event );
		$kept = Kept::where( $this->db );
		$rows = $this->db->rows(
			Clause::of( self::EVENT, $of, new Clause( $this->db->marks( $items ), ...$items ), $kept )->sql,
			...array( $this->db->table( 'movements' ), ...$of->args, ...$items, ...array( $this->db->table( 'levels' ), $this->db->table( 'movements' ) ), ...$kept->args )
		);
		return array_map(
			static fn( array $row ): array => $row + array(
				'then_was' => Quantity::from_sql( $row['now_is'] )->minus( Quantity::from_sql( $row['did'] ) )->sql(),
				'kept'     => null,
			),
			$rows
		);
	}

	/**
	 * The next items that are meant, in the order of their numbers.
	 *
	 * @return list<int>
	 */
	private function next( Restore $restore ): array {
		$size = $this->size ?? ( $this->db->is_sqlite() ? self::ON_SQLITE : self::PORTION );
		if ( null !== $restore->event ) {
			$of  = MassEvents::lines_of( $restore->event );
			$ids = $this->db->column( 'SELECT DISTINCT m.item_id FROM %i m WHERE ' . $of->sql . ' AND m.item_id > %d ORDER BY m.item_id LIMIT %d', ...array( $this->db->table( 'movements' ), ...$of->args, $restore->item, $size ) );
			return array_map( 'intval', $ids );
		}
		$which = $restore->which;
		$where = $which->where( $this->db, array() === $which->categories ? array() : ( $this->categories )( $which->categories ) );
		$ids   = $this->db->column(
			'SELECT id FROM %i FORCE INDEX (PRIMARY) WHERE id > %d AND id <= %d AND ' . $where->sql . ' ORDER BY id LIMIT %d',
			...array( $this->db->table( 'items' ), $restore->item, $restore->last_id, ...$where->args, $size )
		);
		return array_map( 'intval', $ids );
	}

	private function finish( Restore $restore ): void {
		$sums = $this->db->row(
			'SELECT COUNT(*) AS changing, SUM( CASE WHEN delta > 0 THEN delta ELSE 0 END ) AS came, SUM( CASE WHEN delta < 0 THEN -delta ELSE 0 END ) AS went FROM %i WHERE restore_id = %d',
			$this->db->table( 'restore_lines' ),
			$restore->id
		);
		$this->db->execute(
			"UPDATE %i SET state = 'ready', changing = %d, units_in = CAST( %s AS DECIMAL(19,4) ), units_out = CAST( %s AS DECIMAL(19,4) ) WHERE id = %d AND state = 'looking' AND reached_item = %d",
			$this->db->table( 'restores' ),
			(int) ( $sums['changing'] ?? 0 ),
			Quantity::from_sql( $sums['came'] ?? null )->sql(),
			Quantity::from_sql( $sums['went'] ?? null )->sql(),
			$restore->id,
			$restore->item
		);
	}
}
