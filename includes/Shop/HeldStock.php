<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Answers WooCommerce's question how many units of a product others hold: carts then show and check what is available,
 * not what lies on the shelf. Safety stock counts as held: only carts ask.
 */
final class HeldStock {

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function register(): void {
		add_filter( 'woocommerce_query_for_reserved_stock', $this->query( ... ), PHP_INT_MAX, 3 );
	}

	/**
	 * @param mixed $sql        WooCommerce's own question, which stays where the books do not know the product.
	 * @param mixed $product_id Whose stock it is.
	 * @param mixed $order_id   The order that asks: what it holds itself is there for it, and so is what the shopper's
	 *                          other unpaid orders hold. (WooCommerce says 0 after a payment, whatever else is open.)
	 * @return mixed A statement with the number in it: WooCommerce wants SQL, and may add a lock to it.
	 */
	private function query( mixed $sql, mixed $product_id, mixed $order_id = 0 ): mixed {
		$item = $this->db->row( 'SELECT id, reserved + safety_stock AS reserved FROM %i WHERE product_id = %d AND tracked = 1', $this->db->table( 'items' ), is_numeric( $product_id ) ? (int) $product_id : 0 );
		if ( null === $item ) {
			return $sql;
		}
		if ( Quantity::from_sql( $item['reserved'] )->is_zero() ) {
			// Nearly every product of a list: nothing is held, so nobody needs to be asked whose it is.
			return 'SELECT 0';
		}
		$own         = array_map( strval( ... ), array_values( array_unique( array( is_numeric( $order_id ) ? (int) $order_id : 0, ...OwnOrders::ids() ) ) ) );
		$not_against = $this->db->value(
			"SELECT SUM( rl.quantity - rl.committed ) FROM (
				SELECT id FROM %i WHERE reference_type = 'order' AND reference_id IN (" . $this->db->marks( $own, '%s' ) . ') AND active = 1
				UNION SELECT id FROM %i WHERE active = 1 AND expires_at <= %s
			) r JOIN %i rl ON rl.reservation_id = r.id WHERE rl.item_id = %d',
			$this->db->table( 'reservations' ),
			...array( ...$own, $this->db->table( 'reservations' ), Clock::sql( $this->clock->now() ), $this->db->table( 'reservation_lines' ), (int) $item['id'] )
		);
		$held        = Quantity::from_sql( $item['reserved'] )->minus( Quantity::from_sql( $not_against ) );
		return 'SELECT ' . ( $held->is_negative() ? '0' : $held->sql() );
	}
}
