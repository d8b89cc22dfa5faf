<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Report: sums of movements, so that no page has to read the ledger. All of it can be made again from
 * the ledger at any time. See Schema for the rules.
 */
final class ReportTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'item_days'   => self::ITEM_DAYS,
			'shop_days'   => self::SHOP_DAYS,
			'item_speeds' => self::ITEM_SPEEDS,
			'snoozes'     => self::SNOOZES,
		);
	}

	/** Columns of `shop_days` that tables of earlier versions lack. */
	public const SHOP_DAY_COLUMNS = array(
		'moved_average' => 'DECIMAL(19,4) NULL',
		'value_average' => 'DECIMAL(19,4) NULL',
	);

	/**
	 * What moved of an item on a day of the shop's calendar; only days on which something did. `sold`, `returned`,
	 * `received` and `lost` are sizes, `other` and `opened` (the first count) have signs. `closing` is what was on hand
	 * when the day ended.
	 */
	private const ITEM_DAYS = '
		item_id BIGINT UNSIGNED NOT NULL,
		day DATE NOT NULL,
		sold DECIMAL(19,4) NOT NULL DEFAULT 0,
		returned DECIMAL(19,4) NOT NULL DEFAULT 0,
		received DECIMAL(19,4) NOT NULL DEFAULT 0,
		lost DECIMAL(19,4) NOT NULL DEFAULT 0,
		other DECIMAL(19,4) NOT NULL DEFAULT 0,
		opened DECIMAL(19,4) NOT NULL DEFAULT 0,
		closing DECIMAL(19,4) NOT NULL DEFAULT 0,
		PRIMARY KEY  (day, item_id),
		KEY item (item_id, day)';

	/**
	 * The same for the whole shop. `moved_*` is by how much that day changed the whole, `ran_out` how many items more
	 * were out at its end; units to items_out are what was seen when somebody looked last on that day, NULL where nobody
	 * did (see Report\Closings). Days that were added up before there was an average have none; the cost stands for it.
	 */
	private const SHOP_DAYS = '
		day DATE NOT NULL,
		sold DECIMAL(19,4) NOT NULL DEFAULT 0,
		returned DECIMAL(19,4) NOT NULL DEFAULT 0,
		received DECIMAL(19,4) NOT NULL DEFAULT 0,
		lost DECIMAL(19,4) NOT NULL DEFAULT 0,
		other DECIMAL(19,4) NOT NULL DEFAULT 0,
		sold_cost DECIMAL(19,4) NOT NULL DEFAULT 0,
		moved_units DECIMAL(19,4) NOT NULL DEFAULT 0,
		moved_cost DECIMAL(19,4) NOT NULL DEFAULT 0,
		moved_average DECIMAL(19,4) NULL,
		moved_price DECIMAL(19,4) NOT NULL DEFAULT 0,
		ran_out INT NOT NULL DEFAULT 0,
		lost_units DECIMAL(19,4) NOT NULL DEFAULT 0,
		lost_sales DECIMAL(19,4) NOT NULL DEFAULT 0,
		units DECIMAL(19,4) NULL,
		value_cost DECIMAL(19,4) NULL,
		value_average DECIMAL(19,4) NULL,
		value_price DECIMAL(19,4) NULL,
		items INT UNSIGNED NULL,
		items_out INT UNSIGNED NULL,
		looked_at DATETIME(6) NULL,
		summed_at DATETIME(6) NULL,
		PRIMARY KEY  (day)';

	/** How fast an item sells: see Report\Speeds. */
	private const ITEM_SPEEDS = '
		item_id BIGINT UNSIGNED NOT NULL,
		sold DECIMAL(19,4) NOT NULL DEFAULT 0,
		days INT UNSIGNED NOT NULL DEFAULT 0,
		per_day DECIMAL(19,4) NOT NULL DEFAULT 0,
		PRIMARY KEY  (item_id)';

	/** What nobody wants to be reminded of until then. */
	private const SNOOZES = '
		item_id BIGINT UNSIGNED NOT NULL,
		until DATETIME(6) NOT NULL,
		actor_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
		PRIMARY KEY  (item_id)';
}
