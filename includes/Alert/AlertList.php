<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;

/**
 * Alerts to look at: pages of them, and how many are open.
 */
final class AlertList {

	/** Above this a count helps nobody, and costs. */
	private const MOST_COUNTED = 10_000;

	private const MATCHES = "( %d = -1 OR ( %d = 1 AND handled_at IS NULL ) OR ( %d = 0 AND handled_at IS NOT NULL ) ) AND ( '' = %s OR kind = %s ) AND ( 0 = %d OR item_id = %d ) AND ( 0 = %d OR order_id = %d )";

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param bool|null $open Null: open ones and handled ones.
	 * @return list<Alert> Newest first.
	 */
	public function page( ?bool $open, string $kind, int $item_id, int $order_id, int $offset, int $limit ): array {
		return array_map(
			Alert::from_row( ... ),
			$this->db->rows(
				'SELECT ' . Alert::COLUMNS . ' FROM %i WHERE ' . self::MATCHES . ' ORDER BY id DESC LIMIT %d OFFSET %d',
				$this->db->table( 'alerts' ),
				...array( ...self::matching( $open, $kind, $item_id, $order_id ), $limit, $offset )
			)
		);
	}

	public function count( ?bool $open, string $kind, int $item_id, int $order_id ): int {
		return (int) $this->db->value(
			'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE ' . self::MATCHES . ' LIMIT %d ) AS some',
			$this->db->table( 'alerts' ),
			...array( ...self::matching( $open, $kind, $item_id, $order_id ), self::MOST_COUNTED )
		);
	}

	/**
	 * Open alerts by kind, of those that a person has to put right.
	 *
	 * @param int $after Only those with a higher number.
	 * @return array<string, array{count: int, last: int, order_id: int}> By kind: how many, the newest, and its order.
	 */
	public function open( int $after = 0 ): array {
		$found = array();
		foreach ( Kind::cases() as $kind ) {
			if ( ! $kind->needs_a_person() ) {
				continue;
			}
			$row = $this->db->row(
				'SELECT COUNT(*) AS count, MAX( id ) AS last, MAX( order_id ) AS order_id FROM ( SELECT id, order_id FROM %i WHERE handled_at IS NULL AND kind = %s AND id > %d ORDER BY id DESC LIMIT %d ) AS some',
				$this->db->table( 'alerts' ),
				$kind->value,
				$after,
				self::MOST_COUNTED
			);
			if ( null !== $row && 0 < (int) $row['count'] ) {
				$found[ $kind->value ] = array(
					'count'    => (int) $row['count'],
					'last'     => (int) $row['last'],
					'order_id' => (int) $row['order_id'],
				);
			}
		}
		return $found;
	}

	/**
	 * When the last of those was put right that a person, or the stock itself, has to put right.
	 */
	public function last_handled_at(): ?\DateTimeImmutable {
		$kinds = array_values( array_map( static fn( Kind $kind ): string => $kind->value, array_filter( Kind::cases(), static fn( Kind $kind ): bool => $kind->needs_a_person() ) ) );
		return Clock::from_sql(
			$this->db->value(
				'SELECT handled_at FROM %i WHERE handled_at IS NOT NULL AND kind IN (' . $this->db->marks( $kinds, '%s' ) . ') ORDER BY handled_at DESC LIMIT 1',
				$this->db->table( 'alerts' ),
				...$kinds
			)
		);
	}

	/**
	 * @return list<int|string> What MATCHES binds.
	 */
	private static function matching( ?bool $open, string $kind, int $item_id, int $order_id ): array {
		$state = null === $open ? -1 : (int) $open;
		return array( $state, $state, $state, $kind, $kind, $item_id, $item_id, $order_id, $order_id );
	}
}
