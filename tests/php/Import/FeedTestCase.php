<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Import\Feed\Feed;
use WooInventoryGuard\Import\Feed\FeedSettings;
use WooInventoryGuard\Import\File\Mappings;

/**
 * A folder with a file in it, and a mapping that knows its columns.
 */
abstract class FeedTestCase extends ImportTestCase {

	protected string $folder;

	protected function setUp(): void {
		parent::setUp();
		$this->folder = wp_upload_dir( null, false )['basedir'] . '/wig-feeds';
		wp_mkdir_p( $this->folder );
		( new Mappings( $this->db ) )->put( array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => 'Code', 'field' => 'sku' ), array( 'heading' => 'Qty', 'field' => 'on_hand' ) ), 'options' => array( 'quantity' => 'absolute', 'reason' => 'feed' ) ) ), null );
	}

	protected function tearDown(): void {
		array_map( 'unlink', (array) glob( $this->folder . '/*' ) );
		rmdir( $this->folder );
		parent::tearDown();
	}

	final protected function mean( string $quantity, string $field ): void {
		( new Mappings( $this->db ) )->put( array( array( 'name' => 'Mei', 'columns' => array( array( 'heading' => 'Code', 'field' => 'sku' ), array( 'heading' => 'Qty', 'field' => $field ), array( 'heading' => 'At', 'field' => 'counted' === $field ? 'counted_at' : '' ) ), 'options' => array( 'quantity' => $quantity ) ) ), null );
	}

	final protected function feed( string $source, string $address, string $decimal = '.' ): Feed {
		return $this->feeds()->make( new FeedSettings( 'Mei', $source, $address, 'Mei', $decimal, '', 60 ), $this->key() )['feed'];
	}

	final protected function write( string $text ): void {
		file_put_contents( $this->folder . '/stock.csv', $text );
	}
}
