<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Stock\Quantity;

/**
 * Fields of an item as they were sent (see Schema/item-update.json) as changes of the catalog.
 */
final class ItemFields {

	private const TEXTS = array( 'sku', 'barcode', 'category', 'backorder_text', 'supplier', 'bin' );

	private const QUANTITIES = array( 'low_stock_threshold', 'backorder_limit', 'safety_stock', 'preorder_limit', 'unit_cost' );

	private const TIMES = array( 'available_from', 'expected_at' );

	/**
	 * @param array<mixed> $sent Checked by the schema.
	 */
	public static function changes( array $sent ): ItemChanges {
		$fields = array();
		if ( array_key_exists( 'name', $sent ) ) {
			$fields['name'] = is_string( $sent['name'] ) ? $sent['name'] : '';
		}
		foreach ( array_intersect( self::TEXTS, array_keys( $sent ) ) as $field ) {
			$fields[ $field ] = is_string( $sent[ $field ] ) ? $sent[ $field ] : null;
		}
		foreach ( array_intersect( self::QUANTITIES, array_keys( $sent ) ) as $field ) {
			$fields[ $field ] = $sent[ $field ] instanceof Quantity ? $sent[ $field ] : null;
		}
		foreach ( array_intersect( self::TIMES, array_keys( $sent ) ) as $field ) {
			$fields[ $field ] = $sent[ $field ] instanceof \DateTimeImmutable ? $sent[ $field ] : null;
		}
		if ( array_key_exists( 'lead_time_days', $sent ) ) {
			$fields['lead_time_days'] = is_int( $sent['lead_time_days'] ) ? $sent['lead_time_days'] : null;
		}
		if ( array_key_exists( 'backorders', $sent ) ) {
			$fields['backorders'] = is_string( $sent['backorders'] ) ? Backorders::from( $sent['backorders'] ) : null;
		}
		return ItemChanges::of( $fields );
	}
}
