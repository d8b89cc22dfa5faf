<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Early;

use WooInventoryGuard\Early\Availability;
use WooInventoryGuard\Early\FrontDoor;
use WooInventoryGuard\Early\Keeper;
use WooInventoryGuard\Early\MustUse;
use WooInventoryGuard\Early\Words;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Tests\Rest\RestTestCase;

/**
 * The answer that is given before plugins load, and the file that gives it.
 */
final class EarlyTest extends RestTestCase {

	private const FILE = WPMU_PLUGIN_DIR . '/woo-inventory-guard-early.php';

	private const PLUGIN = 'woo-inventory-guard/woo-inventory-guard.php';

	/** @var list<int> */
	private array $posts = array();

	protected function tearDown(): void {
		foreach ( $this->posts as $id ) {
			wp_delete_post( $id, true );
		}
		( new MustUse( self::PLUGIN, '1' ) )->remove();
		delete_option( FrontDoor::OPTION );
		parent::tearDown();
	}

	public function test_what_has_expired_counts_no_more_although_nobody_swept_it(): void {
		$item    = $this->part( 5 );
		$product = $this->sell( $item );
		self::assertSame( 201, $this->post( '/reservations', array( 'reference' => array( 'type' => 'cart', 'id' => '1' ), 'lines' => array( array( 'item_id' => $item, 'quantity' => 3 ) ), 'expires_in' => 60 ) )->status );
		self::assertSame( array( 2 ), array_column( $this->told( array(), array( $product ) ), 'available' ) );
		self::assertSame( array( 5 ), array_column( $this->told( array(), array( $product ), '+61 seconds' ), 'available' ) );
		self::assertSame( 3, $this->get( "/items/$item" )->at( 'reserved' ), 'Asking writes nothing.' );
	}

	public function test_a_bundle_waits_for_an_answer_that_ends_what_has_expired(): void {
		$part = $this->part( 5 );
		$set  = $this->part( 0 );
		$this->sell( $set );
		$this->db->execute( "UPDATE %i SET kind = 'bundle' WHERE id = %d", $this->db->table( 'items' ), $set );
		$this->post( '/reservations', array( 'reference' => array( 'type' => 'cart', 'id' => '2' ), 'lines' => array( array( 'item_id' => $part, 'quantity' => 3 ) ), 'expires_in' => 60 ) );
		self::assertFalse( $this->early()->waits( $this->early()->find( array( $set ), array() ) ) );
		$later = $this->early( '+61 seconds' );
		self::assertTrue( $later->waits( $later->find( array( $set ), array() ) ) );
		self::assertFalse( $later->waits( $later->find( array( $part ), array() ) ) );
		$this->db->execute( "UPDATE %i SET kind = 'part', product_id = NULL WHERE id = %d", $this->db->table( 'items' ), $set );
	}

	public function test_a_variation_that_does_not_count_by_itself_has_the_number_of_its_parent(): void {
		$family = $this->part( 4 );
		$child  = $this->part( 0 );
		$parent = $this->sell( $family );
		$red    = $this->sell( $child, array( 'post_type' => 'product_variation', 'post_parent' => $parent ) );
		$this->db->execute( "UPDATE %i SET kind = 'variable' WHERE id = %d", $this->db->table( 'items' ), $family );
		$this->db->execute( "UPDATE %i SET kind = 'variation', tracked = 0, status = 4, parent_id = %d WHERE id = %d", $this->db->table( 'items' ), $family, $child );
		self::assertSame(
			array( array( 'item_id' => $child, 'product_id' => $red, 'in_stock' => true, 'available' => 4, 'backorder' => false, 'text' => '4 in stock' ) ),
			$this->told( array(), array( $red ) )
		);
	}

	public function test_answers_come_in_the_order_asked_for_and_each_once(): void {
		$one = $this->part( 1 );
		$two = $this->part( 2 );
		$this->sell( $one );
		$product = $this->sell( $two );
		self::assertSame( array( $two, $one ), array_column( $this->told( array( $two, $one ), array( $product ) ), 'item_id' ) );
	}

	public function test_what_is_not_there_yet_says_when_it_comes(): void {
		$item    = $this->part( 0 );
		$product = $this->sell( $item );
		$said    = function ( ?string $expected, ?string $from, string $own, string $later = '2099-11-01 00:00:00' ) use ( $item, $product ): string {
			$this->db->execute( 'UPDATE %i SET allowance = 5, status = 2, expected_at = NULLIF( %s, %s ), available_from = NULLIF( %s, %s ), backorder_text = %s WHERE id = %d', $this->db->table( 'items' ), (string) $expected, '', (string) $from, '', $own, $item );
			return (string) $this->told( array(), array( $product ), $later )[0]['text'];
		};
		self::assertSame( 'Available on backorder', $said( null, null, '' ) );
		self::assertSame( 'On backorder: ships about 12 December', $said( '2099-12-12 09:00:00', null, '' ) );
		self::assertSame( 'On backorder: soon', $said( '2099-12-12 09:00:00', null, 'soon' ) );
		self::assertSame( 'Available on backorder', $said( '2099-12-12 09:00:00', null, '', '2099-12-13 00:00:00' ), 'A day that has passed is no promise.' );
		self::assertSame( 'Pre-order: ships about 3 May', $said( null, '2100-05-03 09:00:00', '' ) );
		self::assertSame( 'Pre-order: ships about 12 December', $said( '2099-12-12 09:00:00', '2100-05-03 09:00:00', '' ) );
		self::assertSame( 'Pre-order', $said( '2000-01-01 00:00:00', '2100-05-03 09:00:00', '' ) );
		self::assertSame( 'Pre-order: with the new harvest', $said( null, '2100-05-03 09:00:00', 'with the new harvest' ) );
		update_option( 'timezone_string', 'Asia/Taipei' );
		self::assertSame( 'On backorder: ships about 13 December', $said( '2099-12-12 18:00:00', null, '' ), 'The day where the shop is.' );
		update_option( 'timezone_string', '' );
	}

