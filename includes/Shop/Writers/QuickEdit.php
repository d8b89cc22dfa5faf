<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * The product list may be open for an hour. Quick edit therefore sends along the number that it showed: what the person
 * did not touch is not written, and where they changed a number that is no longer right they are told both, with the
 * form still open.
 */
final class QuickEdit {

	public function __construct( private readonly Db $db ) {}

	public function register(): void {
		add_action( 'woocommerce_product_quick_edit_end', $this->field( ... ) );
		add_action( 'woocommerce_product_bulk_edit_end', Reasons::show( ... ) );
		add_action( 'admin_enqueue_scripts', $this->script( ... ), 20 );
		add_action( 'wp_ajax_inline-save', $this->check( ... ), 0 );
	}

	private function field(): void {
		echo '<input type="hidden" name="' . esc_attr( Posted::SEEN ) . '" value="" />';
		Reasons::show();
		echo '<p class="howto wig-quick-now"></p>';
	}

	/**
	 * WooCommerce's script fills the form from the row, which may have been renewed since the page was loaded; this
	 * takes the number from there too, and says what of it is reserved and available (see ProductList).
	 */
	private function script(): void {
		wp_add_inline_script(
			'woocommerce_quick-edit',
			'jQuery( function ( $ ) { $( "#the-list" ).on( "click", ".editinline", function () { var row = $( ".inline-edit-row" );'
			. ' $( ".wig-quick-now", row ).text( $( this ).closest( "tr" ).find( "[data-wig-now]" ).data( "wig-now" ) || "" );'
			. ' $( "input[name=' . Posted::SEEN . ']", row ).val( $( "input[name=_stock]", row ).val() ); } ); } );'
		);
	}

	/**
	 * Before WordPress saves anything of the row. Its script shows the text in the open form.
	 */
	private function check(): void {
		$product_id = Posted::quick_edited();
		$seen       = Posted::seen();
		$wanted     = Posted::stock();
		if ( 0 === $product_id || null === $seen || null === $wanted || 0 === $seen->compare( $wanted ) ) {
			return;
		}
		check_ajax_referer( 'inlineeditnonce', '_inline_edit' );
		if ( ! current_user_can( 'edit_post', $product_id ) ) {
			return;
		}
		$now = $this->on_hand( $product_id );
		if ( null !== $now && 0 !== $now->compare( $seen ) ) {
			wp_die( esc_html( $this->conflict( $seen, $wanted, $now ) ) );
		}
	}

	private function conflict( Quantity $seen, Quantity $wanted, Quantity $now ): string {
		return sprintf(
			/* translators: 1: number shown, 2: number entered, 3: number in stock now */
			__( 'Nothing was saved: the list showed %1$s in stock and you entered %2$s, but there are %3$s now. Reload the page to see the present number, then change it again.', 'woo-inventory-guard' ),
			(string) $seen,
			(string) $wanted,
			(string) $now
		);
	}

	private function on_hand( int $product_id ): ?Quantity {
		$value = $this->db->value( "SELECT on_hand FROM %i WHERE product_id = %d AND tracked = 1 AND kind <> 'bundle'", $this->db->table( 'items' ), $product_id );
		return null === $value ? null : Quantity::from_sql( $value );
	}
}
