<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Restore: getting lost numbers back. See Schema for the rules.
 */
final class RestoreTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'restores'          => self::RESTORES,
			'restore_lines'     => self::RESTORE_LINES,
			'mass_events_meant' => self::MASS_EVENTS_MEANT,
		);
	}

	/**
	 * `matches` and `event` are JSON (see Restore\Which and Restore\MassEvent). While it is looked, items up to
	 * `reached_item` have been looked at, of those up to `last_id`; while it runs, lines up to (reached_item,
	 * reached_location) are written. `running` is 1 while it runs and NULL before and after, so that the unique key over
	 * it allows one at a time.
	 */
	private const RESTORES = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		state VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'looking',
		running TINYINT NULL,
		moment DATETIME(6) NOT NULL,
		keep_sales TINYINT NOT NULL DEFAULT 1,
		matches MEDIUMTEXT NOT NULL,
		event TEXT NULL,
		reached_item BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reached_location BIGINT UNSIGNED NOT NULL DEFAULT 0,
		last_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		items BIGINT UNSIGNED NOT NULL DEFAULT 0,
		unknown_items BIGINT UNSIGNED NOT NULL DEFAULT 0,
		changing BIGINT UNSIGNED NOT NULL DEFAULT 0,
		units_in DECIMAL(19,4) NOT NULL DEFAULT 0,
		units_out DECIMAL(19,4) NOT NULL DEFAULT 0,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		started_at DATETIME(6) NULL,
		ended_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY running (running),
		KEY state (state, id)";

	/**
	 * What becomes of each level: `now` is what was on hand when it was looked, `then_was` what was at the moment, `kept`
	 * what moved since and stays; `size` is the change without its sign, for the order of the list.
	 */
	private const RESTORE_LINES = '
		restore_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		now_is DECIMAL(19,4) NOT NULL,
		then_was DECIMAL(19,4) NOT NULL,
		kept DECIMAL(19,4) NOT NULL,
		delta DECIMAL(19,4) NOT NULL,
		size DECIMAL(19,4) NOT NULL,
		PRIMARY KEY  (restore_id, item_id, location_id),
		KEY size (restore_id, size, item_id)';

	/** Mass events of which somebody has said that they were meant. */
	private const MASS_EVENTS_MEANT = '
		mark CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (mark)';
}
