<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Counting;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Which item a code stands for: one that was tied to it, its barcode, or its SKU, in this order. A GTIN is the same with
 * or without zeros in front, so 4006381333931 finds an item with 04006381333931. A code that nobody knows is offered for
 * tying, never guessed.
 */
final class Codes {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param list<string> $codes
	 * @return array<string, int> Item by code; unknown ones are left out.
	 */
	public function items( array $codes ): array {
		$forms = array();
		foreach ( array_unique( $codes ) as $code ) {
			foreach ( self::forms( $code ) as $form ) {
				$forms[ 'c' . $form ][] = $code;
			}
		}
		$found = array();
		foreach ( array_chunk( array_map( static fn( string $form ): string => substr( $form, 1 ), array_keys( $forms ) ), 1_000 ) as $some ) {
			$marks = $this->db->marks( $some, '%s' );
			$items = $this->db->table( 'items' );
			$rows  = array(
				...$this->db->rows( 'SELECT sku AS code, id FROM %i WHERE sku IN (' . $marks . ')', $items, ...$some ),
				...$this->db->rows( 'SELECT barcode AS code, id FROM %i WHERE barcode IN (' . $marks . ')', $items, ...$some ),
				...$this->db->rows( 'SELECT code, item_id AS id FROM %i WHERE code IN (' . $marks . ')', $this->db->table( 'item_codes' ), ...$some ),
			);
			foreach ( $rows as $row ) {
				// The last found wins. SQLite takes "ab" for "AB"; a code means itself.
				foreach ( $forms[ 'c' . $row['code'] ] ?? array() as $code ) {
					$found[ $code ] = (int) $row['id'];
				}
			}
		}
		return $found;
	}

	/**
	 * @return bool False when the code stands for another item already.
	 */
	public function tie( string $code, int $item_id, int $actor ): bool {
		$known = $this->items( array( $code ) )[ $code ] ?? null;
		if ( null !== $known ) {
			return $known === $item_id;
		}
		try {
			$this->db->execute( 'INSERT INTO %i (code, item_id, actor_id, created_at) VALUES (%s, %d, %d, %s)', $this->db->table( 'item_codes' ), $code, $item_id, $actor, Clock::sql( $this->clock->now() ) );
		} catch ( DuplicateKey ) {
			return $item_id === (int) $this->db->value( 'SELECT item_id FROM %i WHERE code = %s', $this->db->table( 'item_codes' ), $code );
		}
		return true;
	}

	/**
	 * @param list<int> $items
	 * @return array<int, list<string>> Tied codes by item.
	 */
	public function of( array $items ): array {
		$codes = array();
		foreach ( array_chunk( $items, 1_000 ) as $some ) {
			foreach ( $this->db->rows( 'SELECT item_id, code FROM %i WHERE item_id IN (' . $this->db->marks( $some ) . ') ORDER BY code', $this->db->table( 'item_codes' ), ...$some ) as $row ) {
				$codes[ (int) $row['item_id'] ][] = (string) $row['code'];
			}
		}
		return $codes;
	}

	/**
	 * The ways in which a code may be written down.
	 *
	 * @return list<string>
	 */
	public static function forms( string $code ): array {
		if ( 1 !== preg_match( '/\A(\d{8}|\d{12,14})\z/', $code ) || ! Gtin::is_valid( $code ) ) {
			return array( $code );
		}
		$long  = str_pad( $code, 14, '0', STR_PAD_LEFT );
		$forms = array( $code, $long );
		foreach ( array( 13, 12, 8 ) as $digits ) {
			if ( str_starts_with( $long, str_repeat( '0', 14 - $digits ) ) ) {
				$forms[] = substr( $long, 14 - $digits );
			}
		}
		return array_values( array_unique( $forms ) );
	}
}
