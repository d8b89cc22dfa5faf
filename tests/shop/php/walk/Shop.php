<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * What the tables of the shop say, and what the model says they should, in the same words.
 */
final class Shop {

	public function __construct( private readonly Model $model, private readonly bool $own_tables ) {}

	/**
	 * @throws Different
	 */
	public function compare(): void {
		$expected = $this->expected();
		$found    = $this->found();
		if ( $expected === $found ) {
			return;
		}
		$lines = array();
		foreach ( array_unique( array( ...array_keys( $expected ), ...array_keys( $found ) ) ) as $what ) {
			if ( ( $expected[ $what ] ?? null ) !== ( $found[ $what ] ?? null ) ) {
				$lines[] = "{$what}\n  the model: " . json_encode( $expected[ $what ] ?? null ) . "\n  the shop:  " . json_encode( $found[ $what ] ?? null );
			}
		}
		throw new Different( implode( "\n", $lines ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function expected(): array {
		$state = array();
		foreach ( $this->model->items as $item ) {
			$on_hand   = $item->is_bundle() ? 0 : $item->on_hand;
			$available = $item->is_bundle() ? $this->model->sets( $item ) : $item->available();
			$shown     = ( $item->is_bundle() ? $available : $on_hand ) > 0 ? 'instock' : ( $item->backorders ? 'onbackorder' : 'outofstock' );

			$state[ "item {$item->id} ({$item->kind})" ] = array(
				'on_hand'   => $on_hand,
				'reserved'  => $item->is_bundle() ? 0 : $item->reserved,
				'available' => $available,
				'status'    => $available > 0 ? ( $available > $item->low_at ? 3 : 1 ) : ( $item->backorders ? 2 : 0 ),
				'level'     => $item->is_bundle() ? null : array( $on_hand, $item->reserved ),
				'ledger'    => $item->is_bundle() ? null : array( $item->movements, $on_hand, $on_hand ),
				'stock'     => $item->is_bundle() ? null : $on_hand,
				'shown'     => $shown,
				'lookup'    => $item->is_bundle() ? array( null, $shown ) : array( $on_hand, $shown ),
			);
		}
		foreach ( $this->model->orders as $order ) {
			$lines = array();
			$short = array();
			foreach ( $order->lines as $line ) {
				$lines[ $line->id ] = array( $line->taken, $line->gone );
				if ( 0 !== $line->short ) {
					$short[ $line->id ] = $line->missing;
				}
			}
			$held = array_filter( $order->hold->left ?? array() );
			ksort( $held );
			$state[ "order {$order->id}" ] = array(
				'status'   => $order->status,
				'flag'     => $order->flag,
				'intended' => $order->intended,
				'lines'    => $lines,
				'holds'    => $held,
				'short'    => $short,
			);
		}
		return $state;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function found(): array {
		global $wpdb;
		$p     = $wpdb->prefix;
		$state = array();
		$ids   = implode( ',', array_keys( $this->model->items ) );
		$rows  = $wpdb->get_results(
			"SELECT i.*, l.on_hand AS level_on_hand, l.reserved AS level_reserved, k.stock_quantity, k.stock_status,
				( SELECT COUNT(*) FROM {$p}wig_movements m WHERE m.item_id = i.id ) AS movements,
				( SELECT SUM( delta ) FROM {$p}wig_movements m WHERE m.item_id = i.id ) AS sum,
				( SELECT balance_after FROM {$p}wig_movements m WHERE m.item_id = i.id ORDER BY seq DESC LIMIT 1 ) AS balance,
				( SELECT GROUP_CONCAT( meta_value ) FROM {$wpdb->postmeta} m WHERE m.post_id = i.product_id AND meta_key = '_stock' ) AS stock,
				( SELECT GROUP_CONCAT( meta_value ) FROM {$wpdb->postmeta} m WHERE m.post_id = i.product_id AND meta_key = '_stock_status' ) AS shown
			FROM {$p}wig_items i LEFT JOIN {$p}wig_levels l ON l.item_id = i.id LEFT JOIN {$wpdb->wc_product_meta_lookup} k ON k.product_id = i.product_id
			WHERE i.id IN ( {$ids} )",
			OBJECT_K
		);
		foreach ( $this->model->items as $item ) {
			$row    = $rows[ $item->id ] ?? throw new Different( "item {$item->id} is gone" );
			$bundle = $item->is_bundle();

			$state[ "item {$item->id} ({$item->kind})" ] = array(
				'on_hand'   => self::units( $row->on_hand ),
				'reserved'  => self::units( $row->reserved ),
				'available' => self::units( $row->available ),
				'status'    => (int) $row->status,
				'level'     => $bundle ? null : array( self::units( $row->level_on_hand ), self::units( $row->level_reserved ) ),
				'ledger'    => $bundle ? null : array( (int) $row->movements, self::units( $row->sum ), self::units( $row->balance ) ),
				'stock'     => $bundle ? null : self::units( $row->stock ),
				'shown'     => $row->shown,
				'lookup'    => array( $bundle ? null : self::units( $row->stock_quantity ), $row->stock_status ),
			);
		}
		return $state + ( array() === $this->model->orders ? array() : $this->found_orders() );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function found_orders(): array {
		global $wpdb;
		$p        = $wpdb->prefix;
		$ids      = implode( ',', array_keys( $this->model->orders ) );
		$statuses = $wpdb->get_results( $this->own_tables ? "SELECT id, status FROM {$p}wc_orders WHERE id IN ( {$ids} )" : "SELECT ID AS id, post_status AS status FROM {$wpdb->posts} WHERE ID IN ( {$ids} )", OBJECT_K );
		$flags    = $wpdb->get_results( $this->own_tables ? "SELECT order_id AS id, order_stock_reduced AS flag FROM {$p}wc_order_operational_data WHERE order_id IN ( {$ids} )" : "SELECT post_id AS id, meta_value AS flag FROM {$wpdb->postmeta} WHERE meta_key = '_order_stock_reduced' AND post_id IN ( {$ids} )", OBJECT_K );
		$intended = $wpdb->get_results( $this->own_tables ? "SELECT order_id AS id, meta_value AS status FROM {$p}wc_orders_meta WHERE meta_key = '_wig_intended_status' AND order_id IN ( {$ids} )" : "SELECT post_id AS id, meta_value AS status FROM {$wpdb->postmeta} WHERE meta_key = '_wig_intended_status' AND post_id IN ( {$ids} )", OBJECT_K );
		$marks    = array();
		foreach ( $wpdb->get_results( "SELECT m.order_item_id, m.meta_key, m.meta_value FROM {$p}woocommerce_order_itemmeta m JOIN {$p}woocommerce_order_items i ON i.order_item_id = m.order_item_id WHERE i.order_id IN ( {$ids} ) AND m.meta_key IN ( '_reduced_stock', '_restock_refunded_items' )" ) as $row ) {
			$marks[ $row->order_item_id ][ $row->meta_key ] = ( $marks[ $row->order_item_id ][ $row->meta_key ] ?? 0 ) + self::units( $row->meta_value );
		}
		$holds = array();
		foreach ( $wpdb->get_results( "SELECT r.reference_id, rl.item_id, rl.quantity - rl.committed AS units FROM {$p}wig_reservations r JOIN {$p}wig_reservation_lines rl ON rl.reservation_id = r.id WHERE r.active = 1 AND r.reference_type = 'order' AND r.reference_id IN ( '" . str_replace( ',', "','", $ids ) . "' ) ORDER BY rl.item_id" ) as $row ) {
			$holds[ (int) $row->reference_id ][ (int) $row->item_id ] = ( $holds[ (int) $row->reference_id ][ (int) $row->item_id ] ?? 0 ) + self::units( $row->units );
		}
		$short = array();
		foreach ( $wpdb->get_results( "SELECT order_id, line_id, missing FROM {$p}wig_shortfalls WHERE active = 1 AND order_id IN ( {$ids} )" ) as $row ) {
			$short[ (int) $row->order_id ][ (int) $row->line_id ] = self::units( $row->missing );
		}
		$state = array();
		foreach ( $this->model->orders as $order ) {
			$lines = array();
			$open  = array();
			foreach ( $order->lines as $line ) {
				$lines[ $line->id ] = array( $marks[ $line->id ]['_reduced_stock'] ?? 0, $marks[ $line->id ]['_restock_refunded_items'] ?? 0 );
				if ( isset( $short[ $order->id ][ $line->id ] ) ) {
					$open[ $line->id ] = $short[ $order->id ][ $line->id ];
				}
			}
			$state[ "order {$order->id}" ] = array(
				'status'   => preg_replace( '/^wc-/', '', $statuses[ $order->id ]->status ?? 'gone' ),
				'flag'     => in_array( $flags[ $order->id ]->flag ?? '', array( '1', 'yes', 'true' ), true ),
				'intended' => $intended[ $order->id ]->status ?? '',
				'lines'    => $lines,
				'holds'    => array_filter( $holds[ $order->id ] ?? array() ),
				'short'    => $open,
			);
		}
		return $state;
	}

	/**
	 * Ten-thousandths.
	 */
	private static function units( ?string $decimal ): ?int {
		return null === $decimal ? null : (int) round( 10_000 * (float) $decimal );
	}
}
