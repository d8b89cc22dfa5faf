<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\DataProvider;
use WooInventoryGuard\Stock\Integrity\Check;
use WooInventoryGuard\Stock\Integrity\Problem;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Rows that somebody changed by hand: verify names them and changes nothing; repair, an act of its own, mends what can be
 * mended and writes down that it did.
 */
final class IntegrityTest extends EngineTestCase {

	private int $tea;

	private int $cup;

	private int $set;

	protected function setUp(): void {
		parent::setUp();
		$this->books_are_broken = true;
		$this->tea              = $this->item( 10 );
		$this->cup              = $this->item( 10, array( 'backorders' => 'yes', 'allowance' => '5' ) );
		$this->location( 2 );
		$this->engine->ledger->adjust( AdjustTest::delta( $this->tea, 4, 'received', 2 ), 'second place' );
		$part = $this->reserve( array( $this->tea => 3, $this->cup => 12 ), 900, null, '77', 'part' );
		$sold = $this->reserve( array( $this->tea => 2 ), 900, null, '78', 'sold' );
		$this->engine->reservations->commit( $part->id, 'c1', 0, array( self::line( $this->tea, 1 ) ) );
		$this->engine->reservations->commit( $sold->id, 'c2', 0 );
		$this->reserve( array( $this->tea => 1 ), 60, null, '79', 'expired' );
		$this->engine->reservations->release( $this->reserve( array( $this->tea => 1 ) )->id, 'r' );
		$this->clock->advance( 60 );
		// What can be sold of a set follows from its components, not from a level.
		$this->set = $this->bundle( array( $this->tea => 2 ) );
		$this->db->execute( 'UPDATE %i SET available = 3, status = 3 WHERE id = %d', $this->db->table( 'items' ), $this->set );
		$this->assert_books_in_order();
	}

	public function test_books_in_order_are_counted_and_nothing_is_found(): void {
		$report = $this->engine->integrity->check();

		self::assertTrue( $report->ok() );
		self::assertSame( array( 3, 5, 4 ), array( $report->levels, $report->movements, $report->reservations ) );
	}

