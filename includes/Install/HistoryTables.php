<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables and keys of the room History. See Schema for the rules.
 */
final class HistoryTables {

	/**
	 * Keys of `movements` since version 4, as in Schema.
	 */
	public const MOVEMENT_KEYS = array(
		'level_time'  => '(item_id, location_id, created_at, seq, balance_after)',
		'reason_time' => '(reason, created_at)',
		'actor_time'  => '(actor_id, created_at)',
		'document'    => '(reference_type, reference_id, created_at)',
	);

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'reversals' => self::REVERSALS,
		);
	}

	/**
	 * Documents that are or were taken back, each at most once. Levels up to (reached_item, reached_location) are done; of
	 * the document's lines those up to number `up_to` count.
	 */
	private const REVERSALS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		reference_type VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		reference_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		idem_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		up_to BIGINT UNSIGNED NOT NULL,
		levels BIGINT UNSIGNED NOT NULL DEFAULT 0,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reached_item BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reached_location BIGINT UNSIGNED NOT NULL DEFAULT 0,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		finished_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY document (reference_type, reference_id),
		KEY finished_at (finished_at)';
}
