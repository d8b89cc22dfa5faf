<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * The connection under $wpdb, as the one place that knows its two drivers (mysqli and WordPress's SQLite).
 *
 * Inside a transaction statements do not go through `$wpdb->query()`: when the server went away it reconnects silently
 * and runs the failed statement again, alone, in autocommit. The first half of the transaction would be gone and the
 * second half kept. So a pinned statement runs on the very mysqli link that the transaction began on, and a lost link
 * is an error like any other.
 */
final class Connection {

	/**
	 * 1020 changed snapshot, 1047 Galera node not ready, 1053 shutdown, 1205 lock wait, 1213 deadlock or failed
	 * certification, 1317 interrupted, 1927 and 4031 killed, 2002 to 2055 no or lost connection.
	 */
	private const TRY_AGAIN = array( 1020, 1047, 1053, 1158, 1159, 1160, 1161, 1205, 1213, 1317, 1927, 2002, 2003, 2006, 2013, 2055, 4031 );

	/**
	 * Of those, the ones that leave the transaction alive (only the statement was undone).
	 */
	private const TRANSACTION_LIVES = array( 1205, 1317 );

	private ?\mysqli $pinned = null;

	public function __construct( private readonly \wpdb $wpdb ) {
		TransactionWatch::start();
	}

	public function is_sqlite(): bool {
		return is_a( $this->wpdb, 'WP_SQLite_DB' );
	}

	/**
	 * Opens a transaction and pins it to the link it was opened on.
	 *
	 * A lost link is renewed here, where nothing is at stake yet, without wpdb's own way out (an HTML page and die()).
	 * A database drop-in chooses among several links, so it is asked for one.
	 */
	public function begin(): void {
		$link = $this->own_link();
		if ( null !== $link && \wpdb::class === get_class( $this->wpdb ) ) {
			try {
				$this->on_link( $link, 'START TRANSACTION' );
				$this->pinned = $link;
				return;
			} catch ( Retryable ) {
				$this->renew();
			}
		}
		$this->through_wpdb( 'START TRANSACTION' );
		$this->pin();
	}

	private function renew(): void {
		if ( ! $this->wpdb->check_connection( false ) ) {
			throw new Retryable( 'The database cannot be reached.', 2006 );
		}
	}

	/**
	 * The link that statements run on now; null where it is not MySQL's.
	 */
	public function link(): ?\mysqli {
		return $this->pinned ?? $this->own_link();
	}

	/**
	 * wpdb hides its link, and offers it to readers through __get().
	 */
	private function own_link(): ?\mysqli {
		$link = $this->wpdb->__get( 'dbh' );
		return $link instanceof \mysqli ? $link : null;
	}

	/**
	 * Keeps all following statements on the present link.
	 */
	public function pin(): void {
		$this->pinned = $this->own_link();
	}

	public function unpin(): void {
		$this->pinned = null;
	}

	/**
	 * Runs one finished statement.
	 *
	 * @return int|list<array<string, string|null>> Affected rows of a write, the rows of a read.
	 * @throws DbError With the database's own words and number.
	 */
	public function run( string $sql ): int|array {
		return null === $this->pinned ? $this->through_wpdb( $sql ) : $this->on_link( $this->pinned, $sql );
	}

	/**
	 * Whether a Compound may be sent: MariaDB, no drop-in that chooses among links by the words of a statement, and
	 * nobody's transaction open. Where a proxy in between cannot do with them, wp-config.php says so.
	 */
	public function takes_compounds(): bool {
		return \wpdb::class === get_class( $this->wpdb )
			&& null !== $this->own_link()
			&& str_contains( $this->wpdb->db_server_info(), 'MariaDB' )
			&& ! ( defined( 'WOO_INVENTORY_GUARD_ONE_BY_ONE' ) && constant( 'WOO_INVENTORY_GUARD_ONE_BY_ONE' ) )
			&& ! $this->inside_transaction();
	}

	/**
	 * Sends finished statements as one, which is a transaction. Each passes the filter by itself, as it would if it were
	 * sent by itself.
	 *
	 * @param list<array{string, bool}> $statements With whether each must change one row.
	 * @return int The id that was given to a new row.
	 * @throws DbError Among them Unmet. The transaction may be open still.
	 */
	public function send_as_one( \mysqli $link, array $statements ): int {
		// What is opened here is closed here, so our own watch learns nothing from it.
		$alone    = TransactionWatch::is_alone( $this->wpdb );
		$compound = new Compound();
		foreach ( array( array( 'START TRANSACTION', false ), ...$statements, array( 'COMMIT', false ) ) as list( $sql, $decides ) ) {
			$compound->add( $alone ? $sql : $this->filtered( $sql ), $decides );
		}
		$rows = $this->send( $link, $compound->text() );
		// Behind the row comes the end of the statement; left unread, it would stand in the next one's way.
		$link->next_result();
		return is_array( $rows ) ? (int) ( $rows[0]['id'] ?? 0 ) : 0;
	}

	public function insert_id(): int {
		return (int) ( null === $this->pinned ? $this->wpdb->insert_id : $this->pinned->insert_id );
	}

	/**
	 * Whether a transaction that is not ours is open on this connection.
	 *
	 * MariaDB says so. MySQL does not, but a savepoint outlives its statement only inside a transaction, so releasing
	 * one tells.
	 */
	public function inside_transaction(): bool {
		if ( $this->is_sqlite() ) {
			return SqliteLink::inside_transaction( $this->wpdb );
		}
		if ( ! TransactionWatch::suspects() ) {
			return false;
		}
		if ( str_contains( $this->wpdb->db_server_info(), 'MariaDB' ) ) {
			$rows = $this->through_wpdb( 'SELECT @@in_transaction AS open' );
			return is_array( $rows ) && '1' === ( $rows[0]['open'] ?? '0' );
		}
		$this->through_wpdb( 'SAVEPOINT wig_probe' );
		try {
			$this->through_wpdb( 'RELEASE SAVEPOINT wig_probe' );
			return true;
		} catch ( DbError ) {
			return false;
		}
	}

	/**
	 * SAVEPOINT, ROLLBACK TO SAVEPOINT or RELEASE SAVEPOINT: WordPress's SQLite driver has no words for them.
	 */
	public function savepoint( string $sql ): void {
		if ( $this->is_sqlite() ) {
			SqliteLink::pdo( $this->wpdb )->exec( $sql );
			return;
		}
		$this->run( $sql );
	}

	/**
	 * Whether the transaction that a statement has just failed in is still there. WordPress's SQLite driver rolls all of
	 * it back at any error, a double key included.
	 */
	public function transaction_lives( DbError $error ): bool {
		if ( $this->is_sqlite() ) {
			return SqliteLink::inside_transaction( $this->wpdb );
		}
		return ! $error instanceof Retryable || in_array( $error->getCode(), self::TRANSACTION_LIVES, true );
	}

	/**
	 * @return int|list<array<string, string|null>>
	 */
	private function on_link( \mysqli $link, string $sql ): int|array {
		return $this->send( $link, $this->filtered( $sql ) );
	}

	/**
	 * The filter that every statement of WordPress passes: loggers see ours too, and prepare() relies on it.
	 */
	private function filtered( string $sql ): string {
		$filtered = apply_filters( 'query', $sql );
		return is_string( $filtered ) ? $filtered : $sql;
	}

	/**
	 * @return int|list<array<string, string|null>>
	 */
	private function send( \mysqli $link, string $sql ): int|array {
		$started = microtime( true );
		try {
			$result = $link->query( $sql );
		} catch ( \mysqli_sql_exception $e ) {
			throw $this->error( $e->getCode(), $e->getMessage() );
		}
		++$this->wpdb->num_queries;
		if ( defined( 'SAVEQUERIES' ) && SAVEQUERIES ) {
			$this->wpdb->log_query( $sql, microtime( true ) - $started, $this->wpdb->get_caller(), $started, array() );
		}
		if ( false === $result ) {
			throw $this->error( $link->errno, $link->error );
		}
		if ( $result instanceof \mysqli_result ) {
			/** @var list<array<string, string|null>> $rows */
			$rows = $result->fetch_all( MYSQLI_ASSOC );
			return $rows;
		}
		return (int) $link->affected_rows;
	}

	/**
	 * @return int|list<array<string, string|null>>
	 */
	private function through_wpdb( string $sql ): int|array {
		$shown = $this->wpdb->suppress_errors( true );
		try {
			if ( 1 === preg_match( '/^[\s(]*(SELECT|SHOW|WITH|EXPLAIN)\b/i', $sql ) ) {
				/** @var list<array<string, string|null>> $result */
				$result = $this->wpdb->get_results( $sql, 'ARRAY_A' ); // phpcs:ignore WordPress.DB -- Prepared by Db.
			} else {
				$result = (int) $this->wpdb->query( $sql ); // phpcs:ignore WordPress.DB -- Prepared by Db.
			}
		} finally {
			$this->wpdb->suppress_errors( $shown );
		}
		if ( '' !== $this->wpdb->last_error ) {
			throw $this->error( $this->own_link()->errno ?? 0, $this->wpdb->last_error );
		}
		return $result;
	}

	private function error( int $number, string $message ): DbError {
		return match ( true ) {
			1062 === $number, 1586 === $number, str_contains( $message, 'UNIQUE constraint failed' ) => new DuplicateKey( $message, $number ),
			Compound::UNMET === $number => new Unmet( $message, $number ),
			in_array( $number, self::TRY_AGAIN, true ), str_contains( $message, 'database is locked' ) => new Retryable( $message, $number ),
			default => new DbError( $message, $number ),
		};
	}
}
