<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * What is promised at this moment, in all. For telling.
 */
final class HeldNow {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @return array{reservations: int, units: Quantity}
	 */
	public function in_all(): array {
		$row = $this->db->row(
			'SELECT COUNT( DISTINCT r.id ) AS reservations, ROUND( COALESCE( SUM( l.quantity - l.committed ), 0 ), 4 ) AS units FROM %i r JOIN %i l ON l.reservation_id = r.id
			WHERE r.active = 1 AND ( r.expires_at IS NULL OR r.expires_at > %s )',
			$this->db->table( 'reservations' ),
			$this->db->table( 'reservation_lines' ),
			Clock::sql( $this->clock->now() )
		);
		return array(
			'reservations' => (int) ( $row['reservations'] ?? 0 ),
			'units'        => Quantity::from_sql( $row['units'] ?? '0' ),
		);
	}
}
