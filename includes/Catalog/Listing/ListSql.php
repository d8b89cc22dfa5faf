<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Listing;

use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\StockStatus;

/**
 * The query for one page of ids.
 *
 * An index begins with kind and status and goes on with the column sorted by, so the items of one kind and status are
 * one sorted run in it. A page is the merge of the runs that the filter lets through, at most 25, each cut off where
 * the page ends: no row beyond is read, whatever is filtered and however many rows there are.
 */
final class ListSql {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param int $limit How many rows to skip and to give, together with $offset.
	 * @return list<array<string, string|null>> Rows with id, st (status) and v (the value sorted by).
	 */
	public function page( ListQuery $query, ?Cursor $cursor, int $offset, int $limit ): array {
		if ( $this->db->is_sqlite() ) {
			return $this->page_at_once( $query, $cursor, $offset, $limit );
		}
		$runs = $this->runs( $query, $cursor, $offset + $limit );
		if ( array() === $runs ) {
			return array();
		}
		$order = $this->order( $query );
		$all   = Clause::join( ' UNION ALL ', $runs );
		return $this->db->rows( $all->sql . ' ORDER BY ' . $order . ' LIMIT %d OFFSET %d', ...array_merge( $all->args, array( $limit, $offset ) ) );
	}

	/**
	 * @return literal-string
	 */
	public function order( ListQuery $query ): string {
		if ( SortBy::Status === $query->sort ) {
			return $query->descending ? 'st DESC, v DESC, id DESC' : 'st, v, id';
		}
		return $query->descending ? 'v DESC, id DESC' : 'v, id';
	}

	/**
	 * @return list<Clause>
	 */
	private function runs( ListQuery $query, ?Cursor $cursor, int $rows ): array {
		$runs = array();
		foreach ( $query->statuses() as $status ) {
			if ( null !== $cursor && SortBy::Status === $query->sort && $status->value !== $cursor->status ) {
				if ( ( $status->value > $cursor->status ) === $query->descending ) {
					continue;
				}
				$conditions = array( new Clause( '' ) );
			} else {
				$conditions = $this->after( $query, $cursor );
			}
			foreach ( $conditions as $condition ) {
				foreach ( $query->kinds() as $kind ) {
					$runs[] = $this->run( $query, $kind, $status, $condition, $rows );
				}
			}
		}
		return $runs;
	}

	/**
	 * Which part of a run lies after the cursor: one condition for each stretch of the index. Ties are a stretch of
	 * their own, since a hundred thousand items may have none reserved, and an OR would read all of them.
	 *
	 * @return list<Clause>
	 */
	private function after( ListQuery $query, ?Cursor $cursor ): array {
		if ( null === $cursor ) {
			return array( new Clause( '' ) );
		}
		$column = $query->sort->column();
		if ( null === $cursor->value ) {
			$ties = new Clause( $query->descending ? ' AND %i IS NULL AND id < %d' : ' AND %i IS NULL AND id > %d', $column, $cursor->id );
			// NULL comes first, or last when the order is turned round.
			return $query->descending ? array( $ties ) : array( $ties, new Clause( ' AND %i IS NOT NULL', $column ) );
		}
		$value = $query->sort->is_number() ? new Clause( 'CAST( %s AS DECIMAL(19,4) )', $cursor->value ) : new Clause( '%s', $cursor->value );
		$after = array(
			Clause::of( $query->descending ? ' AND %% = %% AND id < %%' : ' AND %% = %% AND id > %%', new Clause( '%i', $column ), $value, new Clause( '%d', $cursor->id ) ),
			Clause::of( $query->descending ? ' AND %% < %%' : ' AND %% > %%', new Clause( '%i', $column ), $value ),
		);
		if ( SortBy::Sku === $query->sort && $query->descending ) {
			$after[] = new Clause( ' AND %i IS NULL', $column );
		}
		return $after;
	}

	private function run( ListQuery $query, Kind $kind, StockStatus $status, Clause $condition, int $rows ): Clause {
		$column = $query->sort->column();
		return Clause::of(
			$query->descending
				? '(SELECT id, %% FROM %% WHERE %%%% ORDER BY %% DESC, id DESC LIMIT %%)'
				: '(SELECT id, %% FROM %% WHERE %%%% ORDER BY %%, id LIMIT %%)',
			new Clause( '%d AS st, %i AS v', $status->value, $column ),
			new Clause( '%i FORCE INDEX (%i)', $this->db->table( 'items' ), $query->sort->index() ),
			new Clause( 'kind = %s AND status = %d', $kind->value, $status->value ),
			$condition,
			new Clause( '%i', $column ),
			new Clause( '%d', $rows )
		);
	}

	/**
	 * The same as one plain query, for SQLite: shops on it are small, and its driver, which reads every statement with a
	 * parser written in PHP, takes longer over 25 runs than SQLite takes to sort the shop.
	 *
	 * @return list<array<string, string|null>>
	 */
	private function page_at_once( ListQuery $query, ?Cursor $cursor, int $offset, int $limit ): array {
		$where = array( new Clause( '1 = 1' ) );
		if ( null !== $query->status ) {
			$where[] = new Clause( 'status = %d', $query->status->value );
		}
		if ( null !== $query->kind ) {
			$where[] = new Clause( 'kind = %s', $query->kind->value );
		}
		if ( null !== $cursor ) {
			$after = array_map( static fn( Clause $stretch ): Clause => Clause::of( '( 1 = 1%% )', $stretch ), $this->after( $query, $cursor ) );
			$rest  = Clause::of( '( %% )', Clause::join( ' OR ', $after ) );
			if ( SortBy::Status === $query->sort ) {
				$rest = Clause::of(
					$query->descending ? '( status < %% OR ( status = %% AND %% ) )' : '( status > %% OR ( status = %% AND %% ) )',
					new Clause( '%d', $cursor->status ),
					new Clause( '%d', $cursor->status ),
					$rest
				);
			}
			$where[] = $rest;
		}
		$all = Clause::join( ' AND ', $where );
		return $this->db->rows(
			"SELECT id, status AS st, %i AS v FROM %i WHERE {$all->sql} ORDER BY " . $this->order( $query ) . ' LIMIT %d OFFSET %d',
			...array_merge( array( $query->sort->column(), $this->db->table( 'items' ) ), $all->args, array( $limit, $offset ) )
		);
	}
}
