<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Catalog\Writing\LimitTooLow;
use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shop\Limit\FormLimit;
use WooInventoryGuard\Stock\Quantity;

/**
 * The terms of sale in the tab "Inventory guard" of a product and in the section of each variation (ProductPanel shows
 * them). Saved with the product.
 */
final class ProductFields {

	private const QUANTITIES = array( 'safety_stock', 'backorder_limit', 'preorder_limit' );
	private const DAYS       = array( 'expected_at', 'available_from' );
	private const OF_LIMIT   = array( 'most_per_order', 'most_per_customer', 'least', 'multiple_of' );

	public function __construct(
		private readonly Items $items,
		private readonly ItemWriter $writer,
		private readonly Limits $limits,
		private readonly FieldMarkup $markup
	) {}

	public function register(): void {
		add_action( 'woocommerce_process_product_meta', $this->save_product( ... ), 50 );
		add_action( 'woocommerce_save_product_variation', $this->save_variation( ... ), 50, 2 );
	}

	/**
	 * @param Item|null $item NULL where the product is not saved yet.
	 * @param int|null  $loop NULL for a product, else the place of the variation in its product's form.
	 */
	public function show( ?Item $item, ?int $loop ): void {
		$this->markup->terms( $item, $loop, Access::can( Access::ADJUST ) );
		if ( Access::can( Access::CONFIGURE ) ) {
			$this->markup->limit( null === $item ? null : $this->limits->of( Scope::Item, $item->id ), $loop );
		}
	}

	private function save_product( mixed $product_id ): void {
		// WooCommerce has checked the nonce of this form before it fires the action.
		$sent = isset( $_POST['wig'] ) && is_array( $_POST['wig'] ) ? wp_unslash( $_POST['wig'] ) : array(); // phpcs:ignore WordPress.Security -- See above; each value is cleaned below.
		if ( is_numeric( $product_id ) && array() !== $sent ) {
			$this->save( (int) $product_id, $sent );
		}
	}

	private function save_variation( mixed $variation_id, mixed $loop ): void {
		$sent = isset( $_POST['wig_variation'] ) && is_array( $_POST['wig_variation'] ) ? wp_unslash( $_POST['wig_variation'] ) : array(); // phpcs:ignore WordPress.Security -- As above.
		$own  = is_numeric( $loop ) ? $sent[ (int) $loop ] ?? null : null;
		if ( is_numeric( $variation_id ) && is_array( $own ) ) {
			$this->save( (int) $variation_id, $own );
		}
	}

	/**
	 * @param array<mixed> $sent
	 */
	private function save( int $product_id, array $sent ): void {
		$item = $this->item( $product_id );
		if ( null === $item ) {
			return;
		}
		if ( Access::can( Access::ADJUST ) ) {
			$this->save_terms( $item, $sent );
		}
		if ( Access::can( Access::CONFIGURE ) && array() !== array_intersect( self::OF_LIMIT, array_keys( $sent ) ) ) {
			$this->limits->put( FormLimit::of( Scope::Item, $item->id, $sent ) );
		}
	}

	/**
	 * Only what was changed: a form that was opened an hour ago does not bring old terms back.
	 *
	 * @param array<mixed> $sent
	 */
	private function save_terms( Item $item, array $sent ): void {
		$now     = FieldMarkup::values( $item );
		$changed = array_filter(
			array_intersect_key( $sent, $now ),
			static fn( mixed $value, int|string $field ): bool => is_string( $value ) && trim( $value ) !== $now[ $field ],
			ARRAY_FILTER_USE_BOTH
		);
		$fields  = array();
		foreach ( $changed as $field => $value ) {
			$fields[ $field ] = match ( true ) {
				in_array( $field, self::QUANTITIES, true ) => FormLimit::quantity( $value ),
				in_array( $field, self::DAYS, true )       => FieldMarkup::day( $value ),
				default                                    => sanitize_text_field( $value ),
			};
		}
		try {
			/** @var array{safety_stock?: Quantity|null} $fields */
			$this->writer->update( $item->id, ItemChanges::of( $fields ), null );
		} catch ( LimitTooLow $too_low ) {
			/* translators: %s: a number of units. */
			\WC_Admin_Meta_Boxes::add_error( sprintf( __( 'The limit was not changed: %s more units than in stock are already promised.', 'woo-inventory-guard' ), (string) $too_low->promised ) );
		} catch ( CatalogError $error ) {
			\WC_Admin_Meta_Boxes::add_error( $error->getMessage() );
		}
	}

	private function item( int $product_id ): ?Item {
		return $this->items->by_product_ids( array( $product_id ) )[ $product_id ] ?? null;
	}
}
