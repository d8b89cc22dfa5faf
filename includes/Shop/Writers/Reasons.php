<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Platform\Access;

/**
 * Why a number is changed in WooCommerce's product list, asked in quick edit and bulk edit: the same reasons as in the
 * inventory. Nobody has to give one.
 */
final class Reasons {

	private const REASON = 'wig_reason';
	private const NOTE   = 'wig_note';

	private const LONGEST = 400;

	/**
	 * @return array<string, string> Words by slug.
	 */
	private static function words(): array {
		return array(
			'received'     => __( 'Received', 'woo-inventory-guard' ),
			'returned'     => __( 'Returned', 'woo-inventory-guard' ),
			'found'        => __( 'Found', 'woo-inventory-guard' ),
			'damaged'      => __( 'Damaged', 'woo-inventory-guard' ),
			'lost'         => __( 'Lost', 'woo-inventory-guard' ),
			'internal_use' => __( 'Used by the shop itself', 'woo-inventory-guard' ),
			'correction'   => __( 'Correction', 'woo-inventory-guard' ),
			'counted'      => __( 'Counted', 'woo-inventory-guard' ),
		);
	}

	public static function show(): void {
		if ( ! Access::can( Access::ADJUST ) ) {
			return;
		}
		echo '<div class="inline-edit-group wig-reason"><label class="alignleft"><span class="title">' . esc_html__( 'Reason', 'woo-inventory-guard' ) . '</span><span class="input-text-wrap"><select name="' . esc_attr( self::REASON ) . '"><option value="">' . esc_html__( 'None given', 'woo-inventory-guard' ) . '</option>';
		foreach ( self::words() as $slug => $word ) {
			echo '<option value="' . esc_attr( $slug ) . '">' . esc_html( $word ) . '</option>';
		}
		echo '</select></span></label><label class="alignleft"><span class="title">' . esc_html__( 'Note', 'woo-inventory-guard' ) . '</span><span class="input-text-wrap"><input type="text" class="text" maxlength="' . esc_attr( (string) self::LONGEST ) . '" name="' . esc_attr( self::NOTE ) . '" value="" /></span></label></div>';
	}

	/**
	 * '' where none was given.
	 */
	public static function given(): string {
		$reason = self::sent( self::REASON );
		return array_key_exists( $reason, self::words() ) ? $reason : '';
	}

	public static function note(): string {
		return mb_substr( sanitize_text_field( self::sent( self::NOTE ) ), 0, self::LONGEST );
	}

	private static function sent( string $field ): string {
		if ( ! Posted::is_quick_edit() && ! Posted::is_bulk_edit() ) {
			return '';
		}
		// phpcs:ignore WordPress.Security.NonceVerification, WordPress.Security.ValidatedSanitizedInput -- WooCommerce has checked its form when a number is written; cleaned above.
		$value = wp_unslash( $_REQUEST[ $field ] ?? '' );
		return is_string( $value ) ? $value : '';
	}
}
