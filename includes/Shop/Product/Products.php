<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Product;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Quantity;

/**
 * Reads products by the hundred with a few statements. Loading 100,000 of them as objects of WooCommerce would take
 * minutes and all of the memory.
 */
final class Products {

	private const META = array( '_manage_stock', '_stock', '_backorders', '_low_stock_amount', '_sku', '_global_unique_id', '_cogs_total_value', '_cogs_value_is_additive' );

	/** These never hold stock: their children are bought, or another shop sells them. */
	private const WITHOUT_STOCK = array( 'grouped', 'external' );

	public function __construct( private readonly Db $db, private readonly ProductWords $words ) {}

	/**
	 * Ids of products and variations, in order.
	 *
	 * @param int $after Go on after this id.
	 * @return list<int>
	 */
	public function ids_after( int $after, int $limit ): array {
		return array_map(
			'intval',
			$this->db->column(
				"SELECT ID FROM %i WHERE ID > %d AND post_type IN ( 'product', 'product_variation' ) AND post_status NOT IN ( 'trash', 'auto-draft' ) ORDER BY ID LIMIT %d",
				$this->db->wp_table( 'posts' ),
				$after,
				$limit
			)
		);
	}

	public function count(): int {
		return (int) $this->db->value(
			"SELECT COUNT(*) FROM %i WHERE post_type IN ( 'product', 'product_variation' ) AND post_status NOT IN ( 'trash', 'auto-draft' )",
			$this->db->wp_table( 'posts' )
		);
	}

