<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * The conditions of a filter as SQL: each in the form that its index serves, and in one that no index does.
 */
final class Conditions {

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return array<'reference'|'item'|'reason'|'actor'|'type'|'location', Clause> Those that narrow, the one that narrows most usually first.
	 */
	public function of( LedgerFilter $filter ): array {
		return array_filter(
			array(
				'reference' => '' === $filter->reference_id ? null : $this->reference( $filter ),
				'item'      => 0 === $filter->item_id ? null : new Clause( 'item_id = %d', $filter->item_id ),
				'actor'     => null === $filter->actor ? null : new Clause( 'actor_id = %d', $filter->actor ),
				'reason'    => '' === $filter->reason ? null : new Clause( 'reason = %s', $filter->reason ),
				'type'      => '' === $filter->reference_type || '' !== $filter->reference_id ? null : $this->plainly( 'type', $filter ),
				'location'  => 0 === $filter->location_id ? null : $this->plainly( 'location', $filter ),
			)
		);
	}

	/**
	 * The levels of an item: the index has their rows in order one level after the other.
	 *
	 * @return list<Clause>
	 */
	public function levels( LedgerFilter $filter ): array {
		$places = 0 === $filter->location_id
			? array_map( 'intval', $this->db->column( 'SELECT location_id FROM %i WHERE item_id = %d ORDER BY location_id', $this->db->table( 'levels' ), $filter->item_id ) )
			: array( $filter->location_id );
		return array_map( static fn( int $place ): Clause => new Clause( 'item_id = %d AND location_id = %d', $filter->item_id, $place ), $places );
	}

	/**
	 * The same condition, to be asked of rows that were found by another one.
	 */
	public function plainly( string $name, LedgerFilter $filter ): Clause {
		return match ( $name ) {
			'item'   => new Clause( 'item_id + 0 = %d', $filter->item_id ),
			'actor'  => new Clause( 'actor_id + 0 = %d', (int) $filter->actor ),
			'reason' => new Clause( "CONCAT( reason, '' ) = %s", $filter->reason ),
			'type'   => new Clause( "CONCAT( reference_type, '' ) = %s", $filter->reference_type ),
			default  => new Clause( 'location_id + 0 = %d', $filter->location_id ),
		};
	}

	/**
	 * Between two moments, and below the line that was read last.
	 *
	 * @return list<Clause>
	 */
	public static function bounds( LedgerFilter $filter, ?LedgerCursor $from ): array {
		return array_values(
			array_filter(
				array(
					null === $filter->after ? null : new Clause( 'created_at > %s', Clock::sql( $filter->after ) ),
					null === $filter->before ? null : new Clause( 'created_at < %s', Clock::sql( $filter->before ) ),
					null === $from ? null : new Clause( '( created_at <= %s AND ( created_at < %s OR id < %d ) )', $from->time, $from->time, $from->id ),
				)
			)
		);
	}

	public static function down_to( LedgerCursor $floor ): Clause {
		return new Clause( '( created_at >= %s AND ( created_at > %s OR id >= %d ) )', $floor->time, $floor->time, $floor->id );
	}

	/**
	 * A number alone is looked for in every kind of document there is: a few look-ups instead of one.
	 */
	private function reference( LedgerFilter $filter ): Clause {
		$types = '' === $filter->reference_type ? $this->db->column( "SELECT DISTINCT reference_type FROM %i WHERE reference_type <> ''", $this->db->table( 'movements' ) ) : array( $filter->reference_type );
		return array() === $types
			? new Clause( '1 = 0' )
			: new Clause( 'reference_type IN (' . $this->db->marks( $types, '%s' ) . ') AND reference_id = %s', ...array( ...$types, $filter->reference_id ) );
	}
}
