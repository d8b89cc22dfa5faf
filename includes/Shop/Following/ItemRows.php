<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Following;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Inherited;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Catalog\Listing\TermIndex;
use WooInventoryGuard\Catalog\Listing\Terms;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Product\Product;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Level\Levels;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * The items that follow products: made once for each product, and kept to what WooCommerce says of it. To be called in
 * a transaction.
 */
final class ItemRows {

	public const LOCATION = 1;

	/**
	 * @param \Closure(): Quantity $default_low The shop's low stock threshold.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Levels $levels,
		private readonly Ledger $ledger,
		private readonly TermIndex $terms,
		private readonly \Closure $default_low
	) {}

	/**
	 * Items for products that have none yet, opened with the number that WooCommerce has. Two that make the same one at
	 * once meet at the unique key, and the transaction of the later one fails.
	 *
	 * @param array<int, Product> $products By id.
	 * @return list<int> Ids of the products that had none.
	 */
	public function make_missing( array $products ): array {
		if ( array() === $products ) {
			return array();
		}
		$ids     = array_keys( $products );
		$known   = $this->db->column( 'SELECT product_id FROM %i WHERE product_id IN (' . $this->db->marks( $ids ) . ')', $this->db->table( 'items' ), ...$ids );
		$missing = array_diff_key( $products, array_flip( array_map( 'intval', $known ) ) );
		$back    = $this->take_up( $missing );
		$terms   = array();
		foreach ( array_diff_key( $missing, $back ) as $product ) {
			$id           = $this->insert( $product );
			$terms[ $id ] = Terms::of_item( $product->name, $product->sku, $product->barcode );
		}
		$this->terms->add( $terms );
		$this->join_families( $missing );
		return array_keys( $missing );
	}

	/**
	 * The items of some products as they stand now, for a look.
	 *
	 * @param list<int> $product_ids At least one.
	 * @return array<int, array<string, string|null>> By product id.
	 */
	public function rows_of( array $product_ids ): array {
		$rows = $this->db->rows(
			'SELECT i.id, i.product_id, i.kind, i.name, i.sku, i.barcode, i.category, i.tracked, i.low_stock_threshold, i.parent_low, i.own_backorders, i.on_hand, i.unit_cost, i.price,
				EXISTS ( SELECT 1 FROM %i l WHERE l.item_id = i.id ) AS has_level
			FROM %i i WHERE i.product_id IN (' . $this->db->marks( $product_ids ) . ')',
			$this->db->table( 'levels' ),
			$this->db->table( 'items' ),
			...$product_ids
		);
		return array_combine( array_map( 'intval', array_column( $rows, 'product_id' ) ), $rows );
	}

	/**
	 * Brings name, codes, thresholds and policy of one item to what the product says. Units on hand stay.
	 */
	public function follow( int $item_id, Product $product ): void {
		// Levels before the item, as every writer locks them.
		$this->levels->lock_on_hand( $item_id, self::LOCATION );
		$low     = $product->low;
		$parent  = Clause::quantity( $product->parent_low );
		$low_at  = Inherited::low_at( Clause::quantity( $low ), $parent, new Clause( 'rule_low' ), ( $this->default_low )() );
		$tracked = new Clause( '%d', $product->tracked ? 1 : 0 );
		$own     = Inherited::own_after_saving( new Clause( '%s', $product->backorders->value ), $product->tracked && Kind::Bundle !== $product->kind );
		$policy  = Inherited::backorders( $own, new Clause( 'rule_backorders' ) );
		$set     = Clause::of(
			'status = %%, low_at = %%, allowance = %%, kind = %%, name = %%, sku = %%, barcode = %%, category = %%, tracked = %%, low_stock_threshold = %%, parent_low = %%, backorders = %%, own_backorders = %%, price = %%, unit_cost = %%, version = version + 1, updated_at = %%',
			Rules::status( $tracked, $low_at, $policy ),
			$low_at,
			Rules::allowance( $policy, new Clause( 'backorder_limit' ), new Clause( 'available_from' ), new Clause( 'preorder_limit' ), $this->clock->now() ),
			new Clause( '%s', $product->kind->value ),
			new Clause( '%s', $product->name ),
			Clause::optional_text( $this->free_code( 'sku', $product->sku, $item_id ) ),
			Clause::optional_text( $this->free_code( 'barcode', $product->barcode, $item_id ) ),
			new Clause( '%s', $product->category ),
			$tracked,
			Clause::quantity( $low ),
			$parent,
			$policy,
			$own,
			Clause::quantity( $product->price ),
			// Where WooCommerce does not say, ours stays.
			null === $product->cost ? new Clause( 'unit_cost' ) : Clause::quantity( $product->cost ),
			new Clause( '%s', Clock::sql( $this->clock->now() ) )
		);
		$this->db->execute( 'UPDATE %i SET ' . $set->sql . ' WHERE id = %d', $this->db->table( 'items' ), ...array( ...$set->args, $item_id ) );
		// WooCommerce may end backorders while more is promised than is there.
		$this->levels->note_owed( $item_id, self::LOCATION );
		$this->terms->replace( array( $item_id => Terms::of_item( $product->name, $product->sku, $product->barcode ) ) );
	}

