<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * The text of one compound statement, which MariaDB runs from START TRANSACTION to COMMIT without asking back.
 *
 * What fails in it is rolled back there, before the answer goes out: nobody waits for a row longer than it takes to find
 * out. Only a statement that is killed skips the handler, so after any error the connection is told to roll back too.
 */
final class Compound {

	/** The number of the error that says "a row was not changed". MariaDB's own end at 4,999. */
	public const UNMET = 45001;

	private string $text = 'BEGIN NOT ATOMIC DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END; ';

	/**
	 * @param string $sql     Finished. May end in a comment, so the line ends too.
	 * @param bool   $decides Whether it must change exactly one row.
	 */
	public function add( string $sql, bool $decides = false ): void {
		$this->text .= $sql . "\n; " . ( $decides ? "IF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = " . self::UNMET . ", MESSAGE_TEXT = 'A row was not changed.'; END IF; " : '' );
	}

	/**
	 * The answer is a row with the id that was given.
	 */
	public function text(): string {
		return $this->text . 'SELECT LAST_INSERT_ID() AS id; END';
	}
}
