<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * A restore as a client makes it: looked at, started, watched, undone.
 */
final class RestoresTest extends RestTestCase {

	private const THEN = '2026-01-02T08:00:00Z';

	/** @var list<int> */
	private array $items = array();

	public function test_looked_at_started_watched_and_undone(): void {
		$this->shop( 3 );
		$body = array( 'moment' => self::THEN, 'filter' => array( 'search' => 'box' ) );
		$look = $this->post( '/restores', $body, array( 'Idempotency-Key' => 'look-1' ) );
		self::assertSame( array( 201, 'ready', true, 3, 3, 0, 30, 0, 'Mei' ), array( $look->status, $look->at( 'state' ), $look->at( 'keep_sales' ), $look->at( 'items' ), $look->at( 'changing' ), $look->at( 'unknown' ), $look->at( 'units_in' ), $look->at( 'units_out' ), $look->at( 'actor' ) ), $look->text );
		self::assertSame( array( 200, $look->at( 'id' ) ), array( $this->post( '/restores', $body, array( 'Idempotency-Key' => 'look-1' ) )->status, $look->at( 'id' ) ) );
		self::assert_refused( 422, 'wig_key_reused', $this->post( '/restores', array( 'keep_sales' => false ) + $body, array( 'Idempotency-Key' => 'look-1' ) ) );
		$path  = '/restores/' . $look->at( 'id' );
		$lines = $this->get( $path . '/lines?per_page=2' );
		self::assertSame( array( '3', 2 ), array( $lines->headers['X-WP-Total'], count( (array) $lines->json ) ) );
		self::assertSame( array( 0, 10, 0, 10, 10, 'Main' ), array( $lines->at( '0.now' ), $lines->at( '0.then' ), $lines->at( '0.kept' ), $lines->at( '0.delta' ), $lines->at( '0.after' ), $lines->at( '0.location' ) ) );
		self::assertSame( 0, (int) $this->get( '/restores' )->headers['X-WP-Total'], 'Nothing has been done yet.' );
		self::assert_refused( 409, 'wig_cannot_undo', $this->post( $path . '/undo' ) );

		self::assertSame( 'running', $this->post( $path . '/start' )->at( 'state' ) );
		self::assertTrue( false !== wp_next_scheduled( 'woo_inventory_guard_bulk' ), 'It goes on when the page is left.' );
		do_action( 'woo_inventory_guard_bulk' );
		$done = $this->post( $path . '/work' );
		self::assertSame( array( 'done', 3, true, null ), array( $done->at( 'state' ), $done->at( 'done' ), $done->at( 'can_undo' ), $done->at( 'reversal' ) ), $done->text );
		self::assertSame( array( 10, 'Restore ' . $done->at( 'id' ) ), array( $this->on_hand( 0 ), $this->get( '/items/' . $this->items[0] . '/movements' )->at( '0.reference_label' ) ) );

		$undone = $this->post( $path . '/undo' );
		self::assertSame( array( 3, false ), array( $undone->at( 'reversal.done' ), $undone->at( 'can_undo' ) ), $undone->text );
		self::assertNotNull( $undone->at( 'reversal.finished_at' ) );
		self::assertSame( 0, $this->on_hand( 2 ) );
		self::assertSame( array( $look->at( 'id' ) ), array_column( (array) $this->get( '/restores' )->json, 'id' ) );
		self::assert_refused( 409, 'wig_already_reversed', $this->post( $path . '/undo' ) );
	}

	public function test_a_look_that_others_have_made_old_is_not_applied(): void {
		$this->shop( 1 );
		$body  = array( 'moment' => self::THEN, 'filter' => array( 'all' => true ) );
		$one   = $this->post( '/restores', $body );
		$other = $this->post( '/restores', $body );
		$this->post( '/restores/' . $one->at( 'id' ) . '/start' );
		self::assert_refused( 409, 'wig_restore_busy', $this->post( '/restores/' . $other->at( 'id' ) . '/start' ) );
		$this->post( '/restores/' . $one->at( 'id' ) . '/work' );
		self::assert_refused( 409, 'wig_restore_outdated', $this->post( '/restores/' . $other->at( 'id' ) . '/start' ) );
		self::assertSame( 10, $this->on_hand( 0 ) );
	}

