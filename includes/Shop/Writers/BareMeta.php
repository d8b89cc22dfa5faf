<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Shop\Following\Follow;

/**
 * Rows that others write or delete past WooCommerce's product objects. A save by WooCommerce is followed when it is
 * done (see Follow); this is for everybody else.
 */
final class BareMeta {

	private const FOLLOWED = array( '_manage_stock', '_backorders', '_stock_status', '_low_stock_amount', '_sku', '_global_unique_id' );

	/** @var \WeakMap<\WC_Product, true> Objects that are being saved. */
	private \WeakMap $saving;

	/** @var array<int, true> Posts that are being deleted for good. */
	private array $going = array();

	public function __construct( private readonly Follow $follow ) {
		$this->saving = new \WeakMap();
	}

	public function register(): void {
		add_action( 'woocommerce_before_product_object_save', $this->save_begins( ... ), 1 );
		add_action( 'woocommerce_after_product_object_save', $this->save_ends( ... ), PHP_INT_MAX );
		add_action( 'before_delete_post', $this->deletes( ... ), 1 );
		foreach ( array( 'added_post_meta', 'updated_post_meta', 'deleted_post_meta' ) as $written ) {
			add_action( $written, $this->written( ... ), 20, 3 );
		}
	}

	private function save_begins( mixed $product ): void {
		if ( $product instanceof \WC_Product ) {
			$this->saving[ $product ] = true;
		}
	}

	private function save_ends( mixed $product ): void {
		if ( $product instanceof \WC_Product ) {
			unset( $this->saving[ $product ] );
		}
	}

	/**
	 * One that is being made may not know its id yet.
	 */
	private function is_being_saved( int $product_id ): bool {
		foreach ( $this->saving as $product => $yes ) {
			if ( in_array( $product->get_id(), array( 0, $product_id ), true ) ) {
				return true;
			}
		}
		return false;
	}

	private function deletes( int $post_id ): void {
		$this->going[ $post_id ] = true;
	}

	private function written( mixed $meta_ids, mixed $post_id, mixed $key ): void {
		if ( '_stock' !== $key && ! in_array( $key, self::FOLLOWED, true ) ) {
			return;
		}
		$id = is_numeric( $post_id ) ? (int) $post_id : 0;
		if ( isset( $this->going[ $id ] ) || $this->is_being_saved( $id ) ) {
			return;
		}
		if ( '_stock' === $key ) {
			$this->follow->number( $id );
			return;
		}
		$this->follow->saved( $id );
	}
}
