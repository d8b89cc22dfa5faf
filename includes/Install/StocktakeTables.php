<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Stocktake: who counts what, every count as it came in, and what was made of it. See Schema for the
 * rules.
 */
final class StocktakeTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'stocktakes'          => self::STOCKTAKES,
			'stocktake_lines'     => self::LINES,
			'stocktake_counts'    => self::COUNTS,
			'stocktake_tags'      => self::TAGS,
			'stocktake_counters'  => self::COUNTERS,
			'stocktake_photos'    => self::PHOTOS,
			'stocktake_schedules' => self::SCHEDULES,
			'item_codes'          => self::ITEM_CODES,
			'item_classes'        => self::ITEM_CLASSES,
			'packing'             => self::PACKING,
		);
	}

	/**
	 * `sample_below` is the largest random number that still belongs to the sample. `filled_to` is the last item that was
	 * looked at while items are chosen, `filled` 1 once all were. `reminded` is 1 when those who count were told that it has
	 * begun, 2 when they were told that it is due. `version` goes up with every batch of counts, which all
	 * queue at this row.
	 */
	private const STOCKTAKES = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(100) NOT NULL,
		note VARCHAR(1000) NOT NULL DEFAULT '',
		state VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'open',
		blind TINYINT NOT NULL DEFAULT 1,
		packing VARCHAR(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'shelf',
		location_id BIGINT UNSIGNED NOT NULL DEFAULT 1,
		scope MEDIUMTEXT NOT NULL,
		sample_below BIGINT UNSIGNED NULL,
		shared VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'none',
		due_on VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		schedule_id BIGINT UNSIGNED NULL,
		schedule_day VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		approve_over DECIMAL(19,4) NULL,
		created_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		started_at DATETIME(6) NULL,
		finished_at DATETIME(6) NULL,
		applied_at DATETIME(6) NULL,
		undone_at DATETIME(6) NULL,
		last_count_at DATETIME(6) NULL,
		applied_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		undo_asked_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		undone_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		reminded TINYINT NOT NULL DEFAULT 0,
		filled_to BIGINT UNSIGNED NOT NULL DEFAULT 0,
		filled TINYINT NOT NULL DEFAULT 0,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		PRIMARY KEY  (id),
		UNIQUE KEY one_a_day (schedule_id, schedule_day),
		KEY state (state, id)";

	/**
	 * One item of a stocktake. What is compared (counted to flags) is made again from the counts and the ledger whenever
	 * `stale` is 1; `touched` goes up with every batch of counts, so that a comparison which began before it cannot say
	 * the line is fresh. `size` is the variance in money without its sign, what the review is sorted by. `applied` is by
	 * how much the books were changed, NULL while they were not.
	 */
	private const LINES = "
		stocktake_id BIGINT UNSIGNED NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		counter_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		listed TINYINT NOT NULL DEFAULT 1,
		round INT UNSIGNED NOT NULL DEFAULT 1,
		stale TINYINT NOT NULL DEFAULT 0,
		touched BIGINT UNSIGNED NOT NULL DEFAULT 0,
		has_count TINYINT NOT NULL DEFAULT 0,
		counted DECIMAL(19,4) NULL,
		tags INT UNSIGNED NOT NULL DEFAULT 0,
		first_at DATETIME(6) NULL,
		counted_at DATETIME(6) NULL,
		books DECIMAL(19,4) NULL,
		in_packing DECIMAL(19,4) NOT NULL DEFAULT 0,
		variance DECIMAL(19,4) NULL,
		unit_value DECIMAL(19,4) NULL,
		size DECIMAL(19,4) NOT NULL DEFAULT 0,
		moved_during DECIMAL(19,4) NOT NULL DEFAULT 0,
		flags INT UNSIGNED NOT NULL DEFAULT 0,
		decision VARCHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'none',
		reason VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'unknown',
		note VARCHAR(500) NOT NULL DEFAULT '',
		decided_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		decided_at DATETIME(6) NULL,
		needs_second TINYINT NOT NULL DEFAULT 0,
		approved_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		recount_note VARCHAR(500) NOT NULL DEFAULT '',
		applied DECIMAL(19,4) NULL,
		undone TINYINT NOT NULL DEFAULT 0,
		PRIMARY KEY  (stocktake_id, item_id),
		KEY by_size (stocktake_id, size, item_id),
		KEY stale (stocktake_id, stale, item_id),
		KEY decision (stocktake_id, decision, item_id),
		KEY item (item_id, counted_at)";

	/**
	 * Events that are never changed (`voided` only writes down that another event takes this one back, `item_id` what an
	 * unknown code turned out to be). `at_us` is the moment in microseconds, by which parts are put in order: SQLite keeps
	 * times to the second.
	 */
	private const COUNTS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		stocktake_id BIGINT UNSIGNED NOT NULL,
		uuid CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		code VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		mode VARCHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		quantity DECIMAL(19,4) NOT NULL DEFAULT 0,
		voids CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		place VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		round INT UNSIGNED NOT NULL DEFAULT 1,
		counted_at DATETIME(6) NOT NULL,
		at_us BIGINT NOT NULL,
		received_at DATETIME(6) NOT NULL,
		device VARCHAR(64) NOT NULL DEFAULT '',
		counter_id BIGINT UNSIGNED NOT NULL,
		note VARCHAR(500) NOT NULL DEFAULT '',
		voided TINYINT NOT NULL DEFAULT 0,
		doubtful TINYINT NOT NULL DEFAULT 0,
		PRIMARY KEY  (id),
		UNIQUE KEY uuid (stocktake_id, uuid),
		KEY item (stocktake_id, item_id, round),
		KEY voids (stocktake_id, voids),
		KEY code (stocktake_id, code)";

	/** RFID tags: the primary key lets each count once in a round, whoever reads it. `item_id` 0: nobody knows it yet. */
	private const TAGS = "
		stocktake_id BIGINT UNSIGNED NOT NULL,
		epc VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		round INT UNSIGNED NOT NULL DEFAULT 1,
		item_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		gtin CHAR(14) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		place VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		read_at DATETIME(6) NOT NULL,
		device VARCHAR(64) NOT NULL DEFAULT '',
		counter_id BIGINT UNSIGNED NOT NULL,
		doubtful TINYINT NOT NULL DEFAULT 0,
		PRIMARY KEY  (stocktake_id, epc, round),
		KEY item (stocktake_id, item_id, round),
		KEY gtin (stocktake_id, gtin)";

	/** Pictures of what somebody found; `data` is a JPEG in base64, without anything but the picture. */
	private const PHOTOS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		stocktake_id BIGINT UNSIGNED NOT NULL,
		uuid CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		author_id BIGINT UNSIGNED NOT NULL,
		taken_at DATETIME(6) NOT NULL,
		received_at DATETIME(6) NOT NULL,
		width INT UNSIGNED NOT NULL,
		height INT UNSIGNED NOT NULL,
		data MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY uuid (stocktake_id, uuid),
		KEY item (stocktake_id, item_id, author_id)';

	private const COUNTERS = '
		stocktake_id BIGINT UNSIGNED NOT NULL,
		user_id BIGINT UNSIGNED NOT NULL,
		PRIMARY KEY  (stocktake_id, user_id),
		KEY user_id (user_id, stocktake_id)';

	private const SCHEDULES = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		name VARCHAR(100) NOT NULL,
		every VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		next_on VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		active TINYINT NOT NULL DEFAULT 1,
		plan MEDIUMTEXT NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		KEY due (active, next_on)';

	/** Codes that stand for an item beside its own. */
	private const ITEM_CODES = '
		code VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		item_id BIGINT UNSIGNED NOT NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (code),
		KEY item_id (item_id)';

	/** A and B by value of sales; what has no row is C. See Stocktake\Classes. */
	private const ITEM_CLASSES = '
		item_id BIGINT UNSIGNED NOT NULL,
		class CHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		PRIMARY KEY  (item_id),
		KEY class (class)';

	/**
	 * Orders whose units have left the books; `handed_at` is when the goods left the house too, NULL while they lie
	 * there. See Stocktake\Packing.
	 */
	private const PACKING = '
		order_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		taken_at DATETIME(6) NOT NULL,
		handed_at DATETIME(6) NULL,
		checked_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (order_id),
		KEY handed_at (handed_at),
		KEY checked_at (checked_at)';
}
