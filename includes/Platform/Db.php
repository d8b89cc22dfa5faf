<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * The one user of $wpdb: literal SQL with placeholders in, affected rows or rows out, errors as exceptions, and
 * transactions that are run again when the database asks for it.
 */
final class Db {

	/**
	 * A hot row with hundreds of waiting buyers answers 1213 to many of them, so a few quick tries are not enough.
	 * Whichever bound is met first ends it: a lock wait alone can take InnoDB's 50 seconds.
	 */
	private const TRIES   = 25;
	private const SECONDS = 8.0;

	private const FIRST_PAUSE_US   = 2_000;
	private const LONGEST_PAUSE_US = 400_000;

	private readonly Connection $connection;

	private bool $open = false;

	/** @var list<callable(): void> */
	private array $after_commit = array();

	public function __construct( private readonly \wpdb $wpdb ) {
		$this->connection = new Connection( $wpdb );
	}

	/**
	 * The full name of one of our tables, for a %i placeholder.
	 */
	public function table( string $name ): string {
		return $this->wpdb->prefix . 'wig_' . $name;
	}

	/**
	 * The full name of a table of WordPress or of another plugin, for a %i placeholder.
	 */
	public function wp_table( string $name ): string {
		return $this->wpdb->prefix . $name;
	}

	public function is_sqlite(): bool {
		return $this->connection->is_sqlite();
	}

	/**
	 * Runs $work in one transaction: all of it or nothing.
	 *
	 * - Called inside our own transaction it takes part in that one.
	 * - Called inside somebody else's it works in a savepoint: what is theirs is neither committed nor lost. What we
	 *   promise then holds only if they commit.
	 * - A deadlock, lock wait, changed snapshot or lost connection runs $work again from the start, so it must be
	 *   repeatable. When the COMMIT's own answer is lost nobody knows whether it happened: every $work that must not
	 *   happen twice inserts a unique key (see Stock\Requests).
	 *
	 * @template T
	 * @param callable(): T $work Only SQL: no hook of others, no HTTP, no mail (see after_commit()).
	 * @return T
	 * @throws Busy When all tries are used up; nothing was decided.
	 * @throws DbError What $work lets through, such as DuplicateKey.
	 */
	public function transaction( callable $work ): mixed {
		return $this->open ? $work() : $this->until_done( fn(): mixed => $this->attempt( $work ) );
	}

	/**
	 * Runs statements in one transaction: all of them or none. As transaction() does it, but MariaDB gets them in one
	 * piece: no way to and fro while rows are locked, and less work to read them. Where that is not possible, or did not
	 * go well at the first try, they are sent in turn.
	 *
	 * @return int The id of the row that the first one inserted.
	 * @throws Unmet When one of them did not change the row that decides. All is undone, as with each exception.
	 * @throws DuplicateKey|Busy|DbError
	 */
	public function at_once( Statement ...$statements ): int {
		$in_turn = fn(): int => $this->in_turn( ...$statements );
		return $this->open ? $in_turn() : $this->until_done(
			fn( int $try ): int => 1 === $try && $this->connection->takes_compounds() ? $this->as_one( array_values( $statements ) ) : $this->attempt( $in_turn )
		);
	}

	/**
	 * Runs statements one after the other, in the present transaction.
	 *
	 * @return int The id of the row that the first one inserted.
	 * @throws Unmet When one of them did not change the row that decides: the transaction must be rolled back.
	 */
	public function in_turn( Statement ...$statements ): int {
		$id = 0;
		foreach ( array_values( $statements ) as $number => $statement ) {
			$changed = $this->execute( $statement->sql, ...$statement->args_with( $id ) );
			if ( $statement->decides && 1 !== $changed ) {
				throw new Unmet( 'A row was not changed.' );
			}
			$id = 0 === $number ? $this->insert_id() : $id;
		}
		return $id;
	}

