<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * ABC classes by value of sales: the items that make the first 80 % of the money are A, those that make the next 15 % are
 * B, the rest is C (Pareto's rule, as most textbooks of stock control have it). Sales are the ledger's of the last year,
 * as the daily sums add them up, at today's price (else cost).
 */
final class Classes {

	/** When they were reckoned last. */
	public const OPTION = 'woo_inventory_guard_classes_at';

	private const DAYS = 365;
	private const OLD  = 86_400;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function renew_if_old(): void {
		$now = $this->clock->now()->getTimestamp();
		$at  = get_option( self::OPTION, 0 );
		if ( ! is_numeric( $at ) || abs( $now - (int) $at ) >= self::OLD ) {
			update_option( self::OPTION, $now, false );
			$this->renew();
		}
	}

	/**
	 * What is reckoned first and written then is one transaction: whoever reads meanwhile reads the old classes.
	 */
	public function renew(): void {
		$since   = $this->clock->now()->modify( '-' . self::DAYS . ' days' )->format( 'Y-m-d' );
		$values  = $this->db->rows(
			'SELECT d.item_id, SUM( d.sold ) * COALESCE( i.price, i.unit_cost, 0 ) AS value FROM %i d JOIN %i i ON i.id = d.item_id WHERE d.day >= %s AND d.sold > 0 GROUP BY d.item_id, i.price, i.unit_cost ORDER BY value DESC, d.item_id',
			$this->db->table( 'item_days' ),
			$this->db->table( 'items' ),
			$since
		);
		$by_item = array();
		foreach ( $values as $row ) {
			$by_item[ (int) $row['item_id'] ] = (float) $row['value'];
		}
		$classes = self::classify( $by_item );
		$this->db->transaction(
			function () use ( $classes ): void {
				$this->db->execute( 'DELETE FROM %i', $this->db->table( 'item_classes' ) );
				foreach ( array_chunk( $classes, 1_000, true ) as $some ) {
					$rows = array();
					foreach ( $some as $item => $class ) {
						array_push( $rows, $item, $class );
					}
					$this->db->execute( 'INSERT INTO %i (item_id, class) VALUES ' . $this->db->marks( array_keys( $some ), '(%d,%s)' ), $this->db->table( 'item_classes' ), ...$rows );
				}
			}
		);
	}

	/**
	 * @param array<int, float> $values Value of sales by item, the largest first.
	 * @return array<int, 'A'|'B'> What is not in it is C.
	 */
	public static function classify( array $values ): array {
		$total   = array_sum( $values );
		$before  = 0.0;
		$classes = array();
		foreach ( $values as $item => $value ) {
			if ( $before >= 0.95 * $total ) {
				break;
			}
			$classes[ $item ] = $before < 0.8 * $total ? 'A' : 'B';
			$before          += $value;
		}
		return $classes;
	}

	/**
	 * @return array{A: int, B: int, C: int} How many items of each.
	 */
	public function sizes(): array {
		$rows  = $this->db->rows( 'SELECT class, COUNT(*) AS items FROM %i GROUP BY class', $this->db->table( 'item_classes' ) );
		$sizes = array_map( intval( ... ), array_column( $rows, 'items', 'class' ) );
		$all   = (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE tracked = 1 AND kind IN ('simple', 'variation', 'variable', 'part')", $this->db->table( 'items' ) );
		return array(
			'A' => $sizes['A'] ?? 0,
			'B' => $sizes['B'] ?? 0,
			'C' => max( 0, $all - ( $sizes['A'] ?? 0 ) - ( $sizes['B'] ?? 0 ) ),
		);
	}
}
