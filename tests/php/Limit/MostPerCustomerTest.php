<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Limit;

use WooInventoryGuard\Limit\Customer;
use WooInventoryGuard\Limit\Customers;
use WooInventoryGuard\Limit\Limit;
use WooInventoryGuard\Limit\LimitReached;
use WooInventoryGuard\Limit\Limits;
use WooInventoryGuard\Limit\MostPerCustomer;
use WooInventoryGuard\Limit\Scope;
use WooInventoryGuard\Limit\Uses;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\SaleTerms;
use WooInventoryGuard\Tests\Support\Crew;
use WooInventoryGuard\Tests\Support\Engine;
use WooInventoryGuard\Tests\Support\EngineTestCase;
use WooInventoryGuard\Tests\Support\FixedBundles;
use WooInventoryGuard\Tests\Support\FixedClock;

/**
 * The most that one customer can have, counted where it is decided.
 */
final class MostPerCustomerTest extends EngineTestCase {

	public function test_ten_sessions_of_one_customer_at_once_get_what_one_session_would(): void {
		$tea     = $this->item( 50 );
		$limit   = $this->limit( $tea, 2 );
		$answers = Crew::run( array_map( static fn ( int $session ): array => array( self::class, 'session', array( $tea, $limit->id, $session, true ) ), range( 1, 10 ) ) );

		self::assertCount( 2, array_filter( $answers, static fn ( mixed $said ): bool => 'yes' === $said ), (string) wp_json_encode( $answers ) );
		self::assertCount( 8, array_filter( $answers, static fn ( mixed $said ): bool => 'no' === $said ), (string) wp_json_encode( $answers ) );
		self::assertSame( '50 / 2', $this->books( $tea ) );
	}

	public function test_without_the_condition_they_would_get_ten(): void {
		$tea     = $this->item( 50 );
		$limit   = $this->limit( $tea, 2 );
		$answers = Crew::run( array_map( static fn ( int $session ): array => array( self::class, 'session', array( $tea, $limit->id, $session, false ) ), range( 1, 4 ) ) );

		self::assertSame( array( 'yes', 'yes', 'yes', 'yes' ), $answers, 'A look beforehand shows each of them that nothing was bought yet.' );
		self::assertSame( '50 / 4', $this->books( $tea ) );
	}

	/**
	 * One session in a process of its own: buys one.
	 *
	 * @param bool $guarded False looks first and then buys, as a check in a cart would.
	 */
	public static function session( int $tea, int $limit_id, int $session, bool $guarded ): string {
		global $wpdb;
		$clock    = new FixedClock();
		$engine   = new Engine( $wpdb, $clock, new FixedBundles() );
		$limit    = ( new Limits( $engine->db, $clock ) )->find( $limit_id ) ?? throw new \LogicException( 'There is no limit.' );
		$uses     = new Uses( $engine->db, $clock );
		$customer = ( new Customers( $engine->db ) )->of( 0, 'mei@example.com' );
		$claim    = new MostPerCustomer( $uses, $customer, array( array( 'limit' => $limit, 'units' => array( $tea => Quantity::of( 1 ) ) ) ), true );
		if ( $guarded ) {
			$claim->prepare();
		} elseif ( ( $uses->left( $limit, $customer ) ?? Quantity::zero() )->is_zero() ) {
			return 'no';
		} else {
			usleep( 400_000 );
		}
		try {
			$engine->reservations->reserve( "session-{$session}", new Reference( 'order', (string) $session ), array( new AskedLine( $tea, 1, Quantity::of( 1 ) ) ), 900, 0, new SaleTerms( true, $guarded ? array( $claim ) : array() ) );
			return 'yes';
		} catch ( LimitReached ) {
			return 'no';
		}
	}

	public function test_other_customers_of_the_same_limit_are_not_kept_waiting(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$tea   = $this->item( 50 );
		$cup   = $this->item( 50 );
		$limit = ( new Limits( $this->db, $this->clock ) )->create( new Limit( 0, Scope::Category, 9, null, Quantity::of( 3 ), null, null, null ) );
		$mei   = $this->claim( $limit, $this->customer( 0, 'mei@example.com' ), array( $tea => 1 ) );
		$other = $this->rival_engine();
		$lin   = new MostPerCustomer( new Uses( $other->db, $this->clock ), $this->customer( 0, 'lin@example.com' ), array( array( 'limit' => $limit, 'units' => array( $cup => Quantity::of( 1 ) ) ) ), true );
		$lin->prepare();
		$rival = $this->rival(
			static fn () => $other->reservations->reserve( 'lin', new Reference( 'order', '78' ), array( self::line( $cup, 1 ) ), 900, 0, new SaleTerms( true, array( $lin ) ) ),
			'/^\s*UPDATE \S*levels/'
		);
		$this->engine->reservations->reserve( 'mei', new Reference( 'order', '77' ), array( self::line( $tea, 1 ) ), 900, 0, new SaleTerms( true, array( $mei ) ) );

		self::assertSame( 1, $rival->acted(), 'While Mei\'s order is between its count and its commit, Lin\'s goes through.' );
		self::assertSame( array( '50 / 1', '50 / 1' ), array( $this->books( $tea ), $this->books( $cup ) ) );
	}

