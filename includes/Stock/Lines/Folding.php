<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Level\Inconsistent;
use WooInventoryGuard\Stock\Movement;

/**
 * Makes old lines of a level's ledger into monthly sums, for good: who, for which order and the notes are lost. The ledger
 * is append-only, and this is the one exception: a shop that sells for ten years may say that it does not need each sale of
 * the first five, and would otherwise have to delete them with its own SQL, and the balances with them.
 *
 * What is kept right: each balance that is still told, on hand at the end of each month, the sums by reason of each month,
 * the order of time, and every line that is not folded, number and all. A sum takes up the numbers of the movements it
 * stands for, so no other line is numbered anew, and a backup from before still fits to what is there.
 *
 * Lines are folded in runs: lines that follow upon one another, of one month, with none between them that stays. Each run
 * becomes a sum for each reason and direction, all at the time of its last line: no moment within a run is told a balance
 * that never was. The first and the last line of a level always stay.
 */
final class Folding {

	/** Kind of document that sums say they belong to. */
	public const TYPE = 'folded';

	/** Lines that are read at once. */
	private const PAGE = 1_000;

	/** Lines of one transaction, up to the end of a month: the level is locked for so long. */
	private const MOST = 2_000;

	public function __construct( private readonly Db $db, private readonly FoldedLevels $folded, private readonly int $page = self::PAGE, private readonly int $most = self::MOST ) {}

	/**
	 * The next lines of a level, in one transaction. What was folded already stays as it is, so a run that was killed may
	 * begin again anywhere.
	 *
	 * @param int                                        $after  The number of the last line that was looked at.
	 * @param \DateTimeImmutable                         $cut    Lines from then on stay.
	 * @param \Closure(\DateTimeImmutable): string       $month  In which month a moment lies.
	 * @param \Closure(list<Movement>): array<int, true> $stay   Which of these have to stay, by id; asked with the level locked.
	 * @return array{after: int, done: bool, movements: int, sums: int} How far it is, whether no line before the cut is left, and how many lines became how many.
	 */
	public function fold( int $item_id, int $location_id, int $after, \DateTimeImmutable $cut, \Closure $month, \Closure $stay ): array {
		return $this->db->transaction(
			function () use ( $item_id, $location_id, $after, $cut, $month, $stay ): array {
				// The lock keeps out who else writes old lines (Past, Gaps). A sale waits here; it adds a line behind the last one.
				$last = $this->db->value( 'SELECT seq FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'levels' ), $item_id, $location_id );
				$runs = new Runs( $month );
				$done = false;
				do {
					$from   = $after;
					$lines  = $this->lines( $item_id, $location_id, $after, (int) $last );
					$more   = count( $lines ) === $this->page;
					$stays  = $stay( $lines );
					$enough = false;
					foreach ( $lines as $line ) {
						$done   = $line->created_at >= $cut;
						$enough = $done || ( $runs->read() >= $this->most && ! $runs->is_of_this_month( $line ) );
						if ( $enough ) {
							break;
						}
						$runs->add( $line, 1 === $line->seq || self::TYPE === $line->reference->type || isset( $stays[ $line->id ] ) );
						$after = $line->seq;
					}
				} while ( $more && ! $enough && $after > $from );
				$written = $this->write( $item_id, $location_id, $runs );
				return array(
					'after' => $after,
					'done'  => $done || ! $enough,
				) + $written;
			}
		);
	}

	/**
	 * Without the last one: it is what StockMirror compares with, and the end of the gap where the next sale goes.
	 *
	 * @return list<Movement> As they are, not as they were when this transaction first looked.
	 */
	private function lines( int $item_id, int $location_id, int $after, int $last ): array {
		return array_map(
			Movement::from_row( ... ),
			$this->db->rows(
				'SELECT * FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d AND seq < %d ORDER BY seq LIMIT %d FOR UPDATE',
				$this->db->table( 'movements' ),
				$item_id,
				$location_id,
				$after,
				$last,
				$this->page
			)
		);
	}

	/**
	 * @return array{movements: int, sums: int}
	 */
	private function write( int $item_id, int $location_id, Runs $runs ): array {
		$movements = 0;
		$sums      = 0;
		foreach ( $runs->all() as $run ) {
			$lines = $run->sums();
			if ( array() === $lines || count( $lines ) >= $run->lines ) {
				continue;
			}
			$gone = $this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d AND seq <= %d', $this->db->table( 'movements' ), $item_id, $location_id, $run->after, $run->after + $run->lines );
			if ( $gone !== $run->lines ) {
				// Somebody has written here without the lock: nothing of this may stay.
				throw new Inconsistent( $item_id, $location_id );
			}
			$this->insert( $item_id, $location_id, $lines );
			$this->folded->mark( $item_id, $location_id, $lines[0]->at );
			$movements += $run->lines;
			$sums      += count( $lines );
		}
		return array(
			'movements' => $movements,
			'sums'      => $sums,
		);
	}

	/**
	 * @param list<PastLine> $sums At least one.
	 */
	private function insert( int $item_id, int $location_id, array $sums ): void {
		$values = array();
		foreach ( $sums as $sum ) {
			array_push( $values, $item_id, $location_id, $sum->seq, $sum->delta->sql(), $sum->balance->sql(), $sum->cause->reason, self::TYPE, $sum->stands_for, $sum->at );
		}
		$this->db->execute(
			'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, reference_type, stands_for, created_at) VALUES ' . $this->db->marks( array_keys( $sums ), '(%d,%d,%d,%s,%s,%s,%s,%d,%s)' ),
			$this->db->table( 'movements' ),
			...$values
		);
	}
}