	/**
	 * What somebody does to a row, by name: SQL with {tables}, {tea}, {cup}; which invariant it breaks; the row that is
	 * named; what is expected there and what is found; whether repair can mend it.
	 *
	 * @return iterable<string, array{string, int, string, string, string, bool}>
	 */
	public static function damages(): iterable {
		yield 'reserved below zero' => array( 'UPDATE {levels} SET reserved = -1 WHERE item_id = {tea} AND location_id = 2', 1, 'tea at 2', 'reserved >= 0', '-1', true );
		yield 'promised more than there is' => array( 'UPDATE {levels} SET reserved = 8 WHERE item_id = {tea} AND location_id = 1', 1, 'tea at 1', 'available >= 0', '-1', true );
		yield 'promised a little more than backorders allow' => array( 'UPDATE {levels} SET reserved = 15.0001 WHERE item_id = {cup}', 1, 'cup at 1', 'available >= -5', '-5.0001', true );
		yield 'on hand changed by hand' => array( 'UPDATE {levels} SET on_hand = 9 WHERE item_id = {tea} AND location_id = 1', 2, 'tea at 1', '7', '9', true );
		yield 'on hand changed by very little' => array( 'UPDATE {levels} SET on_hand = 4.0001 WHERE item_id = {tea} AND location_id = 2', 2, 'tea at 2', '4', '4.0001', true );
		yield 'a movement changed by hand' => array( 'UPDATE {movements} SET delta = 5 WHERE item_id = {tea} AND location_id = 2', 2, 'tea at 2', '5', '4', true );
		yield 'the last movement deleted' => array( 'DELETE FROM {movements} WHERE item_id = {tea} AND location_id = 1 AND seq = 3', 2, 'tea at 1', '9', '7', true );
		yield 'a movement in the middle deleted' => array( 'DELETE FROM {movements} WHERE item_id = {tea} AND location_id = 1 AND seq = 2', 2, 'tea at 1', '3', '2', true );
		yield 'a movement that changes nothing deleted' => array( 'UPDATE {levels} SET seq = 4 WHERE item_id = {tea} AND location_id = 1', 2, 'tea at 1', '4', '3', true );
		yield 'a movement numbered anew' => array( 'UPDATE {movements} SET seq = 9 WHERE item_id = {tea} AND location_id = 1 AND seq = 3', 2, 'tea at 1', '3', '3', true );
		yield 'all movements of a level deleted' => array( 'DELETE FROM {movements} WHERE item_id = {tea} AND location_id = 2', 2, 'tea at 2', '0', '4', true );
		yield 'a level deleted' => array( 'DELETE FROM {levels} WHERE item_id = {tea} AND location_id = 2', 2, 'tea at 2', '4', '0', true );
		yield 'the level of one of two items at a place deleted' => array( 'DELETE FROM {levels} WHERE item_id = {cup}', 2, 'cup at 1', '10', '0', true );
		yield 'the last balance changed' => array( 'UPDATE {movements} SET balance_after = 8 WHERE item_id = {tea} AND location_id = 1 AND seq = 3', 2, 'tea at 1', '8', '7', true );
		yield 'a balance in the middle changed' => array( 'UPDATE {movements} SET balance_after = 8 WHERE item_id = {tea} AND location_id = 1 AND seq = 2', 2, 'tea at 1', '9', '8', true );
		yield 'reserved changed by hand' => array( 'UPDATE {levels} SET reserved = 2.5 WHERE item_id = {tea} AND location_id = 1', 3, 'tea at 1', '3', '2.5', true );
		yield 'reserved without a reservation' => array( 'UPDATE {levels} SET reserved = 1 WHERE item_id = {tea} AND location_id = 2', 3, 'tea at 2', '0', '1', true );
		yield 'a line changed by hand' => array( 'UPDATE {reservation_lines} SET quantity = 4 WHERE item_id = {tea} AND quantity = 3', 3, 'tea at 1', '4', '3', true );
		yield 'what was committed changed by hand' => array( 'UPDATE {reservation_lines} SET committed = 0 WHERE item_id = {tea} AND quantity = 3', 3, 'tea at 1', '4', '3', true );
		yield 'an active reservation without its mark' => array( "UPDATE {reservations} SET active = NULL WHERE idem_key = 'part'", 4, 'no row', 'reservation {part} active', 'active 0', false );
		yield 'an ended reservation with the mark' => array( "UPDATE {reservations} SET active = 1 WHERE idem_key = 'sold'", 4, 'no row', 'reservation {sold} committed', 'active 1', false );
		yield 'an ended reservation without a time' => array( "UPDATE {reservations} SET closed_at = NULL WHERE idem_key = 'sold'", 4, 'no row', 'reservation {sold} committed', 'active 0', false );
		yield 'an active reservation with a time' => array( "UPDATE {reservations} SET closed_at = created_at WHERE idem_key = 'part'", 4, 'no row', 'reservation {part} active', 'active 1', false );
		yield 'more committed than held' => array( 'UPDATE {reservation_lines} SET committed = 2.5 WHERE item_id = {tea} AND quantity = 2', 4, 'tea at 1', '2', '2.5', false );
		yield 'less than nothing committed' => array( 'UPDATE {reservation_lines} SET committed = -1 WHERE item_id = {tea} AND quantity = 2', 4, 'tea at 1', '2', '-1', false );
		yield 'a reservation without lines' => array( 'DELETE FROM {reservation_lines} WHERE quantity = 2', 4, 'no row', 'lines of reservation {sold}', 'none', false );
		yield 'a key without an answer' => array( "UPDATE {requests} SET answer = '' WHERE idem_key = 'c1'", 5, 'no row', 'an answer for key c1', 'none', false );
		yield 'the sum on hand changed by hand' => array( 'UPDATE {items} SET on_hand = on_hand + 1, available = available + 1 WHERE id = {tea}', 7, 'tea at 0', 'on hand 11, reserved 3, available 8', 'on hand 12, reserved 3, available 9', true );
		yield 'the sum reserved changed by hand' => array( 'UPDATE {items} SET reserved = reserved + 1, available = available - 1 WHERE id = {tea}', 7, 'tea at 0', 'on hand 11, reserved 3, available 8', 'on hand 11, reserved 4, available 7', true );
		yield 'available changed by hand' => array( 'UPDATE {items} SET available = 7 WHERE id = {tea}', 7, 'tea at 0', 'on hand 11, reserved 3, available 8', 'on hand 11, reserved 3, available 7', true );
	}

