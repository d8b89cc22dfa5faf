<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a change would do, before anybody starts it: how many, and a few of them before and after. Plain reads: what is
 * written is decided again under locks.
 */
final class Preview {

	private const EXAMPLES = 5;

	/** Rows that are read at once where PHP has to reckon. */
	private const AT_ONCE = 5_000;

	private const STOCK = 'id, name, sku, on_hand, reserved, allowance';

	public function __construct( private readonly Db $db, private readonly ManyItems $items ) {}

	/**
	 * @return array{last_id: int, matched: int, changing: int, same: int} The last item there is; how many match, how many of those would change, and how many say it already.
	 */
	public function count( Matches $matches, Wish $wish ): array {
		$counts = null === $wish->step
			? $this->count_fields( $matches, ( $wish->values ?? Values::of( array() ) )->changes() )
			: $this->count_stock( $matches, $wish->step );
		return array( 'last_id' => (int) $this->db->value( 'SELECT MAX( id ) FROM %i', $this->db->table( 'items' ) ) ) + $counts;
	}

	/**
	 * A few items that a change would change.
	 *
	 * @return list<array{id: int, name: string, sku: string, before: array<string, mixed>, after: array<string, mixed>}> Values by field.
	 */
	public function examples( BulkChange $change ): array {
		$values = $change->wish->values;
		return null === $values ? $this->examples_of_stock( $change ) : $this->examples_of_fields( $change, $values );
	}

	/**
	 * @return array{matched: int, changing: int, same: int}
	 */
	private function count_fields( Matches $matches, ItemChanges $changes ): array {
		$all = Clause::of(
			'SELECT COUNT(*) AS matched, SUM( CASE WHEN %% THEN 1 ELSE 0 END ) AS fit, SUM( CASE WHEN %% AND %% = 1 THEN 1 ELSE 0 END ) AS same FROM %% WHERE %%',
			$this->items->fits( $changes ),
			$this->items->fits( $changes ),
			ManyItems::says( $changes ),
			new Clause( '%i', $this->db->table( 'items' ) ),
			$matches->where( $this->db )
		);
		$row = $this->db->row( $all->sql, ...$all->args );
		return array(
			'matched'  => (int) ( $row['matched'] ?? 0 ),
			'changing' => (int) ( $row['fit'] ?? 0 ) - (int) ( $row['same'] ?? 0 ),
			'same'     => (int) ( $row['same'] ?? 0 ),
		);
	}

	/**
	 * @return list<array{id: int, name: string, sku: string, before: array<string, mixed>, after: array<string, mixed>}>
	 */
	private function examples_of_fields( BulkChange $change, Values $values ): array {
		$changes = $values->changes();
		$where   = Clause::of( '%% AND %% AND %% = 0', $change->matches->where( $this->db ), $this->items->fits( $changes ), ManyItems::says( $changes ) );
		$rows    = $this->db->rows(
			'SELECT id, name, sku, ' . $this->db->marks( $values->columns(), '%i' ) . ' FROM %i WHERE ' . $where->sql . ' ORDER BY id LIMIT %d',
			...array( ...$values->columns(), $this->db->table( 'items' ), ...$where->args, self::EXAMPLES )
		);
		return array_map( static fn( array $row ): array => self::example( $row, $values->seen_in( $row )->shape(), $values->shape() ), $rows );
	}

	/**
	 * @return array{matched: int, changing: int, same: int}
	 */
	private function count_stock( Matches $matches, Step $step ): array {
		$where  = $matches->where( $this->db );
		$counts = array(
			'matched'  => (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE ' . $where->sql, $this->db->table( 'items' ), ...$where->args ),
			'changing' => 0,
			'same'     => 0,
		);
		foreach ( $this->counted( $matches, self::AT_ONCE ) as $row ) {
			$by                  = $step->by( Quantity::from_sql( $row['on_hand'] ) );
			$counts['same']     += $by->is_zero() ? 1 : 0;
			$counts['changing'] += self::may( $row, $by ) ? 1 : 0;
		}
		return $counts;
	}

	/**
	 * @return list<array{id: int, name: string, sku: string, before: array<string, mixed>, after: array<string, mixed>}>
	 */
	private function examples_of_stock( BulkChange $change ): array {
		$step  = $change->wish->step;
		$found = array();
		if ( null === $step ) {
			return $found;
		}
		foreach ( $this->counted( $change->matches, 200 ) as $row ) {
			$on_hand = Quantity::from_sql( $row['on_hand'] );
			$by      = $step->by( $on_hand );
			if ( self::may( $row, $by ) ) {
				$found[] = self::example( $row, array( 'on_hand' => $on_hand->json() ), array( 'on_hand' => $on_hand->plus( $by )->json() ) );
			}
			if ( self::EXAMPLES === count( $found ) ) {
				break;
			}
		}
		return $found;
	}

	/**
	 * What matches and is counted, read in portions.
	 *
	 * @return \Generator<int, array<string, string|null>>
	 */
	private function counted( Matches $matches, int $at_once ): \Generator {
		$where = $matches->where( $this->db );
		$last  = 0;
		do {
			$rows = $this->db->rows(
				'SELECT ' . self::STOCK . " FROM %i WHERE id > %d AND tracked = 1 AND kind <> 'bundle' AND " . $where->sql . ' ORDER BY id LIMIT %d',
				...array( $this->db->table( 'items' ), $last, ...$where->args, $at_once )
			);
			yield from $rows;
			$more = count( $rows ) === $at_once;
			$last = $more ? (int) $rows[ $at_once - 1 ]['id'] : 0;
		} while ( $more );
	}

	/**
	 * @param array<string, string|null> $row With all of STOCK.
	 */
	private static function may( array $row, Quantity $by ): bool {
		$free = Quantity::from_sql( $row['on_hand'] )->minus( Quantity::from_sql( $row['reserved'] ) )->plus( Quantity::from_sql( $row['allowance'] ) );
		return $by->is_positive() || ( $by->is_negative() && ! $free->plus( $by )->is_negative() );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param array<string, mixed>       $before
	 * @param array<string, mixed>       $after
	 * @return array{id: int, name: string, sku: string, before: array<string, mixed>, after: array<string, mixed>}
	 */
	private static function example( array $row, array $before, array $after ): array {
		return array(
			'id'     => (int) $row['id'],
			'name'   => (string) $row['name'],
			'sku'    => (string) $row['sku'],
			'before' => $before,
			'after'  => $after,
		);
	}
}
