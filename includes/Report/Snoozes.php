<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Items that nobody wants to be reminded of for some days; for everybody who works in the shop.
 */
final class Snoozes {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param int $days 0: remind again now.
	 * @return \DateTimeImmutable|null Until when.
	 */
	public function set( int $item_id, int $days, int $actor ): ?\DateTimeImmutable {
		if ( 0 === $days ) {
			$this->db->execute( 'DELETE FROM %i WHERE item_id = %d', $this->db->table( 'snoozes' ), $item_id );
			return null;
		}
		$until = $this->clock->now()->modify( "+{$days} days" );
		try {
			$this->db->execute( 'INSERT INTO %i (item_id, until, actor_id) VALUES (%d, %s, %d)', $this->db->table( 'snoozes' ), $item_id, Clock::sql( $until ), $actor );
		} catch ( DuplicateKey ) {
			$this->db->execute( 'UPDATE %i SET until = %s, actor_id = %d WHERE item_id = %d', $this->db->table( 'snoozes' ), Clock::sql( $until ), $actor, $item_id );
		}
		return $until;
	}

	public function tidy(): void {
		$this->db->execute( 'DELETE FROM %i WHERE until < %s', $this->db->table( 'snoozes' ), Clock::sql( $this->clock->now() ) );
	}
}
