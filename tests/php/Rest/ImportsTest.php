<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Plugin;

/**
 * Files in and out through the API.
 */
final class ImportsTest extends RestTestCase {

	public function test_a_file_is_sent_checked_applied_and_undone(): void {
		$tea  = $this->part( 3, array( 'sku' => 'TEA', 'name' => 'Tea' ) );
		$made = $this->post( '/imports', array( 'name' => 'stock.csv', 'total_rows' => 2, 'options' => array( 'quantity' => 'absolute', 'create' => true, 'reason' => 'received', 'note' => 'Box 2' ) ), array( 'Idempotency-Key' => 'file' ) );
		self::assertSame( array( 201, 'receiving', 'received' ), array( $made->status, $made->at( 'state' ), $made->at( 'options.reason' ) ), $made->text );
		self::assertSame( 200, $this->post( '/imports', array( 'name' => 'stock.csv', 'total_rows' => 2, 'options' => array( 'quantity' => 'absolute', 'create' => true, 'reason' => 'received', 'note' => 'Box 2' ) ), array( 'Idempotency-Key' => 'file' ) )->status );
		$path = '/imports/' . $made->at( 'id' );
		self::assert_refused( 409, 'wig_import_incomplete', $this->post( $path . '/check' ) );
		self::assert_refused( 409, 'wig_import_state', $this->post( $path . '/apply' ) );
		self::assertSame( 2, $this->post( $path . '/rows', array( 'rows' => array( array( 'row' => 2, 'sku' => 'TEA', 'on_hand' => '5', 'supplier' => '=Mei' ), array( 'row' => 3, 'sku' => 'CUP', 'on_hand' => 'x' ) ) ) )->at( 'received' ) );
		self::assertSame( array( 'checked', 2, 1, 1 ), $this->numbers( $this->post( $path . '/check' ), 'state', 'checked', 'problem_rows', 'change_rows' ) );

		$lines = $this->get( $path . '/lines?show=problems' );
		self::assertSame( array( 3, 'CUP', 'on_hand', 'wig_import_number', 'problem' ), array( $lines->at( '0.row' ), $lines->at( '0.sku' ), $lines->at( '0.problems.0.field' ), $lines->at( '0.problems.0.code' ), $lines->at( '0.state' ) ), $lines->text );
		self::assertSame( '1', $lines->headers['X-WP-Total'] );
		self::assert_refused( 409, 'wig_import_has_problems', $this->post( $path . '/apply' ) );
		self::assertSame( array( 'applied', 1, true ), $this->numbers( $this->post( $path . '/apply', array( 'skip_problems' => true ) ), 'state', 'applied', 'can_undo' ) );
		self::assertSame( 5, $this->get( '/items/' . $tea )->at( 'on_hand' ) );

		$documents = $this->get( '/documents' );
		self::assertStringContainsString( '"type":"import","id":"' . $made->at( 'id' ) . '"', $documents->text );
		self::assertSame( array( 'undone', 1, false ), $this->numbers( $this->post( $path . '/undo' ), 'state', 'undone', 'can_undo' ) );
		self::assertSame( array( 3, '' ), array( $this->get( '/items/' . $tea )->at( 'on_hand' ), $this->get( '/items/' . $tea )->at( 'supplier' ) ) );
		self::assert_refused( 409, 'wig_import_state', $this->post( $path . '/cancel' ) );
		self::assertSame( 'undone', $this->get( '/imports' )->at( '0.state' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/imports/999999/check' ) );
	}

	public function test_it_is_given_up(): void {
		$made = $this->post( '/imports', array( 'name' => 'a.csv', 'total_rows' => 1, 'options' => array( 'quantity' => 'difference' ) ) );
		self::assertSame( 'cancelled', $this->post( '/imports/' . $made->at( 'id' ) . '/cancel' )->at( 'state' ) );
		self::assert_refused( 409, 'wig_import_state', $this->post( '/imports/' . $made->at( 'id' ) . '/rows', array( 'rows' => array( array( 'row' => 2, 'sku' => 'A' ) ) ) ) );
		self::assert_refused( 409, 'wig_import_cannot_undo', $this->post( '/imports/' . $made->at( 'id' ) . '/undo' ) );
	}

	public function test_who_only_reads_can_watch(): void {
		$made = $this->post( '/imports', array( 'name' => 'a.csv', 'total_rows' => 1, 'options' => array( 'quantity' => 'difference' ) ) );
		$this->sign_in( 'wig_sales_channel' );
		self::assertSame( 200, $this->get( '/imports/' . $made->at( 'id' ) )->status );
		foreach ( array( 'check', 'apply', 'undo', 'cancel' ) as $step ) {
			self::assertSame( 403, $this->post( '/imports/' . $made->at( 'id' ) . '/' . $step )->status );
		}
	}

	public function test_mappings_are_kept_over_the_version_that_was_read(): void {
		$none = $this->get( '/imports/mappings' );
		self::assertSame( array( array(), 0 ), array( $none->at( 'mappings' ), $none->at( 'version' ) ) );
		$one  = array( 'name' => 'Mei', 'columns' => array( array( 'heading' => '数量', 'field' => 'on_hand' ), array( 'heading' => 'Colour', 'field' => '' ) ), 'options' => array( 'quantity' => 'difference' ) );
		$kept = $this->put( '/imports/mappings', array( 'mappings' => array( $one ) ), array( 'If-Match' => '"0"' ) );
		self::assertSame( array( 200, '数量', 'import', 1, '"1"' ), array( $kept->status, $kept->at( 'mappings.0.columns.0.heading' ), $kept->at( 'mappings.0.options.reason' ), $kept->at( 'version' ), $kept->headers['ETag'] ), $kept->text );
		self::assert_refused( 412, 'wig_stale_version', $this->put( '/imports/mappings', array( 'mappings' => array() ), array( 'If-Match' => '"0"' ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( '/imports/mappings', array( 'mappings' => array( $one, $one ) ) ), 'mappings[1].name' );
		self::assertSame( 1, $this->get( '/imports/mappings' )->at( 'version' ) );
	}

	public function test_items_are_exported_in_portions(): void {
		foreach ( array( 'b', 'A', '' ) as $sku ) {
			$this->part( 2, array( 'sku' => '' === $sku ? null : $sku, 'name' => "N{$sku}" ) );
		}
		$first = $this->get( '/exports/items?per_page=2' );
		self::assertSame( array( 'A', 'b', '2', 'low' ), array( $first->at( 'rows.0.sku' ), $first->at( 'rows.1.sku' ), $first->at( 'rows.0.on_hand' ), $first->at( 'rows.0.status' ) ), $first->text );
		$rest = $this->get( '/exports/items?per_page=2&after=' . $first->at( 'next' ) );
		self::assertSame( array( 'N', null ), array( $rest->at( 'rows.0.name' ), $rest->at( 'next' ) ), $rest->text );
		self::assertSame( array( 'A' ), array_column( (array) $this->get( '/exports/items?search=NA' )->at( 'rows' ), 'sku' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/exports/items?after=bm8' ), 'after' );
	}

	public function test_feeds_are_for_those_who_may_change_the_settings(): void {
		$feed = array( 'name' => 'Mei', 'source' => 'url', 'address' => 'https://feed.test/a.csv', 'mapping' => 'Mei' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/import-feeds', $feed ), 'mapping' );
		$this->keep_mapping();
		$made = $this->post( '/import-feeds', $feed );
		self::assertSame( array( 201, 1440, true, null ), array( $made->status, $made->at( 'every_minutes' ), $made->at( 'active' ), $made->at( 'last_error' ) ), $made->text );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/import-feeds', array( 'address' => 'ftp://feed.test/a.csv' ) + $feed ), 'address' );
		$path = '/import-feeds/' . $made->at( 'id' );
		self::assertSame( array( 2, false ), $this->numbers( $this->put( $path, array( 'active' => false ), array( 'If-Match' => '"1"' ) ), 'version', 'active' ) );
		self::assert_refused( 412, 'wig_stale_version', $this->put( $path, array( 'active' => true ), array( 'If-Match' => '"1"' ) ) );
		self::assertSame( array( false, true, 2 ), $this->numbers( $this->post( $path . '/run' ), 'active', 'asked', 'version' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $path, array( 'mapping' => 'None' ) ), 'mapping' );
		$this->put( '/imports/mappings', array( 'mappings' => array() ) );
		self::assertSame( array( 3, false ), $this->numbers( $this->put( $path, array( 'active' => false ) ), 'version', 'active' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $path, array( 'mapping' => 'Mei' ) ), 'mapping' );
		self::assertSame( array( 3, null, null, false ), $this->numbers( $this->get( $path ), 'version', 'last_import', 'last_rows', 'unchanged' ) );
		$this->db->execute( "UPDATE %i SET last_error = 'wig_feed_fetch 404'", $this->db->table( 'import_feeds' ) );
		self::assertSame( array( 'wig_feed_fetch', 'The web address does not answer with the file: 404.' ), array( $this->get( '/import-feeds' )->at( '0.last_error.code' ), $this->get( '/import-feeds' )->at( '0.last_error.message' ) ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( array( 403, 403 ), array( $this->get( '/import-feeds' )->status, $this->post( '/import-feeds', $feed )->status ) );
		$this->sign_in( 'administrator' );
		self::assertSame( 200, $this->send( 'DELETE', $path, array() )->status );
		self::assert_refused( 404, 'wig_not_found', $this->post( $path . '/run' ) );
	}

	public function test_a_feed_says_what_its_last_file_has_brought(): void {
		$folder = wp_upload_dir( null, false )['basedir'] . '/wig-feeds';
		wp_mkdir_p( $folder );
		file_put_contents( $folder . '/stock.csv', "Code,Qty\nTEA,5\nCUP,3\nGONE,1\n" );
		file_put_contents( $folder . '/stock.xml', '<a/>' );
		$this->part( 3, array( 'sku' => 'TEA', 'name' => 'Tea' ) );
		$this->part( 3, array( 'sku' => 'CUP', 'name' => 'Cup' ) );
		$this->keep_mapping();
		$feed = array( 'name' => 'Mei', 'source' => 'file', 'address' => 'wig-feeds/stock.csv', 'mapping' => 'Mei' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/import-feeds', array( 'address' => 'wig-feeds/stock.xml' ) + $feed ), 'address' );
		$path = '/import-feeds/' . $this->post( '/import-feeds', $feed )->at( 'id' );
		Plugin::instance()->feed_rounds()->run( 60.0 );
		self::assertSame( array( 1, 1, 1, 0 ), $this->numbers( $this->get( $path ), 'last_rows.changed', 'last_rows.same', 'last_rows.problems', 'last_rows.conflicts' ) );
		$list = $this->get( '/import-feeds' );
		self::assertSame( array( 1, $this->get( $path )->at( 'last_import' ) ), array( $list->at( '0.last_rows.changed' ), $list->at( '0.last_import' ) ) );
		array_map( 'unlink', (array) glob( $folder . '/*' ) );
		rmdir( $folder );
	}

	private function keep_mapping(): void {
		$this->put( '/imports/mappings', array( 'mappings' => array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => 'Code', 'field' => 'sku' ), array( 'heading' => 'Qty', 'field' => 'on_hand' ) ), 'options' => array( 'quantity' => 'absolute' ) ) ) ) );
	}

	/**
	 * @return list<mixed>
	 */
	private function numbers( Answer $answer, string ...$names ): array {
		self::assertSame( 200, $answer->status, $answer->text );
		return array_map( $answer->at( ... ), array_values( $names ) );
	}
}
