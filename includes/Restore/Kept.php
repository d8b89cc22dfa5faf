<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Restore;

use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Platform\Db;

/**
 * Movements that a restore leaves as they are where sales are kept: units that truly left or came (sold, sent back,
 * delivered, broken). What somebody typed, counted, imported or changed in bulk is not among them.
 */
final class Kept {

	/** The reasons that the reports count as sold, returned, received or lost (see Report\Column). */
	private const REASONS = array( 'sold', 'returned', 'refund', 'restocked', 'cancelled', 'received', 'purchased', 'damaged', 'lost', 'missing', 'stolen', 'expired', 'internal_use' );

	/** A bulk change or an import bears whatever reason was chosen for it, and is what people want taken back. */
	private const NEVER = array( 'bulk_change', 'import' );

	/** Units of a document that was taken back as a whole neither came nor left. */
	private const NOT_TAKEN_BACK = 'NOT EXISTS ( SELECT 1 FROM %i v WHERE v.reference_type = m.reference_type AND v.reference_id = m.reference_id )';

	/**
	 * As a condition over a row m of `movements`.
	 */
	public static function where( Db $db ): Clause {
		return new Clause(
			'( m.reason IN (' . $db->marks( self::REASONS, '%s' ) . ') AND m.reference_type NOT IN (' . $db->marks( self::NEVER, '%s' ) . ') AND ' . self::NOT_TAKEN_BACK . ' )',
			...array( ...self::REASONS, ...self::NEVER, $db->table( 'reversals' ) )
		);
	}

	/**
	 * @return non-empty-list<string>
	 */
	public static function reasons(): array {
		return self::REASONS;
	}

	/**
	 * Reasons of movements that are the shop's daily life, or that put something right: no mishap, however many there are.
	 *
	 * @return non-empty-list<string>
	 */
	public static function everyday(): array {
		return array( 'sold', 'returned', 'refund', 'restocked', 'cancelled', 'opening', Restore::TYPE, 'reversal' );
	}
}
