<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Stock\Lines\HistoryFilter;
use WooInventoryGuard\Tests\Support\Rival;

/**
 * What was checked is written, each row once, and undone with all that was sold since.
 */
final class ApplyTest extends ImportTestCase {

	private const PLACE = '/^\s*UPDATE \S*wig_imports\S* SET reached/i';

	public function test_a_sale_between_check_and_apply_is_kept_and_reported(): void {
		$this->shelf( 3 );
		$import = $this->checked( $this->rows( 3, 25 ) );
		$this->sell( 'P-2', 4 );
		$applied = $this->applied( $import );

		self::assertSame( array( 'P-1' => '25', 'P-2' => '21', 'P-3' => '25' ), $this->column( 'on_hand' ) );
		self::assertSame( array( 'applied on_hand 10>25', 'applied on_hand 6>21 on_hand moved_since:-4', 'applied on_hand 10>25' ), array_values( $this->told( $applied ) ) );
		self::assertSame( array( 'applied', 3, 0 ), array( $applied->state->value, $applied->rows['applied'], $applied->rows['conflict_rows'] ) );
		$line = $this->catalog->ledger->history( (int) $this->catalog->items->by_sku( 'P-2' )?->id, new HistoryFilter( 20, 0 ) )[0];
		self::assertSame( array( '15', 'import', 'import', (string) $import->id, 7 ), array( (string) $line->delta, $line->reason, $line->reference->type, $line->reference->id, $line->actor ) );
	}

	public function test_an_order_that_comes_while_a_portion_is_on_its_way_is_kept(): void {
		$this->shelf( 2 );
		$rival  = $this->rival_catalog();
		$import = $this->checked( $this->rows( 2, 1 ) );
		$buyer  = $this->rival( fn() => $this->sell( 'P-1', 5, false, $rival ), self::PLACE );
		$now    = $this->applied( $import );

		self::assertSame( 1, $buyer->acted() );
		self::assertSame( array( 'P-1' => '10', 'P-2' => '1' ), $this->column( 'on_hand' ), 'Five of the first are promised by now, so nine cannot go.' );
		self::assertSame( array( 2 => 'conflict on_hand promised:-9' ), $this->told( $now, 'problems' ) );
		self::assertSame( array( 1, 1 ), array( $now->rows['applied'], $now->rows['conflict_rows'] ) );
	}

	public function test_a_field_that_somebody_has_changed_since_is_left_alone(): void {
		$this->shelf( 2 );
		$import = $this->checked( array( array( 'sku' => 'P-1', 'bin' => 'A', 'on_hand' => '11' ), array( 'sku' => 'P-2', 'bin' => 'A', 'name' => 'Two' ) ) );
		$this->catalog->writer->update( (int) $this->catalog->items->by_sku( 'P-1' )?->id, ItemChanges::of( array( 'bin' => 'Z' ) ), null );
		$this->catalog->writer->update( (int) $this->catalog->items->by_sku( 'P-2' )?->id, ItemChanges::of( array( 'name' => 'Zwei' ) ), null );
		$now = $this->applied( $import );

		self::assertSame( array( array( 'P-1' => 'Z', 'P-2' => 'A' ), 'Zwei', '11' ), array( $this->column( 'bin' ), $this->column( 'name' )['P-2'], $this->column( 'on_hand' )['P-1'] ) );
		self::assertSame( array( 2 => 'conflict on_hand 10>11 bin changed_since', 3 => 'conflict bin >A name changed_since' ), $this->told( $now ) );
		$back = $this->undone( $now );
		self::assertSame( array( array( 'P-1' => 'Z', 'P-2' => '' ), 'Zwei', '10' ), array( $this->column( 'bin' ), $this->column( 'name' )['P-2'], $this->column( 'on_hand' )['P-1'] ), 'Only what was written is undone.' );
		self::assertSame( array( 2, 0 ), array( $back->rows['undone'], $back->rows['conflict_rows'] ) );
	}

	public function test_items_and_bundles_are_made_in_any_order(): void {
		$this->part( 'Tea', 'TEA', 9 );
		$now = $this->applied(
			$this->checked(
				array(
					array( 'sku' => 'SET', 'name' => 'Set', 'components' => 'CUP:2; TEA|OTHER:1; RIBBON:1?' ),
					array( 'sku' => 'CUP', 'name' => 'Cup', 'on_hand' => '10', 'barcode' => '99', 'unit_cost' => '1.25', 'backorders' => 'no', 'safety_stock' => '2' ),
					array( 'sku' => 'OTHER', 'on_hand' => '1' ),
					array( 'sku' => 'RIBBON' ),
				)
			)
		);

		self::assertSame( array( 4, 0 ), array( $now->rows['applied'], $now->rows['conflict_rows'] ), implode( "\n", $this->told( $now ) ) );
		self::assertSame( array( '1.25', 'no', '2', '99' ), array( $this->column( 'unit_cost' )['CUP'], $this->column( 'own_backorders' )['CUP'], $this->column( 'safety_stock' )['CUP'], $this->column( 'barcode' )['CUP'] ) );
		self::assertSame( '4', $this->column( 'available' )['SET'], 'Two of ten cups are kept.' );
		$back = $this->undone( $now );
		self::assertSame( array( 'CUP' => '0', 'OTHER' => '0', 'RIBBON' => '0', 'SET' => '0', 'TEA' => '9' ), $this->column( 'on_hand' ) );
		self::assertSame( array( 4, '0' ), array( $back->rows['undone'], $this->column( 'available' )['SET'] ), 'They stay, without stock and components.' );
	}

