<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * The table of the room Views: lists as people have arranged them and kept under a name. A table and no option, so that
 * two people who save different views at once do not write over each other. See Schema for the rules.
 */
final class ViewTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array( 'views' => self::VIEWS );
	}

	/** `content` is JSON (see Schema/view.json). A view that was deleted a moment ago can come back: `deleted_at`. */
	private const VIEWS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(100) NOT NULL,
		owner_id BIGINT UNSIGNED NOT NULL,
		shared TINYINT NOT NULL DEFAULT 0,
		content MEDIUMTEXT NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		created_at DATETIME(6) NOT NULL,
		updated_at DATETIME(6) NOT NULL,
		deleted_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		KEY owner_id (owner_id),
		KEY shared (shared)';
}