	/**
	 * @template T
	 * @param callable(int): T $attempt Gets the number of the try.
	 * @return T
	 */
	private function until_done( callable $attempt ): mixed {
		$started = microtime( true );
		for ( $try = 1; ; $try++ ) {
			try {
				return $attempt( $try );
			} catch ( Retryable $error ) {
				$this->after_commit = array();
				if ( $try >= self::TRIES || microtime( true ) - $started > self::SECONDS ) {
					throw new Busy( 'The database is busy: ' . $error->getMessage(), $error->getCode(), $error );
				}
				$pause = min( self::LONGEST_PAUSE_US, self::FIRST_PAUSE_US << min( $try, 10 ) );
				usleep( random_int( intdiv( $pause, 4 ), $pause ) );
			}
		}
	}

	/**
	 * Does something of WordPress's in which a failing statement is to be expected, without a word in the log.
	 *
	 * @param callable(): mixed $work
	 */
	public function quietly( callable $work ): void {
		$shown = $this->wpdb->suppress_errors();
		try {
			$work();
		} finally {
			$this->wpdb->suppress_errors( $shown );
		}
	}

	public function in_transaction(): bool {
		return $this->open;
	}

	/**
	 * To be appended to a SELECT whose answer must not come from an old snapshot. Inside somebody else's transaction a
	 * plain read sees the tables as they were when that transaction first looked; a locking read sees them as they are.
	 * Anywhere else a plain read is new enough, and waits for nobody.
	 *
	 * @return literal-string
	 */
	public function newest(): string {
		return ! $this->open && ! $this->is_sqlite() && $this->connection->inside_transaction() ? ' LOCK IN SHARE MODE' : '';
	}

	/**
	 * Runs $then once the present transaction has been committed, or now where there is none. Here, and never inside,
	 * hooks fire and caches are cleared.
	 *
	 * @param callable(): void $then
	 */
	public function after_commit( callable $then ): void {
		$this->after_commit[] = $then;
		if ( ! $this->open ) {
			$this->run_after_commit();
		}
	}

	/**
	 * @param literal-string $sql With %i, %d and %s.
	 * @return int Rows that were really changed, the verdict of a conditional statement.
	 */
	public function execute( string $sql, int|string ...$args ): int {
		$result = $this->connection->run( $this->prepare( $sql, array_values( $args ) ) );
		return is_int( $result ) ? $result : count( $result );
	}

	/**
	 * Makes a table if it is missing. InnoDB by name; SQLite's driver reads past it.
	 *
	 * @param string         $table   Full name.
	 * @param literal-string $columns Columns and keys.
	 */
	public function execute_schema( string $table, string $columns ): void {
		$this->connection->run( "CREATE TABLE IF NOT EXISTS `{$table}` ({$columns}) ENGINE=InnoDB " . $this->wpdb->get_charset_collate() );
	}

	/**
	 * For the structure of tables, where SQLite can do what WordPress's driver has no words for.
	 */
	public function execute_on_sqlite( string $sql ): void {
		SqliteLink::pdo( $this->wpdb )->exec( $sql );
	}

	public function insert_id(): int {
		return $this->connection->insert_id();
	}

	/**
	 * @param literal-string $sql
	 * @return list<array<string, string|null>>
	 */
	public function rows( string $sql, int|string ...$args ): array {
		$result = $this->connection->run( $this->prepare( $sql, array_values( $args ) ) );
		return is_array( $result ) ? $result : array();
	}

	/**
	 * @param literal-string $sql
	 * @return array<string, string|null>|null
	 */
	public function row( string $sql, int|string ...$args ): ?array {
		return $this->rows( $sql, ...$args )[0] ?? null;
	}

	/**
	 * @param literal-string $sql
	 */
	public function value( string $sql, int|string ...$args ): ?string {
		$row = $this->row( $sql, ...$args );
		return null === $row ? null : array_values( $row )[0] ?? null;
	}

	/**
	 * @param literal-string $sql
	 * @return list<string>
	 */
	public function column( string $sql, int|string ...$args ): array {
		return array_map( static fn( array $row ): string => array_values( $row )[0] ?? '', $this->rows( $sql, ...$args ) );
	}

