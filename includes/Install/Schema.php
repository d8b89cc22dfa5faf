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
			'shortfalls'        => self::SHORTFALLS,
			'expired_holds'     => self::EXPIRED_HOLDS,
			'limits'            => self::LIMITS,
			'limit_customers'   => self::LIMIT_CUSTOMERS,
			'limit_uses'        => self::LIMIT_USES,
			'preorders'         => self::PREORDERS,
		) + AlertTables::all() + ReportTables::all() + ReportMailTables::all() + BulkTables::all() + ViewTables::all() + RuleTables::all() + HistoryTables::all() + StocktakeTables::all() + ImportTables::all() + RestoreTables::all() + BackupTables::all() + FoldTables::all();
	}

	/**
	 * Keys that tables of earlier versions lack: table => key => its columns, as above.
	 *
	 * @return array<string, array<string, literal-string>>
	 */
	public static function added_keys(): array {
		return array(
			'movements' => array(
				'created_at' => '(created_at)',
			) + HistoryTables::MOVEMENT_KEYS,
			'items'     => BackupTables::ITEM_KEYS,
		);
	}

	/**
	 * Columns that tables of earlier versions lack: table => column => its definition, as above.
	 *
	 * @return array<string, array<string, literal-string>>
	 */
	public static function added(): array {
		return array(
			'items'             => array(
				'safety_stock'   => 'DECIMAL(19,4) NOT NULL DEFAULT 0',
				'available_from' => 'DATETIME(6) NULL',
				'preorder_limit' => 'DECIMAL(19,4) NULL',
				'expected_at'    => 'DATETIME(6) NULL',
				'backorder_text' => "VARCHAR(200) NOT NULL DEFAULT ''",
				'told_status'    => 'TINYINT NULL',
				'unit_cost'      => 'DECIMAL(19,4) NULL',
				'price'          => 'DECIMAL(19,4) NULL',
				'supplier'       => "VARCHAR(100) NOT NULL DEFAULT ''",
				'bin'            => "VARCHAR(64) NOT NULL DEFAULT ''",
				'lead_time_days' => 'SMALLINT UNSIGNED NULL',
				'average_cost'   => 'DECIMAL(19,4) NULL',
			) + RuleTables::ITEM_COLUMNS + BackupTables::ITEM_COLUMNS,
			'levels'            => array(
				'kept' => 'DECIMAL(19,4) NOT NULL DEFAULT 0',
			),
			'movements'         => array(
				'unit_cost' => 'DECIMAL(19,4) NULL',
			) + FoldTables::MOVEMENT_COLUMNS,
			'shop_days'         => ReportTables::SHOP_DAY_COLUMNS,
			'bundle_components' => array(
				'choice'      => 'BIGINT UNSIGNED NOT NULL DEFAULT 0',
				'place'       => 'SMALLINT UNSIGNED NOT NULL DEFAULT 0',
				'is_optional' => 'TINYINT NOT NULL DEFAULT 0',
			),
		);
	}

	/**
	 * Each list is a merge of up to 25 runs, one for each kind and status, so one index for each sort serves every
	 * filter (see Catalog\ListSql). A reservation moves three of them: measured, about 0.1 ms more of processor time.
	 *
	 * What may be inherited stands in it as it counts (low_at, backorders, backorder_limit, backorder_text): sales and
	 * lists read only that. Beside it stands what the item says itself and what rules say for it, so that the one can be
	 * taken away and the other be there again: see Catalog\Inherited.
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
		unit_cost DECIMAL(19,4) NULL,
		average_cost DECIMAL(19,4) NULL,
		price DECIMAL(19,4) NULL,
		supplier VARCHAR(100) NOT NULL DEFAULT '',
		bin VARCHAR(64) NOT NULL DEFAULT '',
		lead_time_days SMALLINT UNSIGNED NULL,
		own_backorders VARCHAR(6) NULL,
		own_limit DECIMAL(19,4) NULL,
		own_text VARCHAR(200) NOT NULL DEFAULT '',
		parent_low DECIMAL(19,4) NULL,
		rule_low DECIMAL(19,4) NULL,
		rule_backorders VARCHAR(6) NULL,
		rule_limit DECIMAL(19,4) NULL,
		rule_text VARCHAR(200) NULL,
		low_rule BIGINT UNSIGNED NULL,
		backorders_rule BIGINT UNSIGNED NULL,
		limit_rule BIGINT UNSIGNED NULL,
		text_rule BIGINT UNSIGNED NULL,
		former_sku VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		created_at DATETIME(6) NOT NULL,
		updated_at DATETIME(6) NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id),
		UNIQUE KEY product_id (product_id),
		UNIQUE KEY sku (sku),
		UNIQUE KEY barcode (barcode),
		KEY parent_id (parent_id),
		KEY former_sku (former_sku),
		KEY list_name (kind, status, name),
		KEY list_sku (kind, status, sku),
		KEY list_on_hand (kind, status, on_hand),
		KEY list_reserved (kind, status, reserved),
		KEY list_available (kind, status, available),
		KEY list_updated (kind, status, updated_at)";

	/**
	 * Kept to the few bytes that a flash sale locks. `seq` numbers the level's movements without a gap (a line that stands
	 * for several takes up as many numbers); `kept` units are not offered online (safety stock).
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

	/**
	 * The order of a level's movements is `seq`: ids of two cluster nodes interleave. The keys are those of the ledger's
	 * filters, each in the order of its list; level_time answers for any moment by itself (see History\Balances).
	 * `stands_for` is 1, or of how many movements a line is the sum, whose numbers end with `seq` (see Stock\Folding).
	 */
	private const MOVEMENTS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		item_id BIGINT UNSIGNED NOT NULL,
		location_id BIGINT UNSIGNED NOT NULL,
		seq BIGINT UNSIGNED NOT NULL,
		delta DECIMAL(19,4) NOT NULL,
		balance_after DECIMAL(19,4) NOT NULL,
		unit_cost DECIMAL(19,4) NULL,
		reason VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		reference_type VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		reference_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		note VARCHAR(500) NOT NULL DEFAULT '',
		stands_for INT UNSIGNED NOT NULL DEFAULT 1,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY level_seq (item_id, location_id, seq),
		KEY created_at (created_at),
		KEY level_time (item_id, location_id, created_at, seq, balance_after),
		KEY reason_time (reason, created_at),
		KEY actor_time (actor_id, created_at),
		KEY document (reference_type, reference_id, created_at)";

	private const REQUESTS = '
		idem_key VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		fingerprint CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		answer MEDIUMTEXT NOT NULL,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (idem_key)';

	/**
	 * Components with the same `choice` (the first one's id) are alternatives, in the order of `place`, and have the same
	 * quantity; 0 is a component by itself.
	 */
	private const BUNDLE_COMPONENTS = '
		bundle_id BIGINT UNSIGNED NOT NULL,
		component_id BIGINT UNSIGNED NOT NULL,
		quantity DECIMAL(19,4) NOT NULL,
		choice BIGINT UNSIGNED NOT NULL DEFAULT 0,
		place SMALLINT UNSIGNED NOT NULL DEFAULT 0,
		is_optional TINYINT NOT NULL DEFAULT 0,
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

	/**
	 * What is sold and could not be taken. `active` is 1 while it is open and NULL ever after, as in RESERVATIONS: an
	 * order line has one open row.
	 */
	private const SHORTFALLS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		order_id BIGINT UNSIGNED NOT NULL,
		line_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		missing DECIMAL(19,4) NOT NULL,
		owed TINYINT NOT NULL DEFAULT 0,
		active TINYINT NULL DEFAULT 1,
		outcome VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'wait',
		created_at DATETIME(6) NOT NULL,
		closed_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY one_open (line_id, active),
		KEY waiting (active, item_id),
		KEY order_id (order_id)";

	/** Orders whose hold ran out and that nobody has looked at yet; a row goes when that is done. */
	private const EXPIRED_HOLDS = '
		reservation_id BIGINT UNSIGNED NOT NULL,
		order_id BIGINT UNSIGNED NOT NULL,
		not_before DATETIME(6) NOT NULL,
		PRIMARY KEY  (reservation_id),
		KEY not_before (not_before)';

	/** How much may be bought: one row for an item or a category. */
	private const LIMITS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		scope VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		scope_id BIGINT UNSIGNED NOT NULL,
		most_per_order DECIMAL(19,4) NULL,
		most_per_customer DECIMAL(19,4) NULL,
		window_days INT UNSIGNED NULL,
		least DECIMAL(19,4) NULL,
		multiple_of DECIMAL(19,4) NULL,
		updated_at DATETIME(6) NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id),
		UNIQUE KEY scope (scope, scope_id)';

	/** The row at which the sessions of one customer queue: see Limit\Uses. */
	private const LIMIT_CUSTOMERS = '
		limit_id BIGINT UNSIGNED NOT NULL,
		customer VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		turn BIGINT UNSIGNED NOT NULL DEFAULT 0,
		PRIMARY KEY  (limit_id, customer)';

	private const LIMIT_USES = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		limit_id BIGINT UNSIGNED NOT NULL,
		customer VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		reservation_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		quantity DECIMAL(19,4) NOT NULL,
		used_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		KEY counted (limit_id, customer, used_at),
		KEY reservation (reservation_id)';

	/** Lines of orders that wait for units to arrive, oldest first; `ready_at` once they are there. */
	private const PREORDERS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		item_id BIGINT UNSIGNED NOT NULL,
		order_id BIGINT UNSIGNED NOT NULL,
		line_id BIGINT UNSIGNED NOT NULL,
		quantity DECIMAL(19,4) NOT NULL,
		made_at DATETIME(6) NOT NULL,
		ready_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY line (line_id),
		KEY waiting (item_id, ready_at, id)';
}
