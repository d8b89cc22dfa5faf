<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

/**
 * What needs a person now.
 */
final class AttentionTest extends ReportTestCase {

	public function test_out_and_wanted_is_what_sold_before_it_ran_out(): void {
		$this->four_days();
		$this->item( 0 );
		$this->rounds->run();
		$out = $this->attention->out( 5 );
		self::assertSame( array( $this->cup ), array_column( $out, 'item_id' ), 'What nobody ever bought is not missed.' );
		self::assertSame( 0.5714, $out[0]['per_day'] );
		self::assertSame( '2026-03-03', $out[0]['since']?->format( 'Y-m-d' ) );
		self::assertSame( array( 'out' => 1, 'low' => 0, 'holds' => 0 ), $this->attention->count() );
	}

	public function test_low_comes_in_the_order_in_which_it_will_be_gone(): void {
		$slow  = $this->item( 30, array( 'low_at' => '20' ) );
		$quick = $this->item( 40, array( 'low_at' => '20' ) );
		$still = $this->item( 1, array( 'low_at' => '20' ) );
		$this->move( $slow, -12, 'sold' );
		$this->move( $quick, -28, 'sold' );
		$this->rounds->run();
		self::assertSame( array( $quick, $slow, $still ), array_column( $this->attention->low( 5 ), 'item_id' ) );
		self::assertSame( array( 4.0, 1.7143, null ), array_column( $this->attention->low( 5 ), 'per_day' ) );
	}

	public function test_a_snoozed_item_comes_back(): void {
		$this->four_days();
		$this->rounds->run();
		$this->snoozes->set( $this->cup, 3, 7 );
		$this->snoozes->set( $this->cup, 7, 7 );
		self::assertSame( array(), $this->attention->out( 5 ) );
		self::assertSame( 0, $this->attention->count()['out'] );
		$this->clock->advance( 7 * 86_400 );
		self::assertCount( 1, $this->attention->out( 5 ) );
		$this->snoozes->set( $this->cup, 1, 7 );
		$this->snoozes->set( $this->cup, 0, 7 );
		self::assertCount( 1, $this->attention->out( 5 ) );
	}

	public function test_holds_that_were_made_long_ago_and_end_soon(): void {
		$tea = $this->item( 20 );
		$this->reserve( array( $tea => 1 ), 3 * 86_400, null, '1042' );
		$this->clock->advance( 2 * 86_400 + 60 );
		$this->reserve( array( $tea => 1 ), 900, null, '1043' );
		$this->reserve( array( $tea => 1 ), null, null, '1044' );
		self::assertSame( array( '1042' ), array_column( $this->attention->holds( 5 ), 'order_id' ), 'One of a minute ago ends by itself.' );
		self::assertSame( 1, $this->attention->count()['holds'] );
	}

	public function test_the_menu_gets_a_count_that_is_at_most_a_minute_old(): void {
		$this->four_days();
		self::assertSame( 0, $this->attention->kept_count()['out'] );
		$this->rounds->run();
		self::assertSame( 0, $this->attention->kept_count()['out'] );
		$this->clock->advance( 61 );
		self::assertSame( 1, $this->attention->kept_count()['out'] );
	}
}
