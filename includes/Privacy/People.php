<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Privacy;

use WooInventoryGuard\Platform\Db;

/**
 * What the books know of the people who work with them, by number of the user.
 *
 * Forgetting takes away who it was and nothing else: what happened to the stock stays as it is, and so do notes, which
 * belong to the books. A person who goes on working meanwhile is found again by the next run.
 */
final class People {

	/** Stands for whoever was erased: no user has this number, and JavaScript can still hold it. */
	public const ERASED = 9_007_199_254_740_991;

	public const ROWS = 200;

	/** Movements of a portion. */
	private const AT_ONCE = 1_000;

	/** Where people stand: table => columns. */
	public const COLUMNS = array(
		'movements'          => array( 'actor_id' ),
		'reservations'       => array( 'actor_id' ),
		'alerts'             => array( 'handled_by' ),
		'bulk_changes'       => array( 'actor_id' ),
		'imports'            => array( 'actor_id' ),
		'restores'           => array( 'actor_id' ),
		'mass_events_meant'  => array( 'actor_id' ),
		'reversals'          => array( 'actor_id' ),
		'backups'            => array( 'actor_id' ),
		'backup_returns'     => array( 'actor_id' ),
		'snoozes'            => array( 'actor_id' ),
		'report_mail_users'  => array( 'user_id' ),
		'views'              => array( 'owner_id' ),
		'item_codes'         => array( 'actor_id' ),
		'stocktakes'         => array( 'created_by', 'applied_by', 'undo_asked_by', 'undone_by' ),
		'stocktake_lines'    => array( 'counter_id', 'decided_by', 'approved_by' ),
		'stocktake_counts'   => array( 'counter_id' ),
		'stocktake_tags'     => array( 'counter_id' ),
		'stocktake_photos'   => array( 'author_id' ),
		'stocktake_counters' => array( 'user_id' ),
	);

	/** Rows that are of no use without their person. */
	private const THEIRS = array( 'stocktake_counters', 'report_mail_users' );

	/** Tables as long as the life of the shop; the others are changed by one statement. */
	private const LONG = array( 'movements', 'reservations' );

	public function __construct( private readonly Db $db ) {}

	/**
	 * What somebody did to the stock, the oldest first.
	 *
	 * @param int $page From 1.
	 * @return list<array{id: string, at: string, item: string, change: string, reason: string, note: string}> At most ROWS.
	 */
	public function movements( int $user, int $page ): array {
		return self::lines(
			$this->db->rows(
				'SELECT m.id, m.created_at AS at, i.name AS item, m.delta AS `change`, m.reason, m.note FROM %i m LEFT JOIN %i i ON i.id = m.item_id WHERE m.actor_id = %d ORDER BY m.created_at, m.id LIMIT %d OFFSET %d',
				$this->db->table( 'movements' ),
				$this->db->table( 'items' ),
				$user,
				self::ROWS,
				( $page - 1 ) * self::ROWS
			)
		);
	}

	/**
	 * What somebody counted, the oldest first.
	 *
	 * @param int $page From 1.
	 * @return list<array{id: string, at: string, item: string, change: string, reason: string, note: string}> `change` is
	 *         the number counted, `reason` the name of the stocktake; at most ROWS.
	 */
	public function counts( int $user, int $page ): array {
		return self::lines(
			$this->db->rows(
				'SELECT c.id, c.counted_at AS at, COALESCE( i.name, c.code ) AS item, c.quantity AS `change`, s.name AS reason, c.note FROM %i c JOIN %i s ON s.id = c.stocktake_id LEFT JOIN %i i ON i.id = c.item_id WHERE c.counter_id = %d ORDER BY c.id LIMIT %d OFFSET %d',
				$this->db->table( 'stocktake_counts' ),
				$this->db->table( 'stocktakes' ),
				$this->db->table( 'items' ),
				$user,
				self::ROWS,
				( $page - 1 ) * self::ROWS
			)
		);
	}

	/**
	 * A portion of forgetting.
	 *
	 * @return array{rows: int, done: bool} Rows that named this person, and whether none is left.
	 */
	public function forget( int $user ): array {
		$rows = 0;
		foreach ( self::LONG as $table ) {
			$some  = $this->forget_some( $table, $user );
			$rows += $some;
			if ( self::AT_ONCE === $some ) {
				return array(
					'rows' => $rows,
					'done' => false,
				);
			}
		}
		foreach ( array_diff_key( self::COLUMNS, array_flip( self::LONG ) ) as $table => $columns ) {
			foreach ( $columns as $column ) {
				$rows += in_array( $table, self::THEIRS, true )
					? $this->db->execute( 'DELETE FROM %i WHERE %i = %d', $this->db->table( $table ), $column, $user )
					: $this->db->execute( 'UPDATE %i SET %i = %d WHERE %i = %d', $this->db->table( $table ), $column, self::ERASED, $column, $user );
			}
		}
		return array(
			'rows' => $rows,
			'done' => true,
		);
	}

	/**
	 * By the key of the table, so that no sale waits behind a scan that holds locks.
	 */
	private function forget_some( string $table, int $user ): int {
		$ids = array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE actor_id = %d ORDER BY id LIMIT %d', $this->db->table( $table ), $user, self::AT_ONCE ) );
		if ( array() !== $ids ) {
			$this->db->execute( 'UPDATE %i SET actor_id = %d WHERE actor_id = %d AND id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( $table ), self::ERASED, $user, ...$ids );
		}
		return count( $ids );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<array{id: string, at: string, item: string, change: string, reason: string, note: string}>
	 */
	private static function lines( array $rows ): array {
		return array_map(
			static fn( array $row ): array => array(
				'id'     => (string) $row['id'],
				'at'     => (string) $row['at'],
				'item'   => (string) $row['item'],
				'change' => (string) $row['change'],
				'reason' => (string) $row['reason'],
				'note'   => (string) $row['note'],
			),
			$rows
		);
	}
}
