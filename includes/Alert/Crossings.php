<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Participant;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Notices when an item has come to another status than its owner was last told (`items.told_status`), and records that
 * once: whoever changes told_status in one conditional UPDATE records it in the same transaction, everybody else
 * changes no row. An item that nobody was ever told of begins with the status that it has.
 *
 * After units came or went it looks at their items. The job, which sends what was noticed, looks for all else that has
 * changed a status just before it sends: holds (a look after each would be a fifth of a reservation's time, measured 89
 * of 444 µs), a threshold, a backorder policy, a bundle's component, and what a crash left behind.
 */
final class Crossings implements Participant {

	private const LOOKED = 'woo_inventory_guard_alerts_looked';

	/** Rows are written with the time of their transaction's start and seen after its end. */
	private const OVERLAP_SECONDS = 600;

	private const AT_ONCE  = 200;
	private const PORTIONS = 25;

	private const COLUMNS = 'id, product_id, name, sku, category, status, told_status, available, on_hand';

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly Recorder $recorder ) {}

	public function before_commit( array $item_ids ): void {}

	public function after_commit( array $item_ids ): void {
		foreach ( array_chunk( $item_ids, self::AT_ONCE ) as $some ) {
			$this->tell_all(
				$this->db->rows(
					'SELECT ' . self::COLUMNS . ' FROM %i WHERE id IN (' . $this->db->marks( $some ) . ') AND ( told_status IS NULL OR told_status <> status )',
					$this->db->table( 'items' ),
					...$some
				)
			);
		}
	}

	/**
	 * What changed since the last look, a bounded number of portions. Each kind and status is a range of the index
	 * list_updated.
	 */
	public function catch_up(): void {
		$began = $this->clock->now();
		$since = Clock::from_sql( $this->looked() )?->modify( '-' . self::OVERLAP_SECONDS . ' seconds' );
		for ( $portion = 0; $portion < self::PORTIONS; $portion++ ) {
			$rows = $this->db->rows(
				'SELECT ' . self::COLUMNS . " FROM %i
				WHERE kind IN ('simple', 'variation', 'variable', 'part', 'bundle') AND status IN (0, 1, 2, 3, 4) AND updated_at >= %s
					AND ( told_status <> status OR ( told_status IS NULL AND status <> %d ) ) LIMIT %d",
				$this->db->table( 'items' ),
				null === $since ? '1970-01-01' : Clock::sql( $since ),
				StockStatus::Untracked->value,
				self::AT_ONCE
			);
			$this->tell_all( $rows );
			if ( count( $rows ) < self::AT_ONCE ) {
				update_option( self::LOOKED, Clock::sql( $began ), false );
				return;
			}
		}
	}

	/**
	 * Items of a version that told nobody: what they are today is no news. Runs with the migration that brings the
	 * column, in portions, so that no lock is long.
	 */
	public function begin(): void {
		$last = 0;
		do {
			$next = $this->db->value( 'SELECT MAX( id ) FROM ( SELECT id FROM %i WHERE id > %d ORDER BY id LIMIT 5000 ) AS few', $this->db->table( 'items' ), $last );
			$this->db->execute( 'UPDATE %i SET told_status = status WHERE id > %d AND id <= %d AND told_status IS NULL AND tracked = 1', $this->db->table( 'items' ), $last, (int) $next );
			$last = (int) $next;
		} while ( null !== $next );
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 */
	private function tell_all( array $rows ): void {
		$new = array();
		foreach ( $rows as $row ) {
			if ( null === $row['told_status'] ) {
				$new[] = (int) $row['id'];
				continue;
			}
			$this->tell( $row, StockStatus::from( (int) $row['told_status'] ), StockStatus::from( (int) $row['status'] ) );
		}
		if ( array() !== $new ) {
			$this->db->execute( 'UPDATE %i SET told_status = status WHERE told_status IS NULL AND id IN (' . $this->db->marks( $new ) . ')', $this->db->table( 'items' ), ...$new );
		}
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function tell( array $row, StockStatus $from, StockStatus $to ): void {
		$this->db->transaction(
			function () use ( $row, $from, $to ): void {
				$ours = $this->db->execute(
					'UPDATE %i SET told_status = %d WHERE id = %d AND told_status = %d AND status = %d',
					$this->db->table( 'items' ),
					$to->value,
					(int) $row['id'],
					$from->value,
					$to->value
				);
				if ( 1 === $ours ) {
					$this->recorder->status_changed( (int) $row['id'], $from, $to, self::data( $row ) );
				}
			}
		);
	}

	private function looked(): ?string {
		$looked = get_option( self::LOOKED, '' );
		return is_string( $looked ) ? $looked : null;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private static function data( array $row ): array {
		return array(
			'name'       => (string) $row['name'],
			'sku'        => (string) $row['sku'],
			'category'   => (string) $row['category'],
			'product_id' => null === $row['product_id'] ? null : (int) $row['product_id'],
			'available'  => Quantity::from_sql( $row['available'] )->json(),
			'on_hand'    => Quantity::from_sql( $row['on_hand'] )->json(),
		);
	}
}
