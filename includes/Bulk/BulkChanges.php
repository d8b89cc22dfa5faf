<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `bulk_changes`: made by a look, started, undone, forgotten. Each step is one conditional change of state.
 */
final class BulkChanges {

	/** A look that nobody acted upon is forgotten after so many hours. */
	private const PREVIEW_HOURS = 24;

	private const FORGET_AT_ONCE = 2_000;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Requests $requests,
		private readonly Preview $preview
	) {}

	/**
	 * Looks at what would change, and remembers what was asked.
	 *
	 * @param string $key The same key makes it once.
	 * @return array{change: BulkChange, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 */
	public function make( Matches $matches, Wish $wish, int $actor, string $key ): array {
		$filter = json_encode( $matches->to_array(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
		// Counted before the transaction: it takes a while, and nothing depends on it.
		$counts = $this->preview->count( $matches, $wish );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'bulk-change', array( $filter, $wish->to_json() ) ),
			function () use ( $filter, $wish, $counts, $actor ): array {
				$this->db->execute(
					'INSERT INTO %i (matches, wish, last_id, matched, changing, same, actor_id, created_at) VALUES (%s, %s, %d, %d, %d, %d, %d, %s)',
					$this->db->table( 'bulk_changes' ),
					$filter,
					$wish->to_json(),
					$counts['last_id'],
					$counts['matched'],
					$counts['changing'],
					$counts['same'],
					$actor,
					Clock::sql( $this->clock->now() )
				);
				return array( 'change' => $this->db->insert_id() );
			}
		);
		/** @var array{change: int} $answer */
		$answer = $result['answer'];
		return array(
			'change'   => $this->find( $answer['change'] ) ?? throw new NoSuchChange( $answer['change'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * From here on it runs, by whoever comes by. Started twice it runs once.
	 *
	 * @throws NoSuchChange
	 */
	public function start( int $id ): BulkChange {
		$now = Clock::sql( $this->clock->now() );
		$this->db->execute( "UPDATE %i SET state = 'running', started_at = %s WHERE id = %d AND state = 'preview'", $this->db->table( 'bulk_changes' ), $now, $id );
		return $this->find( $id ) ?? throw new NoSuchChange( $id );
	}

	/**
	 * What it has done is undone, from the beginning; where it still runs it does not go on. Asked twice it is undone once.
	 *
	 * @throws NoSuchChange
	 * @throws CannotUndo When there is nothing (any more) that could be put back.
	 */
	public function undo( int $id ): BulkChange {
		$now = $this->clock->now();
		$this->db->execute(
			"UPDATE %i SET state = 'undoing', reached = 0, done = 0, runner = '', runs_until = NULL, ended_at = NULL
			WHERE id = %d AND state IN ('running', 'done') AND changed > 0 AND started_at > %s",
			$this->db->table( 'bulk_changes' ),
			$id,
			Clock::sql( $now->modify( '-' . BulkChange::DAYS . ' days' ) )
		);
		$change = $this->find( $id ) ?? throw new NoSuchChange( $id );
		if ( State::Undoing !== $change->state && State::Undone !== $change->state ) {
			throw new CannotUndo( $id );
		}
		return $change;
	}

	public function find( int $id ): ?BulkChange {
		$row = $this->db->row( 'SELECT ' . BulkChange::COLUMNS . ' FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'bulk_changes' ), $id );
		return null === $row ? null : BulkChange::from_row( $row );
	}

	/**
	 * Those that were started, newest first.
	 *
	 * @return list<BulkChange>
	 */
	public function page( int $offset, int $limit ): array {
		$rows = $this->db->rows( 'SELECT ' . BulkChange::COLUMNS . " FROM %i WHERE state <> 'preview' ORDER BY id DESC LIMIT %d OFFSET %d", $this->db->table( 'bulk_changes' ), $limit, $offset );
		return array_map( BulkChange::from_row( ... ), $rows );
	}

	public function count(): int {
		return (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE state <> 'preview'", $this->db->table( 'bulk_changes' ) );
	}

	/**
	 * @return list<int> Those that are under way, oldest first.
	 */
	public function under_way(): array {
		return array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE state IN ('running', 'undoing') ORDER BY id LIMIT 20", $this->db->table( 'bulk_changes' ) ) );
	}

	/**
	 * The job's part, a bounded portion: looks that led to nothing, and what was there before a change that is too long ago
	 * to be undone.
	 */
	public function forget_old(): void {
		$now = $this->clock->now();
		$this->db->execute( "DELETE FROM %i WHERE state = 'preview' AND created_at < %s", $this->db->table( 'bulk_changes' ), Clock::sql( $now->modify( '-' . self::PREVIEW_HOURS . ' hours' ) ) );
		$old  = $now->modify( '-' . ( BulkChange::DAYS + 1 ) . ' days' );
		$rows = $this->db->rows(
			"SELECT i.change_id, i.item_id FROM %i c JOIN %i i ON i.change_id = c.id WHERE c.state IN ('done', 'undone') AND c.started_at < %s ORDER BY i.change_id, i.item_id LIMIT %d",
			$this->db->table( 'bulk_changes' ),
			$this->db->table( 'bulk_change_items' ),
			Clock::sql( $old ),
			self::FORGET_AT_ONCE
		);
		if ( array() !== $rows ) {
			$last = $rows[ count( $rows ) - 1 ];
			$this->db->execute(
				'DELETE FROM %i WHERE change_id = %d AND item_id <= %d',
				$this->db->table( 'bulk_change_items' ),
				(int) $rows[0]['change_id'],
				$rows[0]['change_id'] === $last['change_id'] ? (int) $last['item_id'] : PHP_INT_MAX
			);
		}
	}
}
