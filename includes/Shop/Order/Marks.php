<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Quantity;

/**
 * WooCommerce's markers on an order line: how many units the line has taken, and how many it does not want any more
 * since they were refunded. The first is what makes taking and giving back happen once: it is read with the line
 * locked, and written in the transaction that moves the units.
 */
final class Marks {

	public const TAKEN     = '_reduced_stock';
	public const RESTOCKED = '_restock_refunded_items';

	public function __construct( private readonly Db $db, private readonly string $key = self::TAKEN ) {}

	/**
	 * Locks the lines until the commit and says what each has taken (or, for the other marker, given up).
	 *
	 * Asked for by the line's own rows, not by the key, so that no two orders lock the same gap of an index.
	 *
	 * @param list<int> $line_ids
	 * @return array<int, Quantity> By line id; a line without a marker has taken nothing, a deleted one is left out.
	 */
	public function lock( array $line_ids ): array {
		sort( $line_ids );
		$marks = $this->db->marks( $line_ids );
		$taken = array();
		$lines = $this->db->column( 'SELECT order_item_id FROM %i WHERE order_item_id IN (' . $marks . ') ORDER BY order_item_id FOR UPDATE', $this->db->wp_table( 'woocommerce_order_items' ), ...$line_ids );
		foreach ( $lines as $line_id ) {
			$taken[ (int) $line_id ] = Quantity::zero();
		}
		$rows = $this->db->rows( 'SELECT order_item_id, meta_key, meta_value FROM %i WHERE order_item_id IN (' . $marks . ') FOR UPDATE', $this->db->wp_table( 'woocommerce_order_itemmeta' ), ...$line_ids );
		foreach ( $rows as $row ) {
			if ( $this->key === $row['meta_key'] && isset( $taken[ (int) $row['order_item_id'] ] ) ) {
				$taken[ (int) $row['order_item_id'] ] = Products::quantity( (string) $row['meta_value'] ) ?? Quantity::zero();
			}
		}
		return $taken;
	}

	/**
	 * What each line has taken, as a plain read sees it.
	 *
	 * @param list<int> $line_ids
	 * @return array<int, Quantity> By line id, only those that have taken something.
	 */
	public function read( array $line_ids ): array {
		$rows  = $this->db->rows(
			'SELECT order_item_id, meta_value FROM %i WHERE meta_key = %s AND order_item_id IN (' . $this->db->marks( $line_ids ) . ')',
			$this->db->wp_table( 'woocommerce_order_itemmeta' ),
			$this->key,
			...$line_ids
		);
		$taken = array();
		foreach ( $rows as $row ) {
			$taken[ (int) $row['order_item_id'] ] = Products::quantity( (string) $row['meta_value'] ) ?? Quantity::zero();
		}
		return $taken;
	}

	/**
	 * What all lines of an order together have taken of each product.
	 *
	 * @return array<int, Quantity> By product id.
	 */
	public function of_products( int $order_id ): array {
		$rows = $this->db->rows(
			"SELECT p.meta_value AS product_id, t.meta_value AS taken FROM %i i
			JOIN %i p ON p.order_item_id = i.order_item_id AND p.meta_key = '_product_id'
			JOIN %i t ON t.order_item_id = i.order_item_id AND t.meta_key = %s
			WHERE i.order_id = %d",
			$this->db->wp_table( 'woocommerce_order_items' ),
			$this->db->wp_table( 'woocommerce_order_itemmeta' ),
			$this->db->wp_table( 'woocommerce_order_itemmeta' ),
			$this->key,
			$order_id
		);
		$sums = array();
		foreach ( $rows as $row ) {
			$product          = (int) $row['product_id'];
			$sums[ $product ] = ( Products::quantity( (string) $row['taken'] ) ?? Quantity::zero() )->plus( $sums[ $product ] ?? Quantity::zero() );
		}
		return $sums;
	}

	/**
	 * @param Quantity $before What lock() has read.
	 */
	public function write( int $line_id, Quantity $before, Quantity $taken ): void {
		if ( $taken->is_zero() ) {
			$this->db->execute( 'DELETE FROM %i WHERE order_item_id = %d AND meta_key = %s', $this->db->wp_table( 'woocommerce_order_itemmeta' ), $line_id, $this->key );
			return;
		}
		$written = $before->is_zero() ? 0 : $this->db->execute(
			'UPDATE %i SET meta_value = %s WHERE order_item_id = %d AND meta_key = %s',
			$this->db->wp_table( 'woocommerce_order_itemmeta' ),
			(string) $taken,
			$line_id,
			$this->key
		);
		if ( 0 === $written ) {
			$this->db->execute(
				'INSERT INTO %i (order_item_id, meta_key, meta_value) VALUES (%d, %s, %s)',
				$this->db->wp_table( 'woocommerce_order_itemmeta' ),
				$line_id,
				$this->key,
				(string) $taken
			);
		}
	}

	/**
	 * Tells the lines of an order in memory what they have taken by now.
	 *
	 * @param list<OrderLine> $lines
	 */
	public function tell_lines( \WC_Order $order, array $lines, ?\WC_Order_Item_Product $item = null ): void {
		if ( array() === $lines ) {
			return;
		}
		$taken = $this->read( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		foreach ( $lines as $line ) {
			$object = $item ?? $order->get_item( $line->line_id, false );
			if ( $object instanceof \WC_Order_Item_Product ) {
				$this->tell( $object, $taken[ $line->line_id ] ?? Quantity::zero() );
			}
		}
	}

	/**
	 * Tells the object in memory, so that its next save does not write an older marker over it. What else was changed on
	 * the object and is not saved yet stays.
	 */
	public function tell( \WC_Order_Item_Product $line, Quantity $taken ): void {
		$line_id = $line->get_id();
		wp_cache_delete( $line_id, 'order_item_meta' );
		wp_cache_delete( 'item-' . $line_id, 'order-items' );
		wp_cache_delete( \WC_Data::generate_meta_cache_key( $line_id, 'order-items' ), 'order-items' );
		foreach ( $line->get_meta_data() as $meta ) {
			if ( $this->key === $meta->key ) {
				// Without an id and a value it is neither read nor saved.
				$meta->id    = 0;
				$meta->value = null;
				$meta->apply_changes();
			}
		}
		$row = $taken->is_zero() ? null : $this->db->row(
			'SELECT meta_id, meta_value FROM %i WHERE order_item_id = %d AND meta_key = %s ORDER BY meta_id LIMIT 1',
			$this->db->wp_table( 'woocommerce_order_itemmeta' ),
			$line_id,
			$this->key
		);
		if ( null !== $row ) {
			$known = array(
				'id'    => (int) $row['meta_id'],
				'key'   => $this->key,
				'value' => (string) $row['meta_value'],
			);
			$line->set_meta_data( array( $known ) );
		}
	}
}
