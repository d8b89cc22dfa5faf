/** An entry of WordPress's log begins with its time; a database error goes over several lines. */
const entry = /^(?=\[\d{2}-\w{3}-\d{4} )/m;

/**
 * Action Scheduler writes an action with one INSERT … SELECT. When many requests do so at once InnoDB ends some of them as a deadlock, which
 * MariaDB tells as 1213 or, while the next number is read, as 1467. Their watchdogs ask again; a write of ours that met this would name us in "made by".
 */
const rivals = /^\[[^\]]+\] WordPress database error (?:Failed to read auto-increment value|Deadlock found)[^\n]*\s+INSERT INTO \S*actionscheduler_actions\b/;

/**
 * What WordPress wrote into its log that concerns us.
 *
 * @param log The log, or a part of it that begins with an entry.
 */
export function complaintsOfOurs( log: string ): string {
	return log
		.split( entry )
		.filter( ( one ) => ! rivals.test( one ) || one.includes( 'WooInventoryGuard' ) )
		.join( '' );
}
