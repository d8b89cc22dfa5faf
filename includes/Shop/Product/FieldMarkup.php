<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Limit\Limit;

/**
 * The fields themselves, in WooCommerce's own form.
 */
final class FieldMarkup {

	/** These stand beside the field before them in the form of a variation. */
	private const SECOND = array( 'backorder_limit', 'backorder_text', 'preorder_limit', 'most_per_customer', 'least' );

	/**
	 * @param int|null $loop NULL for a product, else the place of the variation in its product's form.
	 */
	public function terms( ?Item $item, ?int $loop, bool $may_change ): void {
		$values = null === $item ? array_fill_keys( array( 'safety_stock', 'backorder_limit', 'expected_at', 'backorder_text', 'available_from', 'preorder_limit' ), '' ) : self::values( $item );
		$fields = array(
			'safety_stock'    => array( __( 'Safety stock', 'woo-inventory-guard' ), __( 'Units that are not offered online. You can still sell them in orders that you make yourself.', 'woo-inventory-guard' ), 'number' ),
			'backorder_limit' => array( __( 'Backorder limit', 'woo-inventory-guard' ), __( 'Most units that may be sold when there are none. Empty is no limit.', 'woo-inventory-guard' ), 'number' ),
			'expected_at'     => array( __( 'Expected on', 'woo-inventory-guard' ), __( 'When backorders can be shipped. Shoppers read this date.', 'woo-inventory-guard' ), 'date' ),
			'backorder_text'  => array( __( 'Text for backorders', 'woo-inventory-guard' ), __( 'What shoppers read instead of the date, such as: ships about 12 December.', 'woo-inventory-guard' ), 'text' ),
			'available_from'  => array( __( 'Available from', 'woo-inventory-guard' ), __( 'Sold on pre-order until this day.', 'woo-inventory-guard' ), 'date' ),
			'preorder_limit'  => array( __( 'Pre-order limit', 'woo-inventory-guard' ), __( 'Most units beyond stock that may be sold on pre-order. Empty is no limit.', 'woo-inventory-guard' ), 'number' ),
		);
		echo null === $loop ? '<div class="options_group show_if_simple show_if_variable">' : '<div>';
		if ( null === $loop ) {
			echo '<p class="wig-terms"><strong>' . esc_html__( 'Terms of sale', 'woo-inventory-guard' ) . '</strong> ' . esc_html__( 'Saved when you update the product.', 'woo-inventory-guard' ) . '</p>';
		}
		foreach ( $fields as $field => list( $label, $help, $type ) ) {
			$this->field( $field, $label, $help, $type, $values[ $field ], $loop, $may_change );
		}
		echo '</div>';
	}

	public function limit( ?Limit $limit, ?int $loop ): void {
		echo null === $loop ? '<div class="options_group">' : '<div>';
		foreach ( self::limit_fields() as $field => list( $label, $help ) ) {
			$this->field( $field, $label, $help, 'number', self::limit_values( $limit )[ $field ], $loop );
		}
		echo '</div>';
	}

	/**
	 * @return array<string, array{string, string}> Label and help by field.
	 */
	public static function limit_fields(): array {
		return array(
			'most_per_order'    => array( __( 'Maximum per order', 'woo-inventory-guard' ), __( 'Empty is no limit.', 'woo-inventory-guard' ) ),
			'most_per_customer' => array( __( 'Maximum per customer', 'woo-inventory-guard' ), __( 'Counted by account, and for guests by e-mail address. Empty is no limit.', 'woo-inventory-guard' ) ),
			'window_days'       => array( __( 'Within days', 'woo-inventory-guard' ), __( 'How long a customer\'s purchases count, such as 30. Empty is for ever.', 'woo-inventory-guard' ) ),
			'least'             => array( __( 'Minimum per order', 'woo-inventory-guard' ), __( 'Empty is no limit.', 'woo-inventory-guard' ) ),
			'multiple_of'       => array( __( 'Sold in multiples of', 'woo-inventory-guard' ), __( 'Such as 6 for a carton of six. Empty is any number.', 'woo-inventory-guard' ) ),
		);
	}

	/**
	 * @return array<string, string>
	 */
	public static function limit_values( ?Limit $limit ): array {
		return array(
			'most_per_order'    => (string) $limit?->most_per_order,
			'most_per_customer' => (string) $limit?->most_per_customer,
			'window_days'       => (string) $limit?->window_days,
			'least'             => (string) $limit?->least,
			'multiple_of'       => (string) $limit?->multiple_of,
		);
	}

	/**
	 * @return array<string, string> As the form shows them.
	 */
	public static function values( Item $item ): array {
		return array(
			'safety_stock'    => $item->safety_stock->is_zero() ? '' : (string) $item->safety_stock,
			'backorder_limit' => (string) $item->backorder_limit,
			'expected_at'     => self::day_of( $item->expected_at ),
			'backorder_text'  => $item->backorder_text,
			'available_from'  => self::day_of( $item->available_from ),
			'preorder_limit'  => (string) $item->preorder_limit,
		);
	}

	/**
	 * The beginning of a day in the shop's own time zone; NULL for an empty field.
	 */
	public static function day( string $value ): ?\DateTimeImmutable {
		$day = \DateTimeImmutable::createFromFormat( '!Y-m-d', trim( $value ), wp_timezone() );
		return false === $day ? null : $day->setTimezone( new \DateTimeZone( 'UTC' ) );
	}

	private static function day_of( ?\DateTimeImmutable $time ): string {
		return null === $time ? '' : $time->setTimezone( wp_timezone() )->format( 'Y-m-d' );
	}

	private function field( string $field, string $label, string $help, string $type, string $value, ?int $loop, bool $may_change = true ): void {
		woocommerce_wp_text_input(
			array(
				'id'                => null === $loop ? "wig_{$field}" : "wig_variation_{$field}_{$loop}",
				'name'              => null === $loop ? "wig[{$field}]" : "wig_variation[{$loop}][{$field}]",
				'label'             => $label,
				'description'       => $help,
				'desc_tip'          => true,
				'type'              => $type,
				'value'             => $value,
				// WooCommerce's own style knows no fields of this type.
				'style'             => 'date' !== $type ? '' : ( null === $loop ? 'float: inline-start; inline-size: 50%;' : 'inline-size: 100%;' ),
				'wrapper_class'     => null === $loop ? '' : 'form-row ' . ( in_array( $field, self::SECOND, true ) ? 'form-row-last' : 'form-row-first' ),
				'custom_attributes' => ( 'number' === $type ? array(
					'min'  => '0',
					'step' => 'any',
				) : array() ) + ( $may_change ? array() : array( 'disabled' => 'disabled' ) ),
			)
		);
	}
}
