<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `backup_returns`: begun with a check, started, forgotten.
 */
final class Givings {

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests, private readonly Backups $backups ) {}

	/**
	 * Looks what would come back; nothing is written into the books.
	 *
	 * @param 'present'|'backup' $numbers
	 * @throws NoSuchBackup|KeyReused
	 */
	public function check( int $backup_id, string $numbers, int $actor, string $key ): Giving {
		$this->backups->find( $backup_id );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'backup-return', array( $backup_id, $numbers ) ),
			function () use ( $backup_id, $numbers, $actor ): array {
				$this->db->execute(
					"INSERT INTO %i (backup_id, numbers, state, place, found, actor_id, created_at) VALUES (%d, %s, 'checking', '{}', '{}', %d, %s)",
					$this->db->table( 'backup_returns' ),
					$backup_id,
					$numbers,
					$actor,
					Clock::sql( $this->clock->now() )
				);
				return array( 'return' => $this->db->insert_id() );
			}
		);
		/** @var array{return: int} $answer */
		$answer = $result['answer'];
		return $this->find( $answer['return'] );
	}

	/**
	 * From here on it runs, by whoever comes by. Started twice it runs once; one at a time runs.
	 *
	 * @throws NoSuchBackup
	 */
	public function start( int $id ): Giving {
		$this->db->execute(
			"UPDATE %i SET state = 'running', place = '{}', done = 0 WHERE id = %d AND state = 'checked'",
			$this->db->table( 'backup_returns' ),
			$id
		);
		return $this->find( $id );
	}

	/**
	 * @throws NoSuchBackup
	 */
	public function find( int $id ): Giving {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'backup_returns' ), $id );
		return null === $row ? throw new NoSuchBackup( $id ) : Giving::from_row( $row );
	}

	/**
	 * @return list<int>
	 */
	public function under_way(): array {
		return array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE state IN ('checking', 'running') ORDER BY id LIMIT 20", $this->db->table( 'backup_returns' ) ) );
	}

	/**
	 * The last one, for the screen.
	 */
	public function newest(): ?Giving {
		$row = $this->db->row( 'SELECT * FROM %i ORDER BY id DESC LIMIT 1', $this->db->table( 'backup_returns' ) );
		return null === $row ? null : Giving::from_row( $row );
	}

	/**
	 * Checks that led to nothing go after a day, and which item was which after that.
	 */
	public function tidy(): void {
		$old = Clock::sql( $this->clock->now()->modify( '-1 day' ) );
		$ids = $this->db->column( "SELECT id FROM %i WHERE state IN ('checked', 'done', 'failed') AND created_at < %s ORDER BY id DESC LIMIT 20", $this->db->table( 'backup_returns' ), $old );
		foreach ( $ids as $id ) {
			$this->db->execute( 'DELETE FROM %i WHERE return_id = %d', $this->db->table( 'backup_items' ), (int) $id );
			$this->db->execute( "DELETE FROM %i WHERE id = %d AND state = 'checked'", $this->db->table( 'backup_returns' ), (int) $id );
		}
	}
}
