<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * WooCommerce's own product list: beside its Stock what of that is still available and what is reserved, and a view of
 * what is low. One statement for all rows of the page.
 */
final class ProductList {

	private const COLUMN = 'wig_available';

	/** What the address asks for. */
	private const VIEW = 'wig_stock';

	/** @var array<int, array{item: int, available: Quantity, reserved: Quantity, low_at: Quantity|null, status: StockStatus}|null> By product; NULL where nothing is counted. */
	private array $known = array();

	public function __construct( private readonly Db $db, private readonly ListNumbers $numbers ) {}

	public function register(): void {
		add_filter( 'manage_edit-product_columns', $this->with_column( ... ), 20 );
		add_filter( 'manage_edit-product_sortable_columns', $this->sortable( ... ) );
		add_action( 'manage_product_posts_custom_column', $this->show( ... ), 10, 2 );
		add_filter( 'views_edit-product', $this->with_view( ... ) );
		add_filter( 'posts_clauses', $this->clauses( ... ), 20, 2 );
		add_action( 'admin_enqueue_scripts', $this->style( ... ), 20 );
	}

	/**
	 * WooCommerce gives each column of its table a width, and leaves none to those that it does not know.
	 */
	private function style(): void {
		if ( 'edit-product' === get_current_screen()?->id ) {
			wp_add_inline_style( 'woocommerce_admin_styles', '.wp-list-table .column-wig_available{width:10ch}.wig-list-low{color:#8a5a00}.wig-quick-now{clear:both}@media (max-width:782px){.wp-list-table .column-wig_available{width:auto}}' );
		}
	}

	private function with_column( mixed $columns ): mixed {
		if ( ! is_array( $columns ) || ! Access::can( Access::VIEW ) ) {
			return $columns;
		}
		$place = array_search( 'is_in_stock', array_keys( $columns ), true );
		$after = false === $place ? count( $columns ) : $place + 1;
		return array_slice( $columns, 0, $after ) + array( self::COLUMN => __( 'Available', 'woo-inventory-guard' ) ) + $columns;
	}

	private function sortable( mixed $columns ): mixed {
		return is_array( $columns ) ? $columns + array( self::COLUMN => self::COLUMN ) : $columns;
	}

	private function show( mixed $column, mixed $product_id ): void {
		if ( self::COLUMN !== $column || ! is_numeric( $product_id ) ) {
			return;
		}
		$numbers = $this->numbers_of( (int) $product_id );
		if ( null === $numbers ) {
			echo '<span class="na" aria-hidden="true">–</span><span class="screen-reader-text">' . esc_html__( 'Not tracked', 'woo-inventory-guard' ) . '</span>';
			return;
		}
		$address = admin_url( 'admin.php?page=woo-inventory-guard&path=/stock&item=' . $numbers['item'] );
		/* translators: 1: number of units available, 2: number of units reserved. */
		$now = sprintf( __( '%1$s available, %2$s reserved', 'woo-inventory-guard' ), (string) $numbers['available'], (string) $numbers['reserved'] );
		echo '<a data-wig-now="' . esc_attr( $now ) . '" href="' . esc_url( $address ) . '">' . esc_html( (string) $numbers['available'] ) . '</a>';
		if ( ! $numbers['reserved']->is_zero() ) {
			/* translators: %s: number of units. */
			echo '<br><small>' . esc_html( sprintf( __( '%s reserved', 'woo-inventory-guard' ), (string) $numbers['reserved'] ) ) . '</small>';
		}
		if ( StockStatus::Low === $numbers['status'] ) {
			$words = null === $numbers['low_at']
				? __( 'a variation is low', 'woo-inventory-guard' )
				/* translators: %s: number of units at which stock is low. */
				: sprintf( __( 'low (at %s)', 'woo-inventory-guard' ), (string) $numbers['low_at'] );
			echo '<br><small class="wig-list-low">' . esc_html( $words ) . '</small>';
		}
	}

	/**
	 * @return array{item: int, available: Quantity, reserved: Quantity, low_at: Quantity|null, status: StockStatus}|null
	 */
	private function numbers_of( int $product_id ): ?array {
		if ( ! array_key_exists( $product_id, $this->known ) ) {
			// Quick edit draws one row, and there is no page around it.
			$posts       = ( $GLOBALS['wp_query'] ?? null ) instanceof \WP_Query ? (array) $GLOBALS['wp_query']->posts : array();
			$posts       = array_filter( $posts, static fn( mixed $post ): bool => $post instanceof \WP_Post );
			$ids         = array_values( array_unique( array( ...array_column( $posts, 'ID' ), $product_id ) ) );
			$this->known = $this->numbers->of( $ids ) + array_fill_keys( $ids, null );
		}
		return $this->known[ $product_id ];
	}

	private function with_view( mixed $views ): mixed {
		if ( ! is_array( $views ) || ! Access::can( Access::VIEW ) ) {
			return $views;
		}
		$labels = array(
			'low' => _x( 'Low', 'stock status', 'woo-inventory-guard' ),
			'out' => _x( 'Out', 'stock status', 'woo-inventory-guard' ),
		);
		foreach ( $labels as $status => $label ) {
			$current                   = $this->asked() === $status ? ' class="current" aria-current="page"' : '';
			$views[ 'wig_' . $status ] = '<a href="' . esc_url( add_query_arg( self::VIEW, $status, admin_url( 'edit.php?post_type=product' ) ) ) . '"' . $current . '>' . esc_html( $label ) . '</a>';
		}
		return $views;
	}

	private function asked(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		$asked = $_GET[ self::VIEW ] ?? '';
		return in_array( $asked, array( 'low', 'out' ), true ) ? $asked : '';
	}

	/**
	 * Only the list itself: never a query of the shop's pages.
	 *
	 * @param mixed $clauses Parts of the statement.
	 */
	private function clauses( mixed $clauses, mixed $query ): mixed {
		if ( ! is_array( $clauses ) || ! $query instanceof \WP_Query || ! is_admin() || ! $query->is_main_query() || 'product' !== $query->get( 'post_type' ) || ! Access::can( Access::VIEW ) ) {
			return $clauses;
		}
		$items  = $this->db->table( 'items' );
		$posts  = $this->db->wp_table( 'posts' );
		$status = StockStatus::from_slug( $this->asked() );
		if ( null !== $status ) {
			// A product is as low as the worst of its variations.
			$clauses['where'] = strval( $clauses['where'] ?? '' ) . " AND {$posts}.ID IN ( SELECT COALESCE( wig_parent.product_id, wig_item.product_id ) FROM {$items} wig_item LEFT JOIN {$items} wig_parent ON wig_parent.id = wig_item.parent_id WHERE wig_item.tracked = 1 AND wig_item.status = {$status->value} AND wig_item.product_id IS NOT NULL )";
		}
		if ( self::COLUMN === $query->get( 'orderby' ) ) {
			$order              = 'ASC' === strtoupper( strval( $query->get( 'order' ) ) ) ? 'ASC' : 'DESC';
			$clauses['join']    = strval( $clauses['join'] ?? '' ) . " LEFT JOIN {$items} wig_sort ON wig_sort.product_id = {$posts}.ID";
			$clauses['orderby'] = "wig_sort.tracked DESC, wig_sort.available {$order}, {$posts}.ID DESC";
		}
		return $clauses;
	}
}