	public function test_the_refusal_says_what_is_left(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 3 );
		$this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );

		self::assertSame( '1', $this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 2 ) ) ) );
		self::assertSame( '50 / 2', $this->books( $tea ) );
		$this->buy( $limit, 'mei@example.com', array( $tea => 1 ) );
		$this->buy( $limit, 'lin@example.com', array( $tea => 3 ) );
		self::assertSame( '50 / 6', $this->books( $tea ) );
	}

	public function test_a_cart_that_was_given_up_counts_no_more(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 2 );
		$first = $this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );
		$this->engine->reservations->release( $first->id, 'release' );
		$this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );
		$this->clock->advance( 901 );
		$this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );

		self::assertSame( '0', $this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 1 ) ) ) );
	}

	public function test_a_changed_order_counts_once(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 2 );
		$this->buy( $limit, 'mei@example.com', array( $tea => 1 ), '77' );
		$this->buy( $limit, 'mei@example.com', array( $tea => 2 ), '77' );

		self::assertSame( '2', $this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 3 ), '77' ) ), 'The order\'s own two are given back first.' );
		self::assertSame( '50 / 2', $this->books( $tea ), 'The refused change left the order as it was.' );
		$this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 1 ), '78' ) );
	}

	public function test_what_was_bought_counts_for_the_days_that_the_owner_chose(): void {
		$tea    = $this->item( 50 );
		$limit  = $this->limit( $tea, 2, 30 );
		$bought = $this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );
		$this->engine->reservations->commit( $bought->id, 'commit', 0 );
		$this->clock->advance( 29 * 86400 );
		$this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 1 ) ) );
		$this->clock->advance( 86400 );
		$this->buy( $limit, 'mei@example.com', array( $tea => 2 ) );

		self::assertSame( '48 / 2', $this->books( $tea ) );
	}

	public function test_what_came_back_counts_no_more(): void {
		$tea    = $this->item( 50 );
		$cup    = $this->item( 50 );
		$limit  = $this->limit( $tea, 3 );
		$bought = $this->buy( $limit, 'mei@example.com', array( $tea => 2 ), '77' );
		$this->engine->reservations->commit( $bought->id, 'commit', 0 );
		$more = $this->buy( $limit, 'mei@example.com', array( $tea => 1 ), '77' );
		$this->engine->reservations->commit( $more->id, 'commit-2', 0 );
		$given_up = $this->buy( $limit, 'lin@example.com', array( $tea => 1 ), '77' );
		$this->engine->reservations->release( $given_up->id, 'release' );

		$this->uses()->given_back( new Reference( 'order', '77' ), $cup, Quantity::of( 2 ) );
		$this->uses()->given_back( new Reference( 'order', '78' ), $tea, Quantity::of( 2 ) );
		self::assertSame( '0', (string) $this->uses()->left( $limit, $this->customer( 0, 'mei@example.com' ) ) );
		$this->uses()->given_back( new Reference( 'order', '77' ), $tea, Quantity::of( 2 ) );
		self::assertSame( '2', (string) $this->uses()->left( $limit, $this->customer( 0, 'mei@example.com' ) ) );
		$this->uses()->given_back( new Reference( 'order', '77' ), $tea, Quantity::of( 2 ) );
		self::assertSame( '3', (string) $this->uses()->left( $limit, $this->customer( 0, 'mei@example.com' ) ) );
	}

	public function test_of_an_order_that_was_given_up_half_way_the_half_that_left_counts(): void {
		$tea    = $this->item( 50 );
		$limit  = $this->limit( $tea, 3 );
		$bought = $this->buy( $limit, 'mei@example.com', array( $tea => 3 ) );
		$this->engine->reservations->commit( $bought->id, 'commit', 0, array( self::line( $tea, 1 ) ) );
		self::assertSame( '0', (string) $this->uses()->left( $limit, $this->customer( 0, 'mei@example.com' ) ) );
		$this->engine->reservations->release( $bought->id, 'release' );

		self::assertSame( '2', (string) $this->uses()->left( $limit, $this->customer( 0, 'mei@example.com' ) ) );
	}

	public function test_a_manager_goes_beyond_the_limit_and_it_counts(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 2 );
		$claim = $this->claim( $limit, $this->customer( 0, 'mei@example.com' ), array( $tea => 5 ), false );
		$this->engine->reservations->reserve( $this->key(), new Reference( 'order', '77' ), array( self::line( $tea, 5 ) ), 900, 1, new SaleTerms( false, array( $claim ) ) );

		self::assertSame( array( $limit ), $claim->exceeded );
		self::assertSame( '0', $this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 1 ) ) ) );
	}

	public function test_items_of_one_limit_are_counted_together(): void {
		$red   = $this->item( 50 );
		$white = $this->item( 50 );
		$limit = ( new Limits( $this->db, $this->clock ) )->create( new Limit( 0, Scope::Category, 9, null, Quantity::of( 3 ), null, null, null ) );
		$this->buy(
			$limit,
			'mei@example.com',
			array(
				$red   => 1,
				$white => 1,
			)
		);
		self::assertSame( '1', $this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $white => 2 ) ) ) );
		self::assertSame( array( '50 / 1', '50 / 1' ), array( $this->books( $red ), $this->books( $white ) ) );
	}

	public function test_a_guest_is_known_by_the_mailbox_and_again_once_there_is_an_account(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 2 );
		$this->buy( $limit, 'Mei@Example.com ', array( $tea => 1 ) );
		$this->buy( $limit, 'mei+tea@example.COM', array( $tea => 1 ) );
		$this->left_after_refusal( fn () => $this->buy( $limit, 'mei@example.com', array( $tea => 1 ) ) );
		$this->left_after_refusal( fn () => $this->buy_as( $limit, $this->customer( 7, 'mei@example.com' ), array( $tea => 1 ) ) );
		$this->buy_as( $limit, $this->customer( 8, 'lin@example.com' ), array( $tea => 2 ) );
		$this->left_after_refusal( fn () => $this->buy_as( $limit, $this->customer( 8, 'new@example.com' ), array( $tea => 1 ) ) );

		$known = implode( ' ', $this->db->column( 'SELECT customer FROM %i', $this->db->table( 'limit_uses' ) ) );
		self::assertStringNotContainsString( 'mei', $known );
		self::assertSame( 'mei@gmail.com', Customers::normalize( 'M.e.i+1@GoogleMail.com' ) );
		self::assertSame( array(), $this->customer( 0, 'nobody' )->keys );
	}

	public function test_a_limit_that_is_taken_away_this_moment_stands_in_nobodys_way(): void {
		$tea   = $this->item( 50 );
		$limit = $this->limit( $tea, 1 );
		$claim = $this->claim( $limit, $this->customer( 0, 'mei@example.com' ), array( $tea => 5 ) );
		$all   = new Limits( $this->db, $this->clock );
		self::assertTrue( $all->delete( $limit->id ) );
		self::assertFalse( $all->any() );
		$this->engine->reservations->reserve( $this->key(), new Reference( 'order', '77' ), array( self::line( $tea, 5 ) ), 900, 0, new SaleTerms( true, array( $claim ) ) );

		self::assertSame( '50 / 5', $this->books( $tea ) );
	}

	private function limit( int $item, int $most, ?int $days = null ): Limit {
		return ( new Limits( $this->db, $this->clock ) )->create( new Limit( 0, Scope::Item, $item, null, Quantity::of( $most ), $days, null, null ) );
	}

	private function customer( int $account, string $email ): Customer {
		return ( new Customers( $this->db ) )->of( $account, $email );
	}

	private function uses(): Uses {
		return new Uses( $this->engine->db, $this->clock );
	}

	/**
	 * @param array<int, int> $wanted
	 */
	private function claim( Limit $limit, Customer $customer, array $wanted, bool $binds = true ): MostPerCustomer {
		$claim = new MostPerCustomer( $this->uses(), $customer, array( array( 'limit' => $limit, 'units' => array_map( static fn ( int $units ): Quantity => Quantity::of( $units ), $wanted ) ) ), $binds );
		$claim->prepare();
		return $claim;
	}

	/**
	 * @param array<int, int> $wanted
	 */
	private function buy( Limit $limit, string $email, array $wanted, string $order = '' ): Reservation {
		return $this->buy_as( $limit, $this->customer( 0, $email ), $wanted, $order );
	}

	/**
	 * @param array<int, int> $wanted
	 */
	private function buy_as( Limit $limit, Customer $customer, array $wanted, string $order = '' ): Reservation {
		$key = $this->key();
		return $this->engine->reservations->reserve(
			$key,
			new Reference( 'order', '' === $order ? $key : $order ),
			array_map( static fn ( int $item, int $units ): AskedLine => self::line( $item, $units ), array_keys( $wanted ), array_values( $wanted ) ),
			900,
			0,
			new SaleTerms( true, array( $this->claim( $limit, $customer, $wanted ) ) )
		);
	}

	/**
	 * @param callable(): mixed $buying
	 */
	private function left_after_refusal( callable $buying ): string {
		try {
			$buying();
		} catch ( LimitReached $no ) {
			return (string) $no->left;
		}
		self::fail( 'The limit should have said no.' );
	}
}
