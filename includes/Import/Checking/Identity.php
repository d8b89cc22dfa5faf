<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Import\Problem;

/**
 * Which item a row is about. Several ways to name one must name the same one; a barcode names one only where nothing else
 * does, and a name only where there is not even a barcode, and only an item that has no SKU. What nobody knows is a new item,
 * where such may be made.
 */
final class Identity {

	/**
	 * @param Item|null     $item     NULL for a new one, and where there is a problem.
	 * @param string        $sku      As it was sent, clean; '' where none was.
	 * @param list<Problem> $problems
	 */
	private function __construct( public readonly ?Item $item, public readonly string $sku, public readonly array $problems ) {}

	/**
	 * @param array<string, string> $sent
	 */
	public static function of( Lookup $lookup, array $sent, bool $create ): self {
		try {
			$sku = isset( $sent['sku'] ) ? Fields::text( 'sku', $sent['sku'], Text::SKU ) : '';
			return new self( self::find( $lookup, $sent, $sku, $create ), $sku, array() );
		} catch ( BadValue $bad ) {
			return new self( null, '', array( $bad->problem ) );
		}
	}

	/**
	 * @param array<string, string> $sent
	 * @throws BadValue
	 */
	private static function find( Lookup $lookup, array $sent, string $sku, bool $create ): ?Item {
		$found = self::by_number( $lookup, $sent );
		$item  = '' === $sku ? null : $lookup->by_sku( $sku );
		if ( null !== $item ) {
			$found['sku'] = $item;
		} elseif ( '' !== $sku && array() !== $found ) {
			throw new BadValue( new Problem( 'sku', 'wig_import_two_items', $sku ) );
		}
		if ( array() === $found && '' === $sku && isset( $sent['barcode'] ) ) {
			return $lookup->by_barcode( Text::line( $sent['barcode'], Text::BARCODE ) )
				?? ( $create && isset( $sent['name'] ) ? null : throw new BadValue( new Problem( 'barcode', 'wig_import_unknown_barcode', $sent['barcode'] ) ) );
		}
		if ( array() === $found && '' === $sku && isset( $sent['name'] ) ) {
			return self::by_name( $lookup, Text::line( $sent['name'], Text::NAME ) ) ?? ( $create ? null : throw new BadValue( new Problem( 'name', 'wig_import_unknown_name', $sent['name'] ) ) );
		}
		if ( 1 < count( array_unique( array_map( static fn( Item $one ): int => $one->id, array_values( $found ) ) ) ) ) {
			throw new BadValue( new Problem( (string) array_key_last( $found ), 'wig_import_two_items', $sku ) );
		}
		if ( array() === $found && ( '' === $sku || ! $create ) ) {
			throw new BadValue( '' === $sku ? new Problem( '', 'wig_import_no_item' ) : new Problem( 'sku', 'wig_import_unknown_sku', $sku ) );
		}
		return array_values( $found )[0] ?? null;
	}

	/**
	 * @throws BadValue
	 */
	private static function by_name( Lookup $lookup, string $name ): ?Item {
		$named = $lookup->by_name( $name );
		if ( 1 < count( $named ) ) {
			throw new BadValue( new Problem( 'name', 'wig_import_same_name', $name ) );
		}
		$item = $named[0] ?? null;
		return null === $item || '' === $item->sku ? $item : throw new BadValue( new Problem( 'name', 'wig_import_name_has_sku', $item->sku ) );
	}

	/**
	 * @param array<string, string> $sent
	 * @return array<string, Item> By field.
	 * @throws BadValue
	 */
	private static function by_number( Lookup $lookup, array $sent ): array {
		$found = array();
		foreach ( array( 'item_id', 'product_id' ) as $field ) {
			if ( isset( $sent[ $field ] ) ) {
				$text   = trim( $sent[ $field ] );
				$number = 1 === preg_match( '/\A\d{1,18}\z/', $text ) ? (int) $text : 0;
				$item   = 'item_id' === $field ? $lookup->by_id( $number ) : $lookup->by_product( $number );

				$found[ $field ] = $item ?? throw new BadValue( new Problem( $field, 'item_id' === $field ? 'wig_import_unknown_item' : 'wig_import_unknown_product', $text ) );
			}
		}
		return $found;
	}
}