	/**
	 * Placeholders for a list: "%d,%d,%d". Repeating a literal keeps the statement a literal for the type checker.
	 *
	 * @param array<int|string>      $values At least one.
	 * @param '%d'|'%s'|literal-string $mark
	 * @return literal-string
	 */
	public function marks( array $values, string $mark = '%d' ): string {
		return implode( ',', array_fill( 0, max( 1, count( $values ) ), $mark ) );
	}

	/**
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	private function attempt( callable $work ): mixed {
		if ( $this->connection->inside_transaction() ) {
			return $this->inside_theirs( $work );
		}
		$this->connection->begin();
		return $this->closing(
			function () use ( $work ): mixed {
				$result = $work();
				$this->connection->run( 'COMMIT' );
				return $result;
			}
		);
	}

	/**
	 * All in one piece, on the link that there is. What goes wrong in an unforeseen way (a proxy that does not know
	 * compound statements, a filter of somebody's that makes one of it that cannot be read) gets another try in turn:
	 * of this one nothing is left, or the unique key that it began with.
	 *
	 * @param list<Statement> $statements
	 */
	private function as_one( array $statements ): int {
		$link = $this->connection->link() ?? throw new Retryable( 'There is no connection.' );
		$this->connection->pin();
		return $this->closing(
			function () use ( $link, $statements ): int {
				try {
					return $this->connection->send_as_one(
						$link,
						array_map( static fn( Statement $one ): array => array( Placeholders::fill( $link, $one->sql, $one->args ), $one->decides ), $statements )
					);
				} catch ( Unmet | DuplicateKey | Retryable $known ) {
					throw $known;
				} catch ( DbError $error ) {
					throw new Retryable( $error->getMessage(), $error->getCode(), $error );
				}
			}
		);
	}

	/**
	 * @template T
	 * @param callable(): T $work Ends with a COMMIT.
	 * @return T
	 */
	private function closing( callable $work ): mixed {
		$this->open = true;
		try {
			$result = $work();
		} catch ( \Throwable $error ) {
			$this->abandon();
			throw $error;
		} finally {
			$this->connection->unpin();
			$this->open = false;
		}
		$this->run_after_commit();
		return $result;
	}

	/**
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	private function inside_theirs( callable $work ): mixed {
		$this->connection->pin();
		$this->open = true;
		try {
			$this->connection->savepoint( 'SAVEPOINT wig' );
			$result = $work();
			$this->connection->savepoint( 'RELEASE SAVEPOINT wig' );
		} catch ( \Throwable $error ) {
			$this->after_commit = array();
			if ( $error instanceof DbError && ! $this->connection->transaction_lives( $error ) ) {
				throw new OuterTransactionLost( $error->getMessage(), $error->getCode(), $error );
			}
			$this->connection->savepoint( 'ROLLBACK TO SAVEPOINT wig' );
			throw $error instanceof Retryable ? new Busy( $error->getMessage(), $error->getCode(), $error ) : $error;
		} finally {
			$this->connection->unpin();
			$this->open = false;
		}
		$this->run_after_commit();
		return $result;
	}

	private function abandon(): void {
		$this->after_commit = array();
		try {
			$this->connection->run( 'ROLLBACK' );
		} catch ( DbError ) {
			// The link is gone, and with it the transaction: there is nothing left to roll back.
			return;
		}
	}

	private function run_after_commit(): void {
		$calls              = $this->after_commit;
		$this->after_commit = array();
		foreach ( $calls as $call ) {
			try {
				$call();
			} catch ( \Throwable $error ) {
				// The transaction stands: a listener that fails must not turn a true "yes" into an error.
				Log::error( 'A listener failed after the commit.', $error );
			}
		}
	}

	/**
	 * @param literal-string    $sql
	 * @param list<int|string> $args
	 */
	private function prepare( string $sql, array $args ): string {
		if ( array() === $args ) {
			return $sql;
		}
		$link = $this->connection->link();
		if ( null !== $link ) {
			return Placeholders::fill( $link, $sql, $args );
		}
		$prepared = $this->wpdb->prepare( $sql, ...$args );
		if ( null === $prepared ) {
			throw new DbError( 'A statement could not be prepared.' );
		}
		return $prepared;
	}
}
