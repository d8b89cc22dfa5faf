<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Backup. See Schema for the rules.
 */
final class BackupTables {

	/**
	 * What came to `items` with them: the SKU of a product that was deleted, by which one that is made again takes up its
	 * ledger.
	 */
	public const ITEM_COLUMNS = array(
		'former_sku' => 'VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL',
	);

	public const ITEM_KEYS = array(
		'former_sku' => '(former_sku)',
	);

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'backups'        => self::BACKUPS,
			'backup_returns' => self::BACKUP_RETURNS,
			'backup_items'   => self::BACKUP_ITEMS,
		);
	}

	/**
	 * `place` is JSON: how far it is (see Backup\Making). `step` counts the portions: whoever does one moves it on. Until
	 * `runs_until` the backup is `runner`'s.
	 */
	private const BACKUPS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		file VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		origin VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		state VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		place MEDIUMTEXT NOT NULL,
		step BIGINT UNSIGNED NOT NULL DEFAULT 0,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		total BIGINT UNSIGNED NOT NULL DEFAULT 0,
		bytes BIGINT UNSIGNED NOT NULL DEFAULT 0,
		sha256 CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		problem VARCHAR(500) NOT NULL DEFAULT '',
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		checked_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY file (file),
		KEY state (state, id)";

	/** What is or was brought back from a backup. `found` is JSON: what the check has found and what was done. */
	private const BACKUP_RETURNS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		backup_id BIGINT UNSIGNED NOT NULL,
		numbers VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		state VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		place MEDIUMTEXT NOT NULL,
		step BIGINT UNSIGNED NOT NULL DEFAULT 0,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		total BIGINT UNSIGNED NOT NULL DEFAULT 0,
		found MEDIUMTEXT NOT NULL,
		problem VARCHAR(500) NOT NULL DEFAULT '',
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		ended_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		KEY state (state, id)";

	/** Which item of a backup is which one here: each of ours stands for one of them. Those with `made` were not there before. */
	private const BACKUP_ITEMS = '
		return_id BIGINT UNSIGNED NOT NULL,
		there BIGINT UNSIGNED NOT NULL,
		here BIGINT UNSIGNED NULL,
		made TINYINT NOT NULL DEFAULT 0,
		PRIMARY KEY  (return_id, there),
		UNIQUE KEY here (return_id, here)';
}
