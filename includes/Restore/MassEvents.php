<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Reference;

/**
 * Notices that many items were emptied or cut by half or more at once: by one person or program, for one reason, in one
 * document or, where there is none, within minutes of one another.
 *
 * Sales are left out, and each other reason is read from its own index (reason, time), so a flash sale costs nothing.
 */
final class MassEvents {

	/** So many items at once are no daily business. */
	public const LEAST = 20;

	/** How far back it is looked: a weekend. */
	private const HOURS = 48;

	/** Lines without a document that are further apart are another event. */
	private const GAP_SECONDS = 300;

	/** Option: what was found last, for the menu, which is on every page of wp-admin. */
	public const OPTION = 'woo_inventory_guard_mass_events';

	private const KEPT_SECONDS = 60;

	/** Emptied, or what went was at least as much as what is left. */
	private const CUT = 'm.delta < 0 AND m.balance_after <= -m.delta AND ROUND( m.balance_after - m.delta, 4 ) > 0';

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * The newest first; without those that were meant, and those that have been put right.
	 *
	 * @return list<MassEvent>
	 */
	public function open(): array {
		$open = array();
		foreach ( $this->found() as $event ) {
			$items = $this->still_cut( $event );
			if ( $items >= self::LEAST && ! $this->was_meant( $event ) ) {
				$open[] = $event->with_items( $items );
			}
		}
		usort( $open, static fn( MassEvent $a, MassEvent $b ): int => $b->last_at <=> $a->last_at );
		$this->keep( count( $open ) );
		return $open;
	}

	public function find( string $mark ): ?MassEvent {
		foreach ( $this->open() as $event ) {
			if ( $event->mark() === $mark ) {
				return $event;
			}
		}
		return null;
	}

	/**
	 * How many there are, at most a minute old.
	 */
	public function count(): int {
		$kept = get_option( self::OPTION );
		$now  = $this->clock->now()->getTimestamp();
		if ( is_array( $kept ) && is_int( $kept['n'] ?? null ) && abs( $now - (int) ( $kept['at'] ?? 0 ) ) < self::KEPT_SECONDS ) {
			return $kept['n'];
		}
		return count( $this->open() );
	}

	/**
	 * Somebody says that it was meant: nobody is reminded of it any more.
	 */
	public function meant( string $mark, int $actor ): void {
		try {
			$this->db->execute( 'INSERT INTO %i (mark, actor_id, created_at) VALUES (%s, %d, %s)', $this->db->table( 'mass_events_meant' ), $mark, $actor, Clock::sql( $this->clock->now() ) );
		} catch ( DuplicateKey ) {
			// Somebody else has just said so.
			return;
		} finally {
			delete_option( self::OPTION );
		}
	}

	/**
	 * The lines of an event, as a condition over a row m of `movements`: also those that cut less than half.
	 */
	public static function lines_of( MassEvent $event ): Clause {
		return '' === $event->reference->type
			? new Clause( "m.reason = %s AND m.created_at >= %s AND m.created_at <= %s AND m.actor_id = %d AND m.reference_type = ''", $event->reason, Clock::sql( $event->first_at ), Clock::sql( $event->last_at ), $event->actor )
			: new Clause( 'm.reference_type = %s AND m.reference_id = %s AND m.reason = %s', $event->reference->type, $event->reference->id, $event->reason );
	}

	/**
	 * @return list<MassEvent>
	 */
	private function found(): array {
		$events = array();
		foreach ( array_diff( $this->db->column( 'SELECT DISTINCT reason FROM %i', $this->db->table( 'movements' ) ), Kept::everyday() ) as $reason ) {
			$events = array( ...$events, ...self::joined( $reason, $this->minutes( $reason ) ) );
		}
		return array_values( array_filter( $events, static fn( MassEvent $event ): bool => $event->items >= self::LEAST ) );
	}

	/**
	 * @return list<array<string, string|null>> One for each minute, person and document, in the order of time.
	 */
	private function minutes( string $reason ): array {
		return $this->db->rows(
			'SELECT m.actor_id, m.reference_type, m.reference_id, SUBSTR( m.created_at, 1, 16 ) AS in_minute, MIN( m.created_at ) AS first_at, MAX( m.created_at ) AS last_at,
				COUNT( DISTINCT m.item_id ) AS items, SUM( CASE WHEN m.balance_after <= 0 THEN 1 ELSE 0 END ) AS zeroed
			FROM %i m WHERE m.reason = %s AND m.created_at > %s AND ' . self::CUT . ' GROUP BY m.actor_id, m.reference_type, m.reference_id, SUBSTR( m.created_at, 1, 16 ) ORDER BY first_at',
			$this->db->table( 'movements' ),
			$reason,
			Clock::sql( $this->clock->now()->modify( '-' . self::HOURS . ' hours' ) )
		);
	}

	/**
	 * @param list<array<string, string|null>> $minutes
	 * @return list<MassEvent>
	 */
	private static function joined( string $reason, array $minutes ): array {
		$done = array();
		$open = array();
		foreach ( $minutes as $row ) {
			$who   = "{$row['actor_id']}|{$row['reference_type']}|{$row['reference_id']}";
			$first = Clock::from_sql( $row['first_at'] ) ?? new \DateTimeImmutable( '@0' );
			$last  = Clock::from_sql( $row['last_at'] ) ?? $first;
			$so    = $open[ $who ] ?? null;
			if ( null !== $so && '' === $so->reference->type && $first->getTimestamp() - $so->last_at->getTimestamp() > self::GAP_SECONDS ) {
				$done[] = $so;
				$so     = null;
			}
			$open[ $who ] = new MassEvent(
				(int) $row['actor_id'],
				$reason,
				new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ),
				$so->first_at ?? $first,
				$last,
				( $so->items ?? 0 ) + (int) $row['items'],
				( $so->zeroed ?? 0 ) + (int) $row['zeroed']
			);
		}
		return array( ...$done, ...array_values( $open ) );
	}

	/**
	 * Items that it cut and that nobody has raised again since, other than by what is sent back or delivered. What was taken
	 * back, and that undone, is as it was.
	 */
	private function still_cut( MassEvent $event ): int {
		$of   = self::lines_of( $event );
		$kept = Kept::reasons();
		return (int) $this->db->value(
			'SELECT COUNT( DISTINCT m.item_id ) FROM %i m WHERE ' . $of->sql . ' AND ' . self::CUT . ' AND COALESCE( (
				SELECT SUM( n.delta ) FROM %i n WHERE n.item_id = m.item_id AND n.location_id = m.location_id AND n.seq > m.seq AND n.reason NOT IN (' . $this->db->marks( $kept, '%s' ) . ') ), 0 ) <= 0',
			...array( $this->db->table( 'movements' ), ...$of->args, $this->db->table( 'movements' ), ...$kept )
		);
	}

	private function was_meant( MassEvent $event ): bool {
		return null !== $this->db->value( 'SELECT mark FROM %i WHERE mark = %s', $this->db->table( 'mass_events_meant' ), $event->mark() );
	}

	private function keep( int $count ): void {
		update_option(
			self::OPTION,
			array(
				'at' => $this->clock->now()->getTimestamp(),
				'n'  => $count,
			),
			false
		);
	}
}
