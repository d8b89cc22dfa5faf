<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Quantity;

/**
 * What the books had when somebody counted.
 */
final class Counted {

	/** Clocks differ. */
	private const TOLERANCE = '+2 minutes';

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly FoldedLevels $folded ) {}

	/**
	 * @param string|null             $sent The row's own time, RFC 3339.
	 * @param \DateTimeImmutable|null $else For rows without one.
	 * @throws BadValue
	 */
	public function balance( Item $item, ?string $sent, ?\DateTimeImmutable $else ): Quantity {
		$at  = null === $sent ? $else : self::time( trim( $sent ) );
		$now = $this->clock->now();
		if ( null === $at ) {
			throw new BadValue( new Problem( 'counted_at', null === $sent ? 'wig_import_when' : 'wig_import_time', (string) $sent ) );
		}
		if ( $at > $now->modify( self::TOLERANCE ) ) {
			throw new BadValue( new Problem( 'counted_at', 'wig_import_future', (string) $sent ) );
		}
		$folded = $this->folded->before_of( $item->id, 1 );
		if ( null !== $folded && $at < $folded ) {
			throw new BadValue( new Problem( 'counted_at', 'wig_import_folded', (string) $sent ) );
		}
		// Of a level's lines that one comes last that has the highest number, whatever clocks said.
		$value = $this->db->value(
			'SELECT balance_after FROM %i WHERE item_id = %d AND location_id = 1 AND created_at <= %s ORDER BY created_at DESC, seq DESC LIMIT 1',
			$this->db->table( 'movements' ),
			$item->id,
			Clock::sql( min( $at, $now ) )
		);
		return null === $value ? throw new BadValue( new Problem( 'counted_at', 'wig_import_before_ledger', (string) $sent ) ) : Quantity::from_sql( $value );
	}

	private static function time( string $text ): ?\DateTimeImmutable {
		$time = 1 === preg_match( '/\A\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)\z/i', $text ) ? date_create_immutable( $text ) : false;
		return false === $time ? null : $time;
	}
}
