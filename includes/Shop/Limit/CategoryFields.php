<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Limit;

use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shop\Product\FieldMarkup;

/**
 * The purchase limit of a category, on the screen where the category is edited.
 */
final class CategoryFields {

	public function __construct( private readonly Limits $limits ) {}

	public function register(): void {
		add_action( 'product_cat_edit_form_fields', $this->show( ... ), 20 );
		add_action( 'edited_product_cat', $this->save( ... ), 20 );
		add_action( 'delete_product_cat', $this->forget( ... ), 20 );
	}

	private function show( mixed $term ): void {
		if ( ! $term instanceof \WP_Term || ! Access::can( Access::CONFIGURE ) ) {
			return;
		}
		$values = FieldMarkup::limit_values( $this->limits->of( Scope::Category, $term->term_id ) );
		foreach ( FieldMarkup::limit_fields() as $field => list( $label, $help ) ) {
			printf(
				'<tr class="form-field"><th scope="row"><label for="wig_%1$s">%2$s</label></th><td><input type="number" min="0" step="any" id="wig_%1$s" name="wig[%1$s]" value="%3$s" /><p class="description">%4$s</p></td></tr>',
				esc_attr( $field ),
				esc_html( $label ),
				esc_attr( $values[ $field ] ),
				esc_html( $help )
			);
		}
	}

	private function save( mixed $term_id ): void {
		// WordPress has checked the nonce of this form; a term that is saved elsewhere sends no such fields.
		$sent = isset( $_POST['wig'] ) && is_array( $_POST['wig'] ) ? wp_unslash( $_POST['wig'] ) : array(); // phpcs:ignore WordPress.Security -- See above; FormLimit cleans each value.
		if ( is_numeric( $term_id ) && array_key_exists( 'most_per_customer', $sent ) && Access::can( Access::CONFIGURE ) ) {
			$this->limits->put( FormLimit::of( Scope::Category, (int) $term_id, $sent ) );
		}
	}

	private function forget( mixed $term_id ): void {
		$limit = is_numeric( $term_id ) ? $this->limits->of( Scope::Category, (int) $term_id ) : null;
		if ( null !== $limit ) {
			$this->limits->delete( $limit->id );
		}
	}
}
