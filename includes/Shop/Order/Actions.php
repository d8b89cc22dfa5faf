<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Access;

/**
 * "Commit stock", "Extend hold" and "Release" where staff look for them: in the order's own list of actions, in the bulk
 * actions of the list of orders (both kinds of it), and behind the buttons of the panel.
 */
final class Actions {

	public const POST = 'wig_order_stock';

	private const BULK = 'wig_commit_stock';

	/** How many orders one click commits; more would not end in time. */
	private const MOST = 100;

	public function __construct( private readonly Acts $acts, private readonly Decisions $decisions ) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', $this->offer( ... ), 10, 2 );
		add_action( 'woocommerce_order_action_wig_commit_stock', fn( mixed $order ) => $this->run( 'commit', $order ) );
		add_action( 'woocommerce_order_action_wig_extend_hold', fn( mixed $order ) => $this->run( 'extend', $order ) );
		add_action( 'admin_init', $this->register_bulk( ... ) );
		add_action( 'admin_post_' . self::POST, $this->pressed( ... ) );
	}

	public static function allowed(): bool {
		return current_user_can( 'edit_shop_orders' ) && Access::can( Access::RESERVE );
	}

	/**
	 * The address behind a button. It changes something, so it carries a nonce.
	 *
	 * @param array<string, string|int> $more
	 */
	public static function link( int $order_id, string $act, array $more = array() ): string {
		$query = array(
			'action' => self::POST,
			'act'    => $act,
			'order'  => $order_id,
		);
		return wp_nonce_url( add_query_arg( $query + $more, admin_url( 'admin-post.php' ) ), self::POST . $order_id );
	}

	/**
	 * @param mixed $actions Labels by action.
	 */
	private function offer( mixed $actions, mixed $order = null ): mixed {
		if ( ! is_array( $actions ) || ! self::allowed() ) {
			return $actions;
		}
		$actions[ self::BULK ]      = __( 'Commit stock', 'woo-inventory-guard' );
		$actions['wig_extend_hold'] = __( 'Hold its units longer', 'woo-inventory-guard' );
		return $actions;
	}

	private function register_bulk(): void {
		foreach ( array( 'edit-shop_order', wc_get_page_screen_id( 'shop-order' ) ) as $screen ) {
			add_filter( 'bulk_actions-' . $screen, $this->offer_bulk( ... ) );
			add_filter( 'handle_bulk_actions-' . $screen, $this->bulk( ... ), 10, 3 );
		}
	}

	private function offer_bulk( mixed $actions ): mixed {
		return is_array( $actions ) && self::allowed() ? $actions + array( self::BULK => __( 'Commit stock', 'woo-inventory-guard' ) ) : $actions;
	}

	/**
	 * @param mixed $back Where the list goes on.
	 */
	private function bulk( mixed $back, mixed $action, mixed $ids ): mixed {
		if ( self::BULK !== $action || ! is_array( $ids ) || ! self::allowed() ) {
			return $back;
		}
		foreach ( array_slice( $ids, 0, self::MOST ) as $id ) {
			$this->run( 'commit', is_numeric( $id ) ? wc_get_order( (int) $id ) : null );
		}
		return $back;
	}

	private function run( string $act, mixed $order ): void {
		if ( ! $order instanceof \WC_Order || ! self::allowed() ) {
			return;
		}
		match ( $act ) {
			'commit'  => $this->acts->commit( $order ),
			'extend'  => $this->acts->extend( $order ),
			'release' => $this->acts->release( $order ),
			default   => null,
		};
	}

	private function pressed(): void {
		$order_id = isset( $_GET['order'] ) && is_scalar( $_GET['order'] ) ? absint( $_GET['order'] ) : 0;
		check_admin_referer( self::POST . $order_id );
		$order = wc_get_order( $order_id );
		if ( ! $order instanceof \WC_Order || ! current_user_can( 'edit_shop_order', $order_id ) ) {
			wp_die( esc_html__( 'You may not change this order.', 'woo-inventory-guard' ), 403 );
		}
		$act = isset( $_GET['act'] ) ? sanitize_key( wp_unslash( $_GET['act'] ) ) : '';
		if ( 'resolve' === $act ) {
			$this->decisions->pressed( $order_id );
		} else {
			$this->run( $act, $order );
		}
		wp_safe_redirect( $order->get_edit_order_url() );
		exit;
	}
}
