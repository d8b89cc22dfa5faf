<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mirror;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Participant;
use WooInventoryGuard\Stock\Quantity;

/**
 * Keeps WooCommerce's own numbers (`_stock`, `_stock_status` and the lookup row) in step, inside the transaction that
 * changes on hand: whoever reads WooCommerce's tables reads what was committed, also after a crash.
 */
final class StockMirror implements Participant {

	/** @var array<int, string|null> Product id => the status it changed to, for what this transaction has written. */
	private array $written = array();

	public function __construct( private readonly Db $db, private readonly ProductCaches $caches, private readonly LookupRow $lookup, private readonly MetaRows $meta ) {}

	/**
	 * The rows were just changed by this transaction and are locked, so these reads are locking reads: they see the
	 * newest state and open no snapshot.
	 */
	public function before_commit( array $item_ids ): void {
		$rows = $this->db->rows(
			'SELECT id, product_id, on_hand, backorders FROM %i WHERE product_id IS NOT NULL AND tracked = 1 AND id IN (' . $this->db->marks( $item_ids ) . ") AND kind <> 'bundle' ORDER BY id FOR UPDATE",
			$this->db->table( 'items' ),
			...$item_ids
		);
		foreach ( $rows as $row ) {
			$this->write( (int) $row['id'], (int) $row['product_id'], Quantity::from_sql( $row['on_hand'] ), (string) $row['backorders'] );
		}
	}

	/**
	 * A product that WooCommerce itself has just saved is left alone, unless its rows had to be put right.
	 */
	public function after_commit( array $item_ids ): void {
		$written       = $this->written;
		$this->written = array();
		foreach ( $written as $product_id => $status ) {
			$this->caches->refresh( $product_id, $status );
		}
	}

	/**
	 * WooCommerce's rule for a product that manages its stock, on the number that this transaction commits.
	 */
	public static function status( Quantity $on_hand, string $backorders ): string {
		$none = Quantity::of( absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) ) );
		if ( $on_hand->compare( $none ) > 0 ) {
			return 'instock';
		}
		return 'no' === $backorders ? 'outofstock' : 'onbackorder';
	}

	private function write( int $item_id, int $product_id, Quantity $on_hand, string $backorders ): void {
		$status  = self::status( $on_hand, $backorders );
		$written = $this->write_stock( $item_id, $product_id, $on_hand );
		$looked  = $this->lookup->write( $product_id, $on_hand, $status );
		$changed = $this->lookup->write_status( $product_id, $status );
		if ( $written || $looked || $changed ) {
			$this->written[ $product_id ] = $changed ? $status : ( $this->written[ $product_id ] ?? null );
		}
	}

	/**
	 * Writes the number, unless somebody outside wrote another one a moment ago that nobody has told us of yet: then
	 * both changes count, and what is left between the two books is the outside change, which its own hook (or the
	 * integrity check) brings up.
	 */
	private function write_stock( int $item_id, int $product_id, Quantity $on_hand ): bool {
		$present = $this->meta->lock( $product_id, '_stock' );
		if ( array() === $present ) {
			$this->db->execute( "INSERT INTO %i (post_id, meta_key, meta_value) VALUES (%d, '_stock', %s)", $this->db->wp_table( 'postmeta' ), $product_id, (string) $on_hand );
			return true;
		}
		$found = Products::quantity( max( $present ) );
		if ( null !== $found && 0 === $found->compare( $on_hand ) ) {
			return false;
		}
		$drift = null === $found ? Quantity::zero() : $found->minus( $on_hand->minus( $this->last_change( $item_id ) ) );
		$this->meta->write( array_keys( $present ), (string) $on_hand->plus( $drift ) );
		return true;
	}

	/**
	 * By how much this transaction changed on hand: its line of the ledger is the item's newest.
	 */
	private function last_change( int $item_id ): Quantity {
		return Quantity::from_sql(
			$this->db->value(
				'SELECT delta FROM %i WHERE item_id = %d AND location_id = %d ORDER BY seq DESC LIMIT 1 FOR UPDATE',
				$this->db->table( 'movements' ),
				$item_id,
				ItemRows::LOCATION
			)
		);
	}
}
