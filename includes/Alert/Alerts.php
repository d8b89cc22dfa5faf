<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * The rows of `alerts`.
 */
final class Alerts {

	private const KEEP_DAYS = 180;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param string               $subject What it is about; '' for nothing that could be open twice.
	 * @param array<string, mixed> $data
	 * @param bool                 $told    Whether nobody has to be mailed any more.
	 * @throws DuplicateKey When an alert about this subject is open already.
	 */
	public function open( Kind $kind, int $item_id, int $order_id, string $subject, array $data, bool $told ): int {
		$now = Clock::sql( $this->clock->now() );
		$this->db->execute(
			"INSERT INTO %i (kind, item_id, order_id, subject, data, created_at, sent_at) VALUES (%s, NULLIF( %d, 0 ), NULLIF( %d, 0 ), NULLIF( %s, '' ), %s, %s, NULLIF( %s, '' ))",
			$this->db->table( 'alerts' ),
			$kind->value,
			$item_id,
			$order_id,
			$subject,
			Alert::encode( $data ),
			$now,
			$told ? $now : ''
		);
		return $this->db->insert_id();
	}

	/**
	 * The open alert about a subject, locked until the commit.
	 */
	public function lock_open( string $subject ): ?Alert {
		$row = $this->db->row( 'SELECT ' . Alert::COLUMNS . ' FROM %i WHERE subject = %s FOR UPDATE', $this->db->table( 'alerts' ), $subject );
		return null === $row ? null : Alert::from_row( $row );
	}

	/**
	 * More is known about an open alert. To be called with its lock.
	 *
	 * @param array<string, mixed> $data
	 */
	public function add_to( Alert $alert, array $data ): void {
		$this->db->execute( 'UPDATE %i SET data = %s WHERE id = %d', $this->db->table( 'alerts' ), Alert::encode( array_merge( $alert->data, $data ) ), $alert->id );
	}

	/**
	 * @param int $by Who put it right; 0 is the shop itself.
	 * @return bool False when it was handled already.
	 */
	public function handle( int $id, int $by ): bool {
		return 1 === $this->db->execute(
			'UPDATE %i SET handled_at = %s, handled_by = %d, subject = NULL WHERE id = %d AND handled_at IS NULL',
			$this->db->table( 'alerts' ),
			Clock::sql( $this->clock->now() ),
			$by,
			$id
		);
	}

	/**
	 * When the oldest alert that waits for a mail was written. Handled ones wait for none.
	 */
	public function waiting_since(): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT created_at FROM %i WHERE sent_at IS NULL AND handled_at IS NULL ORDER BY id LIMIT 1', $this->db->table( 'alerts' ) ) );
	}

	/**
	 * Takes what waits for a mail, oldest first: one conditional UPDATE, so of two digests at once one gets a row.
	 *
	 * @return list<Alert>
	 */
	public function take_waiting( string $batch, int $limit ): array {
		$last = $this->db->value( 'SELECT MAX( id ) FROM ( SELECT id FROM %i WHERE sent_at IS NULL AND handled_at IS NULL ORDER BY id LIMIT %d ) AS few', $this->db->table( 'alerts' ), $limit );
		if ( null === $last ) {
			return array();
		}
		$this->db->execute(
			'UPDATE %i SET sent_at = %s, batch = %s WHERE sent_at IS NULL AND handled_at IS NULL AND id <= %d',
			$this->db->table( 'alerts' ),
			Clock::sql( $this->clock->now() ),
			$batch,
			(int) $last
		);
		return array_map( Alert::from_row( ... ), $this->db->rows( 'SELECT ' . Alert::COLUMNS . ' FROM %i WHERE batch = %s ORDER BY id FOR UPDATE', $this->db->table( 'alerts' ), $batch ) );
	}

	/**
	 * @param list<int> $ids
	 * @return list<Alert> Oldest first; those that are gone are left out.
	 */
	public function find_many( array $ids ): array {
		return array() === $ids ? array() : array_map(
			Alert::from_row( ... ),
			$this->db->rows( 'SELECT ' . Alert::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ') ORDER BY id', $this->db->table( 'alerts' ), ...$ids )
		);
	}

	public function find( int $id ): ?Alert {
		return $this->find_many( array( $id ) )[0] ?? null;
	}

	/**
	 * Handled alerts are kept for half a year.
	 */
	public function tidy(): void {
		$this->db->execute( 'DELETE FROM %i WHERE handled_at < %s', $this->db->table( 'alerts' ), Clock::sql( $this->clock->now()->modify( '-' . self::KEEP_DAYS . ' days' ) ) );
	}
}
