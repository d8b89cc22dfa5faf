<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Alert: what somebody has to know, and what is on its way to them. See Schema for the rules.
 */
final class AlertTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'alerts'       => self::ALERTS,
			'webhooks'     => self::WEBHOOKS,
			'outbox'       => self::OUTBOX,
			'daily_counts' => self::DAILY_COUNTS,
		);
	}

	/**
	 * `subject` is set while an alert is open and NULL ever after, so the unique key allows one open alert for an item
	 * or an order and any number of handled ones. `batch` is the digest that took it.
	 */
	private const ALERTS = '
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		kind VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		item_id BIGINT UNSIGNED NULL,
		order_id BIGINT UNSIGNED NULL,
		subject VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		data MEDIUMTEXT NOT NULL,
		created_at DATETIME(6) NOT NULL,
		sent_at DATETIME(6) NULL,
		batch CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
		handled_at DATETIME(6) NULL,
		handled_by BIGINT UNSIGNED NOT NULL DEFAULT 0,
		PRIMARY KEY  (id),
		UNIQUE KEY subject (subject),
		KEY waiting (sent_at, handled_at, id),
		KEY open_kind (handled_at, kind, id),
		KEY item_id (item_id, id),
		KEY order_id (order_id, id),
		KEY batch (batch)';

	private const WEBHOOKS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		url VARCHAR(1000) NOT NULL,
		secret CHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		kinds VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
		active TINYINT NOT NULL DEFAULT 1,
		created_at DATETIME(6) NOT NULL,
		updated_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id)";

	/**
	 * One row for each message and receiver, written in the transaction of what it tells. `next_at` is when it may be
	 * tried, and while somebody tries, until when it is theirs.
	 */
	private const OUTBOX = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		channel VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		target VARCHAR(320) NOT NULL,
		event VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		event_id CHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		body MEDIUMTEXT NOT NULL,
		state VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'waiting',
		attempts INT UNSIGNED NOT NULL DEFAULT 0,
		next_at DATETIME(6) NOT NULL,
		said VARCHAR(200) NOT NULL DEFAULT '',
		created_at DATETIME(6) NOT NULL,
		done_at DATETIME(6) NULL,
		PRIMARY KEY  (id),
		KEY due (state, next_at),
		KEY target (channel, target(64), id)";

	private const DAILY_COUNTS = '
		day DATE NOT NULL,
		name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
		times BIGINT UNSIGNED NOT NULL DEFAULT 0,
		units DECIMAL(19,4) NOT NULL DEFAULT 0,
		PRIMARY KEY  (day, name)';
}
