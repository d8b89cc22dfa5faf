<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Import: files that were sent, row by row, and what columns mean. See Schema for the rules.
 */
final class ImportTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'imports'         => self::IMPORTS,
			'import_rows'     => self::IMPORT_ROWS,
			'import_mappings' => self::IMPORT_MAPPINGS,
			'import_feeds'    => self::IMPORT_FEEDS,
		);
	}

	/**
	 * `options` is JSON (see Import\Options). A state has phases (see Import\Runner); `reached` is the last row of the
	 * present one that was looked at. Until `runs_until` the import is `runner`'s.
	 */
	private const IMPORTS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(191) NOT NULL,
		state VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'receiving',
		phase TINYINT UNSIGNED NOT NULL DEFAULT 0,
		reached BIGINT UNSIGNED NOT NULL DEFAULT 0,
		options MEDIUMTEXT NOT NULL,
		total_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		received BIGINT UNSIGNED NOT NULL DEFAULT 0,
		checked BIGINT UNSIGNED NOT NULL DEFAULT 0,
		applied BIGINT UNSIGNED NOT NULL DEFAULT 0,
		undone BIGINT UNSIGNED NOT NULL DEFAULT 0,
		problem_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		change_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		same_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		conflict_rows BIGINT UNSIGNED NOT NULL DEFAULT 0,
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		created_at DATETIME(6) NOT NULL,
		updated_at DATETIME(6) NOT NULL,
		applied_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		KEY state (state, id)";

	/**
	 * `data`, `problems` and `changes` are JSON: what was sent, what is wrong with it, what it changes. `ident` says which
	 * item a row is about ('i:' and its number, 's:' and the SKU of a new one) and `code` which barcode it gives, so that
	 * two rows about the same are found by an index. `parts` is 1 where components are to be written, 2 once they are;
	 * `nodes` are those components. `seen` is the number on hand at the check, `delta` by how much the row changes it.
	 */
	private const IMPORT_ROWS = "
		import_id BIGINT UNSIGNED NOT NULL,
		row_no BIGINT UNSIGNED NOT NULL,
		data MEDIUMTEXT NOT NULL,
		state VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'new',
		item_id BIGINT UNSIGNED NULL,
		ident VARCHAR(110) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		parts TINYINT UNSIGNED NOT NULL DEFAULT 0,
		nodes TEXT NULL,
		seen DECIMAL(19,4) NULL,
		delta DECIMAL(19,4) NULL,
		problems MEDIUMTEXT NOT NULL,
		changes MEDIUMTEXT NOT NULL,
		PRIMARY KEY  (import_id, row_no),
		KEY state (import_id, state, row_no),
		KEY ident (import_id, ident),
		KEY code (import_id, code),
		KEY parts (import_id, parts, row_no)";

	/** One row, number 1. `content` is JSON: see Import\Mappings. */
	private const IMPORT_MAPPINGS = '
		id TINYINT UNSIGNED NOT NULL,
		content MEDIUMTEXT NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id)';

	/**
	 * While it is read, `import_id` is the import, `copy` the file as UTF-8, `place` and `row_no` where it has come to. Until
	 * `runs_until` the feed is `runner`'s. `asked` is when somebody wanted it read at once; NULL where nobody waits.
	 * `copy_digest` is the content of `copy`, `last_digest` that of what `last_import` brought; `unchanged` is 1 where the
	 * last reading found nothing else (see Import\FeedRounds).
	 */
	private const IMPORT_FEEDS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(100) NOT NULL,
		source VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		address VARCHAR(1000) NOT NULL,
		mapping VARCHAR(100) NOT NULL,
		decimal_sign CHAR(1) NOT NULL DEFAULT '.',
		encoding VARCHAR(20) NOT NULL DEFAULT '',
		every_minutes INT UNSIGNED NOT NULL,
		active TINYINT NOT NULL DEFAULT 1,
		next_at DATETIME(6) NOT NULL,
		import_id BIGINT UNSIGNED NULL,
		copy VARCHAR(255) NOT NULL DEFAULT '',
		place BIGINT UNSIGNED NOT NULL DEFAULT 0,
		row_no BIGINT UNSIGNED NOT NULL DEFAULT 2,
		last_at DATETIME(6) NULL,
		last_import BIGINT UNSIGNED NULL,
		last_error VARCHAR(300) NOT NULL DEFAULT '',
		asked DATETIME(6) NULL,
		copy_digest VARCHAR(64) NOT NULL DEFAULT '',
		last_digest VARCHAR(64) NOT NULL DEFAULT '',
		unchanged TINYINT NOT NULL DEFAULT 0,
		runner VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		runs_until DATETIME(6) NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id),
		KEY due (active, next_at)";
}