	#[DataProvider( 'damages' )]
	public function test_verify_names_the_broken_row_and_repair_mends_what_can_be_mended( string $sql, int $invariant, string $row, string $expected, string $found, bool $mendable ): void {
		$this->damage( $sql );
		$before = self::checksum();
		$report = $this->engine->integrity->check();

		self::assertFalse( $report->ok() );
		self::assertContains( "$invariant: $row, expected $expected, found $found", $this->told_of( $report->problems ) );
		self::assertSame( $before, self::checksum(), 'Looking changes nothing.' );

		$this->clock->advance( 5 );
		$movements = $this->count_of( 'movements' );
		$left      = $this->engine->repair->run( 3 );
		self::assertSame( $mendable, $left->ok(), implode( "\n", $this->told_of( $left->problems ) ) );
		$written = $this->db->column( "SELECT actor_id FROM %i WHERE reason = 'repair'", $this->db->table( 'movements' ) );
		self::assertSame( $movements + count( $written ), $this->count_of( 'movements' ), 'Only its own lines are added, none is touched.' );
		self::assertSame( array(), array_diff( $written, array( '3' ) ) );
		if ( $mendable && ! self::is_sqlite() ) {
			self::assertTrue( $this->engine->repair->run( 3 )->ok(), 'Once more changes nothing.' );
			self::assertSame( $movements + count( $written ), $this->count_of( 'movements' ) );
		}
	}

	public function test_repair_keeps_the_number_that_stands_on_the_level_and_writes_the_difference_down(): void {
		$this->damage( 'UPDATE {levels} SET on_hand = 9 WHERE item_id = {tea} AND location_id = 1' );
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( '9 / 3', $this->books( $this->tea ) );
		self::assertSame( '4: 2 -> 9 repair', $this->ledger( $this->tea )[3] );
		self::assertSame( '13 / 3 / 10 / ok', $this->sums( $this->tea ) );
		self::assertSame( '10 / 12 / -2 / backorder', $this->sums( $this->cup ), 'Others are left alone.' );
	}

	public function test_repair_of_a_level_that_a_set_should_not_have_leaves_the_sums_of_the_set_alone(): void {
		$this->damage( 'INSERT INTO {levels} (item_id, location_id, on_hand) VALUES ({set}, 1, 7)' );
		self::assertFalse( $this->engine->integrity->check()->ok() );
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( '0 / 0 / 3 / ok', $this->sums( $this->set ) );
	}

