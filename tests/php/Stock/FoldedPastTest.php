<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stock;

use PHPUnit\Framework\Attributes\CoversClass;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Lines\Folding;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Lines\Past;
use WooInventoryGuard\Stock\Lines\PastLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * Old lines from a backup and sums in the ledger, or the other way round: what stands for the same movements is never in
 * the books twice.
 */
#[CoversClass( Past::class )]
#[CoversClass( PastLine::class )]
final class FoldedPastTest extends EngineTestCase {

	private Past $past;
	private FoldedLevels $folded;
	private int $tea;

	/** @var non-empty-list<PastLine> As a backup has them that was made before they were folded. */
	private array $before;

	protected function setUp(): void {
		parent::setUp();
		$this->folded = new FoldedLevels( $this->db );
		$this->past   = new Past( $this->db, $this->clock, $this->engine->levels, $this->engine->ledger, $this->engine->repair, $this->folded );
		$this->tea    = $this->item( 10 );
		foreach ( array( -1, 3, -1, -2, 4, -1, -1 ) as $delta ) {
			$this->clock->advance( 60 );
			$this->happen( $delta );
		}
		$this->before = $this->lines();
	}

	public function test_a_backup_from_before_they_were_folded_finds_all_there(): void {
		$this->fold();
		$ledger = $this->ledger( $this->tea );
		self::assertSame( array( '1: 10 -> 10 opening', '3: 7 -> 17 returned', '7: -5 -> 12 sold', '8: -1 -> 11 sold' ), $ledger );
		self::assertSame( 'same 0', $this->way( $this->before ) );
		self::assertSame( 'same 0', $this->way( array_slice( $this->before, 1, 2 ) ), 'Also in the middle of a sum.' );
		self::assertSame( 0, $this->past->fill( $this->tea, 1, $this->before ) );
		self::assertSame( 0, $this->past->fill( $this->tea, 1, array( $this->before[3] ) ) );
		self::assertSame( $ledger, $this->ledger( $this->tea ) );
	}

	public function test_a_backup_with_sums_finds_all_there_where_nothing_is_folded(): void {
		$this->fold();
		$sums = $this->lines();
		$this->unfold();
		$ledger = $this->ledger( $this->tea );
		self::assertSame( 'same 0', $this->way( $sums ) );
		self::assertSame( 0, $this->past->fill( $this->tea, 1, $sums ) );
		self::assertSame( $ledger, $this->ledger( $this->tea ) );
	}

	public function test_sums_that_were_lost_come_back_as_what_they_stood_for(): void {
		$ledger = $this->ledger( $this->tea );
		$this->fold();
		$this->db->execute( "DELETE FROM %i WHERE reference_type = 'folded'", $this->db->table( 'movements' ) );
		self::assertSame( 'same 6', $this->way( $this->before ) );
		self::assertSame( 6, $this->past->fill( $this->tea, 1, $this->before ) );
		self::assertSame( $ledger, $this->ledger( $this->tea ) );
	}

	public function test_where_one_of_two_sums_was_lost_the_books_agree_again(): void {
		$this->fold();
		$this->db->execute( 'DELETE FROM %i WHERE seq = 7', $this->db->table( 'movements' ) );
		self::assertSame( 'same 4', $this->way( $this->before ) );
		self::assertSame( 4, $this->past->fill( $this->tea, 1, $this->before ) );
		$this->past->settle( $this->tea, 1, 7 );
		self::assertSame( array( '1: 10 -> 10 opening', '3: 7 -> 17 returned', '4: -5 -> 12 repair', '5: -1 -> 11 sold', '6: -2 -> 9 sold', '7: 4 -> 13 returned', '8: -1 -> 12 sold', '9: -1 -> 11 sold' ), $this->ledger( $this->tea ) );
	}

	public function test_sums_go_into_a_new_level_with_the_numbers_they_stand_for(): void {
		$this->fold();
		$sums  = $this->lines();
		$other = $this->item( 0 );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d', $this->db->table( 'movements' ), $other );
		$this->db->execute( 'DELETE FROM %i WHERE item_id = %d', $this->db->table( 'levels' ), $other );
		self::assertSame( 'new', $this->past->compare( $other, 1, $sums )['way'] );
		$this->past->begin( $other, 1 );
		$back = $this->past->add( $other, 1, array_slice( $sums, 0, 2 ), 0, Quantity::zero() );
		$back = $this->past->add( $other, 1, array_slice( $sums, 2 ), $back['after'], $back['balance'] );
		$this->past->end( $other, 1, $back['after'], $back['balance'], Quantity::of( 12 ), new Cause( 'backup', Reference::none() ) );
		self::assertSame( array( ...$this->ledger( $this->tea ), '9: -11 -> 0 backup', '10: 12 -> 12 backup' ), $this->ledger( $other ) );
		self::assertEquals( $this->folded->before_of( $this->tea, 1 ), $this->folded->before_of( $other, 1 ) );
		$this->engine->repair->level( $other, 1, 7 );
	}

	public function test_another_ledger_is_another_one_also_where_both_have_sums(): void {
		$this->fold();
		$lines    = $this->lines();
		$lines[0] = new PastLine( 1, Quantity::of( 11 ), Quantity::of( 11 ), $lines[0]->cause, $lines[0]->at );
		self::assertSame( 'before 4', $this->way( $lines ) );
	}

	private function happen( int $delta ): void {
		$cause = new Cause( $delta < 0 ? 'sold' : 'returned', new Reference( 'order', '9' ) );
		$this->db->transaction( fn() => $this->engine->ledger->correct( array( new Correction( new Line( $this->tea, 1, Quantity::of( $delta ) ), $cause ) ) ) );
	}

	private function fold(): void {
		( new Folding( $this->db, $this->folded ) )->fold( $this->tea, 1, 0, $this->clock->now()->modify( '+1 day' ), static fn(): string => 'a month', static fn(): array => array() );
	}

	/**
	 * As if the whole database were from before.
	 */
	private function unfold(): void {
		$this->db->execute( 'DELETE FROM %i', $this->db->table( 'movements' ) );
		$this->past->fill( $this->tea, 1, $this->before );
	}

	/**
	 * @return non-empty-list<PastLine>
	 */
	private function lines(): array {
		$lines = array_map(
			static fn ( array $row ): PastLine => new PastLine( (int) $row['seq'], Quantity::from_sql( $row['delta'] ), Quantity::from_sql( $row['balance_after'] ), new Cause( (string) $row['reason'], new Reference( (string) $row['reference_type'], (string) $row['reference_id'] ) ), (string) $row['created_at'], stands_for: (int) $row['stands_for'] ),
			$this->db->rows( 'SELECT * FROM %i WHERE item_id = %d AND location_id = 1 ORDER BY seq', $this->db->table( 'movements' ), $this->tea )
		);
		self::assertNotSame( array(), $lines );
		return $lines;
	}

	/**
	 * @param non-empty-list<PastLine> $lines
	 */
	private function way( array $lines ): string {
		return implode( ' ', $this->past->compare( $this->tea, 1, $lines ) );
	}
}
