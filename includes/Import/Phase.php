<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Import\Applying\Refused;

/**
 * One way through the rows of an import.
 */
interface Phase {

	/**
	 * The next rows, in the order of the file; none once it is through. Outside any transaction.
	 *
	 * @return list<array<string, string|null>> With all of Rows::COLUMNS.
	 */
	public function next( Import $import ): array;

	/**
	 * Does its work on them, in the transaction that moves the import's place.
	 *
	 * @param non-empty-list<array<string, string|null>> $rows
	 * @return array<'checked'|'applied'|'undone'|'problem_rows'|'change_rows'|'same_rows'|'created_rows'|'conflict_rows', int> What to add to the import's numbers.
	 * @throws Refused When one row cannot be written, and something of it is written already: all is rolled back.
	 */
	public function act( Import $import, array $rows ): array;
}