	public function test_what_is_short_after_a_repair_is_owed_and_not_for_sale(): void {
		$this->damage( 'UPDATE {levels} SET on_hand = 1 WHERE item_id = {tea} AND location_id = 1' );
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( '1 / 3', $this->books( $this->tea ) );
		self::assertSame( 2.0, (float) $this->db->value( 'SELECT owed FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea ) );
		$this->engine->reservations->expire_due();
		self::assertCount( 1, $this->refused( fn () => $this->reserve( array( $this->tea => 1 ) ) ) );
	}

	public function test_a_level_that_is_not_short_after_a_repair_owes_nothing(): void {
		$this->damage( 'UPDATE {levels} SET on_hand = 9 WHERE item_id = {tea} AND location_id = 1' );
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( array( '0.0000', '0.0000' ), array( $this->owed( $this->tea ), $this->owed( $this->cup ) ), 'Neither it nor the cup, whose backorders allow it.' );
	}

	public function test_a_debt_is_noted_only_when_its_own_level_has_been_mended(): void {
		$this->damage( 'UPDATE {levels} SET reserved = 90 WHERE item_id = {tea}' );
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( array( '7 / 3', '4 / 0' ), array( $this->books( $this->tea ), $this->books( $this->tea, 2 ) ) );
		self::assertSame( array( '0.0000', '0.0000' ), array( $this->owed( $this->tea ), $this->owed( $this->tea, 2 ) ) );
	}

	public function test_while_a_level_is_repaired_its_neighbours_can_be_sold(): void {
		if ( self::is_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$this->damage( 'UPDATE {levels} SET reserved = 2 WHERE item_id = {tea} AND location_id = 1' );
		$other = self::connection();
		$other->query( 'SET SESSION innodb_lock_wait_timeout = 0' );
		$sold  = array();
		$rival = $this->rival(
			function () use ( $other, &$sold ): void {
				foreach ( array( array( $this->cup, 1 ), array( $this->tea, 2 ), array( $this->tea, 1 ) ) as list( $item, $location ) ) {
					$sold[] = $other->query( "UPDATE {$this->db->table( 'levels' )} SET seq = seq WHERE item_id = $item AND location_id = $location" );
				}
			},
			'/^\s*SELECT COALESCE\( SUM\( rl\.quantity/'
		);
		$this->engine->repair->run( 3 );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( 0, 0, false ), $sold, 'Only the level itself is locked.' );
	}

	public function test_the_status_is_mended_with_the_sums(): void {
		$out  = $this->item( 0 );
		$low  = $this->item( 1, array( 'low_at' => '2' ) );
		$back = $this->item( 0, array( 'backorders' => 'yes', 'allowance' => '5' ) );
		$none = $this->item( 3, array( 'tracked' => 0 ) );
		$deep = $this->item( 0, array( 'low_at' => '-1' ) );
		foreach ( array( $out, $low, $back, $none, $deep ) as $item ) {
			$this->db->execute( 'UPDATE %i SET available = 77, status = 3 WHERE id = %d', $this->db->table( 'items' ), $item );
		}
		self::assertTrue( $this->engine->repair->run( 3 )->ok() );

		self::assertSame( array( '0 / 0 / 0 / out', '1 / 0 / 1 / low', '0 / 0 / 0 / backorder', '3 / 0 / 3 / untracked' ), array_map( $this->sums( ... ), array( $out, $low, $back, $none ) ) );
		self::assertSame( '0 / 0 / 0 / out', $this->sums( $deep ), 'However low the threshold.' );
	}

	public function test_repair_tells_those_who_keep_a_copy(): void {
		$copy = new Listener();
		$this->engine->participants->add( $copy );
		$this->damage( 'UPDATE {levels} SET on_hand = 9 WHERE item_id = {tea} AND location_id = 1' );
		$this->engine->repair->run( 3 );

		self::assertContains( "before {$this->tea}", $copy->heard );
	}

	public function test_an_invariant_of_another_room_is_checked_too(): void {
		$this->engine->integrity->add(
			new class() implements Check {
				public function check(): array {
					return array( new Problem( 6, 1, 0, '5', '4' ) );
				}
			}
		);

		self::assertSame( array( 6 ), array_map( static fn ( Problem $problem ): int => $problem->invariant, $this->engine->integrity->check()->problems ) );
	}

	public function test_a_table_that_is_broken_all_over_is_answered_with_two_hundred_rows(): void {
		for ( $number = 0; $number < 210; $number++ ) {
			$this->db->execute( "INSERT INTO %i (idem_key, fingerprint, answer, created_at) VALUES (%s, 'x', '', '2026-03-02 09:00:00')", $this->db->table( 'requests' ), 'broken-' . $number );
		}

		self::assertCount( 200, $this->engine->integrity->check()->problems );
	}

	public function test_sales_that_go_on_meanwhile_make_no_false_alarm(): void {
		$rival = $this->rival( fn () => $this->reserve( array( $this->tea => 1 ), 900, $this->rival_engine() ), '/^\s*SELECT.*movements/s' );
		self::assertTrue( $this->engine->integrity->check()->ok() );
		self::assertSame( 1, $rival->acted() );
	}

	private function damage( string $sql ): void {
		$names = array( '{tea}' => (string) $this->tea, '{cup}' => (string) $this->cup, '{set}' => (string) $this->set );
		foreach ( array_keys( \WooInventoryGuard\Install\Schema::tables() ) as $table ) {
			$names[ '{' . $table . '}' ] = $this->db->table( $table );
		}
		global $wpdb;
		self::assertGreaterThan( 0, $wpdb->query( strtr( $sql, $names ) ), $sql );
	}

	/**
	 * @param list<Problem> $problems
	 * @return list<string>
	 */
	private function told_of( array $problems ): array {
		$names = array( $this->tea => 'tea', $this->cup => 'cup' );
		$told  = array();
		foreach ( $problems as $problem ) {
			$row    = 0 === $problem->item_id ? 'no row' : ( $names[ $problem->item_id ] ?? $problem->item_id ) . ' at ' . $problem->location_id;
			$told[] = preg_replace_callback(
				'/reservation (\d+)/',
				fn ( array $found ): string => 'reservation {' . $this->engine->reservations->find( (int) $found[1] )?->key . '}',
				"{$problem->invariant}: $row, expected {$problem->expected}, found {$problem->found}"
			);
		}
		return array_map( 'strval', $told );
	}
}
