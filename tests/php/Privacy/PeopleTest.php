<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Privacy;

use PHPUnit\Framework\Attributes\CoversNothing;
use WooInventoryGuard\Install\Schema;
use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Privacy\People;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * What WordPress's tools for personal data are told, through the hooks that it calls itself.
 */
#[CoversNothing]
final class PeopleTest extends EngineTestCase {

	private const MAIL = 'mei.lin@shop.test';

	private int $mei;
	private int $bo;

	protected function setUp(): void {
		parent::setUp();
		$this->mei = self::person( 'mei', self::MAIL );
		$this->bo  = self::person( 'bo', 'bo@shop.test' );
	}

	public function test_every_column_that_names_a_person_is_known(): void {
		$found = array();
		foreach ( Schema::tables() as $table => $columns ) {
			preg_match_all( '/^\s*(\w+_by|actor_id|counter_id|user_id|owner_id|author_id|handled_by) BIGINT/m', $columns, $names );
			if ( array() !== $names[1] ) {
				$found[ $table ] = $names[1];
			}
		}
		ksort( $found );
		$known = People::COLUMNS;
		ksort( $known );
		self::assertSame( $found, $known );
	}

	public function test_what_somebody_did_is_exported_page_by_page(): void {
		$item = $this->item( 0, array( 'name' => 'Gaiwan' ) );
		for ( $n = 1; $n <= People::ROWS + 1; $n++ ) {
			$this->move( $item, 1, $this->mei );
		}
		$this->move( $item, 5, $this->bo );

		$first = self::export( 'movements', self::MAIL, 1 );
		$last  = self::export( 'movements', self::MAIL, 2 );

		self::assertCount( People::ROWS, $first['data'] );
		self::assertFalse( $first['done'] );
		self::assertCount( 1, $last['data'] );
		self::assertTrue( $last['done'] );
		self::assertContains( 'Gaiwan', array_column( $first['data'][0]['data'], 'value' ) );
		self::assertSame( array(), self::export( 'movements', 'nobody@shop.test', 1 )['data'] );
	}

	public function test_who_is_erased_is_gone_from_the_books_and_the_books_stay(): void {
		$item = $this->item( 0 );
		$this->move( $item, 3, $this->mei );
		$this->move( $item, 4, $this->bo );

		$erased = self::erase( self::MAIL );

		self::assertTrue( $erased['items_removed'] && $erased['items_retained'] && $erased['done'] );
		self::assertNotSame( array(), $erased['messages'] );
		self::assertSame( array(), self::export( 'movements', self::MAIL, 1 )['data'] );
		self::assertCount( 1, self::export( 'movements', 'bo@shop.test', 1 )['data'] );
		self::assertSame( array( (string) People::ERASED, (string) $this->bo ), $this->db->column( 'SELECT actor_id FROM %i WHERE item_id = %d AND delta > 0 ORDER BY seq', $this->db->table( 'movements' ), $item ) );
		self::assertFalse( self::erase( self::MAIL )['items_removed'] );
	}

	public function test_forgetting_many_goes_on_where_it_stopped(): void {
		$item                   = $this->item( 0 );
		$this->books_are_broken = true;
		foreach ( array_chunk( range( 2, 1_002 ), 250 ) as $seqs ) {
			$values = array();
			foreach ( $seqs as $seq ) {
				array_push( $values, $item, $seq, $this->mei );
			}
			$this->db->execute( 'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, actor_id, created_at) VALUES ' . $this->db->marks( $seqs, "(%d, 1, %d, 0, 0, 'correction', %d, '2026-03-02 08:00:00')" ), $this->db->table( 'movements' ), ...$values );
		}

		self::assertFalse( self::erase( self::MAIL )['done'] );
		self::assertTrue( self::erase( self::MAIL )['done'] );

		self::assertSame( array(), self::export( 'movements', self::MAIL, 1 )['data'] );
	}

	public function test_a_customer_is_exported_and_forgotten_by_account_and_by_address(): void {
		$customer = ( new Customers( $this->db ) )->of( $this->mei, self::MAIL );
		foreach ( $customer->keys as $key ) {
			$this->db->execute( "INSERT INTO %i (limit_id, customer, reservation_id, item_id, quantity, used_at) VALUES (1, %s, 1, 1, '2', '2026-03-02 08:00:00')", $this->db->table( 'limit_uses' ), $key );
		}
		self::assertCount( 2, self::export( 'purchases', self::MAIL, 1 )['data'] );

		self::assertTrue( self::erase( self::MAIL )['items_removed'] );

		self::assertSame( array(), self::export( 'purchases', self::MAIL, 1 )['data'] );
	}

	private function move( int $item, int $delta, int $actor ): void {
		$this->engine->ledger->adjust( Adjustment::delta( $item, 1, Quantity::of( $delta ), new Cause( 'correction', new Reference( '', '' ), $actor ) ), $this->key() );
	}

	/**
	 * @return array{data: list<array{data: list<array{name: string, value: string}>}>, done: bool}
	 */
	private static function export( string $what, string $email, int $page ): array {
		return apply_filters( 'wp_privacy_personal_data_exporters', array() )[ "woo-inventory-guard-$what" ]['callback']( $email, $page );
	}

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	private static function erase( string $email ): array {
		return apply_filters( 'wp_privacy_personal_data_erasers', array() )['woo-inventory-guard']['callback']( $email, 1 );
	}

	private static function person( string $name, string $email ): int {
		$there = get_user_by( 'email', $email );
		return false !== $there ? $there->ID : (int) wp_insert_user(
			array(
				'user_login' => $name,
				'user_pass'  => wp_generate_password(),
				'user_email' => $email,
			)
		);
	}
}