	/**
	 * @return list<int>
	 */
	public function variations_of( int $product_id ): array {
		return array_map(
			'intval',
			$this->db->column( "SELECT ID FROM %i WHERE post_parent = %d AND post_type = 'product_variation'", $this->db->wp_table( 'posts' ), $product_id )
		);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, Product> By product id; what is no product, or never holds stock, is left out.
	 */
	public function read( array $ids ): array {
		if ( array() === $ids ) {
			return array();
		}
		$posts = $this->posts( $ids );
		if ( array() === $posts ) {
			return array();
		}
		$all    = array_values( array_unique( array_merge( array_keys( $posts ), array_diff( array_map( 'intval', array_column( $posts, 'post_parent' ) ), array( 0 ) ) ) ) );
		$meta   = $this->meta( $all );
		$prices = $this->prices( $ids );
		$costs  = self::knows_costs();
		$titles = $this->posts( $all );
		$types  = $this->words->first_terms( 'product_type', $all );
		$groups = $this->words->first_terms( 'product_cat', $all );
		$names  = $this->words->of_variations( array_keys( array_filter( $posts, static fn( array $post ): bool => 'product_variation' === $post['post_type'] ) ) );
		$found  = array();
		foreach ( $posts as $id => $post ) {
			$parent = 'product_variation' === $post['post_type'] ? (int) $post['post_parent'] : 0;
			$type   = $types[ $id ]['slug'] ?? 'simple';
			if ( in_array( $type, self::WITHOUT_STOCK, true ) || ( 0 < $parent && ! isset( $titles[ $parent ] ) ) ) {
				continue;
			}
			$own          = $meta[ $id ] ?? array();
			$title        = $titles[ 0 < $parent ? $parent : $id ]['post_title'] ?? '';
			$found[ $id ] = new Product(
				$id,
				0 < $parent ? Kind::Variation : ( 'variable' === $type ? Kind::Variable : Kind::Simple ),
				$parent,
				Text::line( '' === ( $names[ $id ] ?? '' ) ? $title : $title . ' – ' . $names[ $id ], Text::NAME ),
				Text::line( $own['_sku'] ?? '', Text::SKU ),
				Text::line( $own['_global_unique_id'] ?? '', Text::BARCODE ),
				Text::line( $groups[ 0 < $parent ? $parent : $id ]['name'] ?? '', Text::CATEGORY ),
				'yes' === ( $own['_manage_stock'] ?? '' ) && 'trash' !== $post['post_status'],
				self::quantity( $own['_stock'] ?? '' ) ?? Quantity::zero(),
				self::threshold( $own['_low_stock_amount'] ?? '' ),
				self::threshold( $meta[ $parent ]['_low_stock_amount'] ?? '' ),
				Backorders::tryFrom( $own['_backorders'] ?? '' ) ?? Backorders::No,
				$prices[ $id ] ?? null,
				$costs ? self::cost( $own, $meta[ $parent ] ?? array() ) : null,
				'yes' === ( $own['_manage_stock'] ?? '' ) && ! array_key_exists( '_stock', $own )
			);
		}
		return $found;
	}

	/**
	 * A number as WooCommerce stores it: "8", "8.000000", or "" where there is none. Beyond four places it is rounded.
	 */
	public static function quantity( string $text ): ?Quantity {
		return is_numeric( $text ) && abs( (float) $text ) < 99_999_999_999 ? Quantity::from_units( (int) round( (float) $text * 10_000 ) ) : null;
	}

	/**
	 * Whether WooCommerce keeps costs of goods in this shop.
	 */
	public static function knows_costs(): bool {
		return class_exists( \Automattic\WooCommerce\Utilities\FeaturesUtil::class ) && \Automattic\WooCommerce\Utilities\FeaturesUtil::feature_is_enabled( 'cost_of_goods_sold' );
	}

	/**
	 * WooCommerce's rule: a variation has its own cost, or its parent's, or both together.
	 *
	 * @param array<string, string> $own    Meta of the product.
	 * @param array<string, string> $parent Meta of the product that it is a variation of.
	 */
	private static function cost( array $own, array $parent ): ?Quantity {
		$cost   = self::threshold( $own['_cogs_total_value'] ?? '' );
		$shared = self::threshold( $parent['_cogs_total_value'] ?? '' );
		if ( null !== $cost && null !== $shared && 'yes' === ( $own['_cogs_value_is_additive'] ?? '' ) ) {
			return $cost->plus( $shared );
		}
		return $cost ?? $shared;
	}

	private static function threshold( string $text ): ?Quantity {
		$quantity = self::quantity( $text );
		return null === $quantity || $quantity->is_negative() ? null : $quantity;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, array<string, string|null>>
	 */
	private function posts( array $ids ): array {
		$rows = $this->db->rows(
			"SELECT ID, post_type, post_parent, post_title, post_status FROM %i WHERE post_type IN ( 'product', 'product_variation' ) AND ID IN (" . $this->db->marks( $ids ) . ')',
			$this->db->wp_table( 'posts' ),
			...$ids
		);
		return array_combine( array_map( 'intval', array_column( $rows, 'ID' ) ), $rows );
	}

	/**
	 * A product with variations has a row for each of their prices; the lowest is the one that the shop shows first.
	 *
	 * @param list<int> $ids
	 * @return array<int, Quantity>
	 */
	private function prices( array $ids ): array {
		$rows = $this->db->rows(
			'SELECT post_id, MIN( CAST( meta_value AS DECIMAL(19,4) ) ) AS price FROM %i WHERE post_id IN (' . $this->db->marks( $ids ) . ") AND meta_key = '_price' AND meta_value <> '' GROUP BY post_id",
			$this->db->wp_table( 'postmeta' ),
			...$ids
		);
		return array_map( Quantity::from_sql( ... ), array_combine( array_map( 'intval', array_column( $rows, 'post_id' ) ), array_column( $rows, 'price' ) ) );
	}

	/**
	 * Where a key stands twice the larger number counts, as in WooCommerce's own query.
	 *
	 * @param list<int> $ids
	 * @return array<int, array<string, string>>
	 */
	private function meta( array $ids ): array {
		$found = array();
		$rows  = $this->db->rows(
			'SELECT post_id, meta_key, MAX( meta_value ) AS meta_value FROM %i WHERE post_id IN (' . $this->db->marks( $ids ) . ') AND meta_key IN (' . $this->db->marks( self::META, '%s' ) . ') GROUP BY post_id, meta_key',
			$this->db->wp_table( 'postmeta' ),
			...array( ...$ids, ...self::META )
		);
		foreach ( $rows as $row ) {
			$found[ (int) $row['post_id'] ][ (string) $row['meta_key'] ] = (string) $row['meta_value'];
		}
		return $found;
	}
}
