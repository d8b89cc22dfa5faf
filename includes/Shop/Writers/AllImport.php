<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Import\Checking\BadValue;
use WooInventoryGuard\Import\Checking\Fields;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Error\StaleLevel;
use WooInventoryGuard\Stock\Error\StockError;

/**
 * A target of WP All Import: who maps a column of a supplier's file to the custom field wig_on_hand, wig_delta,
 * wig_unit_cost and so on (the fields of our own imports, with wig_ before) has it go through the ledger. All lines of
 * one import there are one document.
 *
 * That plugin tells of each custom field it has saved, and then of the product. The fields are orders, not facts: they
 * are taken off the product once they are carried out.
 */
final class AllImport {

	public const REFERENCE = 'wp_all_import';

	private const PREFIX = 'wig_';

	private const LOCATION = 1;

	private const TURNS = 5;

	/** @var array<int, array<string, string>> Fields by product. */
	private array $told = array();

	public function __construct( private readonly Items $items, private readonly ItemWriter $writer, private readonly Ledger $ledger ) {}

	public function register(): void {
		add_action( 'pmxi_update_post_meta', $this->hear( ... ), 10, 3 );
		// Late: others may still save the product in theirs.
		add_action( 'pmxi_saved_post', $this->carry_out( ... ), 1000 );
	}

	private function hear( mixed $post_id, mixed $key, mixed $value ): void {
		$field = is_string( $key ) && str_starts_with( $key, self::PREFIX ) ? substr( $key, strlen( self::PREFIX ) ) : '';
		if ( is_numeric( $post_id ) && is_scalar( $value ) && in_array( $field, array( 'on_hand', 'delta', ...Fields::ALL ), true ) ) {
			$this->told[ (int) $post_id ][ $field ] = trim( (string) $value );
		}
	}

	private function carry_out( mixed $post_id ): void {
		$product = is_numeric( $post_id ) ? (int) $post_id : 0;
		$fields  = $this->told[ $product ] ?? array();
		unset( $this->told[ $product ] );
		if ( array() === $fields ) {
			return;
		}
		$item = $this->items->by_product_ids( array( $product ) )[ $product ] ?? null;
		foreach ( $fields as $field => $value ) {
			delete_post_meta( $product, self::PREFIX . $field );
			if ( null === $item ) {
				Log::error( "WP All Import: product {$product} is in no inventory, so its field {$field} could not be written." );
			} elseif ( '' !== $value ) {
				$this->one( $item, $field, $value );
			}
		}
	}

	/**
	 * Blank means leave, as in every import; what cannot be written stays as it was, and the log says why.
	 */
	private function one( Item $item, string $field, string $value ): void {
		try {
			if ( 'on_hand' === $field || 'delta' === $field ) {
				$this->stock( $item, $field, Fields::quantity( $field, $value ) );
			} else {
				$this->writer->update( $item->id, Fields::to_changes( array( $field => Fields::clean( $field, $value ) ) ), null );
			}
		} catch ( BadValue | CatalogError | StockError | Busy $error ) {
			Log::error( "WP All Import: {$field} of product {$item->product_id} could not be written.", $error );
		}
	}

	/**
	 * @throws StockError|BadValue
	 */
	private function stock( Item $item, string $field, Quantity $number ): void {
		$cause = new Cause( 'import', new Reference( self::REFERENCE, self::import_number() ), get_current_user_id() );
		$key   = 'pmxi:' . wp_generate_uuid4();
		if ( 'delta' === $field ) {
			if ( ! $number->is_zero() ) {
				$this->ledger->adjust( Adjustment::delta( $item->id, self::LOCATION, $number, $cause ), $key );
			}
			return;
		}
		if ( $number->is_negative() ) {
			throw new BadValue( new Problem( $field, 'wig_import_negative', (string) $number ) );
		}
		$seen = $item->on_hand;
		$turn = 0;
		while ( 0 !== $number->compare( $seen ) ) {
			++$turn;
			try {
				$this->ledger->adjust( Adjustment::counted( $item->id, self::LOCATION, $number, $seen, $cause ), $key );
				return;
			} catch ( StaleLevel $stale ) {
				if ( $turn >= self::TURNS ) {
					throw $stale;
				}
				$seen = $stale->on_hand;
			}
		}
	}

	/**
	 * The number of the import there, while it runs.
	 */
	private static function import_number(): string {
		$number = function_exists( 'wp_all_import_get_import_id' ) ? wp_all_import_get_import_id() : '';
		return is_scalar( $number ) ? mb_substr( (string) $number, 0, 64 ) : '';
	}
}
