<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Import\WrongState;

/**
 * What a check finds, before anything is written.
 */
final class CheckTest extends ImportTestCase {

	public function test_each_row_says_what_it_would_change(): void {
		$this->part( 'Tea', 'TEA', 3, '4006381333931' );
		$import = $this->checked(
			array(
				array( 'sku' => 'TEA', 'on_hand' => '5.5', 'supplier' => ' Mei ', 'low_stock_threshold' => '2' ),
				array( 'barcode' => '4006381333931', 'on_hand' => '3' ),
				array( 'sku' => 'CUP', 'name' => 'Cup', 'on_hand' => '2' ),
				array( 'sku' => 'SET', 'components' => 'TEA:2; CUP:0.5' ),
			)
		);

		self::assertSame(
			array(
				2 => 'change low_stock_threshold >2 supplier >Mei on_hand 3>5.5',
				3 => 'problem twice:2',
				4 => 'create kind +>part sku +>CUP name +>Cup on_hand +>2',
				5 => 'create kind +>bundle sku +>SET name +>SET components +>CUP:0.5; TEA:2',
			),
			$this->told( $import )
		);
		self::assertSame( array( 'total_rows' => 4, 'received' => 4, 'checked' => 4, 'applied' => 0, 'undone' => 0, 'problem_rows' => 1, 'change_rows' => 1, 'same_rows' => 0, 'created_rows' => 2, 'conflict_rows' => 0 ), $import->rows );
		self::assertSame( array( 'TEA' => '3' ), $this->column( 'on_hand' ), 'Nothing is written.' );
	}

	public function test_without_sku_an_item_is_known_by_its_name(): void {
		$this->part( 'Tea', '', 3 );
		$this->part( 'tea', '', 1 );
		$this->part( 'Cup', 'CUP', 2 );
		$this->part( 'Pot' );
		$this->part( 'Pot' );
		$rows = array(
			array( 'name' => 'Tea', 'on_hand' => '5' ),
			array( 'name' => ' tea ', 'bin' => 'A-1' ),
			array( 'name' => 'Cup', 'on_hand' => '1' ),
			array( 'name' => 'Pot', 'on_hand' => '1' ),
			array( 'name' => 'New', 'on_hand' => '1' ),
			array( 'name' => 'New', 'on_hand' => '2' ),
			array( 'name' => 'With code', 'barcode' => '99', 'on_hand' => '2' ),
			array( 'name' => '<b>', 'on_hand' => '2' ),
			array( 'name' => '<b>', 'on_hand' => '2' ),
		);
		self::assertSame(
			array(
				2  => 'change on_hand 3>5',
				3  => 'change bin >A-1',
				4  => 'problem name name_has_sku:CUP',
				5  => 'problem name same_name:Pot',
				6  => 'create kind +>part name +>New on_hand +>1',
				7  => 'problem twice:6',
				8  => 'create kind +>part name +>With code barcode +>99 on_hand +>2',
				9  => 'problem name html:<b>',
				10 => 'problem name html:<b>',
			),
			$this->told( $this->checked( $rows ) )
		);
		self::assertSame(
			array( 2 => 'change on_hand 3>5', 3 => 'problem name unknown_name:New', 4 => 'problem barcode unknown_barcode:99' ),
			$this->told( $this->checked( array( $rows[0], $rows[4], $rows[6] ), array( 'create' => false ) ) )
		);
	}

	public function test_every_problem_by_row_and_field(): void {
		$tea = $this->part( 'Tea', 'TEA', 3 );
		$this->part( 'Cup', 'CUP', 1, '123' );
		$this->sell( 'CUP', 1, false );
		$this->bundle( 'Set', array( $tea->id => 1 ) );
		$import = $this->checked(
			array(
				array( 'on_hand' => '1' ),
				array( 'sku' => 'TEA', 'item_id' => '999', 'on_hand' => '1' ),
				array( 'sku' => 'TEA', 'on_hand' => '1', 'delta' => '2', 'lead_time_days' => 'soon', 'backorders' => 'perhaps' ),
				array( 'sku' => 'CUP', 'on_hand' => '0' ),
				array( 'sku' => 'Set', 'on_hand' => '4', 'backorders' => 'yes', 'kind' => 'part' ),
				array( 'sku' => 'NEW', 'kind' => 'simple' ),
				array( 'sku' => 'NEW-2', 'barcode' => '123', 'on_hand' => '-1', 'unit_cost' => '1,5', 'bin' => str_repeat( 'x', 65 ) ),
				array( 'sku' => 'NEW-3', 'name' => '<b>Tea</b>', 'on_hand' => '=1+1' ),
				array( 'sku' => 'NEW-4', 'barcode' => '77', 'components' => 'TEA' ),
				array( 'sku' => 'NEW-5', 'barcode' => '77' ),
				array( 'sku' => 'NEW-6', 'components' => 'GONE:1' ),
				array( 'sku' => 'CUP', 'components' => 'TEA:1' ),
				array( 'item_id' => (string) $tea->id, 'sku' => 'CUP' ),
				array( 'sku' => "T\u{0}EA", 'product_id' => '5' ),
			)
		);

		self::assertSame(
			array(
				2  => 'problem no_item',
				3  => 'problem item_id unknown_item:999',
				4  => 'problem backorders backorders:perhaps lead_time_days days:soon delta two_numbers:on_hand',
				5  => 'problem on_hand promised:1',
				6  => 'problem kind kind:bundle backorders not_counted on_hand not_counted',
				7  => 'problem kind new_kind:simple',
				8  => 'problem barcode barcode_taken:CUP unit_cost number:1,5 bin too_long:64 on_hand negative:-1',
				9  => 'problem name html:<b>Tea</b> on_hand number:=1+1',
				10 => 'problem components components:TEA',
				11 => 'problem barcode barcode_twice:10',
				12 => 'problem components unknown_component:GONE',
				13 => 'problem components not_a_bundle twice:5',
				14 => 'problem sku two_items:CUP',
				15 => 'problem product_id unknown_product:5',
			),
			$this->told( $import, 'problems' )
		);
		self::assertSame( 14, $import->rows['problem_rows'] );
	}

