<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Lines\Folded;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Error\KeyReused;
use WooInventoryGuard\Stock\Requests;

/**
 * The rows of `restores`: made, started, stopped, forgotten. Each step is one conditional change of state.
 */
final class Restores {

	/** A look that nobody acted upon is forgotten after so many hours, what was written line by line after so many days. */
	private const LOOK_HOURS = 72;
	private const LINES_DAYS = 30;

	private const FORGET_AT_ONCE = 2_000;

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Requests $requests, private readonly FoldedLevels $folded ) {}

	/**
	 * Remembers what is asked for; what it would change is found out afterwards (see Looking).
	 *
	 * @param string $key The same key makes it once.
	 * @return array{restore: Restore, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 * @throws Folded When the numbers of that moment are not known any more.
	 */
	public function make( \DateTimeImmutable $moment, bool $keep_sales, Which $which, int $actor, string $key ): array {
		return $this->insert( $moment, $keep_sales, $which, null, $actor, $key );
	}

	/**
	 * Takes back what a mass event did, and nothing else.
	 *
	 * @param string $key The same key makes it once.
	 * @return array{restore: Restore, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 */
	public function make_for( MassEvent $event, int $actor, string $key ): array {
		return $this->insert( $event->first_at, true, Which::from_array( array() ), $event, $actor, $key );
	}

	/**
	 * From here on it runs, by whoever comes by. Started twice it runs once.
	 *
	 * The unique key over `running` lets one through at a time. With that in hand no other can begin, so what is asked
	 * after it stays true: that none was applied, and none undone, since this one was looked at.
	 *
	 * @throws NoSuchRestore|CannotStart
	 */
	public function start( int $id ): Restore {
		try {
			$this->db->transaction(
				function () use ( $id ): void {
					$begun = $this->db->execute(
						"UPDATE %i SET state = 'running', running = 1, reached_item = 0, reached_location = 0, started_at = %s WHERE id = %d AND state = 'ready'",
						$this->db->table( 'restores' ),
						Clock::sql( $this->clock->now() ),
						$id
					);
					if ( 1 === $begun && $this->is_outdated( $id ) ) {
						throw new CannotStart( $id, CannotStart::OUTDATED );
					}
				}
			);
		} catch ( DuplicateKey ) {
			throw new CannotStart( $id, CannotStart::BUSY );
		}
		$restore = $this->find( $id ) ?? throw new NoSuchRestore( $id );
		if ( State::Looking === $restore->state ) {
			throw new CannotStart( $id, CannotStart::LOOKING );
		}
		return $restore;
	}

	/**
	 * It does not go on: to be called before what it has done is taken back.
	 */
	public function stop( int $id ): void {
		$this->db->execute( "UPDATE %i SET state = 'done', running = NULL, ended_at = %s WHERE id = %d AND state = 'running'", $this->db->table( 'restores' ), Clock::sql( $this->clock->now() ), $id );
	}

	public function find( int $id ): ?Restore {
		$row = $this->db->row( 'SELECT * FROM %i WHERE id = %d' . $this->db->newest(), $this->db->table( 'restores' ), $id );
		return null === $row ? null : Restore::from_row( $row );
	}

	/**
	 * Those that were started, newest first.
	 *
	 * @return list<Restore>
	 */
	public function page( int $offset, int $limit ): array {
		$rows = $this->db->rows( "SELECT * FROM %i WHERE state IN ('running', 'done') ORDER BY id DESC LIMIT %d OFFSET %d", $this->db->table( 'restores' ), $limit, $offset );
		return array_map( Restore::from_row( ... ), $rows );
	}

	public function count(): int {
		return (int) $this->db->value( "SELECT COUNT(*) FROM %i WHERE state IN ('running', 'done')", $this->db->table( 'restores' ) );
	}

	/**
	 * @return list<int> Those that were started and are not finished. A look is the business of who wants to see it.
	 */
	public function under_way(): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE running = 1', $this->db->table( 'restores' ) ) );
	}

	/**
	 * The job's part, a bounded portion.
	 */
	public function forget_old(): void {
		$now = $this->clock->now();
		$old = $this->db->value(
			"SELECT r.id FROM %i r WHERE ( ( r.state IN ('looking', 'ready') AND r.created_at < %s ) OR ( r.state = 'done' AND r.ended_at < %s AND EXISTS ( SELECT 1 FROM %i l WHERE l.restore_id = r.id ) ) ) ORDER BY r.id LIMIT 1",
			$this->db->table( 'restores' ),
			Clock::sql( $now->modify( '-' . self::LOOK_HOURS . ' hours' ) ),
			Clock::sql( $now->modify( '-' . self::LINES_DAYS . ' days' ) ),
			$this->db->table( 'restore_lines' )
		);
		if ( null === $old ) {
			return;
		}
		$last = $this->db->value( 'SELECT MAX( item_id ) FROM ( SELECT item_id FROM %i WHERE restore_id = %d ORDER BY item_id LIMIT %d ) some', $this->db->table( 'restore_lines' ), (int) $old, self::FORGET_AT_ONCE );
		if ( null !== $last ) {
			$this->db->execute( 'DELETE FROM %i WHERE restore_id = %d AND item_id <= %d', $this->db->table( 'restore_lines' ), (int) $old, (int) $last );
		} else {
			$this->db->execute( "DELETE FROM %i WHERE id = %d AND state IN ('looking', 'ready')", $this->db->table( 'restores' ), (int) $old );
		}
	}

	/**
	 * @return array{restore: Restore, replayed: bool}
	 */
	private function insert( \DateTimeImmutable $moment, bool $keep_sales, Which $which, ?MassEvent $event, int $actor, string $key ): array {
		$filter = json_encode( $which->to_array(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
		$result = $this->requests->once(
			$key,
			Requests::fingerprint( 'restore', array( Clock::sql( $moment ), $keep_sales ? 1 : 0, $filter, $event?->mark() ?? '' ) ),
			function () use ( $moment, $keep_sales, $filter, $event, $actor ): array {
				$this->folded->require_known( $moment );
				$this->db->execute(
					'INSERT INTO %i (moment, keep_sales, matches, event, last_id, actor_id, created_at) SELECT %s, %d, %s, NULLIF( %s, %s ), COALESCE( MAX( id ), 0 ), %d, %s FROM %i',
					$this->db->table( 'restores' ),
					Clock::sql( $moment ),
					$keep_sales ? 1 : 0,
					$filter,
					null === $event ? '' : json_encode( $event->to_array(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ),
					'',
					$actor,
					Clock::sql( $this->clock->now() ),
					$this->db->table( 'items' )
				);
				return array( 'restore' => $this->db->insert_id() );
			}
		);
		/** @var array{restore: int} $answer */
		$answer = $result['answer'];
		return array(
			'restore'  => $this->find( $answer['restore'] ) ?? throw new NoSuchRestore( $answer['restore'] ),
			'replayed' => $result['replayed'],
		);
	}

	/**
	 * Whether another one was applied or taken back since this one was looked at: what that wrote is in the differences
	 * of this one, or is not any more.
	 */
	private function is_outdated( int $id ): bool {
		return null !== $this->db->value(
			'SELECT r.id FROM %i r WHERE r.id = %d AND (
				EXISTS ( SELECT 1 FROM %i o WHERE o.id <> r.id AND o.started_at IS NOT NULL AND o.ended_at >= r.created_at )
				OR EXISTS ( SELECT 1 FROM %i v WHERE v.reference_type = %s AND ( v.finished_at IS NULL OR v.finished_at >= r.created_at ) ) )',
			$this->db->table( 'restores' ),
			$id,
			$this->db->table( 'restores' ),
			$this->db->table( 'reversals' ),
			Restore::TYPE
		);
	}
}
