<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `imports`: made, filled, and brought from one state to the next. Each step is one conditional statement.
 */
final class Imports {

	/** One whose rows never came, or that nobody applied, is forgotten after so many days. */
	private const LEFT_DAYS = 3;

	private const FORGET_AT_ONCE = 2_000;

	/** Rows of one INSERT. WordPress's driver for SQLite reads each statement with a parser in PHP. */
	private const AT_ONCE   = 500;
	private const ON_SQLITE = 50;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests ) {}

	/**
	 * @param string $key The same key makes it once.
	 * @return array{import: Import, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 */
	public function make( string $name, int $rows, Options $options, int $actor, string $key ): array {
		$kept   = json_encode( $options->to_array(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
		$now    = Clock::sql( $this->clock->now() );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'import', array( $name, $rows, $kept ) ),
			function () use ( $name, $rows, $kept, $actor, $now ): array {
				$this->db->execute( 'INSERT INTO %i (name, options, total_rows, actor_id, created_at, updated_at) VALUES (%s, %s, %d, %d, %s, %s)', $this->table(), $name, $kept, $rows, $actor, $now, $now );
				return array( 'import' => $this->db->insert_id() );
			}
		);
		/** @var array{import: int} $answer */
		$answer = $result['answer'];
		return array(
			'import'   => $this->get( $answer['import'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Takes some rows in. One that was sent before is replaced, so an answer that was lost does no harm.
	 *
	 * @param non-empty-array<int, array<string, string>> $rows Fields by number of the row.
	 * Throws NoSuchImport, and WrongState once checking has begun.
	 */
	public function receive( int $id, array $rows ): Import {
		$this->db->transaction(
			function () use ( $id, $rows ): void {
				// Its own row first: who begins to check waits for us, or we find that checking has begun.
				$open = $this->db->execute( "UPDATE %i SET version = version + 1, updated_at = %s WHERE id = %d AND state = 'receiving'", $this->table(), Clock::sql( $this->clock->now() ), $id );
				if ( 1 !== $open ) {
					throw new WrongState( $this->get( $id ) );
				}
				$numbers = array_keys( $rows );
				$before  = (int) $this->db->value( 'SELECT COUNT(*) FROM %i WHERE import_id = %d AND row_no IN (' . $this->db->marks( $numbers ) . ')', $this->rows(), $id, ...$numbers );
				if ( 0 < $before ) {
					$this->db->execute( 'DELETE FROM %i WHERE import_id = %d AND row_no IN (' . $this->db->marks( $numbers ) . ')', $this->rows(), $id, ...$numbers );
				}
				foreach ( array_chunk( $rows, $this->db->is_sqlite() ? self::ON_SQLITE : self::AT_ONCE, true ) as $some ) {
					$values = array();
					foreach ( $some as $number => $fields ) {
						array_push( $values, $id, $number, json_encode( (object) $fields, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ), '[]', '{}' );
					}
					$this->db->execute( 'INSERT INTO %i (import_id, row_no, data, problems, changes) VALUES ' . $this->db->marks( array_keys( $some ), '(%d,%d,%s,%s,%s)' ), $this->rows(), ...$values );
				}
				$this->db->execute( 'UPDATE %i SET received = received + %d WHERE id = %d', $this->table(), count( $rows ) - $before, $id );
			}
		);
		return $this->get( $id );
	}

	/**
	 * For a file whose number of rows nobody knew before it was read.
	 */
	public function all_came( int $id ): void {
		$this->step( "total_rows = received WHERE id = %d AND state = 'receiving'", $id );
	}

	/**
	 * From here on it is checked, by whoever comes by. Not before it is known how many rows there are: the page of an import
	 * that the server reads by itself would else end it half-way.
	 *
	 * @throws NoSuchImport|WrongState
	 * @throws NotReady When rows are missing.
	 */
	public function check( int $id ): Import {
		$this->step( "state = 'checking', phase = 0, reached = 0 WHERE id = %d AND state = 'receiving' AND received >= total_rows AND total_rows > 0", $id );
		$import = $this->get( $id );
		return match ( $import->state ) {
			State::Checking, State::Checked => $import,
			State::Receiving                => throw new NotReady( $import, NotReady::INCOMPLETE ),
			default                         => throw new WrongState( $import ),
		};
	}

	/**
	 * @param bool $skip Whether rows with problems are left out.
	 * @throws NoSuchImport|WrongState
	 * @throws NotReady When there are problems.
	 */
	public function apply( int $id, bool $skip ): Import {
		$this->step( "state = 'applying', phase = 0, reached = 0 WHERE id = %d AND state = 'checked' AND ( problem_rows = 0 OR 1 = %d )", $id, $skip ? 1 : 0 );
		$import = $this->get( $id );
		return match ( $import->state ) {
			State::Applying, State::Applied => $import,
			State::Checked                  => throw new NotReady( $import, NotReady::PROBLEMS ),
			default                         => throw new WrongState( $import ),
		};
	}

	/**
	 * What it has done is undone; where it is still applied it does not go on. Asked twice it is undone once.
	 *
	 * @throws NoSuchImport
	 * @throws NotReady When there is nothing (any more) that could be put back.
	 */
	public function undo( int $id ): Import {
		$this->step(
			"state = 'undoing', phase = 0, reached = 0, conflict_rows = 0, runner = '', runs_until = NULL
			WHERE id = %d AND state IN ('applying', 'applied') AND applied + conflict_rows > 0 AND created_at > %s",
			$id,
			Clock::sql( $this->clock->now()->modify( '-' . Import::DAYS . ' days' ) )
		);
		$import = $this->get( $id );
		return State::Undoing === $import->state || State::Undone === $import->state ? $import : throw new NotReady( $import, NotReady::CANNOT_UNDO );
	}

	/**
	 * It is given up before anything was written.
	 *
	 * @throws NoSuchImport|WrongState
	 */
	public function cancel( int $id ): Import {
		$this->step( "state = 'cancelled', runner = '', runs_until = NULL WHERE id = %d AND state IN ('receiving', 'checking', 'checked')", $id );
		$import = $this->get( $id );
		return State::Cancelled === $import->state ? $import : throw new WrongState( $import );
	}

	/**
	 * @throws NoSuchImport
	 */
	public function get( int $id ): Import {
		return $this->find( $id ) ?? throw new NoSuchImport( $id );
	}

	public function find( int $id ): ?Import {
		$row = $this->db->row( 'SELECT ' . Import::COLUMNS . ' FROM %i WHERE id = %d' . $this->db->newest(), $this->table(), $id );
		return null === $row ? null : Import::from_row( $row );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Import> Those that are there, by number.
	 */
	public function some( array $ids ): array {
		$rows    = array() === $ids ? array() : $this->db->rows( 'SELECT ' . Import::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $ids ) . ')', $this->table(), ...$ids );
		$imports = array_map( Import::from_row( ... ), $rows );
		return array_column( $imports, null, 'id' );
	}

	/**
	 * @return list<Import> Newest first.
	 */
	public function page( int $offset, int $limit ): array {
		return array_map( Import::from_row( ... ), $this->db->rows( 'SELECT ' . Import::COLUMNS . ' FROM %i ORDER BY id DESC LIMIT %d OFFSET %d', $this->table(), $limit, $offset ) );
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->table() );
	}

	/**
	 * @return list<int> Those that are under way, oldest first.
	 */
	public function under_way(): array {
		return array_map( 'intval', $this->db->column( "SELECT id FROM %i WHERE state IN ('checking', 'applying', 'undoing') ORDER BY id LIMIT 20", $this->table() ) );
	}

	/**
	 * The job's part, a bounded portion: what nobody applied, and rows of what is too long ago to be undone. The imports
	 * themselves stay: the ledger names them.
	 */
	public function forget_old(): void {
		$now = $this->clock->now();
		$this->db->execute(
			"UPDATE %i SET state = 'cancelled', version = version + 1 WHERE state IN ('receiving', 'checked') AND updated_at < %s",
			$this->table(),
			Clock::sql( $now->modify( '-' . self::LEFT_DAYS . ' days' ) )
		);
		$rows = $this->db->rows(
			"SELECT r.import_id, r.row_no FROM %i i JOIN %i r ON r.import_id = i.id
			WHERE ( i.state = 'cancelled' AND i.updated_at < %s ) OR ( i.state IN ('applied', 'undone') AND i.created_at < %s ) ORDER BY r.import_id, r.row_no LIMIT %d",
			$this->table(),
			$this->rows(),
			Clock::sql( $now->modify( '-' . self::LEFT_DAYS . ' days' ) ),
			Clock::sql( $now->modify( '-' . ( Import::DAYS + 1 ) . ' days' ) ),
			self::FORGET_AT_ONCE
		);
		if ( array() !== $rows ) {
			$first = (int) $rows[0]['import_id'];
			$last  = max( array_map( static fn( array $row ): int => $first === (int) $row['import_id'] ? (int) $row['row_no'] : 0, $rows ) );
			$this->db->execute( 'DELETE FROM %i WHERE import_id = %d AND row_no <= %d', $this->rows(), $first, $last );
		}
	}

	/**
	 * @param literal-string $change
	 */
	private function step( string $change, int|string ...$args ): void {
		$this->db->execute( 'UPDATE %i SET version = version + 1, updated_at = %s, ' . $change, $this->table(), Clock::sql( $this->clock->now() ), ...$args );
	}

	private function table(): string {
		return $this->db->table( 'imports' );
	}

	private function rows(): string {
		return $this->db->table( 'import_rows' );
	}
}