	public function test_unknown_skus_are_problems_where_nothing_may_be_made(): void {
		self::assertSame( array( 2 => 'problem sku unknown_sku:TEA' ), $this->told( $this->checked( array( array( 'sku' => 'TEA' ) ), array( 'create' => false ) ) ) );
	}

	public function test_a_bundle_that_would_contain_itself_by_way_of_other_rows(): void {
		$tea = $this->part( 'Tea', 'TEA', 3 );
		$old = $this->bundle( 'Old', array( $tea->id => 1 ) );
		$this->bundle( 'Over', array( $old->id => 1 ) );
		$import = $this->checked(
			array(
				array( 'sku' => 'A', 'components' => 'B:1' ),
				array( 'sku' => 'B', 'components' => 'C:1; TEA:1' ),
				array( 'sku' => 'C', 'components' => 'A:1' ),
				array( 'sku' => 'D', 'components' => 'Over:1' ),
				array( 'sku' => 'Old', 'components' => 'Over:2' ),
				array( 'sku' => 'E', 'kind' => 'bundle', 'components' => 'E:1' ),
			)
		);

		self::assertSame( array( 2, 3, 4, 6, 7 ), array_keys( array_filter( $this->told( $import ), static fn( string $line ): bool => str_ends_with( $line, 'components loop' ) ) ) );
		self::assertSame( array( 5, 0, 1 ), array( $import->rows['problem_rows'], $import->rows['change_rows'], $import->rows['created_rows'] ) );
	}

	public function test_what_was_counted_is_compared_with_the_books_at_that_time(): void {
		$this->part( 'Tea', 'TEA', 10 );
		$this->clock->advance( 3600 );
		$counted = $this->clock->now()->format( 'Y-m-d\TH:i:s\Z' );
		$this->clock->advance( 60 );
		$this->sell( 'TEA', 4 );
		$import = $this->checked( array( array( 'sku' => 'TEA', 'on_hand' => '9' ) ), array( 'quantity' => 'counted', 'counted_at' => $counted ) );

		self::assertSame( array( 2 => 'change on_hand 6>5' ), $this->told( $import ), 'One was missing.' );
		self::assertSame( array( 2 => 'problem counted_at when' ), $this->told( $this->checked( array( array( 'sku' => 'TEA', 'counted' => '9' ) ) ) ) );
		self::assertSame( array( 2 => 'problem counted_at before_ledger:2020-01-01T00:00:00Z' ), $this->told( $this->checked( array( array( 'sku' => 'TEA', 'counted' => '9', 'counted_at' => '2020-01-01T00:00:00Z' ) ) ) ) );
		self::assertSame( array( 2 => 'problem counted_at time:yesterday' ), $this->told( $this->checked( array( array( 'sku' => 'TEA', 'counted' => '9', 'counted_at' => 'yesterday' ) ) ) ) );
	}

	public function test_rows_that_are_sent_again_add_nothing_and_none_may_be_missing(): void {
		$import = $this->imports()->make( 'a.csv', 3, new Options( 'absolute' ), 7, 'once' )['import'];
		self::assertSame( $import->id, $this->imports()->make( 'a.csv', 3, new Options( 'absolute' ), 7, 'once' )['import']->id );
		$this->imports()->receive( $import->id, array( 2 => array( 'sku' => 'A' ), 3 => array( 'sku' => 'B' ) ) );
		self::assertSame( 2, $this->imports()->receive( $import->id, array( 2 => array( 'sku' => 'A' ), 3 => array( 'sku' => 'C' ) ) )->rows['received'] );
		try {
			$this->imports()->check( $import->id );
			self::fail( 'A row is missing.' );
		} catch ( NotReady $error ) {
			self::assertSame( NotReady::INCOMPLETE, $error->why );
		}
		$this->imports()->receive( $import->id, array( 4 => array( 'sku' => 'D' ) ) );
		$this->imports()->check( $import->id );
		$this->runner()->work( $import->id, self::ALL );
		self::assertSame( 3, $this->now( $import )->rows['problem_rows'] );
		$this->expectException( WrongState::class );
		$this->imports()->receive( $import->id, array( 5 => array( 'sku' => 'E' ) ) );
	}

	public function test_what_nobody_applied_is_forgotten(): void {
		$import = $this->checked( array( array( 'sku' => 'TEA', 'on_hand' => '5.5' ) ) );
		foreach ( array( 4, 4 ) as $days ) {
			$this->clock->advance( 86_400 * $days );
			$this->imports()->forget_old();
		}
		self::assertSame( array( 'cancelled', array() ), array( $this->now( $import )->state->value, $this->told( $import ) ) );
	}
}
