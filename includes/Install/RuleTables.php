<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Rule: what counts for items that say nothing themselves. See Schema for the rules.
 */
final class RuleTables {

	/**
	 * What came to `items` with them: see Schema::ITEMS.
	 */
	public const ITEM_COLUMNS = array(
		'own_backorders'  => 'VARCHAR(6) NULL',
		'own_limit'       => 'DECIMAL(19,4) NULL',
		'own_text'        => "VARCHAR(200) NOT NULL DEFAULT ''",
		'parent_low'      => 'DECIMAL(19,4) NULL',
		'rule_low'        => 'DECIMAL(19,4) NULL',
		'rule_backorders' => 'VARCHAR(6) NULL',
		'rule_limit'      => 'DECIMAL(19,4) NULL',
		'rule_text'       => 'VARCHAR(200) NULL',
		'low_rule'        => 'BIGINT UNSIGNED NULL',
		'backorders_rule' => 'BIGINT UNSIGNED NULL',
		'limit_rule'      => 'BIGINT UNSIGNED NULL',
		'text_rule'       => 'BIGINT UNSIGNED NULL',
	);

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'rules'      => self::RULES,
			'rule_state' => self::RULE_STATE,
		);
	}

	/**
	 * One row for a product with variations, a category, or the shop (scope_id 0). Of several categories the one with
	 * the lowest `place` wins. A column that is NULL says nothing; so does an empty text.
	 */
	private const RULES = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		scope VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		scope_id BIGINT UNSIGNED NOT NULL,
		place INT UNSIGNED NOT NULL DEFAULT 0,
		low DECIMAL(19,4) NULL,
		backorders VARCHAR(6) NULL,
		backorder_limit DECIMAL(19,4) NULL,
		backorder_text VARCHAR(200) NOT NULL DEFAULT '',
		updated_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		UNIQUE KEY scope (scope, scope_id)";

	/**
	 * One row, which everybody locks first who changes rules or writes what follows from them: see Rule\Turn. `after_id`
	 * is the item from which the writing goes on, NULL when all is written.
	 */
	private const RULE_STATE = '
		id TINYINT UNSIGNED NOT NULL,
		edition BIGINT UNSIGNED NOT NULL DEFAULT 0,
		turn BIGINT UNSIGNED NOT NULL DEFAULT 0,
		after_id BIGINT UNSIGNED NULL,
		done BIGINT UNSIGNED NOT NULL DEFAULT 0,
		total BIGINT UNSIGNED NOT NULL DEFAULT 0,
		PRIMARY KEY  (id)';
}
