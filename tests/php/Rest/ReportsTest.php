<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Report\LastCheck;

/**
 * Reports over REST: today is exact, and every answer has the shape that its schema promises (RestTestCase checks it).
 */
final class ReportsTest extends RestTestCase {

	public function test_today_is_in_the_figures_at_once(): void {
		$tea = $this->part( 20 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -5, 'reason' => 'sold' ) );
		$overview = $this->get( '/reports/overview?days=7' );
		self::assertSame( array( 200, 7 ), array( $overview->status, $overview->at( 'days' ) ) );
		self::assertSame( 15, $overview->at( 'figures.units.now' ) );
		self::assertSame( 5, $overview->at( 'figures.sold.now' ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -1, 'reason' => 'sold' ) );
		self::assertSame( 6, $this->get( '/reports/overview' )->at( 'figures.sold.now' ) );
		self::assertCount( 7, (array) $this->get( '/reports/movements-by-day?days=7' )->at( 'days' ) );
		self::assertCount( 1, (array) $this->get( '/reports/stock-value?days=7' )->at( 'days' ) );
	}

	public function test_a_period_must_make_sense(): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/overview?from=2026-02-30&to=2026-03-01' ), 'from' );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/overview?from=2026-03-02&to=2026-03-01' ), 'from' );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/stock-value?from=1999-03-02&to=2026-03-01' ), 'from' );
		self::assertSame( 3, $this->get( '/reports/overview?from=2026-02-27&to=2026-03-01' )->at( 'days' ) );
	}

	public function test_what_needs_a_person_and_its_snooze(): void {
		$out = $this->part( 5 );
		$low = $this->part( 8, array( 'low_stock_threshold' => 5 ) );
		$this->post( '/adjustments', array( 'item_id' => $out, 'delta' => -5, 'reason' => 'sold' ) );
		$this->post( '/adjustments', array( 'item_id' => $low, 'delta' => -4, 'reason' => 'sold' ) );
		$answer = $this->get( '/reports/attention' );
		self::assertSame( array( 'out' => 1, 'low' => 1, 'holds' => 0, 'short' => 0, 'due' => 0, 'mass' => 0, 'ledger' => 0 ), $answer->at( 'counts' ) );
		self::assertSame( array( $out, $low ), array( $answer->at( 'out.0.item.id' ), $answer->at( 'low.0.item.id' ) ) );
		self::assertSame( 5, $answer->at( 'out.0.per_week' ) );
		self::assertSame( 7, $answer->at( 'low.0.cover_days' ) );
		$snoozed = $this->post( '/reports/snoozes', array( 'item_id' => $low, 'days' => 7 ) );
		self::assertSame( 200, $snoozed->status );
		self::assertSame( 0, $this->get( '/reports/attention' )->at( 'counts.low' ) );
		self::assertNull( $this->post( '/reports/snoozes', array( 'item_id' => $low, 'days' => 0 ) )->at( 'until' ) );
		self::assertSame( 404, $this->post( '/reports/snoozes', array( 'item_id' => 99_999, 'days' => 1 ) )->status );
	}

	public function test_what_the_last_check_found_is_told_without_another(): void {
		delete_option( LastCheck::OPTION );
		self::assertNull( $this->get( '/reports/attention' )->at( 'ledger.checked' ) );
		$this->part( 5 );
		$this->get( '/integrity' );
		$checked = (array) $this->get( '/reports/attention' )->at( 'ledger.checked' );
		self::assertSame( array( 1, 0 ), array( $checked['records'], $checked['problems'] ) );
		self::assertEqualsWithDelta( time(), strtotime( (string) $checked['at'] ), 60 );
		foreach ( array( 'spoilt', array( 'at' => 'now' ), array( 'at' => 1, 'records' => '7', 'problems' => 0 ) ) as $spoilt ) {
			update_option( LastCheck::OPTION, $spoilt );
			self::assertNull( $this->get( '/reports/attention' )->at( 'ledger.checked' ) );
		}
		delete_option( LastCheck::OPTION );
	}

	public function test_numbers_of_every_item_come_in_portions(): void {
		$tea = $this->part( 20 );
		$cup = $this->part( 5 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -5, 'reason' => 'sold' ) );
		$first = $this->get( '/reports/stock-on-date?per_page=1' );
		self::assertSame( array( $tea, 15, (string) $tea ), array( $first->at( '0.item_id' ), $first->at( '0.on_hand' ), $first->headers['X-WIG-Next'] ) );
		self::assertSame( $cup, $this->get( "/reports/stock-on-date?from_item=$tea" )->at( '0.item_id' ) );
		self::assertSame( 0, $this->get( '/reports/stock-on-date?day=2001-01-01' )->at( '0.on_hand' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/stock-on-date?day=2026-02-30' ), 'day' );
		$facts = $this->get( '/reports/items' );
		self::assertSame( array( 5, 15, 20 ), array( $facts->at( '0.sold' ), $facts->at( '0.on_hand' ), $facts->at( '0.opened' ) ), $facts->text );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/items?from=2024-01-01&to=2026-01-01' ), 'from' );
	}

	public function test_what_was_lost_is_told_by_reason(): void {
		$tea = $this->part( 20 );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -5, 'reason' => 'sold' ) );
		$this->post( '/adjustments', array( 'item_id' => $tea, 'delta' => -2, 'reason' => 'damaged' ) );
		$reasons = (array) $this->get( '/reports/shrinkage?days=7' )->at( 'reasons' );
		self::assertCount( 1, $reasons );
		self::assertEquals( array( 'reason' => 'damaged', 'lines' => 1, 'items' => 1, 'units' => 2, 'cost' => 0 ), $reasons[0] );
		self::assertSame( array(), $this->get( '/reports/shrinkage?from=2001-01-01&to=2001-01-31' )->at( 'reasons' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->get( '/reports/shrinkage?from=2026-03-02&to=2026-03-01' ), 'from' );
	}

	public function test_who_may_not_view_sees_no_report(): void {
		$this->sign_in( 'subscriber' );
		foreach ( array( 'overview', 'attention', 'movements-by-day', 'stock-value', 'stock-on-date', 'items', 'shrinkage' ) as $report ) {
			self::assertSame( 403, $this->get( "/reports/$report" )->status );
		}
		self::assertSame( 403, $this->post( '/reports/snoozes', array( 'item_id' => 1, 'days' => 1 ) )->status );
	}
}
