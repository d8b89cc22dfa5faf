<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * One row at which all queue who change rules or write what follows from them, and which knows how far the writing has
 * come. Whoever has it reads rules, categories and items afterwards, and so not older than what those before it wrote:
 * what is written last is what was true last. Sales and edits of items never wait here.
 */
final class Turn {

	public function __construct( private readonly Db $db ) {}

	/**
	 * To be called first in a transaction.
	 */
	public function take(): void {
		if ( 1 === $this->db->execute( 'UPDATE %i SET turn = turn + 1 WHERE id = 1', $this->table() ) ) {
			return;
		}
		try {
			$this->db->execute( 'INSERT INTO %i (id, turn) VALUES (1, 1)', $this->table() );
		} catch ( DuplicateKey ) {
			$this->db->execute( 'UPDATE %i SET turn = turn + 1 WHERE id = 1', $this->table() );
		}
	}

	/**
	 * A rule was changed by this transaction: all items are looked at anew.
	 */
	public function begin(): void {
		$this->db->execute(
			'UPDATE %i SET edition = edition + 1, after_id = 0, done = 0, total = ( SELECT COUNT(*) FROM %i ) WHERE id = 1',
			$this->table(),
			$this->db->table( 'items' )
		);
	}

	/**
	 * The next portion is this transaction's, unless somebody else has taken it or a rule was changed meanwhile.
	 *
	 * @param array{edition: int, after: int|null, done: int, total: int} $read
	 */
	public function claim( array $read ): bool {
		return 1 === $this->db->execute( 'UPDATE %i SET turn = turn + 1 WHERE id = 1 AND edition = %d AND after_id = %d', $this->table(), $read['edition'], (int) $read['after'] );
	}

	/**
	 * @param int|null $after Where to go on; NULL at the end.
	 * @param int      $done  How many items the portion had.
	 */
	public function advance( ?int $after, int $done ): void {
		if ( null === $after ) {
			$this->db->execute( 'UPDATE %i SET after_id = NULL, done = done + %d WHERE id = 1', $this->table(), $done );
			return;
		}
		$this->db->execute( 'UPDATE %i SET after_id = %d, done = done + %d WHERE id = 1', $this->table(), $after, $done );
	}

	/**
	 * @return array{edition: int, after: int|null, done: int, total: int}
	 */
	public function read(): array {
		$row = $this->db->row( 'SELECT edition, after_id, done, total FROM %i WHERE id = 1', $this->table() );
		return array(
			'edition' => (int) ( $row['edition'] ?? 0 ),
			'after'   => null === ( $row['after_id'] ?? null ) ? null : (int) $row['after_id'],
			'done'    => (int) ( $row['done'] ?? 0 ),
			'total'   => (int) ( $row['total'] ?? 0 ),
		);
	}

	private function table(): string {
		return $this->db->table( 'rule_state' );
	}
}
