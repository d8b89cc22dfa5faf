<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

/**
 * The product screen sends the number that it showed along with the present one. WooCommerce compares the first with
 * what is there now and complains, also where the person changed nothing but the price. What they did not change is
 * taken out of the form before WooCommerce looks; a number they did change stays its business.
 *
 * phpcs:disable WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- Only compared, as numbers.
 */
final class ProductScreen {

	public function register(): void {
		add_action( 'woocommerce_process_product_meta', $this->product( ... ), 1 );
		add_action( 'woocommerce_process_product_meta_variable', $this->variations( ... ), 1 );
		add_action( 'wp_ajax_woocommerce_save_variations', $this->variations( ... ), 1 );
	}

	private function product( mixed $product_id ): void {
		if ( $this->counted( $product_id ) && $this->same( $_POST['_stock'] ?? null, $_POST['_original_stock'] ?? null ) ) {
			unset( $_POST['_stock'] );
		}
	}

	private function variations(): void {
		$stock    = $_POST['variable_stock'] ?? null;
		$original = $_POST['variable_original_stock'] ?? null;
		if ( ! is_array( $stock ) || ! is_array( $original ) ) {
			return;
		}
		foreach ( $stock as $place => $number ) {
			if ( $this->counted( $_POST['variable_post_id'][ $place ] ?? 0 ) && $this->same( $number, $original[ $place ] ?? null ) ) {
				unset( $_POST['variable_stock'][ $place ] );
			}
		}
	}

	/**
	 * Where counting is only switched on now, an unchanged 0 is a number that has to be written.
	 */
	private function counted( mixed $product_id ): bool {
		return is_numeric( $product_id ) && 'yes' === get_post_meta( (int) $product_id, '_manage_stock', true );
	}

	private function same( mixed $stock, mixed $original ): bool {
		$stock    = Posted::number( $stock );
		$original = Posted::number( $original );
		return null !== $stock && null !== $original && 0 === $stock->compare( $original );
	}
}
