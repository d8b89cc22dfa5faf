<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Fold;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Finds the movements that are the answer to an idempotency key (see Stock\Ledger): the same key gets the same answer for
 * ever, so they stay. A movement does not know its key, hence the keys are read once through before anything is folded;
 * those that come meanwhile are of movements far younger than the cut.
 */
final class Keys {

	private const PAGE = 1_000;

	public function __construct( private readonly Db $db, private readonly int $page = self::PAGE ) {}

	/**
	 * Notes those of the next keys.
	 *
	 * @return string|null The last key that was read; null when none is left.
	 */
	public function note( string $after, \DateTimeImmutable $cut ): ?string {
		$rows = $this->db->rows(
			"SELECT idem_key, CASE WHEN answer LIKE %s THEN answer ELSE '' END AS answer FROM %i WHERE idem_key > %s ORDER BY idem_key LIMIT %d",
			'{"movement":%',
			$this->db->table( 'requests' ),
			$after,
			$this->page
		);
		$ids  = array_values( array_diff( array_map( static fn( array $row ): int => self::movement( (string) $row['answer'] ), $rows ), array( 0 ) ) );
		if ( array() !== $ids ) {
			$this->db->execute(
				'INSERT INTO %i (movement_id, item_id) SELECT m.id, m.item_id FROM %i m WHERE m.id IN (' . $this->db->marks( $ids ) . ') AND m.created_at < %s AND NOT EXISTS ( SELECT 1 FROM %i k WHERE k.movement_id = m.id )',
				$this->db->table( 'keyed_movements' ),
				$this->db->table( 'movements' ),
				...array( ...$ids, Clock::sql( $cut ), $this->db->table( 'keyed_movements' ) )
			);
		}
		return array() === $rows ? null : (string) $rows[ count( $rows ) - 1 ]['idem_key'];
	}

	private static function movement( string $answer ): int {
		$read = json_decode( $answer, true );
		$id   = is_array( $read ) ? ( $read['movement'] ?? 0 ) : 0;
		return is_int( $id ) ? $id : 0;
	}
}