	public function test_a_variation_that_does_not_count_by_itself_ships_when_its_parent_does(): void {
		$family = $this->part( 0 );
		$child  = $this->part( 0 );
		$parent = $this->sell( $family );
		$red    = $this->sell( $child, array( 'post_type' => 'product_variation', 'post_parent' => $parent ) );
		$this->db->execute( "UPDATE %i SET kind = 'variable', allowance = 5, status = 2, expected_at = '2099-12-12 09:00:00' WHERE id = %d", $this->db->table( 'items' ), $family );
		$this->db->execute( "UPDATE %i SET kind = 'variation', tracked = 0, status = 4, parent_id = %d WHERE id = %d", $this->db->table( 'items' ), $family, $child );
		self::assertSame( array( 'On backorder: ships about 12 December' ), array_column( $this->told( array(), array( $red ) ), 'text' ) );
	}

	public function test_the_file_is_written_kept_current_and_taken_away(): void {
		$old = new MustUse( self::PLUGIN, '0.9' );
		$new = new MustUse( self::PLUGIN, '1.0' );
		self::assertTrue( $old->install() );
		self::assertFalse( $new->is_current() );
		self::assertTrue( $new->install() );
		self::assertTrue( $new->is_current() );
		self::assertStringContainsString( 'Version: 1.0', (string) file_get_contents( self::FILE ) );
		self::assertSame( array(), glob( self::FILE . '.*' ) );
		$said = shell_exec( PHP_BINARY . ' -l ' . escapeshellarg( self::FILE ) );
		self::assertStringContainsString( 'No syntax errors', (string) $said );
		$new->remove();
		self::assertFileDoesNotExist( self::FILE );
	}

	public function test_a_file_of_somebody_else_is_not_taken_away(): void {
		file_put_contents( self::FILE, '<?php // Mine.' );
		( new MustUse( self::PLUGIN, '1' ) )->remove();
		self::assertFileExists( self::FILE );
		unlink( self::FILE );
	}

	public function test_where_files_must_not_be_changed_nothing_is_written_and_nothing_fails(): void {
		add_filter( 'file_mod_allowed', '__return_false' );
		$keeper = new Keeper( new MustUse( self::PLUGIN, '1' ), static fn (): string => 'always', '1' );
		self::assertFalse( ( new MustUse( self::PLUGIN, '1' ) )->install() );
		self::assertSame( 'unwritable', $keeper->state() );
		remove_filter( 'file_mod_allowed', '__return_false' );
		self::assertFileDoesNotExist( self::FILE );
	}

	public function test_the_owner_can_decline(): void {
		$show   = 'low';
		$keeper = new Keeper(
			new MustUse( self::PLUGIN, '1' ),
			static function () use ( &$show ): ?string {
				return $show;
			},
			'1'
		);
		$keeper->refresh();
		self::assertSame( 'ready', $keeper->state() );
		self::assertSame( array( '1', 'low', Words::now() ), array_values( array_intersect_key( (array) get_option( FrontDoor::OPTION ), array_flip( array( 'version', 'show', 'words' ) ) ) ) );
		$show = null;
		$keeper->refresh();
		self::assertSame( 'declined', $keeper->state() );
		self::assertFileDoesNotExist( self::FILE );
		self::assertFalse( get_option( FrontDoor::OPTION ) );
	}

	private function early( string $later = 'now' ): Availability {
		return new Availability( $this->db->rows( ... ), $this->db->wp_table( '' ), 'always', Words::now(), Clock::sql( new \DateTimeImmutable( $later, new \DateTimeZone( 'UTC' ) ) ) );
	}

	/**
	 * @param list<int> $items
	 * @param list<int> $products
	 * @return list<array<string, mixed>>
	 */
	private function told( array $items, array $products, string $later = 'now' ): array {
		$early = $this->early( $later );
		return $early->tell( $early->find( $items, $products ) );
	}

	/**
	 * Makes a product of an item.
	 *
	 * @param array<string, mixed> $fields
	 */
	private function sell( int $item, array $fields = array() ): int {
		$product = wp_insert_post(
			$fields + array(
				'post_type'   => 'product',
				'post_status' => 'publish',
				'post_title'  => 'Tea',
			)
		);
		self::assertIsInt( $product );
		$this->posts[] = $product;
		$this->db->execute( "UPDATE %i SET product_id = %d, kind = 'simple' WHERE id = %d", $this->db->table( 'items' ), $product, $item );
		return $product;
	}
}
