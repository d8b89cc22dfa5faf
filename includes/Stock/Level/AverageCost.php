<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Level;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a unit in stock cost on average, reckoned anew with each receipt that says what was paid:
 *
 *     average = ( on hand before * average before + received * cost ) / ( on hand before + received )
 *
 * That is the weighted average cost formula of IAS 2 (Inventories), paragraph 27, "as each additional shipment is
 * received"; textbooks call it the moving average of a perpetual inventory (Weygandt, Kimmel and Kieso, Accounting
 * Principles, the appendix on cost flow methods in perpetual inventory systems).
 *
 * - On hand is that of all locations together: what a unit cost does not depend on where it lies.
 * - What leaves does so at the average, so it changes nothing; nor do units that come without a cost (returned, found,
 *   counted): they are taken to have cost as much as those that are there.
 * - A receipt that is taken back leaves too. Its cost stays in the average until none is left: a unit in stock does not
 *   know which delivery it came with.
 * - Where none is there, or less than none, the new cost is the average: nothing is left that cost something else.
 * - Where no average is known yet, it begins with what a unit cost last (`unit_cost`).
 * - It is rounded to four places, half up, with each receipt.
 */
final class AverageCost {

	public function __construct( private readonly Db $db ) {}

	/**
	 * To be called in the transaction that received the units, after it: on hand holds them already, and the item's row has
	 * been locked by the statement that put them there. Two receipts at once, also at two locations, come one after the
	 * other, and each starts from the average that the other left.
	 *
	 * The numbers are whole ten-thousandths, so that SQLite, which counts in doubles, multiplies integers without a
	 * remainder. A quotient of decimals has four places more than what is divided: the twelve zeros keep one that is a
	 * little below a half from being rounded up to it first. The average is set before `unit_cost`, which MySQL would
	 * else read as it is after the statement.
	 *
	 * @param Line     $received More than zero.
	 * @param Quantity $cost     Of each unit.
	 */
	public function receive( Line $received, Quantity $cost ): void {
		$this->db->execute(
			'UPDATE %i SET
				average_cost = CASE
					WHEN COALESCE( average_cost, unit_cost ) IS NULL OR ROUND( on_hand * 10000 - %d ) <= 0 THEN ROUND( %d * 0.0001, 4 )
					ELSE ROUND( ROUND(
						( ROUND( on_hand * 10000 - %d ) * ROUND( COALESCE( average_cost, unit_cost ) * 10000 ) + %d * 1.0 * %d ) * 1.000000000000 / ROUND( on_hand * 10000 )
					) * 0.0001, 4 ) END,
				unit_cost = ROUND( %d * 0.0001, 4 )
			WHERE id = %d',
			$this->db->table( 'items' ),
			$received->quantity->units,
			$cost->units,
			$received->quantity->units,
			$received->quantity->units,
			$cost->units,
			$cost->units,
			$received->item_id
		);
	}
}