	public function test_one_whose_sku_was_taken_since_leaves_the_others(): void {
		$import = $this->checked( array( array( 'sku' => 'A', 'on_hand' => '1' ), array( 'sku' => 'B', 'on_hand' => '2' ), array( 'sku' => 'C', 'on_hand' => '3' ) ) );
		$this->part( 'Mine', 'B', 7 );
		$now = $this->applied( $import );

		self::assertSame( array( 'A' => '1', 'B' => '7', 'C' => '3' ), $this->column( 'on_hand' ) );
		self::assertSame( array( 3 => 'conflict sku taken:B' ), $this->told( $now, 'problems' ) );
		self::assertSame( array( 2, 1 ), array( $now->rows['applied'], $now->rows['conflict_rows'] ) );
	}

	public function test_one_that_was_killed_goes_on_where_it_was(): void {
		$this->shelf( 5 );
		$import = $this->checked( array_map( static fn( int $n ): array => array( 'sku' => "P-{$n}", 'delta' => '1' ), range( 1, 5 ) ) );
		$this->imports()->apply( $import->id, false );
		$kill = static fn() => throw new \ErrorException( 'Killed.' );
		$dies = Rival::comes( $kill, '/^\s*INSERT INTO \S*wig_movements/i', 2 );
		try {
			$this->runner()->work( $import->id, self::ALL );
			self::fail( 'It was not killed.' );
		} catch ( \ErrorException ) {
			$dies->leaves();
		}
		self::assertSame( 2, $this->now( $import )->rows['applied'], 'The portion that was cut off has left nothing.' );
		// What really dies does not give back its turn.
		$this->db->execute( "UPDATE %i SET runner = 'dead', runs_until = %s", $this->db->table( 'imports' ), $this->clock->now()->modify( '+30 seconds' )->format( 'Y-m-d H:i:s' ) );
		self::assertFalse( $this->runner()->work( $import->id, self::ALL ), 'Perhaps it only takes long.' );
		$this->clock->advance( 31 );
		self::assertTrue( $this->runner()->work_all( self::ALL ) );

		self::assertSame( array( '11' ), array_values( array_unique( $this->column( 'on_hand' ) ) ) );
		self::assertSame( array( 'applied', 5 ), array( $this->now( $import )->state->value, $this->now( $import )->rows['applied'] ) );
	}

	public function test_of_two_who_do_the_same_portion_one_does_nothing(): void {
		$this->shelf( 5 );
		$import = $this->checked( array_map( static fn( int $n ): array => array( 'sku' => "P-{$n}", 'delta' => '1' ), range( 1, 5 ) ) );
		$this->imports()->apply( $import->id, false );
		$other = $this->runner( $this->rival_catalog() );
		$rival = $this->rival(
			function () use ( $other, $import ): void {
				$this->clock->advance( 31 );
				self::assertFalse( $other->work( $import->id, 0.0 ), 'The first took too long, so the second has it, for one portion.' );
			},
			self::PLACE
		);
		self::assertFalse( $this->runner()->work( $import->id, self::ALL ), 'It is not the first one\'s any more.' );
		self::assertSame( array( '11', '11', '10', '10', '10' ), array_values( $this->column( 'on_hand' ) ) );
		$this->runner()->work( $import->id, self::ALL );

		self::assertSame( 1, $rival->acted() );
		self::assertSame( array( '11' ), array_values( array_unique( $this->column( 'on_hand' ) ) ), 'Each item got one.' );
	}

	public function test_undone_what_was_sold_since_stays_sold(): void {
		$this->shelf( 3 );
		$now = $this->applied( $this->checked( $this->rows( 3, 25 ) ) );
		$this->sell( 'P-1', 4 );
		$this->sell( 'P-2', 20, false );
		$back = $this->undone( $now );

		self::assertSame( array( 'P-1' => '6', 'P-2' => '25', 'P-3' => '10' ), $this->column( 'on_hand' ), 'Of part 2, twenty are promised.' );
		self::assertSame( array( 'undone', 2, 1 ), array( $back->state->value, $back->rows['undone'], $back->rows['conflict_rows'] ) );
		self::assertSame( array( 3 => 'conflict on_hand 10>25 on_hand promised:-15' ), $this->told( $back, 'problems' ) );
		self::assertSame( $back->version, $this->imports()->undo( $back->id )->version, 'Undone once.' );
	}

	public function test_rows_with_problems_are_left_out_only_where_that_is_said(): void {
		$this->shelf( 1 );
		$import = $this->checked( array( ...$this->rows( 1, 12 ), array( 'sku' => 'P-9', 'on_hand' => 'many' ) ) );
		try {
			$this->imports()->apply( $import->id, false );
			self::fail( 'A row has a problem.' );
		} catch ( NotReady $error ) {
			self::assertSame( NotReady::PROBLEMS, $error->why );
		}
		self::assertSame( array( 'applied', 1 ), array( $this->applied( $import )->state->value, $this->now( $import )->rows['applied'] ) );
		self::assertSame( array( 'P-1' => '12' ), $this->column( 'on_hand' ) );
	}

	private function shelf( int $items ): void {
		for ( $number = 1; $number <= $items; $number++ ) {
			$this->part( "Part {$number}", "P-{$number}", 10 );
		}
	}

	/**
	 * @return list<array<string, string>>
	 */
	private function rows( int $items, int $on_hand ): array {
		return array_map(
			static fn( int $number ): array => array(
				'sku'     => "P-{$number}",
				'on_hand' => (string) $on_hand,
			),
			range( 1, $items )
		);
	}
}
