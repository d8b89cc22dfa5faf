<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Our tables as they are today. Version numbers belong to Migrator; a change of a table that shops already have is a
 * step of its own there, and this file shows the result.
 *
 * InnoDB is named, never left to the host's default: MyISAM ignores transactions without a word.
 *
 * Every text is utf8mb4, also where only ASCII goes in: in a table that mixes character sets wpdb takes every statement
 * with a Chinese letter in it for invalid data and refuses to send it.
 */
final class Schema {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function tables(): array {
		return array(
			'items'             => self::ITEMS,
			'levels'            => self::LEVELS,
			'locations'         => self::LOCATIONS,
			'reservations'      => self::RESERVATIONS,
			'reservation_lines' => self::RESERVATION_LINES,
			'movements'         => self::MOVEMENTS,
			'requests'          => self::REQUESTS,
			'bundle_components' => self::BUNDLE_COMPONENTS,
			'bundle_edition'    => self::BUNDLE_EDITION,
			'item_terms'        => self::ITEM_TERMS,
			'item_texts'        => self::ITEM_TEXTS,
		) + AlertTables::all();
	}

	/**
	 * Columns that tables of earlier versions lack: table => column => its definition, as above.
	 *
	 * @return array<string, array<string, literal-string>>
	 */
	public static function added(): array {
		return array(
			'items'  => array(
				'safety_stock'   => 'DECIMAL(19,4) NOT NULL DEFAULT 0',
				'available_from' => 'DATETIME(6) NULL',
				'preorder_limit' => 'DECIMAL(19,4) NULL',
				'expected_at'    => 'DATETIME(6) NULL',
				'backorder_text' => "VARCHAR(200) NOT NULL DEFAULT ''",
				'told_status'    => 'TINYINT NULL',
			),
			'levels' => array(
				'kept' => 'DECIMAL(19,4) NOT NULL DEFAULT 0',
			),
		);
	}

	/**
	 * Each list is a merge of up to 25 runs, one for each kind and status, so one index for each sort serves every
	 * filter (see Catalog\ListSql). A reservation moves three of them: measured, about 0.1 ms more of processor time.
	 */
	private const ITEMS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		product_id BIGINT UNSIGNED NULL,
		parent_id BIGINT UNSIGNED NULL,
		kind VARCHAR(10) NOT NULL,
		sku VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		barcode VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		name VARCHAR(255) NOT NULL,
		category VARCHAR(100) NOT NULL DEFAULT '',
		tracked TINYINT NOT NULL DEFAULT 1,
		low_stock_threshold DECIMAL(19,4) NULL,
		low_at DECIMAL(19,4) NOT NULL DEFAULT 0,
		backorders VARCHAR(6) NOT NULL DEFAULT 'no',
		backorder_limit DECIMAL(19,4) NULL,
		allowance DECIMAL(19,4) NOT NULL DEFAULT 0,
		on_hand DECIMAL(19,4) NOT NULL DEFAULT 0,
		reserved DECIMAL(19,4) NOT NULL DEFAULT 0,
		available DECIMAL(19,4) NOT NULL DEFAULT 0,
		incoming DECIMAL(19,4) NOT NULL DEFAULT 0,
		safety_stock DECIMAL(19,4) NOT NULL DEFAULT 0,
		available_from DATETIME(6) NULL,
		preorder_limit DECIMAL(19,4) NULL,
		expected_at DATETIME(6) NULL,
		backorder_text VARCHAR(200) NOT NULL DEFAULT '',
		status TINYINT NOT NULL DEFAULT 0,
		told_status TINYINT NULL,
		created_at DATETIME(6) NOT NULL,
		updated_at DATETIME(6) NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id),
		UNIQUE KEY product_id (product_id),
		UNIQUE KEY sku (sku),
		UNIQUE KEY barcode (barcode),
		KEY parent_id (parent_id),
		KEY list_name (kind, status, name),
		KEY list_sku (kind, status, sku),
		KEY list_on_hand (kind, status, on_hand),
		KEY list_reserved (kind, status, reserved),
		KEY list_available (kind, status, available),
		KEY list_updated (kind, status, updated_at)";

	/**
	 * Kept to the few bytes that a flash sale locks. `seq` numbers the level's movements without a gap; `kept` units are
	 * not offered online (safety stock).
	 */
	private const LEVELS = '
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		on_hand DECIMAL(19,4) NOT NULL DEFAULT 0,
		reserved DECIMAL(19,4) NOT NULL DEFAULT 0,
		owed DECIMAL(19,4) NOT NULL DEFAULT 0,
		kept DECIMAL(19,4) NOT NULL DEFAULT 0,
		seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
		PRIMARY KEY  (item_id, location_id)';

	private const LOCATIONS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(100) NOT NULL,
		PRIMARY KEY  (id)';

	/**
	 * `active` is 1 while active and NULL ever after, so the unique key over it allows one active reservation for a
	 * reference and any number of ended ones: the index decides, no reading first.
	 */
	private const RESERVATIONS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		idem_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		fingerprint CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		state VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'active',
		active TINYINT NULL DEFAULT 1,
		reference_type VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		reference_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		asked MEDIUMTEXT NOT NULL,
		expires_at DATETIME(6) NULL,
		first_expires_at DATETIME(6) NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		closed_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY idem_key (idem_key),
		UNIQUE KEY one_active (reference_type, reference_id, active),
		KEY due (active, expires_at)";

	private const RESERVATION_LINES = '
		reservation_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		quantity DECIMAL(19,4) NOT NULL,
		committed DECIMAL(19,4) NOT NULL DEFAULT 0,
		PRIMARY KEY  (reservation_id, item_id, location_id)';

	/** The order of a level's movements is `seq`: ids of two cluster nodes interleave. */
	private const MOVEMENTS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		seq BIGINT UNSIGNED NOT NULL,
		delta DECIMAL(19,4) NOT NULL,
		balance_after DECIMAL(19,4) NOT NULL,
		reason VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		reference_type VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		reference_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		note VARCHAR(500) NOT NULL DEFAULT '',
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY level_seq (item_id, location_id, seq)";

	private const REQUESTS = '
		idem_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		fingerprint CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		answer MEDIUMTEXT NOT NULL,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (idem_key)';

	private const BUNDLE_COMPONENTS = '
		bundle_id BIGINT UNSIGNED NOT NULL,
		component_id BIGINT UNSIGNED NOT NULL,
		quantity DECIMAL(19,4) NOT NULL,
		PRIMARY KEY  (bundle_id, component_id),
		KEY component_id (component_id)';

	/** One row, which every change of any bundle's components writes first: see Catalog\Bundles. */
	private const BUNDLE_EDITION = '
		id TINYINT UNSIGNED NOT NULL,
		edition BIGINT UNSIGNED NOT NULL,
		PRIMARY KEY  (id)';

	/** Search: which items have a term. */
	private const ITEM_TERMS = '
		term VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		PRIMARY KEY  (term, item_id)';

	/** All terms of an item as one text, to ask a few thousand items whether they have the other words too. */
	private const ITEM_TEXTS = '
		item_id BIGINT UNSIGNED NOT NULL,
		terms VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		PRIMARY KEY  (item_id)';
}
