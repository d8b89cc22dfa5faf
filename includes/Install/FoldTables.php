<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Fold: old movements as monthly sums. See Schema for the rules.
 */
final class FoldTables {

	/** What came to `movements` with them. */
	public const MOVEMENT_COLUMNS = array(
		'stands_for' => 'INT UNSIGNED NOT NULL DEFAULT 1',
	);

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'folded_levels'   => self::FOLDED_LEVELS,
			'keyed_movements' => self::KEYED_MOVEMENTS,
			'folds'           => self::FOLDS,
		);
	}

	/**
	 * Levels that have a sum in their ledger. `folded_before` is the time of the last one: what was on hand at a moment
	 * before it may not be known any more (see Stock\FoldedLevels).
	 */
	private const FOLDED_LEVELS = '
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		folded_before DATETIME(6) NOT NULL,
		PRIMARY KEY  (item_id, location_id),
		KEY folded_before (folded_before)';

	/** Old movements that are the answer to an idempotency key: they stay as they are (see Fold\Keys). */
	private const KEYED_MOVEMENTS = '
		movement_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		PRIMARY KEY  (movement_id)';

	/**
	 * A run through the ledger: movements before `cut` are folded. While its `state` is 'keys', idempotency keys up to
	 * `reached_key` have been read; while it is 'folding', the level (reached_item, reached_location) is at number
	 * `reached_seq`. `step` counts the portions: whoever does one moves it on. Until `runs_until` the run is `runner`'s.
	 */
	private const FOLDS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		cut DATETIME(6) NOT NULL,
		state VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'keys',
		reached_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		reached_item BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reached_location BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reached_seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
		step BIGINT UNSIGNED NOT NULL DEFAULT 0,
		movements BIGINT UNSIGNED NOT NULL DEFAULT 0,
		sums BIGINT UNSIGNED NOT NULL DEFAULT 0,
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		created_at DATETIME(6) NOT NULL,
		ended_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY cut (cut)";
}
