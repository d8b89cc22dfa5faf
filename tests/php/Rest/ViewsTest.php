<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * Views that are kept and shared.
 */
final class ViewsTest extends RestTestCase {

	private const LOW = array(
		'as'     => 'sheet',
		'status' => 'low',
		'sheet'  => array( 'name', 'supplier', 'on_hand' ),
		'pinned' => 2,
	);

	public function test_kept_changed_and_read_by_who_made_it(): void {
		$made = $this->post( '/views', array( 'name' => 'To order', 'content' => self::LOW ), array( 'Idempotency-Key' => 'view-1' ) );
		self::assertSame( array( 201, 'To order', false, true, true, 1, '"1"' ), array( $made->status, $made->at( 'name' ), $made->at( 'shared' ), $made->at( 'own' ), $made->at( 'may_delete' ), $made->at( 'version' ), $made->headers['ETag'] ), $made->text );
		self::assertSame( array( 'name', 'supplier', 'on_hand' ), $made->at( 'content.sheet' ) );
		self::assertSame( array( 200, $made->at( 'id' ) ), array( ( $again = $this->post( '/views', array( 'name' => 'To order', 'content' => self::LOW ), array( 'Idempotency-Key' => 'view-1' ) ) )->status, $again->at( 'id' ) ) );

		$changed = $this->put( $this->path( $made ), array( 'name' => 'Order today' ), array( 'If-Match' => '"1"' ) );
		self::assertSame( array( 'Order today', 2, 'low' ), array( $changed->at( 'name' ), $changed->at( 'version' ), $changed->at( 'content.status' ) ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( array(), $this->get( '/views' )->json );
		self::assert_refused( 404, 'wig_not_found', $this->get( $this->path( $made ) ) );
		self::assert_refused( 404, 'wig_not_found', $this->put( $this->path( $made ), array( 'name' => 'Mine' ) ) );
	}

	public function test_two_who_change_a_view_of_the_team_do_not_overwrite_each_other(): void {
		$made = $this->post( '/views', array( 'name' => 'To order', 'shared' => true, 'content' => self::LOW ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assertSame( array( false, true, false ), array( $this->get( $this->path( $made ) )->at( 'own' ), $this->get( $this->path( $made ) )->at( 'may_change' ), $this->get( $this->path( $made ) )->at( 'may_delete' ) ) );
		self::assertSame( 2, $this->put( $this->path( $made ), array( 'content' => array( 'status' => 'out' ) ), array( 'If-Match' => '"1"' ) )->at( 'version' ) );
		$this->sign_in( 'administrator' );
		$late = $this->put( $this->path( $made ), array( 'name' => 'Late' ), array( 'If-Match' => '"1"' ) );

		self::assert_refused( 412, 'wig_stale_version', $late );
		self::assertSame( 2, $late->at( 'data.version' ) );
		self::assertSame( array( 'To order', 'out' ), array( $this->get( $this->path( $made ) )->at( 'name' ), $this->get( $this->path( $made ) )->at( 'content.status' ) ) );
	}

	public function test_the_later_of_two_at_the_same_moment_is_told(): void {
		$made  = $this->post( '/views', array( 'name' => 'To order', 'content' => self::LOW ) );
		$rival = \WooInventoryGuard\Tests\Support\Rival::comes( fn() => $this->rival_db()->execute( "UPDATE %i SET name = 'First', version = version + 1", $this->db->table( 'views' ) ), '/^\s*UPDATE \S*views/i' );

		self::assert_refused( 412, 'wig_stale_version', $this->put( $this->path( $made ), array( 'name' => 'Second' ) ) );
		self::assertSame( array( 1, 'First' ), array( $rival->acted(), $this->get( $this->path( $made ) )->at( 'name' ) ) );
	}

	public function test_sharing_needs_the_right_to_adjust(): void {
		$made = $this->post( '/views', array( 'name' => 'Team', 'shared' => true, 'content' => self::LOW ) );
		$this->sign_in( 'wig_sales_channel' );

		self::assert_refused( 403, 'rest_forbidden', $this->post( '/views', array( 'name' => 'X', 'shared' => true, 'content' => self::LOW ) ) );
		self::assert_refused( 403, 'rest_forbidden', $this->put( $this->path( $made ), array( 'name' => 'X' ) ) );
		self::assert_refused( 403, 'rest_forbidden', $this->send( 'DELETE', $this->path( $made ) ) );
		$own = $this->post( '/views', array( 'name' => 'Own', 'content' => self::LOW ) );
		self::assertSame( 201, $own->status );
		self::assert_refused( 403, 'rest_forbidden', $this->put( $this->path( $own ), array( 'shared' => true ) ) );
		self::assertSame( array( 'Own', 'Team' ), array_column( (array) $this->get( '/views' )->json, 'name' ) );
		$this->sign_in( 'wig_stock_clerk' );
		self::assert_refused( 403, 'rest_forbidden', $this->put( $this->path( $made ), array( 'shared' => false ) ) );
	}

	public function test_deleted_it_comes_back(): void {
		$made = $this->post( '/views', array( 'name' => 'To order', 'content' => self::LOW ) );
		self::assertSame( 200, $this->send( 'DELETE', $this->path( $made ) )->status );
		self::assert_refused( 404, 'wig_not_found', $this->get( $this->path( $made ) ) );
		self::assertSame( array(), $this->get( '/views' )->json );

		self::assertSame( 'To order', $this->post( $this->path( $made ) . '/restore' )->at( 'name' ) );
		self::assertSame( array( $made->at( 'id' ) ), array_column( (array) $this->get( '/views' )->json, 'id' ) );
		self::assert_refused( 404, 'wig_not_found', $this->post( '/views/999999/restore' ) );
	}

	private function path( Answer $made ): string {
		return '/views/' . $made->at( 'id' );
	}
}
