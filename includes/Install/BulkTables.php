<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Bulk: one change of many items as one act, and what each of them said before. See Schema for the
 * rules.
 */
final class BulkTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'bulk_changes'      => self::BULK_CHANGES,
			'bulk_change_items' => self::BULK_CHANGE_ITEMS,
		);
	}

	/**
	 * `matches` and `wish` are JSON (see Bulk\Matches and Bulk\Wish). `reached` is the id of the last item that was looked
	 * at, `last_id` the last one there was when the change was made; `done` items were looked at and `changed` written; of
	 * those `put_back` were undone and `kept` not. Until `runs_until` the change is `runner`'s.
	 */
	private const BULK_CHANGES = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		state VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'preview',
		matches MEDIUMTEXT NOT NULL,
		wish MEDIUMTEXT NOT NULL,
		reached BIGINT UNSIGNED NOT NULL DEFAULT 0,
		last_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		matched BIGINT UNSIGNED NOT NULL DEFAULT 0,
		changing BIGINT UNSIGNED NOT NULL DEFAULT 0,
		same BIGINT UNSIGNED NOT NULL DEFAULT 0,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		changed BIGINT UNSIGNED NOT NULL DEFAULT 0,
		put_back BIGINT UNSIGNED NOT NULL DEFAULT 0,
		kept BIGINT UNSIGNED NOT NULL DEFAULT 0,
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		started_at DATETIME(6) NULL,
		ended_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		KEY state (state, id)";

	/** `was` is JSON: what the fields said before. `delta` is by how much on hand was changed. */
	private const BULK_CHANGE_ITEMS = '
		change_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		was TEXT NOT NULL,
		delta DECIMAL(19,4) NULL,
		PRIMARY KEY  (change_id, item_id)';
}
