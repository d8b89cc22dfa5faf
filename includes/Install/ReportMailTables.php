<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Install;

/**
 * Tables of the room Report: which report goes to whom by mail, and when. See Schema for the rules.
 */
final class ReportMailTables {

	/**
	 * Table name without prefix => columns and keys.
	 *
	 * @return array<string, literal-string>
	 */
	public static function all(): array {
		return array(
			'report_mails'      => self::MAILS,
			'report_mail_users' => self::USERS,
		);
	}

	/**
	 * `weekday` is 1 (Monday) to 7; `next_on` a day of the shop's calendar; `emails` a JSON list of addresses. `outcome`
	 * to `sent_at` say what became of the newest one: see Report\ReportMail. `version` counts what people changed, not
	 * mails that went out.
	 */
	private const MAILS = "
		id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
		report VARCHAR(20) NOT NULL,
		every VARCHAR(10) NOT NULL,
		weekday TINYINT NOT NULL DEFAULT 1,
		next_on DATE NOT NULL,
		active TINYINT NOT NULL DEFAULT 1,
		emails TEXT NOT NULL,
		version BIGINT UNSIGNED NOT NULL DEFAULT 1,
		outcome VARCHAR(10) NOT NULL DEFAULT '',
		reason VARCHAR(255) NOT NULL DEFAULT '',
		failed TEXT NULL,
		tried_at DATETIME(6) NULL,
		sent_at DATETIME(6) NULL,
		created_at DATETIME(6) NOT NULL,
		PRIMARY KEY  (id),
		KEY due (active, next_on)";

	/** People of this site who get it at the address that they have when it is sent. */
	private const USERS = '
		mail_id BIGINT UNSIGNED NOT NULL,
		user_id BIGINT UNSIGNED NOT NULL,
		PRIMARY KEY  (mail_id, user_id),
		KEY user_id (user_id)';
}