	/**
	 * Units on hand stay in the books; nothing is sold from them.
	 */
	public function stop_counting( int $item_id ): void {
		$this->levels->lock_on_hand( $item_id, self::LOCATION );
		$this->db->execute(
			'UPDATE %i SET tracked = 0, status = 4, version = version + 1, updated_at = %s WHERE id = %d AND tracked = 1',
			$this->db->table( 'items' ),
			Clock::sql( $this->clock->now() ),
			$item_id
		);
	}

	/**
	 * The product is gone: its codes are free, its history stays, and one that is made again with its SKU takes it up.
	 */
	public function forget( int $item_id ): void {
		$this->levels->lock_on_hand( $item_id, self::LOCATION );
		$this->db->execute(
			'UPDATE %i SET former_sku = COALESCE( sku, former_sku ), product_id = NULL, parent_id = NULL, sku = NULL, barcode = NULL, tracked = 0, status = 4, version = version + 1, updated_at = %s WHERE id = %d',
			$this->db->table( 'items' ),
			Clock::sql( $this->clock->now() ),
			$item_id
		);
		$this->db->execute( 'UPDATE %i SET parent_id = NULL WHERE parent_id = %d', $this->db->table( 'items' ), $item_id );
	}

	/**
	 * Products that were deleted and are made again under the same SKU go on with the ledger they had. Of two that are made
	 * at once the statement lets one take it.
	 *
	 * @param array<int, Product> $products By id; none has an item.
	 * @return array<int, true> Those that have one now.
	 */
	private function take_up( array $products ): array {
		$codes = array_filter( array_map( static fn( Product $product ): string => $product->sku, $products ), static fn( string $sku ): bool => '' !== $sku );
		if ( array() === $codes ) {
			return array();
		}
		$rows  = $this->db->rows(
			"SELECT id, former_sku FROM %i WHERE product_id IS NULL AND kind <> 'bundle' AND former_sku IN (" . $this->db->marks( $codes, '%s' ) . ') ORDER BY id',
			$this->db->table( 'items' ),
			...array_values( $codes )
		);
		$found = array_column( $rows, 'id', 'former_sku' );
		$back  = array();
		foreach ( $codes as $id => $code ) {
			$item = (int) ( $found[ $code ] ?? 0 );
			if ( 0 < $item && 1 === $this->db->execute( 'UPDATE %i SET product_id = %d, former_sku = NULL WHERE id = %d AND product_id IS NULL', $this->db->table( 'items' ), $id, $item ) ) {
				$back[ $id ] = true;
				$this->go_on( $item, $products[ $id ] );
			}
			unset( $found[ $code ] );
		}
		return $back;
	}