	public function test_what_is_wrong_is_named(): void {
		$all = array( 'filter' => array( 'all' => true ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/restores', $all ), 'moment' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/restores', array( 'moment' => '2999-01-01T00:00:00Z' ) + $all ), 'moment' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/restores', array( 'moment' => self::THEN ) ), 'filter.all' );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/restores', array( 'moment' => self::THEN, 'filter' => array( 'all' => false ) ) ), 'filter.all' );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/restores', array( 'event' => str_repeat( 'a', 32 ) ) ) );
		foreach ( array( '', '/lines' ) as $what ) {
			self::assert_refused( 404, 'wig_not_found', $this->get( '/restores/99' . $what ) );
		}
		foreach ( array( 'start', 'work', 'undo' ) as $what ) {
			self::assert_refused( 404, 'wig_not_found', $this->post( '/restores/99/' . $what ) );
		}
	}

	public function test_a_mass_event_needs_somebody_and_is_taken_back(): void {
		$this->shop( 20 );
		$need = $this->get( '/reports/attention' );
		self::assertSame( array( 1, 20, true, 'Mei' ), array( $need->at( 'counts.mass' ), $need->at( 'mass.0.items' ), $need->at( 'mass.0.all_zeroed' ), $need->at( 'mass.0.actor_name' ) ), $need->text );
		$mark = $need->at( 'mass.0.mark' );
		self::assertSame( $mark, $this->get( '/mass-events' )->at( '0.mark' ) );
		$look = $this->post( '/restores', array( 'event' => $mark ) );
		self::assertSame( array( 'ready', 20, 200, $mark ), array( $look->at( 'state' ), $look->at( 'changing' ), $look->at( 'units_in' ), $look->at( 'event.mark' ) ), $look->text );
		$this->post( '/restores/' . $look->at( 'id' ) . '/start' );
		$this->post( '/restores/' . $look->at( 'id' ) . '/work' );
		self::assertSame( array( 10, 0 ), array( $this->on_hand( 19 ), $this->get( '/reports/attention' )->at( 'counts.mass' ) ) );
	}

	public function test_a_mass_event_that_was_meant_is_not_shown_and_one_with_a_document_is_taken_back_there(): void {
		$this->shop( 20 );
		$mark = $this->get( '/mass-events' )->at( '0.mark' );
		self::assertSame( $mark, $this->post( '/mass-events/meant', array( 'mark' => $mark ) )->at( 'mark' ) );
		self::assertSame( array(), $this->get( '/mass-events' )->json );
		$this->db->execute( "UPDATE %i SET reference_type = 'import', reference_id = '7' WHERE delta < 0", $this->db->table( 'movements' ) );
		$other = $this->get( '/mass-events' );
		self::assertSame( 'import', $other->at( '0.reference.type' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->post( '/restores', array( 'event' => $other->at( '0.mark' ) ) ), 'event' );
	}

	/**
	 * Items of which there were 10 each, long ago, and that somebody has just emptied.
	 */
	private function shop( int $items ): void {
		$this->items = array_map( fn(): int => $this->part( 10 ), range( 1, $items ) );
		$this->db->execute( "UPDATE %i SET created_at = '2026-01-01 08:00:00'", $this->db->table( 'movements' ) );
		foreach ( $this->items as $item ) {
			$this->post( '/adjustments', array( 'item_id' => $item, 'delta' => -10, 'reason' => 'correction' ) );
		}
	}

	private function on_hand( int $place ): int|float|string {
		return $this->get( '/items/' . $this->items[ $place ] )->at( 'on_hand' );
	}
}
