<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Cart;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Product\SoldItems;
use WooInventoryGuard\Stock\Quantity;

/**
 * Answers WooCommerce's question how many units of a product others hold: carts then show and check what is available,
 * not what lies on the shelf. Safety stock counts as held: only carts ask.
 */
final class HeldStock {

	/** @var \WeakMap<Item, Quantity> What is held of an item and not against this shopper, as long as the item is true. */
	private \WeakMap $not_against;

	/** @var list<string> The orders that this was asked for. */
	private array $asked_for = array();

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly SoldItems $items ) {
		$this->not_against = new \WeakMap();
	}

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
		$product_id = is_numeric( $product_id ) ? (int) $product_id : 0;
		$own        = array_map( strval( ... ), array_values( array_unique( array( is_numeric( $order_id ) ? (int) $order_id : 0, ...OwnOrders::ids() ) ) ) );
		$held       = self::only_shown() ? $this->shown( $product_id, $own ) : $this->now( $product_id, $own );
		return null === $held ? $sql : 'SELECT ' . ( $held->is_positive() ? $held->sql() : '0' );
	}

	/**
	 * Whether the answer is only looked at. A page is drawn after all that its request does (something is put into the
	 * cart, an order is placed), and sixteen products are asked about one by one.
	 */
	private static function only_shown(): bool {
		// phpcs:ignore WordPress.Security -- Only compared.
		if ( 'GET' !== ( $_SERVER['REQUEST_METHOD'] ?? '' ) || isset( $_GET['_method'] ) ) {
			return false;
		}
		return wp_is_serving_rest_request() || ( 0 < did_action( 'template_redirect' ) && ! doing_action( 'template_redirect' ) );
	}

	/**
	 * From the items that the page has read, and one more statement where anything is held of any of them.
	 *
	 * @param non-empty-list<string> $own
	 * @return Quantity|null Null where the books do not count the product.
	 */
	private function shown( int $product_id, array $own ): ?Quantity {
		$item = $this->items->of_number( $product_id );
		if ( null === $item || ! $item->tracked ) {
			return null;
		}
		if ( $this->asked_for !== $own ) {
			$this->not_against = new \WeakMap();
			$this->asked_for   = $own;
		}
		if ( $item->reserved->is_positive() && ! isset( $this->not_against[ $item ] ) ) {
			$held = array_filter( $this->items->known(), fn( Item $known ): bool => $known->reserved->is_positive() && ! isset( $this->not_against[ $known ] ) );
			$free = $this->free( array_map( static fn( Item $known ): int => $known->id, array_values( $held ) ), $own );
			foreach ( $held as $known ) {
				$this->not_against[ $known ] = $free[ $known->id ] ?? Quantity::zero();
			}
		}
		return $item->reserved->plus( $item->safety_stock )->minus( $this->not_against[ $item ] ?? Quantity::zero() );
	}

	/**
	 * From the database, each time: somebody is about to buy.
	 *
	 * @param non-empty-list<string> $own
	 * @return Quantity|null Null where the books do not count the product.
	 */
	private function now( int $product_id, array $own ): ?Quantity {
		$item = $this->db->row( 'SELECT id, reserved, safety_stock FROM %i WHERE product_id = %d AND tracked = 1', $this->db->table( 'items' ), $product_id );
		if ( null === $item ) {
			return null;
		}
		$reserved = Quantity::from_sql( $item['reserved'] );
		// Nearly always nothing is held, and nobody needs to be asked whose it is.
		$free = $reserved->is_positive() ? $this->free( array( (int) $item['id'] ), $own )[ (int) $item['id'] ] ?? Quantity::zero() : Quantity::zero();
		return $reserved->plus( Quantity::from_sql( $item['safety_stock'] ) )->minus( $free );
	}

	/**
	 * What is held by the shopper's own orders, or has expired.
	 *
	 * @param list<int>              $item_ids At least one.
	 * @param non-empty-list<string> $own      Numbers of orders.
	 * @return array<int, Quantity> By item id.
	 */
	private function free( array $item_ids, array $own ): array {
		$free = array();
		$rows = $this->db->rows(
			"SELECT rl.item_id, SUM( rl.quantity - rl.committed ) AS free FROM (
				SELECT id FROM %i WHERE reference_type = 'order' AND reference_id IN (" . $this->db->marks( $own, '%s' ) . ') AND active = 1
				UNION SELECT id FROM %i WHERE active = 1 AND expires_at <= %s
			) r JOIN %i rl ON rl.reservation_id = r.id WHERE rl.item_id IN (' . $this->db->marks( $item_ids ) . ') GROUP BY rl.item_id',
			$this->db->table( 'reservations' ),
			...array( ...$own, $this->db->table( 'reservations' ), Clock::sql( $this->clock->now() ), $this->db->table( 'reservation_lines' ), ...$item_ids )
		);
		foreach ( $rows as $row ) {
			$free[ (int) $row['item_id'] ] = Quantity::from_sql( $row['free'] );
		}
		return $free;
	}
}
