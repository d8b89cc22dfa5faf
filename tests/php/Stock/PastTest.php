<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\CoversClass;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Gaps;
use WooInventoryGuard\Stock\Lines\Past;
use WooInventoryGuard\Stock\Lines\PastLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Old lines go back into the ledger of their own level, and a ledger with holes is closed, while the levels beside it (the
 * same item elsewhere, another item at the same place) stay as they are.
 */
#[CoversClass( Past::class )]
#[CoversClass( Gaps::class )]
final class PastTest extends EngineTestCase {

	private Past $past;

	/** Three lines at location 1, and its neighbours with four lines each. */
	private int $tea;
	private int $box;

	protected function setUp(): void {
		parent::setUp();
		$this->past = new Past( $this->db, $this->clock, $this->engine->levels, $this->engine->ledger, $this->engine->repair, new FoldedLevels( $this->db ) );
		$this->location( 2 );
		$this->box = $this->item( 20 );
		$this->tea = $this->item( 10 );
		$this->stock( $this->tea, 100, 2 );
		foreach ( array( 1, 2, 4 ) as $units ) {
			$this->move( $this->box, 1, $units );
			$this->move( $this->tea, 2, $units );
		}
		$this->move( $this->tea, 1, -3 );
		$this->move( $this->tea, 1, 5 );
	}

	public function test_a_missing_line_goes_where_it_was(): void {
		$whole = $this->ledger_of( $this->tea );
		$lines = $this->lines( $this->tea );
		$this->lose( $this->tea, 2 );
		self::assertSame( 1, $this->past->fill( $this->tea, 1, $lines ) );
		self::assertSame( 0, $this->past->fill( $this->tea, 1, array( $lines[1], $lines[2] ) ) );
		self::assertSame( $whole, $this->ledger_of( $this->tea ) );
	}

	public function test_what_is_there_says_how_old_lines_go_in(): void {
		$lines = $this->lines( $this->tea );
		self::assertSame( 'same 0', $this->way( $this->tea, $lines ) );
		$this->lose( $this->tea, 3 );
		self::assertSame( 'same 1', $this->way( $this->tea, $lines ) );
		$this->lose( $this->tea, 1, 2 );
		self::assertSame( 'same 3', $this->way( $this->tea, $lines ), 'All lines are lost; the level still counts them.' );
		self::assertSame( 'before 3', $this->way( $this->box, $lines ) );
		$this->db->execute( 'UPDATE %i SET seq = 0 WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea );
		self::assertSame( 'before 3', $this->way( $this->tea, $lines ), 'It began anew, and nothing has moved since.' );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea );
		self::assertSame( 'new 3', $this->way( $this->tea, $lines ) );
		$this->books_are_broken = true;
	}

	public function test_an_old_ledger_goes_before_the_new_one_of_its_own_level(): void {
		$old    = $this->lines( $this->tea );
		$cause  = new Cause( 'repair', Reference::none() );
		$beside = array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) );
		// What is there now begins with the second line, so that the neighbours' first ones stand before it.
		$this->lose( $this->tea, 1 );
		foreach ( array( array( $this->box, 1 ), array( $this->tea, 2 ), array( $this->tea, 1 ) ) as list( $item, $location ) ) {
			$this->past->begin( $item, $location );
		}
		$reached = $this->past->add( $this->tea, 1, $old, 0, Quantity::zero() );
		$this->past->end( $this->tea, 1, $reached['after'], $reached['balance'], Quantity::of( 5 ), $cause );
		self::assertSame( '17', (string) $this->db->value( 'SELECT ROUND( on_hand ) FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea ), '12, and 5: what it began with (a sale) says nothing of what there was.' );
		foreach ( array( array( $this->box, 1 ), array( $this->tea, 2 ) ) as list( $item, $location ) ) {
			$this->past->end( $item, $location, 0, Quantity::zero(), null, $cause );
		}
		$this->past->settle( $this->tea, 1, 7 );
		self::assertSame( $beside, array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) ) );
		self::assertSame( array( '1 +10 =10', '2 -3 =7', '3 +5 =12', '4 -12 =0', '5 +10 =10', '6 -3 =7', '7 +5 =12', '8 +5 =17' ), $this->ledger_of( $this->tea ) );
	}

	public function test_holes_are_closed_in_their_own_level_also_while_others_are_set_aside(): void {
		$cause  = new Cause( 'repair', Reference::none() );
		$beside = array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) );
		$this->lose( $this->tea, 2 );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( $beside, array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) ) );
		self::assertSame( array( '1 +10 =10', '2 -3 =7', '3 +5 =12' ), $this->ledger_of( $this->tea ) );

		$this->past->begin( $this->box, 1 );
		$this->past->begin( $this->tea, 2 );
		$aside = array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) );
		$this->lose( $this->tea, 2 );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( $aside, array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) ) );
		$this->past->end( $this->box, 1, 0, Quantity::zero(), null, $cause );
		$this->past->end( $this->tea, 2, 0, Quantity::zero(), null, $cause );
		self::assertSame( $beside, array( $this->ledger_of( $this->box ), $this->ledger_of( $this->tea, 2 ) ) );
	}

	public function test_a_lost_level_is_what_its_last_line_says_and_a_lost_item_has_none(): void {
		$levels = fn (): array => $this->db->column( 'SELECT ROUND( on_hand ) FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( array( '12' ), $levels() );

		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1', $this->db->table( 'levels' ), $this->tea );
		$this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'items' ), $this->tea );
		$this->engine->repair->level( $this->tea, 1, 7 );
		self::assertSame( array(), $levels() );
		$this->books_are_broken = true;
	}

	private function move( int $item, int $location, int $delta ): void {
		$this->engine->ledger->adjust( Adjustment::delta( $item, $location, Quantity::of( $delta ), new Cause( $delta < 0 ? 'sold' : 'received', Reference::none() ) ), $this->key() );
	}

	private function lose( int $item, int ...$seqs ): void {
		foreach ( $seqs as $seq ) {
			$this->db->execute( 'DELETE FROM %i WHERE item_id = %d AND location_id = 1 AND seq = %d', $this->db->table( 'movements' ), $item, $seq );
		}
	}

	/**
	 * @return non-empty-list<PastLine>
	 */
	private function lines( int $item ): array {
		$lines = array_map(
			static fn ( array $row ): PastLine => new PastLine( (int) $row['seq'], Quantity::from_sql( $row['delta'] ), Quantity::from_sql( $row['balance_after'] ), new Cause( (string) $row['reason'], Reference::none() ), (string) $row['created_at'] ),
			$this->db->rows( 'SELECT * FROM %i WHERE item_id = %d AND location_id = 1 ORDER BY seq', $this->db->table( 'movements' ), $item )
		);
		self::assertNotSame( array(), $lines );
		return $lines;
	}

	/**
	 * @param non-empty-list<PastLine> $lines
	 */
	private function way( int $item, array $lines ): string {
		return implode( ' ', $this->past->compare( $item, 1, $lines ) );
	}

	/**
	 * @return list<string> Number, change and balance of each line.
	 */
	private function ledger_of( int $item, int $location = 1 ): array {
		return array_map(
			static fn ( array $row ): string => sprintf( '%d %+d =%d', $row['seq'], $row['delta'], $row['balance_after'] ),
			$this->db->rows( 'SELECT seq, delta, balance_after FROM %i WHERE item_id = %d AND location_id = %d ORDER BY seq', $this->db->table( 'movements' ), $item, $location )
		);
	}
}
