<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Which items fit a scope, in portions by item number.
 *
 * A random sample is taken by a number that seed and item give: the items with the smallest numbers are the sample. So
 * the choice needs no memory between portions, the same seed chooses the same items again, and whoever doubts it can
 * reckon it up. (xxHash: with CRC-32 the numbers of two seeds differ by one constant, and seeds side by side chose the
 * same items.)
 */
final class Choice {

	/** Numbers of one look while a sample is measured. */
	private const LOOK = 5_000;

	/**
	 * @param \Closure(list<int>): list<int> $categories The numbers under which the shop files products of these categories and those below them.
	 */
	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly \Closure $categories ) {}

	/**
	 * @param int|null $sample_below See sample_below().
	 * @return array{items: list<int>, next: int|null} The items of this portion, and where to go on; NULL at the end.
	 */
	public function portion( Scope $scope, int $location_id, ?int $sample_below, int $after, int $limit ): array {
		$ids = $this->ids( $scope, $location_id, $after, $limit );
		return array(
			'items' => null === $sample_below ? $ids : array_values( array_filter( $ids, static fn( int $id ): bool => self::chance( (int) $scope->seed, $id ) <= $sample_below ) ),
			'next'  => count( $ids ) < $limit ? null : max( array( $after, ...$ids ) ),
		);
	}

	public function count( Scope $scope, int $location_id ): int {
		$where = $this->where( $scope, $location_id );
		$all   = (int) $this->db->value( 'SELECT COUNT(*) FROM %i i LEFT JOIN %i p ON p.id = i.parent_id WHERE i.id > 0' . $where['sql'], $this->db->table( 'items' ), $this->db->table( 'items' ), ...$where['args'] );
		return null === $scope->sample ? $all : min( $all, $scope->sample );
	}

	/**
	 * Whether any item fits. (A sample of some is never empty.)
	 */
	public function any( Scope $scope, int $location_id ): bool {
		return array() !== $this->ids( $scope, $location_id, 0, 1 );
	}

	/**
	 * The largest random number that is still in the sample; NULL where all are.
	 */
	public function sample_below( Scope $scope, int $location_id ): ?int {
		if ( null === $scope->sample ) {
			return null;
		}
		/** @var \SplMaxHeap<int> $smallest */
		$smallest = new \SplMaxHeap();
		$after    = 0;
		do {
			$ids = $this->ids( $scope, $location_id, $after, self::LOOK );
			foreach ( $ids as $id ) {
				$smallest->insert( self::chance( (int) $scope->seed, $id ) );
				if ( $smallest->count() > $scope->sample ) {
					$smallest->extract();
				}
				$after = $id;
			}
			$more = count( $ids ) === self::LOOK;
		} while ( $more );
		return $smallest->count() < $scope->sample ? null : $smallest->top();
	}

	/**
	 * @return int 0 to 4,294,967,295.
	 */
	public static function chance( int $seed, int $item_id ): int {
		return (int) hexdec( hash( 'xxh32', $seed . ':' . $item_id ) );
	}

	/**
	 * @return list<int>
	 */
	private function ids( Scope $scope, int $location_id, int $after, int $limit ): array {
		$where = $this->where( $scope, $location_id );
		return array_map(
			intval( ... ),
			$this->db->column(
				'SELECT i.id FROM %i i LEFT JOIN %i p ON p.id = i.parent_id WHERE i.id > %d' . $where['sql'] . ' ORDER BY i.id LIMIT %d',
				$this->db->table( 'items' ),
				$this->db->table( 'items' ),
				$after,
				...array( ...$where['args'], $limit )
			)
		);
	}

	/**
	 * Only what has units of its own can be counted: no bundles, no products whose variations are counted.
	 *
	 * @return array{sql: literal-string, args: list<int|string>}
	 */
	private function where( Scope $scope, int $location_id ): array {
		$sql  = " AND i.tracked = 1 AND i.kind IN ('simple', 'variation', 'variable', 'part') AND ( 1 = %d OR EXISTS ( SELECT 1 FROM %i v WHERE v.item_id = i.id AND v.location_id = %d ) )";
		$args = array( $location_id, $this->db->table( 'levels' ), $location_id );
		foreach ( array(
			'i.id'       => $scope->items,
			'i.supplier' => $scope->suppliers,
		) as $column => $values ) {
			if ( array() !== $values ) {
				$sql .= ' AND ' . $column . ' IN (' . $this->db->marks( $values, 'i.id' === $column ? '%d' : '%s' ) . ')';
				array_push( $args, ...$values );
			}
		}
		if ( array() !== $scope->bins ) {
			$sql .= ' AND ( 1 = 0' . implode( '', array_fill( 0, count( $scope->bins ), ' OR SUBSTR( i.bin, 1, %d ) = %s' ) ) . ' )';
			foreach ( $scope->bins as $bin ) {
				array_push( $args, mb_strlen( $bin ), $bin );
			}
		}
		if ( array() !== $scope->classes ) {
			// What has no row is C.
			$sql .= " AND COALESCE( ( SELECT k.class FROM %i k WHERE k.item_id = i.id ), 'C' ) IN (" . $this->db->marks( $scope->classes, '%s' ) . ')';
			array_push( $args, $this->db->table( 'item_classes' ), ...$scope->classes );
		}
		if ( array() !== $scope->categories ) {
			$filed = ( $this->categories )( $scope->categories );
			$filed = array() === $filed ? array( 0 ) : $filed;
			$sql  .= ' AND EXISTS ( SELECT 1 FROM %i t WHERE t.object_id = COALESCE( p.product_id, i.product_id ) AND t.term_taxonomy_id IN (' . $this->db->marks( $filed ) . ') )';
			array_push( $args, $this->db->wp_table( 'term_relationships' ), ...$filed );
		}
		if ( null !== $scope->not_counted_days ) {
			$sql .= ' AND NOT EXISTS ( SELECT 1 FROM %i d WHERE d.item_id = i.id AND d.applied IS NOT NULL AND d.undone = 0 AND d.counted_at > %s )';
			array_push( $args, $this->db->table( 'stocktake_lines' ), Clock::sql( $this->clock->now()->modify( "-{$scope->not_counted_days} days" ) ) );
		}
		return array(
			'sql'  => $sql,
			'args' => $args,
		);
	}
}
