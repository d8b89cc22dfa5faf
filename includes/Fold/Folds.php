<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * The rows of `folds`. There is one for each cut, by the table's unique key: two who begin at once begin the same.
 */
final class Folds {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function begin( \DateTimeImmutable $cut ): Fold {
		try {
			if ( null === $this->of( $cut ) ) {
				$this->db->execute( 'INSERT INTO %i (cut, created_at) VALUES (%s, %s)', $this->db->table( 'folds' ), Clock::sql( $cut ), Clock::sql( $this->clock->now() ) );
			}
		} catch ( DuplicateKey ) {
			// Somebody else has just begun it.
			return $this->of( $cut ) ?? throw new \LogicException( 'A row that is there can be read.' );
		}
		return $this->of( $cut ) ?? throw new \LogicException( 'A row that was just written is there.' );
	}

	public function find( int $id ): ?Fold {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d', $this->db->table( 'folds' ), $id );
		return null === $row ? null : Fold::from_row( $row );
	}

	/**
	 * Whether all that is older than this is folded already.
	 */
	public function is_done( \DateTimeImmutable $cut ): bool {
		return null !== $this->db->value( "SELECT id FROM %i WHERE cut >= %s AND state = 'done' LIMIT 1", $this->db->table( 'folds' ), Clock::sql( $cut ) );
	}

	/**
	 * When something moved last.
	 */
	public function newest(): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT MAX( created_at ) FROM %i', $this->db->table( 'movements' ) ) );
	}

	/**
	 * Moves on, in the transaction that did the portion: of two who do the same the later one changes no row.
	 *
	 * @param array{state: string, key: string, item: int, location: int, seq: int} $place
	 * @throws TurnLost
	 */
	public function move( Fold $fold, string $runner, string $until, array $place, int $movements = 0, int $sums = 0 ): void {
		$moved = $this->db->execute(
			"UPDATE %i SET step = step + 1, state = %s, reached_key = %s, reached_item = %d, reached_location = %d, reached_seq = %d, movements = movements + %d, sums = sums + %d, runs_until = %s
			WHERE id = %d AND step = %d AND runner = %s AND state IN ('keys', 'folding')",
			$this->db->table( 'folds' ),
			$place['state'],
			$place['key'],
			$place['item'],
			$place['location'],
			$place['seq'],
			$movements,
			$sums,
			$until,
			$fold->id,
			$fold->step,
			$runner
		);
		if ( 1 !== $moved ) {
			throw new TurnLost();
		}
		if ( 'done' === $place['state'] ) {
			$this->db->execute( 'UPDATE %i SET ended_at = %s WHERE id = %d', $this->db->table( 'folds' ), Clock::sql( $this->clock->now() ), $fold->id );
		}
	}

	private function of( \DateTimeImmutable $cut ): ?Fold {
		$row = $this->db->row( 'SELECT * FROM %i WHERE cut = %s', $this->db->table( 'folds' ), Clock::sql( $cut ) );
		return null === $row ? null : Fold::from_row( $row );
	}
}
