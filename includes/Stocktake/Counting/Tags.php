<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stocktake\Stocktake;
use WooInventoryGuard\Stocktake\WrongState;

/**
 * Takes in RFID tags: a reader says the same tag many times, two readers hear the same one, and all of it comes in bursts.
 * The primary key of a tag (its EPC, within a round of its item) lets it in once.
 */
final class Tags {

	private const AT_ONCE = 500;

	public function __construct( private readonly Db $db, private readonly Counts $counts, private readonly Codes $codes ) {}

	/**
	 * @param non-empty-list<string> $epcs Hexadecimal.
	 * @return array{fresh: int, known: int, unknown: list<string>, unreadable: list<string>, items: array<int, int>} Items: how many tags of each were read in all.
	 * @throws WrongState
	 */
	public function take( Stocktake $stocktake, array $epcs, Moment $moment, int $counter, string $device, string $place ): array {
		$tags       = array();
		$unreadable = array();
		foreach ( array_unique( array_map( self::one_form( ... ), $epcs ) ) as $epc ) {
			$decoded = Epc::decode( $epc );
			if ( null === $decoded ) {
				$unreadable[] = $epc;
			} else {
				$tags[ 'e' . $epc ] = $decoded->gtin;
			}
		}
		$gtins = array_values( array_unique( array_values( $tags ) ) );
		$items = $this->codes->items( $gtins );
		$sound = array_filter( $this->counts->countable( array_values( $items ) ) );
		$items = array_filter( $items, static fn( int $item ): bool => isset( $sound[ $item ] ) );
		$fresh = array() === $tags ? 0 : $this->db->transaction( fn(): int => $this->write( $stocktake, $tags, $items, $moment, $counter, $device, $place ) );
		return array(
			'fresh'      => $fresh,
			'known'      => count( $epcs ) - count( $unreadable ) - $fresh,
			'unknown'    => array_values( array_map( strval( ... ), array_diff( $gtins, array_map( strval( ... ), array_keys( $items ) ) ) ) ),
			'unreadable' => $unreadable,
			'items'      => $this->totals( $stocktake->id, array_values( $items ) ),
		);
	}

	/**
	 * Tags of a GTIN that nobody knew now belong to an item. To be called in a transaction.
	 */
	public function name( int $stocktake_id, string $code, int $item_id ): void {
		if ( ! Gtin::is_valid( $code ) ) {
			return;
		}
		$named = $this->db->execute( 'UPDATE %i SET item_id = %d WHERE stocktake_id = %d AND gtin = %s AND item_id = 0', $this->db->table( 'stocktake_tags' ), $item_id, $stocktake_id, str_pad( $code, 14, '0', STR_PAD_LEFT ) );
		if ( $named > 0 ) {
			$this->counts->touch( $stocktake_id, array( $item_id ) );
		}
	}

	/**
	 * @param array<string, string> $tags  GTIN by "e" and EPC.
	 * @param array<array-key, int> $items Item by GTIN.
	 */
	private function write( Stocktake $stocktake, array $tags, array $items, Moment $moment, int $counter, string $device, string $place ): int {
		$this->counts->open( $stocktake );
		$rounds  = $this->rounds( $stocktake->id, array_values( $items ) );
		$fresh   = 0;
		$touched = array();
		foreach ( array_chunk( $tags, self::AT_ONCE, true ) as $some ) {
			$rows = array();
			foreach ( $some as $key => $gtin ) {
				$item = $items[ $gtin ] ?? 0;
				$rows[ substr( $key, 1 ) . '#' . ( $rounds[ $item ] ?? 1 ) ] = array( substr( $key, 1 ), $rounds[ $item ] ?? 1, $item, $gtin );
			}
			// The stocktake's row keeps other readers away until the commit, so this look stays true.
			foreach ( $this->there( $stocktake->id, array_column( $rows, 0 ) ) as $known ) {
				unset( $rows[ $known ] );
			}
			$fresh += count( $rows );
			array_push( $touched, ...array_column( $rows, 2 ) );
			$this->insert( $stocktake->id, array_values( $rows ), $moment, $counter, $device, $place );
		}
		$this->counts->touch( $stocktake->id, array_values( array_filter( $touched, static fn( int $item ): bool => $item > 0 ) ) );
		return $fresh;
	}

	/**
	 * @param list<array{string, int, int, string}> $rows EPC, round, item, GTIN.
	 */
	private function insert( int $id, array $rows, Moment $moment, int $counter, string $device, string $place ): void {
		if ( array() === $rows ) {
			return;
		}
		$values = array();
		foreach ( $rows as list( $epc, $round, $item, $gtin ) ) {
			array_push( $values, $id, $epc, $round, $item, $gtin, $place, Clock::sql( $moment->at ), $device, $counter, $moment->doubtful ? 1 : 0 );
		}
		$this->db->execute(
			'INSERT INTO %i (stocktake_id, epc, round, item_id, gtin, place, read_at, device, counter_id, doubtful) VALUES ' . $this->db->marks( array_keys( $rows ), '(%d,%s,%d,%d,%s,%s,%s,%s,%d,%d)' ),
			$this->db->table( 'stocktake_tags' ),
			...$values
		);
	}

	/**
	 * A reader may hand over the memory that fills up the last word of a long tag, or not.
	 */
	private static function one_form( string $epc ): string {
		$hex = strtoupper( trim( $epc ) );
		return str_starts_with( $hex, '36' ) && 52 === strlen( $hex ) && str_ends_with( $hex, '00' ) ? substr( $hex, 0, 50 ) : $hex;
	}

	/**
	 * @param list<string> $epcs
	 * @return list<string> Those that are there, as EPC#round.
	 */
	private function there( int $id, array $epcs ): array {
		return array_map(
			static fn( array $row ): string => $row['epc'] . '#' . $row['round'],
			$this->db->rows( 'SELECT epc, round FROM %i WHERE stocktake_id = %d AND epc IN (' . $this->db->marks( $epcs, '%s' ) . ')' . $this->db->newest(), $this->db->table( 'stocktake_tags' ), $id, ...$epcs )
		);
	}

	/**
	 * @param list<int> $items
	 * @return array<int, int>
	 */
	private function rounds( int $id, array $items ): array {
		$rounds = array();
		foreach ( array_chunk( $items, 1_000 ) as $some ) {
			foreach ( $this->db->rows( 'SELECT item_id, round FROM %i WHERE stocktake_id = %d AND item_id IN (' . $this->db->marks( $some ) . ')' . $this->db->newest(), $this->db->table( 'stocktake_lines' ), $id, ...$some ) as $row ) {
				$rounds[ (int) $row['item_id'] ] = (int) $row['round'];
			}
		}
		return $rounds;
	}

	/**
	 * @param list<int> $items
	 * @return array<int, int>
	 */
	private function totals( int $id, array $items ): array {
		$totals = array();
		foreach ( array_chunk( $items, 1_000 ) as $some ) {
			$rows = $this->db->rows(
				'SELECT t.item_id, COUNT(*) AS tags FROM %i t JOIN %i l ON l.stocktake_id = t.stocktake_id AND l.item_id = t.item_id AND l.round = t.round
				WHERE t.stocktake_id = %d AND t.item_id IN (' . $this->db->marks( $some ) . ') GROUP BY t.item_id',
				$this->db->table( 'stocktake_tags' ),
				$this->db->table( 'stocktake_lines' ),
				$id,
				...$some
			);
			foreach ( $rows as $row ) {
				$totals[ (int) $row['item_id'] ] = (int) $row['tags'];
			}
		}
		return $totals;
	}
}
