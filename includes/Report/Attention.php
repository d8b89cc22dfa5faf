<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\StockStatus;

/**
 * What of the stock itself needs a person now: items that are out and still wanted, items that are low, holds that end
 * soon. The most pressing first; snoozed items are left out.
 *
 * Items come from the index of their status and their speed by its key: bounded by how many are out or low.
 */
final class Attention {

	/** A hold that was made long ago for somebody who has not paid yet; one of a minute ago ends by itself, as it should. */
	private const HELD_SECONDS = 3_600;
	private const SOON_SECONDS = 86_400;

	private const MOST_COUNTED = 10_000;

	private const ENDING = "active = 1 AND expires_at > %s AND expires_at < %s AND reference_type = 'order' AND created_at < %s";

	private const KINDS = "('simple', 'variation', 'variable', 'part')";

	/** Option: how many there are of each, for the menu. */
	public const OPTION = 'woo_inventory_guard_attention';

	private const KEPT_SECONDS = 60;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * Items that are out and were sold within the last weeks, the dearest first.
	 *
	 * @return list<array{item_id: int, per_day: float, price: float, since: \DateTimeImmutable|null}>
	 */
	public function out( int $limit ): array {
		$rows = $this->db->rows(
			'SELECT i.id, s.per_day, i.price FROM %i i JOIN %i s ON s.item_id = i.id
			WHERE i.kind IN ' . self::KINDS . ' AND i.status = %d AND NOT EXISTS ( SELECT 1 FROM %i z WHERE z.item_id = i.id AND z.until > %s )
			ORDER BY s.per_day * COALESCE( i.price, 0 ) DESC, s.per_day DESC, i.id LIMIT %d',
			$this->db->table( 'items' ),
			$this->db->table( 'item_speeds' ),
			StockStatus::Out->value,
			$this->db->table( 'snoozes' ),
			$this->now(),
			$limit
		);
		return array_map(
			fn( array $row ): array => array(
				'item_id' => (int) $row['id'],
				'per_day' => (float) $row['per_day'],
				'price'   => (float) $row['price'],
				'since'   => $this->out_since( (int) $row['id'] ),
			),
			$rows
		);
	}

	/**
	 * Items that are low: first those that are gone soonest.
	 *
	 * @return list<array{item_id: int, per_day: float|null}>
	 */
	public function low( int $limit ): array {
		$rows = $this->db->rows(
			'SELECT i.id, s.per_day FROM %i i LEFT JOIN %i s ON s.item_id = i.id
			WHERE i.kind IN ' . self::KINDS . ' AND i.status = %d AND NOT EXISTS ( SELECT 1 FROM %i z WHERE z.item_id = i.id AND z.until > %s )
			ORDER BY CASE WHEN s.per_day > 0 THEN 0 ELSE 1 END, i.available / s.per_day, i.available, i.id LIMIT %d',
			$this->db->table( 'items' ),
			$this->db->table( 'item_speeds' ),
			StockStatus::Low->value,
			$this->db->table( 'snoozes' ),
			$this->now(),
			$limit
		);
		return array_map(
			static fn( array $row ): array => array(
				'item_id' => (int) $row['id'],
				'per_day' => null === $row['per_day'] ? null : (float) $row['per_day'],
			),
			$rows
		);
	}

	/**
	 * Orders that still hold units and lose them within a day.
	 *
	 * @return list<array{reservation_id: int, order_id: string, expires_at: \DateTimeImmutable}>
	 */
	public function holds( int $limit ): array {
		$rows = $this->db->rows(
			'SELECT id, reference_id, expires_at FROM %i WHERE ' . self::ENDING . ' ORDER BY expires_at LIMIT %d',
			$this->db->table( 'reservations' ),
			...array( ...$this->ending(), $limit )
		);
		return array_map(
			fn( array $row ): array => array(
				'reservation_id' => (int) $row['id'],
				'order_id'       => (string) $row['reference_id'],
				'expires_at'     => Clock::from_sql( $row['expires_at'] ) ?? $this->clock->now(),
			),
			$rows
		);
	}

	/**
	 * @return array{out: int, low: int, holds: int} How many there are of each.
	 */
	public function count(): array {
		return array(
			'out'   => (int) $this->db->value(
				'SELECT COUNT(*) FROM %i i JOIN %i s ON s.item_id = i.id WHERE i.kind IN ' . self::KINDS . ' AND i.status = %d AND NOT EXISTS ( SELECT 1 FROM %i z WHERE z.item_id = i.id AND z.until > %s )',
				$this->db->table( 'items' ),
				$this->db->table( 'item_speeds' ),
				StockStatus::Out->value,
				$this->db->table( 'snoozes' ),
				$this->now()
			),
			'low'   => (int) $this->db->value(
				'SELECT COUNT(*) FROM %i i WHERE i.kind IN ' . self::KINDS . ' AND i.status = %d AND NOT EXISTS ( SELECT 1 FROM %i z WHERE z.item_id = i.id AND z.until > %s )',
				$this->db->table( 'items' ),
				StockStatus::Low->value,
				$this->db->table( 'snoozes' ),
				$this->now()
			),
			'holds' => (int) $this->db->value(
				'SELECT COUNT(*) FROM ( SELECT 1 AS one FROM %i WHERE ' . self::ENDING . ' LIMIT %d ) AS few',
				$this->db->table( 'reservations' ),
				...array( ...$this->ending(), self::MOST_COUNTED )
			),
		);
	}

	/**
	 * The same, at most a minute old: for the menu, which is on every page of wp-admin.
	 *
	 * @return array{out: int, low: int, holds: int}
	 */
	public function kept_count(): array {
		$kept = get_option( self::OPTION );
		$now  = $this->clock->now()->getTimestamp();
		if ( is_array( $kept ) && is_array( $kept['n'] ?? null ) && abs( $now - (int) ( $kept['at'] ?? 0 ) ) < self::KEPT_SECONDS ) {
			/** @var array{out: int, low: int, holds: int} */
			return $kept['n'];
		}
		return $this->keep();
	}

	/**
	 * @return array{out: int, low: int, holds: int}
	 */
	public function keep(): array {
		$count = $this->count();
		update_option(
			self::OPTION,
			array(
				'at' => $this->clock->now()->getTimestamp(),
				'n'  => $count,
			),
			false
		);
		return $count;
	}

	/**
	 * When the last unit went: the newest movement that left nothing where there had been something. Null where units are
	 * there, but all of them are promised.
	 */
	private function out_since( int $item_id ): ?\DateTimeImmutable {
		return Clock::from_sql(
			$this->db->value(
				'SELECT created_at FROM %i WHERE item_id = %d AND location_id = 1 AND balance_after <= 0 AND ROUND( balance_after - delta, 4 ) > 0
					AND EXISTS ( SELECT 1 FROM %i i WHERE i.id = %d AND i.on_hand <= 0 ) ORDER BY seq DESC LIMIT 1',
				$this->db->table( 'movements' ),
				$item_id,
				$this->db->table( 'items' ),
				$item_id
			)
		);
	}

	/**
	 * @return array{string, string, string} What ENDING binds.
	 */
	private function ending(): array {
		$now = $this->clock->now();
		return array( Clock::sql( $now ), Clock::sql( $now->modify( '+' . self::SOON_SECONDS . ' seconds' ) ), Clock::sql( $now->modify( '-' . self::HELD_SECONDS . ' seconds' ) ) );
	}

	private function now(): string {
		return Clock::sql( $this->clock->now() );
	}
}
