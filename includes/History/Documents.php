<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Finds the documents behind lines of the ledger.
 *
 * They are read from the index over kind, number and time, which the database walks from one document to the next: a
 * list costs what there are documents of its kinds, not what they have lines. So a shop's orders are not listed as
 * documents; each of their lines leads to its own.
 */
final class Documents {

	/** More lines than this are not counted for a list. */
	private const MOST_COUNTED = 1_000;

	/** Kinds that every buyer makes one of. */
	private const NOT_LISTED = array( '', 'order', 'cart', 'request', 'guard_test', Folding::TYPE );

	/** Lines of these may have been folded into monthly sums; those of any other stay as long as the shop (see Fold\Staying). */
	private const FOLDED = array( 'order', Folding::TYPE );

	public function __construct( private readonly Db $db, private readonly ReversalStore $reversals, private readonly FoldedLevels $folded ) {}

	/**
	 * @param string $type '' for all that are listed.
	 * @return list<Document> Those that were touched last, first.
	 */
	public function newest( string $type, int $limit, int $offset ): array {
		$all = array();
		foreach ( '' === $type ? $this->types() : array( $type ) as $one ) {
			$rows = $this->db->rows(
				'SELECT reference_type, reference_id, MAX( created_at ) AS last_at FROM %i WHERE reference_type = %s GROUP BY reference_type, reference_id ORDER BY last_at DESC LIMIT %d',
				$this->db->table( 'movements' ),
				$one,
				$limit + $offset
			);
			array_push( $all, ...$rows );
		}
		usort( $all, static fn( array $a, array $b ): int => array( $b['last_at'], $b['reference_id'] ) <=> array( $a['last_at'], $a['reference_id'] ) );
		return array_values( array_filter( array_map( fn( array $row ): ?Document => $this->in_short( new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ) ), array_slice( $all, $offset, $limit ) ) ) );
	}

	/**
	 * Kinds of documents of which there is a list.
	 *
	 * @return list<string>
	 */
	public function types(): array {
		return array_values( array_diff( $this->db->column( 'SELECT DISTINCT reference_type FROM %i', $this->db->table( 'movements' ) ), self::NOT_LISTED ) );
	}

	/**
	 * @throws Folded When lines of this document may have been folded: what is left does not say what it did.
	 */
	public function require_whole( Reference $reference ): void {
		$before = in_array( $reference->type, self::FOLDED, true ) ? $this->folded->before() : null;
		$first  = null === $before ? null : $this->first_time( $reference );
		if ( null !== $before && ( null === $first || $first < $before ) ) {
			throw new Folded( $before );
		}
	}

	/**
	 * With its sums.
	 */
	public function find( Reference $reference ): ?Document {
		$sums = $this->db->row(
			'SELECT COUNT(*) AS lines_in_all, COUNT( DISTINCT item_id ) AS items, SUM( CASE WHEN delta > 0 THEN delta ELSE 0 END ) AS came, SUM( CASE WHEN delta < 0 THEN -delta ELSE 0 END ) AS went
			FROM %i WHERE reference_type = %s AND reference_id = %s',
			$this->db->table( 'movements' ),
			$reference->type,
			$reference->id
		);
		$last = null === $sums || 0 === (int) $sums['lines_in_all'] ? null : $this->last_line( $reference );
		return null === $sums || null === $last ? null : new Document(
			$reference,
			(int) $sums['lines_in_all'],
			false,
			Quantity::from_sql( $sums['came'] ),
			Quantity::from_sql( $sums['went'] ),
			(int) $sums['items'],
			$last->actor,
			$last->reason,
			$this->first_time( $reference ) ?? $last->created_at,
			$last->created_at,
			$this->reversals->of( $reference )
		);
	}

	private function in_short( Reference $reference ): ?Document {
		$last = $this->last_line( $reference );
		if ( null === $last ) {
			return null;
		}
		$lines = (int) $this->db->value(
			'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE reference_type = %s AND reference_id = %s LIMIT %d ) AS few',
			$this->db->table( 'movements' ),
			$reference->type,
			$reference->id,
			self::MOST_COUNTED + 1
		);
		return new Document(
			$reference,
			min( $lines, self::MOST_COUNTED ),
			$lines > self::MOST_COUNTED,
			null,
			null,
			0,
			$last->actor,
			$last->reason,
			$this->first_time( $reference ) ?? $last->created_at,
			$last->created_at,
			$this->reversals->of( $reference )
		);
	}

	private function last_line( Reference $reference ): ?Movement {
		$row = $this->db->row(
			'SELECT * FROM %i WHERE reference_type = %s AND reference_id = %s ORDER BY created_at DESC, id DESC LIMIT 1',
			$this->db->table( 'movements' ),
			$reference->type,
			$reference->id
		);
		return null === $row ? null : Movement::from_row( $row );
	}

	private function first_time( Reference $reference ): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT MIN( created_at ) FROM %i WHERE reference_type = %s AND reference_id = %s', $this->db->table( 'movements' ), $reference->type, $reference->id ) );
	}
}
