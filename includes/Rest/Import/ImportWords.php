<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\Problem;

/**
 * What a shop owner is told of a row of a file.
 */
final class ImportWords {

	public static function of( Problem $problem ): string {
		$sentence = self::identity( $problem->code ) ?? self::value( $problem->code ) ?? self::list( $problem->code ) ?? self::later( $problem->code )
			?? __( 'This cannot be written. Look at the item itself.', 'woo-inventory-guard' );
		return str_contains( $sentence, '%s' ) ? sprintf( $sentence, $problem->what ) : $sentence;
	}

	private static function identity( string $code ): ?string {
		return match ( $code ) {
			'wig_import_no_item'         => __( 'The row does not say which item is meant. Give it an SKU.', 'woo-inventory-guard' ),
			/* translators: %s: an SKU */
			'wig_import_unknown_sku'     => __( 'No item has the SKU %s. Correct it, or let new items be made.', 'woo-inventory-guard' ),
			/* translators: %s: a name */
			'wig_import_unknown_name'    => __( 'No item is called %s. Give the row its SKU, or let new items be made.', 'woo-inventory-guard' ),
			/* translators: %s: a name */
			'wig_import_same_name'       => __( 'Several items are called %s. Give the row an SKU.', 'woo-inventory-guard' ),
			/* translators: %s: an SKU */
			'wig_import_name_has_sku'    => __( 'The item of this name has the SKU %s. Give it in the row.', 'woo-inventory-guard' ),
			/* translators: %s: a barcode */
			'wig_import_unknown_barcode' => __( 'No item has the barcode %s. Correct it, or give an SKU.', 'woo-inventory-guard' ),
			/* translators: %s: a number */
			'wig_import_unknown_item'    => __( 'There is no item with the number %s. Leave this column out where the file comes from another shop.', 'woo-inventory-guard' ),
			/* translators: %s: a number */
			'wig_import_unknown_product' => __( 'No item follows a product with the number %s. Leave this column out where the file comes from another shop.', 'woo-inventory-guard' ),
			'wig_import_two_items'       => __( 'The SKU and the numbers in this row belong to different items. Leave all but one of these columns out.', 'woo-inventory-guard' ),
			/* translators: %s: number of a row */
			'wig_import_twice'           => __( 'Row %s is about the same item. Keep one of them.', 'woo-inventory-guard' ),
			/* translators: %s: number of a row */
			'wig_import_barcode_twice'   => __( 'Row %s gives the same barcode to another item.', 'woo-inventory-guard' ),
			/* translators: %s: an SKU or a name */
			'wig_import_barcode_taken'   => __( 'Another item has this barcode already: %s.', 'woo-inventory-guard' ),
			/* translators: %s: kind of an item */
			'wig_import_kind'            => __( 'This item is of another kind (%s), which cannot be changed here. Leave this column out.', 'woo-inventory-guard' ),
			/* translators: %s: what was sent */
			'wig_import_new_kind'        => __( 'A new item can be a part or a bundle, not: %s. Products are made in WooCommerce.', 'woo-inventory-guard' ),
			default                      => null,
		};
	}

	private static function value( string $code ): ?string {
		return match ( $code ) {
			/* translators: %s: what was sent */
			'wig_import_number'          => __( 'This is not a plain number with at most four decimal places: %s.', 'woo-inventory-guard' ),
			/* translators: %s: a number */
			'wig_import_negative'        => __( 'This must not be below 0: %s.', 'woo-inventory-guard' ),
			/* translators: %s: a number */
			'wig_import_too_long'        => __( 'This is too long: at most %s characters.', 'woo-inventory-guard' ),
			'wig_import_empty'           => __( 'There is nothing to be read in this cell. Leave it blank to keep what is there.', 'woo-inventory-guard' ),
			'wig_import_html'            => __( 'This must be plain text: take HTML tags out.', 'woo-inventory-guard' ),
			/* translators: %s: what was sent */
			'wig_import_backorders'      => __( 'Say no, notify or yes, not: %s.', 'woo-inventory-guard' ),
			/* translators: %s: what was sent */
			'wig_import_days'            => __( 'This must be a whole number of days from 0 to 3650, not: %s.', 'woo-inventory-guard' ),
			/* translators: %s: name of a field */
			'wig_import_two_numbers'     => __( 'The row gives two numbers of units; the other one is in %s. Keep one of them.', 'woo-inventory-guard' ),
			'wig_import_nothing_counted' => __( 'The row says when, but not what was counted.', 'woo-inventory-guard' ),
			'wig_import_when'            => __( 'Say when this was counted: for the whole file, or in a column of its own.', 'woo-inventory-guard' ),
			/* translators: %s: what was sent */
			'wig_import_time'            => __( 'This is not a time such as 2026-12-31T18:00:00+08:00: %s.', 'woo-inventory-guard' ),
			'wig_import_future'          => __( 'This time has not come yet.', 'woo-inventory-guard' ),
			'wig_import_before_ledger'   => __( 'The ledger of this item does not reach back to this time. Count it again.', 'woo-inventory-guard' ),
			'wig_import_folded'          => __( 'Movements of this time were folded into monthly sums, so what the books had then is not known any more. Count it again.', 'woo-inventory-guard' ),
			default                      => null,
		};
	}

	private static function list( string $code ): ?string {
		return match ( $code ) {
			/* translators: %s: what was sent */
			'wig_import_components'        => __( 'Write components as SKU:quantity with semicolons between, such as TEA:2; CUP:0.5. This cannot be read: %s.', 'woo-inventory-guard' ),
			/* translators: %s: an SKU */
			'wig_import_unknown_component' => __( 'Neither the shop nor the file has a component with the SKU %s.', 'woo-inventory-guard' ),
			/* translators: %s: name of an item. */
			'wig_import_component_name'    => __( 'Neither the shop nor the file has just one item without SKU that is called %s. Give the component its SKU.', 'woo-inventory-guard' ),
			'wig_import_not_a_bundle'      => __( 'Only a bundle has components.', 'woo-inventory-guard' ),
			'wig_import_loop'              => __( 'A bundle cannot contain itself, not by way of others either. Take one of its components out.', 'woo-inventory-guard' ),
			default                        => null,
		};
	}

	private static function later( string $code ): ?string {
		return match ( $code ) {
			'wig_import_owned_by_shop' => __( 'This item follows a WooCommerce product. Change this in the product itself, and leave the column out.', 'woo-inventory-guard' ),
			'wig_import_not_counted'   => __( 'The stock of this item is not counted by itself. For a product, switch on "Manage stock"; for a bundle, use its components.', 'woo-inventory-guard' ),
			'wig_import_promised'      => __( 'So many units cannot go: orders have been promised them. Release or ship those first.', 'woo-inventory-guard' ),
			'wig_import_changed_since' => __( 'Somebody has changed this since; it was left as it is.', 'woo-inventory-guard' ),
			'wig_import_with_changed'  => __( 'It was left as it is, since somebody has changed another field of this item.', 'woo-inventory-guard' ),
			'wig_import_taken'         => __( 'Another item has this SKU or barcode by now.', 'woo-inventory-guard' ),
			/* translators: %s: a number of units, negative where they went */
			Problem::MOVED_SINCE       => __( 'Since the check %s units were sold, received or counted. They were kept.', 'woo-inventory-guard' ),
			default                    => null,
		};
	}
}
