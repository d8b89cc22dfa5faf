<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Fold;

use WooInventoryGuard\Backup\Backup;
use WooInventoryGuard\Fold\Months;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Correction;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Backup\BackupTestCase;

/**
 * Backups from before and after folding, brought back onto a ledger that is folded, and onto none.
 */
final class BackupTest extends BackupTestCase {

	private const FOLDED = array( '1: 20 -> 20 opening', '2: 4 -> 24 returned', '4: -4 -> 20 sold', '5: -1 -> 19 sold', '6: -1 -> 18 sold' );

	private int $tea;

	protected function setUp(): void {
		parent::setUp();
		$this->clock->advance( -5 * 365 * 86_400 );
		$this->tea = $this->part( 'Tea', 'TEA-1', 20 );
		foreach ( array( -1, 4, -3 ) as $delta ) {
			$this->sell( $delta );
		}
		$this->clock->advance( 4 * 365 * 86_400 );
		$this->sell( -1 );
		$this->sell( -1 );
		$this->clock->advance( 365 * 86_400 );
	}

	public function test_one_from_before_changes_nothing_where_they_are_folded(): void {
		$before = $this->made();
		$this->fold();
		$books = self::checksum( 'items', 'levels', 'movements', 'folded_levels' );
		self::assertSame( self::FOLDED, $this->ledger( $this->tea ) );
		$this->brought_back( $before );
		self::assertSame( $books, self::checksum( 'items', 'levels', 'movements', 'folded_levels' ) );
	}

	public function test_one_from_before_brings_single_lines_back_where_all_is_lost(): void {
		$whole  = $this->ledger( $this->tea );
		$before = $this->made();
		$this->fold();
		$this->everything_is_lost();
		$this->db->execute( 'DELETE FROM %i', $this->db->table( 'folded_levels' ) );
		$this->brought_back( $before );
		self::assertSame( $whole, array_slice( $this->ledger( $this->id_of( 'TEA-1' ) ), 0, 6 ) );
		self::assertSame( '18', $this->on_hand( 'TEA-1' ) );
		self::assertNull( $this->plugin->folded_levels()->before() );
	}

	public function test_one_with_sums_brings_them_back_with_what_they_stand_for(): void {
		$this->fold();
		$known = $this->plugin->folded_levels()->before();
		$after = $this->made();
		$lines = $this->lines( $after );
		self::assertSame( array( 1, 1, 2, 1, 1 ), array_map( static fn( array $line ): mixed => $line['stands_for'] ?? 1, $lines ) );
		$this->everything_is_lost();
		$this->db->execute( 'DELETE FROM %i', $this->db->table( 'folded_levels' ) );
		$this->brought_back( $after );
		$tea = $this->id_of( 'TEA-1' );
		self::assertSame( self::FOLDED, array_slice( $this->ledger( $tea ), 0, 5 ) );
		self::assertSame( '18', $this->on_hand( 'TEA-1' ) );
		self::assertEquals( $known, $this->plugin->folded_levels()->before() );
		self::assertSame( $lines, array_slice( $this->lines( $this->made() ), 0, 5 ), 'And out again: the same.' );
	}

	public function test_a_line_that_stands_for_what_cannot_be_is_refused(): void {
		foreach ( array( 0, -1, 'two', 3 ) as $wrong ) {
			$line = array(
				'is'         => 'movement',
				'seq'        => 2,
				'delta'      => '1',
				'balance'    => '1',
				'why'        => 'sold',
				'at'         => '2021-01-01 00:00:00',
				'stands_for' => $wrong,
			);
			$this->assert_broken( array( $line ) );
		}
	}

	/**
	 * @param list<array<mixed>> $lines
	 */
	private function assert_broken( array $lines ): void {
		try {
			\WooInventoryGuard\Backup\Lines::checked( new \WooInventoryGuard\Backup\Section( 'ledger', 0, 1, 1, 1, '' ), $lines );
			self::fail( 'This must not be read.' );
		} catch ( \WooInventoryGuard\Backup\BrokenFile $broken ) {
			self::assertNotSame( '', $broken->getMessage() );
		}
	}

	private function sell( int $delta ): void {
		$this->clock->advance( 60 );
		$cause = new Cause( $delta < 0 ? 'sold' : 'returned', new Reference( 'order', (string) $this->clock->now()->getTimestamp() ) );
		$this->db->transaction( fn() => $this->plugin->ledger()->correct( array( new Correction( new Line( $this->tea, 1, Quantity::of( $delta ) ), $cause ) ) ) );
	}

	private function fold(): void {
		self::assertTrue( $this->plugin->fold_runner()->work( $this->plugin->folds()->begin( Months::cut( $this->clock->now(), 27 ) )->id, self::ALL ) );
	}

	/**
	 * @return list<array<mixed>> Movements in the file.
	 */
	private function lines( Backup $backup ): array {
		$text  = (string) shell_exec( 'zcat ' . escapeshellarg( $this->plugin->backup_folder()->archive( $backup->file )->path ) );
		$lines = array_map( static fn( string $line ): array => (array) json_decode( $line, true ), explode( "\n", trim( $text ) ) );
		return array_values( array_filter( $lines, static fn( array $line ): bool => 'movement' === $line['is'] ) );
	}
}
