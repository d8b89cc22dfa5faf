<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * How often something happened on a day of the shop's own calendar: one statement a time.
 */
final class DailyCounts {

	/** An order for more than there was has been refused; the door follows. */
	private const AVERTED = 'averted.';

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param string   $door  Such as checkout.
	 * @param Quantity $units What was asked for and not there.
	 */
	public function averted( string $door, Quantity $units ): void {
		$name = self::AVERTED . substr( (string) preg_replace( '/[^a-z0-9_-]+/', '-', strtolower( $door ) ), 0, 40 );
		$this->db->execute(
			'INSERT INTO %i (day, name, times, units) VALUES (%s, %s, 1, CAST( %s AS DECIMAL(19,4) ))
			ON DUPLICATE KEY UPDATE times = times + 1, units = ROUND( units + CAST( %s AS DECIMAL(19,4) ), 4 )',
			$this->db->table( 'daily_counts' ),
			$this->day( 0 ),
			$name,
			$units->sql(),
			$units->sql()
		);
	}

	/**
	 * Oversells averted, by day and door.
	 *
	 * @param int $days  The last so many days, today among them.
	 * @param int $until How many days ago the last of them was.
	 * @return list<array{day: string, door: string, times: int, units: Quantity}>
	 */
	public function averted_in( int $days, int $until = 0 ): array {
		$rows = $this->db->rows(
			'SELECT day, name, times, units FROM %i WHERE day > %s AND day <= %s AND name LIKE %s ORDER BY day, name',
			$this->db->table( 'daily_counts' ),
			$this->day( $days + $until ),
			$this->day( $until ),
			self::AVERTED . '%'
		);
		return array_map(
			static fn( array $row ): array => array(
				'day'   => substr( (string) $row['day'], 0, 10 ),
				'door'  => substr( (string) $row['name'], strlen( self::AVERTED ) ),
				'times' => (int) $row['times'],
				'units' => Quantity::from_sql( $row['units'] ),
			),
			$rows
		);
	}

	public function day( int $ago ): string {
		return $this->clock->now()->setTimezone( wp_timezone() )->modify( "-{$ago} days" )->format( 'Y-m-d' );
	}
}
