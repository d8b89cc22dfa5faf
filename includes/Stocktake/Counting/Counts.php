<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\State;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Takes in what was counted: each count once, in any order, however late, however often it is sent.
 *
 * All counts of a stocktake queue at its row: the conditional UPDATE with which a batch begins says whether counts are
 * taken at all, and keeps other batches (and the beginning of applying) away until this one is committed. So a count and
 * the undo that names it cannot miss each other, and ids rise in the order in which others can see them.
 */
final class Counts {

	/** Rows of one INSERT. */
	private const AT_ONCE = 250;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Codes $codes ) {}

	/**
	 * @param non-empty-list<Sent> $sent
	 * @return array<string, Outcome> By uuid.
	 * @throws WrongState When it takes no counts.
	 */
	public function take( Stocktake $stocktake, array $sent, int $counter, string $device ): array {
		$known = $this->codes->items( self::codes( $sent ) );
		$sound = $this->countable( array( ...array_values( $known ), ...self::items( $sent ) ) );
		return $this->db->transaction(
			function () use ( $stocktake, $sent, $counter, $device, $known, $sound ): array {
				$this->open( $stocktake );
				$there  = $this->there( $stocktake->id, $sent );
				$rounds = $this->rounds( $stocktake->id, array_keys( $sound ) );
				$result = array();
				$rows   = array();
				foreach ( $sent as $one ) {
					if ( isset( $result[ $one->uuid ] ) ) {
						// Twice in one batch is once.
						continue;
					}
					$item                 = $one->item_id ?? $known[ $one->code ] ?? 0;
					$result[ $one->uuid ] = match ( true ) {
						isset( $there[ $one->uuid ] )                       => Outcome::Repeated,
						0 === $item || Mode::Undo === $one->mode            => Outcome::Counted,
						! isset( $sound[ $item ] )                          => Outcome::UnknownItem,
						false === $sound[ $item ]                           => Outcome::NotCountable,
						default                                             => Outcome::Counted,
					};
					if ( Outcome::Counted === $result[ $one->uuid ] ) {
						$rows[] = array( $one, $item, $one->round ?? $rounds[ $item ] ?? 1 );
					}
				}
				$this->write( $stocktake->id, $rows, $counter, $device );
				return $result;
			}
		);
	}

	/**
	 * Counts that named a code which nobody knew now belong to an item. To be called in a transaction.
	 */
	public function name( int $stocktake_id, string $code, int $item_id ): void {
		$named = $this->db->execute(
			'UPDATE %i SET item_id = %d, round = COALESCE( ( SELECT l.round FROM %i l WHERE l.stocktake_id = %d AND l.item_id = %d ), 1 ) WHERE stocktake_id = %d AND code = %s AND item_id = 0',
			$this->db->table( 'stocktake_counts' ),
			$item_id,
			$this->db->table( 'stocktake_lines' ),
			$stocktake_id,
			$item_id,
			$stocktake_id,
			$code
		);
		if ( $named > 0 ) {
			$this->touch( $stocktake_id, array( $item_id ) );
		}
	}

	/**
	 * To be called first in the transaction of whatever adds to what was counted.
	 *
	 * @throws WrongState
	 */
	public function open( Stocktake $stocktake ): void {
		if ( ! $this->takes( $stocktake ) ) {
			$state = $this->db->value( 'SELECT state FROM %i WHERE id = %d', $this->db->table( 'stocktakes' ), $stocktake->id );
			throw new WrongState( $stocktake->id, State::from( (string) $state ) );
		}
	}

	/**
	 * The same, as an answer.
	 */
	public function takes( Stocktake $stocktake ): bool {
		return 1 === $this->db->execute( 'UPDATE %i SET version = version + 1, last_count_at = %s WHERE id = %d AND state IN ' . State::TAKE_COUNTS, $this->db->table( 'stocktakes' ), $this->now(), $stocktake->id );
	}

	/**
	 * Lines with new counts are to be compared anew; items that are not on the list come onto it. A decision stays until
	 * the comparison shows another variance: a stale line is never applied.
	 *
	 * @param list<int> $items
	 */
	public function touch( int $stocktake_id, array $items ): void {
		$lines = $this->db->table( 'stocktake_lines' );
		foreach ( array_chunk( array_values( array_unique( $items ) ), 1_000 ) as $some ) {
			$listed = array_map( intval( ... ), $this->db->column( 'SELECT item_id FROM %i WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $some ) . ')' . $this->db->newest(), $lines, $stocktake_id, ...$some ) );
			foreach ( array_diff( $some, $listed ) as $item ) {
				$this->db->execute( 'INSERT INTO %i (stocktake_id, item_id, listed) VALUES (%d, %d, 0)', $lines, $stocktake_id, $item );
			}
			$this->db->execute( 'UPDATE %i SET touched = touched + 1, stale = 1, has_count = 1 WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $some ) . ')', $lines, $stocktake_id, ...$some );
		}
	}

	/**
	 * @param list<int> $items
	 * @return array<int, bool> Which of them there are, and whether they can be counted.
	 */
	public function countable( array $items ): array {
		$found = array();
		foreach ( array_chunk( array_values( array_unique( $items ) ), 1_000 ) as $some ) {
			$rows = $this->db->rows( "SELECT id, CASE WHEN tracked = 1 AND kind IN ('simple', 'variation', 'variable', 'part') THEN 1 ELSE 0 END AS sound FROM %i WHERE id IN (" . $this->db->marks( $some ) . ')', $this->db->table( 'items' ), ...$some );
			foreach ( $rows as $row ) {
				$found[ (int) $row['id'] ] = '1' === $row['sound'];
			}
		}
		return $found;
	}

	/**
	 * @param list<Sent> $sent
	 * @return list<string> Where no item is named.
	 */
	private static function codes( array $sent ): array {
		$unnamed = array_filter( $sent, static fn( Sent $one ): bool => null === $one->item_id && '' !== $one->code );
		return array_values( array_map( static fn( Sent $one ): string => $one->code, $unnamed ) );
	}

	/**
	 * @param list<Sent> $sent
	 * @return list<int>
	 */
	private static function items( array $sent ): array {
		$items = array();
		foreach ( $sent as $one ) {
			if ( null !== $one->item_id ) {
				$items[] = $one->item_id;
			}
		}
		return $items;
	}

	/**
	 * @param list<Sent> $sent
	 * @return array<string, true>
	 */
	private function there( int $id, array $sent ): array {
		$uuids = array_map( static fn( Sent $one ): string => $one->uuid, $sent );
		return array_fill_keys( $this->db->column( 'SELECT uuid FROM %i WHERE stocktake_id = %d AND uuid IN (' . $this->db->marks( $uuids, '%s' ) . ')' . $this->db->newest(), $this->db->table( 'stocktake_counts' ), $id, ...$uuids ), true );
	}

	/**
	 * @param list<int> $items
	 * @return array<int, int>
	 */
	private function rounds( int $id, array $items ): array {
		$rounds = array();
		foreach ( array() === $items ? array() : $this->db->rows( 'SELECT item_id, round FROM %i WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $items ) . ') AND round > 1' . $this->db->newest(), $this->db->table( 'stocktake_lines' ), $id, ...$items ) as $row ) {
			$rounds[ (int) $row['item_id'] ] = (int) $row['round'];
		}
		return $rounds;
	}

	/**
	 * @param list<array{Sent, int, int}> $rows Count, item, round.
	 */
	private function write( int $id, array $rows, int $counter, string $device ): void {
		$now = $this->now();
		foreach ( array_chunk( $rows, self::AT_ONCE ) as $some ) {
			$values = array();
			foreach ( $some as list( $one, $item, $round ) ) {
				$moment = $one->moment;
				array_push( $values, $id, $one->uuid, $item, $one->code, $one->mode->value, $one->quantity->sql(), $one->undo, $one->place, $round, Clock::sql( $moment->at ), $moment->us(), $now, $device, $counter, $one->note, $moment->doubtful ? 1 : 0 );
			}
			$this->db->execute(
				'INSERT INTO %i (stocktake_id, uuid, item_id, code, mode, quantity, voids, place, round, counted_at, at_us, received_at, device, counter_id, note, doubtful) VALUES '
					. $this->db->marks( array_keys( $some ), '(%d,%s,%d,%s,%s,CAST( %s AS DECIMAL(19,4) ),%s,%s,%d,%s,%d,%s,%s,%d,%s,%d)' ),
				$this->db->table( 'stocktake_counts' ),
				...$values
			);
		}
		$items = array_filter( array_map( static fn( array $row ): int => $row[1], $rows ), static fn( int $item ): bool => $item > 0 );
		$this->touch( $id, array( ...$items, ...$this->take_back( $id ) ) );
	}

	/**
	 * Undoes what undos name, whichever came first. Only a counter's own counts.
	 *
	 * @return list<int> Items whose number changes by it.
	 */
	private function take_back( int $id ): array {
		$counts = $this->db->table( 'stocktake_counts' );
		$rows   = $this->db->rows(
			"SELECT c.id, c.item_id FROM %i u JOIN %i c ON c.stocktake_id = u.stocktake_id AND c.uuid = u.voids AND c.counter_id = u.counter_id
			WHERE u.stocktake_id = %d AND u.voids > '' AND c.voided = 0 AND c.mode <> 'undo'" . $this->db->newest(),
			$counts,
			$counts,
			$id
		);
		foreach ( array_chunk( $rows, 500 ) as $some ) {
			$ids = array_map( static fn( array $row ): int => (int) $row['id'], $some );
			$this->db->execute( 'UPDATE %i SET voided = 1 WHERE id IN (' . $this->db->marks( $ids ) . ')', $counts, ...$ids );
		}
		return array_values( array_filter( array_map( static fn( array $row ): int => (int) $row['item_id'], $rows ), static fn( int $item ): bool => $item > 0 ) );
	}

	private function now(): string {
		return Clock::sql( $this->clock->now() );
	}
}
