<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Shop\Writers\AllImport;
use WooInventoryGuard\Stock\Lines\HistoryFilter;

/**
 * What WP All Import tells of custom fields goes through the ledger. Its actions are fired here as its documentation
 * says: one for each field that was saved, then one for the product.
 */
final class AllImportTest extends ImportTestCase {

	public function test_custom_fields_of_a_supplier_feed_go_through_the_ledger(): void {
		$item = $this->product( 'TEA', 5 );
		( new AllImport( $this->catalog->items, $this->catalog->writer, $this->catalog->ledger ) )->register();
		$this->sell( 'TEA', 2 );
		$this->imported( array( 'wig_on_hand' => '9', 'wig_supplier' => 'Mei', 'wig_unit_cost' => '', 'wig_bin' => '<b>', 'color' => 'red' ) );

		self::assertSame( array( '9', 'Mei', '', null ), array( $this->column( 'on_hand' )['TEA'], $this->column( 'supplier' )['TEA'], $this->column( 'bin' )['TEA'], $this->column( 'unit_cost' )['TEA'] ) );
		$line = $this->catalog->ledger->history( $item, new HistoryFilter( 20, 0 ) )[0];
		self::assertSame( array( '6', 'import', 'wp_all_import' ), array( (string) $line->delta, $line->reason, $line->reference->type ) );
		$this->imported( array( 'wig_delta' => '-3' ) );
		$this->imported( array( 'wig_on_hand' => '-1' ) );
		$this->imported( array( 'wig_on_hand' => '6' ) );
		self::assertSame( array( '6', 4 ), array( $this->column( 'on_hand' )['TEA'], count( $this->catalog->ledger->history( $item, new HistoryFilter( 20, 0 ) ) ) ), 'What is so already needs no line.' );
	}

	public function test_a_sale_meanwhile_makes_it_look_again(): void {
		$this->product( 'TEA', 5 );
		( new AllImport( $this->catalog->items, $this->catalog->writer, $this->catalog->ledger ) )->register();
		$rival = $this->rival_catalog();
		$buyer = $this->rival( fn() => $this->sell( 'TEA', 2, true, $rival ) );
		$this->imported( array( 'wig_on_hand' => '9' ) );

		self::assertSame( array( 1, '9' ), array( $buyer->acted(), $this->column( 'on_hand' )['TEA'] ), 'The file says what is there, so nine are there.' );
	}

	private function product( string $sku, int $on_hand ): int {
		$item = $this->part( $sku, $sku, $on_hand );
		$this->db->execute( "UPDATE %i SET product_id = 55, kind = 'simple' WHERE id = %d", $this->db->table( 'items' ), $item->id );
		return $item->id;
	}

	/**
	 * @param array<string, string> $fields
	 */
	private function imported( array $fields ): void {
		$log = ini_set( 'error_log', '/dev/null' );
		foreach ( $fields as $key => $value ) {
			do_action( 'pmxi_update_post_meta', 55, $key, $value );
		}
		do_action( 'pmxi_saved_post', 55, new \SimpleXMLElement( '<node/>' ), true );
		ini_set( 'error_log', (string) $log );
	}
}
