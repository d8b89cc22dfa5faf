<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Access;

/**
 * The tab "Inventory guard" of the product screen, and the section of each variation: a place for the screen's script
 * (src/product-panel), which asks REST when it is first seen, and below it the terms of sale, which are saved with the
 * product. What WooCommerce's own fields say is not said again.
 */
final class ProductPanel {

	private const TARGET = 'wig_product_data';

	/** After WooCommerce's Inventory. */
	private const PRIORITY = 25;

	public function __construct( private readonly Items $items, private readonly ProductFields $fields ) {}

	public function register(): void {
		add_filter( 'woocommerce_product_data_tabs', $this->with_tab( ... ) );
		add_action( 'woocommerce_product_data_panels', $this->show_product( ... ) );
		add_action( 'woocommerce_product_options_stock_fields', $this->say_recorded( ... ) );
		add_action( 'woocommerce_variation_options_inventory', $this->show_variation( ... ), 10, 3 );
	}

	private function with_tab( mixed $tabs ): mixed {
		if ( is_array( $tabs ) && Access::can( Access::VIEW ) ) {
			$tabs['wig'] = array(
				'label'    => __( 'Inventory guard', 'woo-inventory-guard' ),
				'target'   => self::TARGET,
				'class'    => array( 'hide_if_grouped', 'hide_if_external' ),
				'priority' => self::PRIORITY,
			);
		}
		return $tabs;
	}

	private function show_product(): void {
		global $post;
		if ( ! $post instanceof \WP_Post || ! Access::can( Access::VIEW ) ) {
			return;
		}
		$item = $this->item( $post->ID );
		echo '<div id="' . esc_attr( self::TARGET ) . '" class="panel hidden wig-product-data">';
		$this->place( $item, null );
		echo '<div class="woocommerce_options_panel">';
		$this->fields->show( $item, null );
		echo '</div></div>';
	}

	private function show_variation( mixed $loop, mixed $data, mixed $variation ): void {
		if ( $variation instanceof \WP_Post && is_numeric( $loop ) && Access::can( Access::VIEW ) ) {
			$item = $this->item( $variation->ID );
			$this->place( $item, (int) $loop );
			$this->fields->show( $item, (int) $loop );
		}
	}

	/**
	 * Beside WooCommerce's own field, so that nobody takes it for another number.
	 */
	private function say_recorded(): void {
		if ( Access::can( Access::VIEW ) ) {
			printf(
				'<p class="form-field wig-recorded">%s <a href="#%s">%s</a></p>',
				esc_html__( 'Quantity is the number on hand, also of the tab Inventory guard. Each change of it is recorded with who made it.', 'woo-inventory-guard' ),
				esc_attr( self::TARGET ),
				esc_html__( 'See what is reserved, and adjust with a reason', 'woo-inventory-guard' )
			);
		}
	}

	/**
	 * @param int|null $loop NULL for a product, else the place of the variation in its product's form.
	 */
	private function place( ?Item $item, ?int $loop ): void {
		if ( null === $item ) {
			echo '<p class="wig-panel-none">' . esc_html__( 'The inventory knows this product as soon as it is saved.', 'woo-inventory-guard' ) . '</p>';
			return;
		}
		// Names of WooCommerce's own fields beside it, which the script keeps in step and leads to.
		$fields = array();
		foreach ( array( 'stock', 'original_stock', 'backorders', 'low_stock_amount' ) as $field ) {
			$fields[ $field ] = null === $loop ? '_' . $field : "variable_{$field}[{$loop}]";
		}
		printf( '<div class="wig-panel" data-wig-item="%d" data-wig-fields="%s"></div>', esc_attr( (string) $item->id ), esc_attr( (string) wp_json_encode( $fields ) ) );
	}

	private function item( int $product_id ): ?Item {
		return $this->items->by_product_ids( array( $product_id ) )[ $product_id ] ?? null;
	}
}
