<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Movement;

/**
 * Finds lines of the ledger, newest first, in a time that does not grow with the ledger.
 *
 * One condition leads: that of a document, an item, or the rarer of reason and person; each has an index whose order is
 * the order of the list. Where that is the only condition, a page is so many rows of the index. Where there are others,
 * they are asked of portions of its rows, and after so much time the page ends where it has got to: two conditions that
 * are both common and never meet would else read the whole ledger for an empty page.
 */
final class LedgerList {

	private const PORTION = 4_000;

	/** A condition with fewer rows than this needs no comparing with others. */
	private const FEW = 2_000;

	private const SECONDS = 0.04;

	/** Conditions that have an index in the order of the list. */
	private const MAY_LEAD = array(
		'reference' => true,
		'item'      => true,
		'actor'     => true,
		'reason'    => true,
	);

	/** By time; rows of one microsecond by number. */
	private const BY_TIME = ' ORDER BY created_at DESC, id DESC';

	/** The rows of one level: its own order, which the index has too. */
	private const BY_SEQ = ' ORDER BY created_at DESC, seq DESC';

	/**
	 * @param int $portion Rows of the leading index that are looked through at once.
	 */
	public function __construct( private readonly Db $db, private readonly Conditions $conditions, private readonly int $portion = self::PORTION ) {}

	/**
	 * @param float $seconds How long to go on looking where lines are rare.
	 */
	public function page( LedgerFilter $filter, ?LedgerCursor $from, int $size, float $seconds = self::SECONDS ): LedgerPage {
		$until                = microtime( true ) + $seconds;
		$found                = array();
		list( $leads, $rest ) = $this->plan( $filter );
		$order                = count( $leads ) > 0 && str_starts_with( $leads[0]->sql, 'item_id' ) ? self::BY_SEQ : self::BY_TIME;
		do {
			$bounds = Conditions::bounds( $filter, $from );
			$floor  = array() === $rest ? null : $this->floor( $leads, $bounds, $order );
			$wanted = $size - count( $found );
			$rows   = $this->rows( $leads, $bounds, array( ...$rest, ...( null === $floor ? array() : array( Conditions::down_to( $floor ) ) ) ), $order, $wanted + 1 );
			$more   = count( $rows ) > $wanted;
			$found  = array( ...$found, ...array_slice( $rows, 0, $wanted ) );
			if ( $more ) {
				return new LedgerPage( $found, self::after( $found ) );
			}
			$from = $floor;
		} while ( null !== $from && microtime( true ) < $until );
		return new LedgerPage( $found, $from );
	}

	/**
	 * @return array{list<Clause>, list<Clause>} What leads (an item has a part for each of its levels), and what else must be true.
	 */
	private function plan( LedgerFilter $filter ): array {
		$all   = $this->conditions->of( $filter );
		$first = array_key_first( array_intersect_key( $all, self::MAY_LEAD ) );
		if ( 'reason' === $first || 'actor' === $first ) {
			$first = isset( $all['reason'], $all['actor'] ) && $this->size_of( $all['reason'], $filter ) <= $this->size_of( $all['actor'], $filter ) ? 'reason' : $first;
		}
		$leads = match ( $first ) {
			null    => array( new Clause( '1 = 1' ) ),
			'item'  => $this->conditions->levels( $filter ),
			default => array( $all[ $first ] ),
		};
		$rest = array();
		foreach ( array_keys( $all ) as $name ) {
			// Asked of each row that the lead has found, in a form that tempts no index. A level is of one location.
			if ( $name !== $first && ! ( 'item' === $first && 'location' === $name ) ) {
				$rest[] = $this->conditions->plainly( $name, $filter );
			}
		}
		return array( $leads, $rest );
	}

	/**
	 * How many rows a condition has, counted no further than is needed to tell it from another.
	 */
	private function size_of( Clause $condition, LedgerFilter $filter ): int {
		$where = Clause::join( ' AND ', array( $condition, ...Conditions::bounds( $filter, null ) ) );
		return (int) $this->db->value( 'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE ' . $where->sql . ' LIMIT %d ) AS few', $this->db->table( 'movements' ), ...array( ...$where->args, self::FEW ) );
	}

	/**
	 * The last row of the next portion; null where there are not as many.
	 *
	 * @param list<Clause>   $leads
	 * @param list<Clause>   $bounds
	 * @param literal-string $order
	 */
	private function floor( array $leads, array $bounds, string $order ): ?LedgerCursor {
		$floor = null;
		foreach ( $leads as $lead ) {
			$where = Clause::join( ' AND ', array( $lead, ...$bounds ) );
			$row   = $this->db->row( 'SELECT created_at, id FROM %i WHERE ' . $where->sql . $order . ' LIMIT 1 OFFSET %d', $this->db->table( 'movements' ), ...array( ...$where->args, $this->portion - 1 ) );
			if ( null !== $row ) {
				$last  = new LedgerCursor( (string) $row['created_at'], (int) $row['id'] );
				$floor = null === $floor || array( $last->time, $last->id ) > array( $floor->time, $floor->id ) ? $last : $floor;
			}
		}
		return $floor;
	}

	/**
	 * Numbers first, rows afterwards: what comes from the index alone is read in its order from the bound on. Asked for
	 * whole rows, MariaDB takes the index by the leading value only, and walks from the newest row of it to the bound.
	 *
	 * @param list<Clause>   $leads
	 * @param list<Clause>   $bounds
	 * @param list<Clause>   $others Asked of the rows; none: all that the lead finds are wanted.
	 * @param literal-string $order
	 * @return list<Movement>
	 */
	private function rows( array $leads, array $bounds, array $others, string $order, int $most ): array {
		$rows = array();
		$rest = array() === $others ? new Clause( '1 = 1' ) : Clause::join( ' AND ', $others );
		foreach ( $leads as $lead ) {
			$where = Clause::join( ' AND ', array( $lead, ...$bounds ) );
			$found = $this->db->rows(
				'SELECT m.* FROM ( SELECT id AS line FROM %i WHERE ' . $where->sql . $order . ' LIMIT %d ) f JOIN %i m ON m.id = f.line WHERE ' . $rest->sql . ' ORDER BY m.created_at DESC, m.id DESC LIMIT %d',
				$this->db->table( 'movements' ),
				...array( ...$where->args, array() === $others ? $most : $this->portion, $this->db->table( 'movements' ), ...$rest->args, $most )
			);
			array_push( $rows, ...$found );
		}
		if ( count( $leads ) > 1 ) {
			usort( $rows, static fn( array $a, array $b ): int => array( $b['created_at'], (int) $b['id'] ) <=> array( $a['created_at'], (int) $a['id'] ) );
		}
		return array_map( Movement::from_row( ... ), array_slice( $rows, 0, $most ) );
	}

	/**
	 * @param list<Movement> $movements At least one.
	 */
	private static function after( array $movements ): LedgerCursor {
		$last = $movements[ count( $movements ) - 1 ];
		return new LedgerCursor( Clock::sql( $last->created_at ), $last->id );
	}
}
