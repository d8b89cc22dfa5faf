<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Remembers up to when the ledger of a level is not known line by line any more (see Folding), so that whoever looks
 * further back is refused instead of told a wrong number.
 */
final class FoldedLevels {

	public function __construct( private readonly Db $db ) {}

	/**
	 * The time of the last sum there is anywhere: from it on every level is known at every moment. Null where nothing was
	 * ever folded.
	 */
	public function before(): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT MAX( folded_before ) FROM %i', $this->db->table( 'folded_levels' ) ) );
	}

	/**
	 * The same of one level.
	 */
	public function before_of( int $item_id, int $location_id ): ?\DateTimeImmutable {
		return Clock::from_sql( $this->db->value( 'SELECT folded_before FROM %i WHERE item_id = %d AND location_id = %d', $this->db->table( 'folded_levels' ), $item_id, $location_id ) );
	}

	/**
	 * @throws Folded When what was on hand at this moment may not be known any more.
	 */
	public function require_known( \DateTimeImmutable $moment ): void {
		$before = $this->before();
		if ( null !== $before && $moment < $before ) {
			throw new Folded( $before );
		}
	}

	/**
	 * To be called in the transaction that writes a sum, with the level locked.
	 *
	 * @param string $before As Clock::sql() writes it.
	 */
	public function mark( int $item_id, int $location_id, string $before ): void {
		$there = $this->db->value( 'SELECT folded_before FROM %i WHERE item_id = %d AND location_id = %d FOR UPDATE', $this->db->table( 'folded_levels' ), $item_id, $location_id );
		if ( null === $there ) {
			$this->db->execute( 'INSERT INTO %i (item_id, location_id, folded_before) VALUES (%d, %d, %s)', $this->db->table( 'folded_levels' ), $item_id, $location_id, $before );
		} elseif ( Clock::from_sql( $there ) < Clock::from_sql( $before ) ) {
			$this->db->execute( 'UPDATE %i SET folded_before = %s WHERE item_id = %d AND location_id = %d', $this->db->table( 'folded_levels' ), $before, $item_id, $location_id );
		}
	}
}
