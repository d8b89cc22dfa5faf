<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `backups` and their files: begun, uploaded, listed, deleted. Each step is one conditional statement.
 */
final class Backups {

	/** The action of wp-admin that hands a file out, and of its nonce. */
	public const DOWNLOAD = 'woo_inventory_guard_backup';

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Requests $requests,
		private readonly Folder $folder
	) {}

	/**
	 * Begins a backup; it is made by whoever comes by (see Making).
	 *
	 * @param 'made'|'scheduled' $origin
	 * @param string             $key The same key begins it once.
	 * @throws KeyReused
	 */
	public function begin( string $origin, int $actor, string $key ): Backup {
		$total = (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'items' ) ) + (int) $this->db->value( 'SELECT COALESCE( SUM( seq ), 0 ) + COUNT(*) FROM %i', $this->db->table( 'levels' ) );
		return $this->once( $key, 'backup', fn(): int => $this->insert( $origin, 'making', $total, $actor ) );
	}

	/**
	 * A file is going to be sent in pieces.
	 *
	 * @throws KeyReused
	 */
	public function expect( int $bytes, int $actor, string $key ): Backup {
		return $this->once( $key, 'backup-upload ' . $bytes, fn(): int => $this->insert( 'uploaded', 'uploading', $bytes, $actor ) );
	}

	/**
	 * Takes a piece of a file that is sent. The same piece again does no harm; a piece that is not the next one is left
	 * alone, and the answer says where to go on. The last one begins the check.
	 *
	 * @throws NoSuchBackup|BrokenFile
	 */
	public function receive( int $id, int $from, string $bytes ): Backup {
		$backup = $this->find( $id );
		$next   = $from + strlen( $bytes );
		if ( 'uploading' !== $backup->state || $from !== $backup->done || $next > $backup->total || '' === $bytes ) {
			return $backup;
		}
		$this->folder->archive( $backup->file )->put( $bytes, max( 0, $from ) );
		$this->db->execute(
			"UPDATE %i SET done = %d, bytes = %d WHERE id = %d AND state = 'uploading' AND done = %d",
			$this->db->table( 'backups' ),
			$next,
			$next,
			$id,
			$from
		);
		$this->db->execute( "UPDATE %i SET state = 'checking', place = '{}', done = 0, total = 0 WHERE id = %d AND state = 'uploading' AND done = total", $this->db->table( 'backups' ), $id );
		return $this->find( $id );
	}

	/**
	 * Reads a backup once more and compares its checksums.
	 *
	 * @throws NoSuchBackup
	 */
	public function check( int $id ): Backup {
		$this->db->execute( "UPDATE %i SET state = 'checking', place = '{}', done = 0, total = 0, problem = '' WHERE id = %d AND state IN ('ready', 'broken')", $this->db->table( 'backups' ), $id );
		return $this->find( $id );
	}

	/**
	 * @throws NoSuchBackup
	 */
	public function find( int $id ): Backup {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'backups' ), $id );
		return null === $row ? throw new NoSuchBackup( $id ) : Backup::from_row( $row );
	}

	/**
	 * Newest first. Files that lie in the folder and that nobody knows (the tables were lost) are taken in first.
	 *
	 * @return list<Backup>
	 */
	public function all(): array {
		$rows  = $this->db->rows( 'SELECT * FROM %i ORDER BY id DESC LIMIT 200', $this->db->table( 'backups' ) );
		$known = array_column( $rows, 'file' );
		$found = array_diff( $this->folder->names(), $known );
		foreach ( $found as $name ) {
			$this->db->execute(
				"INSERT INTO %i (file, origin, state, place, bytes, created_at) SELECT %s, 'found', 'checking', '{}', %d, %s FROM %i WHERE id = 1 AND NOT EXISTS ( SELECT 1 FROM %i b WHERE b.file = %s )",
				$this->db->table( 'backups' ),
				$name,
				$this->folder->archive( $name )->bytes(),
				substr( $name, 13, 10 ) . ' 00:00:00',
				$this->db->table( 'locations' ),
				$this->db->table( 'backups' ),
				$name
			);
		}
		if ( array() !== $found ) {
			$rows = $this->db->rows( 'SELECT * FROM %i ORDER BY id DESC LIMIT 200', $this->db->table( 'backups' ) );
		}
		return array_map( Backup::from_row( ... ), $rows );
	}

	/**
	 * The newest that was read back and found whole.
	 */
	public function newest(): ?Backup {
		$row = $this->db->row( "SELECT * FROM %i WHERE state = 'ready' AND origin <> 'uploaded' ORDER BY created_at DESC LIMIT 1", $this->db->table( 'backups' ) );
		return null === $row ? null : Backup::from_row( $row );
	}

	/**
	 * @return list<int>
	 */
	public function under_way(): array {
		return array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE state IN ('making', 'checking') ORDER BY id LIMIT 20", $this->db->table( 'backups' ) ) );
	}

	/**
	 * Deletes a backup and its file. What is being brought back from it stops.
	 */
	public function delete( int $id ): void {
		$backup = $this->find( $id );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'backups' ), $id );
		$this->folder->remove( $backup->file );
	}

	/**
	 * Of those that were made by schedule the newest few are kept. Uploads that nobody finished go after a day.
	 */
	public function tidy( int $keep ): void {
		$old  = $this->db->column( "SELECT id FROM %i WHERE origin = 'scheduled' AND state = 'ready' ORDER BY id DESC LIMIT 100 OFFSET %d", $this->db->table( 'backups' ), $keep );
		$half = $this->db->column( "SELECT id FROM %i WHERE state = 'uploading' AND created_at < %s LIMIT 20", $this->db->table( 'backups' ), Clock::sql( $this->clock->now()->modify( '-1 day' ) ) );
		foreach ( array( ...$old, ...$half ) as $id ) {
			$this->delete( (int) $id );
		}
	}

	/**
	 * @param \Closure(): int $insert
	 */
	private function once( string $key, string $what, \Closure $insert ): Backup {
		$result = $this->requests->once( $key, Requests::fingerprint( $what, array() ), static fn(): array => array( 'backup' => $insert() ) );
		/** @var array{backup: int} $answer */
		$answer = $result['answer'];
		return $this->find( $answer['backup'] );
	}

	private function insert( string $origin, string $state, int $total, int $actor ): int {
		$now = $this->clock->now();
		$this->db->execute(
			"INSERT INTO %i (file, origin, state, place, total, actor_id, created_at) VALUES (%s, %s, %s, '{}', %d, %d, %s)",
			$this->db->table( 'backups' ),
			$this->folder->new_name( $now ),
			$origin,
			$state,
			$total,
			$actor,
			Clock::sql( $now )
		);
		return $this->db->insert_id();
	}
}