	private function go_on( int $item_id, Product $product ): void {
		$this->follow( $item_id, $product );
		if ( $product->tracked ) {
			$note = __( 'The product was made again: its ledger goes on, with the number that WooCommerce has.', 'woo-inventory-guard' );
			$this->ledger->accept( $item_id, self::LOCATION, $product->stock, new Cause( 'external', Reference::none(), get_current_user_id(), $note ) );
		}
	}

	private function insert( Product $product ): int {
		$low_at = $product->low ?? $product->parent_low ?? ( $this->default_low )();
		$now    = Clock::sql( $this->clock->now() );
		$this->db->execute(
			"INSERT INTO %i (product_id, kind, sku, barcode, name, category, tracked, low_stock_threshold, parent_low, low_at, backorders, own_backorders, allowance, price, unit_cost, status, created_at, updated_at)
			VALUES (%d, %s, NULLIF( %s, '' ), NULLIF( %s, '' ), %s, %s, %d, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), CAST( %s AS DECIMAL(19,4) ), %s, NULLIF( %s, 'no' ), CAST( %s AS DECIMAL(19,4) ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), %d, %s, %s)",
			$this->db->table( 'items' ),
			$product->id,
			$product->kind->value,
			$this->free_code( 'sku', $product->sku, 0 ),
			$this->free_code( 'barcode', $product->barcode, 0 ),
			$product->name,
			$product->category,
			$product->tracked ? 1 : 0,
			null === $product->low ? '' : $product->low->sql(),
			null === $product->parent_low ? '' : $product->parent_low->sql(),
			$low_at->sql(),
			$product->backorders->value,
			$product->tracked ? $product->backorders->value : 'no',
			$product->backorders->allowance( null )->sql(),
			null === $product->price ? '' : $product->price->sql(),
			null === $product->cost ? '' : $product->cost->sql(),
			Rules::status_of( $product->tracked, Quantity::zero(), $low_at, Backorders::No !== $product->backorders )->value,
			$now,
			$now
		);
		$id = $this->db->insert_id();
		if ( $product->tracked ) {
			$this->open( $id, $product->stock );
		}
		return $id;
	}

	private function open( int $item_id, Quantity $stock ): void {
		$cause = new Cause( 'opening', Reference::none(), 0, __( 'Taken over from WooCommerce.', 'woo-inventory-guard' ) );
		$this->ledger->open( $item_id, $stock, $cause, self::LOCATION );
	}

	/**
	 * An SKU or barcode, unless another item has it already: shops switch WooCommerce's own check off, and a part may
	 * have been there first. The product then is found by its name.
	 *
	 * @param 'sku'|'barcode' $field
	 */
	private function free_code( string $field, string $code, int $except ): string {
		$taken = '' === $code ? null : $this->db->value( 'SELECT id FROM %i WHERE %i = %s AND id <> %d LIMIT 1', $this->db->table( 'items' ), $field, $code, $except );
		return null === $taken ? $code : '';
	}

	/**
	 * Variations know their parent's item, whichever of them was made first.
	 *
	 * @param array<int, Product> $products Just made.
	 */
	private function join_families( array $products ): void {
		$parents = array();
		foreach ( $products as $product ) {
			if ( Kind::Simple !== $product->kind ) {
				$parents[] = 0 === $product->parent_id ? $product->id : $product->parent_id;
			}
		}
		foreach ( array_unique( $parents ) as $parent ) {
			$item = $this->db->value( "SELECT id FROM %i WHERE product_id = %d AND kind = 'variable'", $this->db->table( 'items' ), $parent );
			if ( null !== $item ) {
				$this->db->execute(
					"UPDATE %i SET parent_id = %d WHERE parent_id IS NULL AND product_id IN ( SELECT ID FROM %i WHERE post_parent = %d AND post_type = 'product_variation' )",
					$this->db->table( 'items' ),
					(int) $item,
					$this->db->wp_table( 'posts' ),
					$parent
				);
			}
		}
	}
}
