<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Stock\Quantity;

/**
 * Out, into an empty shop, out again: the same bytes. And rows in any order do the same.
 */
final class RoundTripTest extends ImportTestCase {

	public function test_out_and_in_and_out_again_gives_the_same_bytes(): void {
		$tea = $this->part( '=Tea; "green"|x', 'T;E|A\\', '2.5', '4006381333931' );
		$cup = $this->part( '茶杯', '#CUP', 7 );
		$one = $this->part( 'Ribbon', 'rib:1', 0 );
		$set = $this->bundle( 'Set', array( $cup->id => 2, $tea->id => '0.25', $one->id => 1 ) );
		$this->bundle( 'Big', array( $set->id => 3 ) );
		$this->catalog->writer->update( $cup->id, ItemChanges::of( array( 'low_stock_threshold' => Quantity::of( 3 ), 'backorders' => Backorders::Notify, 'backorder_limit' => Quantity::of( '1.5' ), 'backorder_text' => 'Soon', 'safety_stock' => Quantity::of( 1 ), 'unit_cost' => Quantity::of( '0.0001' ), 'supplier' => "O'Mei", 'bin' => 'A-1', 'lead_time_days' => 9, 'category' => 'Cups' ) ), null );
		$loose = $this->part( 'Loose tea; "1|2": ~#', '', '1.25' );
		$bulk  = $this->part( '散茶', '', 4, '4012345678901' );
		$wave  = $this->part( 'Wave', '~W', 1 );
		$this->bundle( 'Bare', array( $loose->id => '0.25', $bulk->id => 2, $wave->id => 1 ) );
		$before = $this->exported();
		self::assertCount( 9, $before );
		self::empty_tables();
		$import = $this->checked( array_map( static fn( array $row ): array => array_filter( $row, static fn( string $value ): bool => '' !== $value ), $before ) );
		self::assertSame( 0, $import->rows['problem_rows'], implode( "\n", $this->told( $import ) ) );
		$this->applied( $import );

		self::assertSame( json_encode( $before ), json_encode( $this->exported() ) );
		$again = $this->checked( array_map( static fn( array $row ): array => array_filter( $row, static fn( string $value ): bool => '' !== $value ), $before ) );
		self::assertSame( array( 9, 0 ), array( $again->rows['same_rows'], $again->rows['problem_rows'] ), implode( "\n", $this->told( $again ) ) );
	}

	public function test_a_component_without_sku_is_known_by_its_name_where_nobody_else_has_it(): void {
		$loose = $this->part( 'Loose tea', '', 5 );
		$twin  = $this->part( 'Twin', '', 5 );
		$this->part( 'Twin', 'TWIN-2', 5 );
		$this->bundle( 'Set', array( $loose->id => 1, $twin->id => 2 ) );
		$set = array_values( array_filter( $this->exported(), static fn( array $row ): bool => 'Set' === $row['name'] ) )[0];
		self::assertSame( "#{$twin->id}:2; ~Loose tea:1", $set['components'] );

		$bad = $this->checked( array( array( 'sku' => 'NEW', 'name' => 'New', 'components' => '~Twin:1; ~Nobody:1; #999999:1' ) ) );
		self::assertSame( 1, $bad->rows['problem_rows'] );
		$told = implode( "\n", $this->told( $bad ) );
		self::assertStringContainsString( 'component_name:Twin', $told );
		self::assertStringContainsString( 'component_name:Nobody', $told );
		self::assertStringContainsString( 'unknown_component:#999999', $told );

		// The shop and the file each bring one: both lists mean the same.
		$good = $this->applied( $this->checked( array( array( 'name' => 'Made here' ), array( 'sku' => 'NEW', 'name' => 'New', 'components' => '~Loose tea:1; ~Made here:3' ) ) ) );
		self::assertSame( 0, $good->rows['problem_rows'] + $good->rows['conflict_rows'], implode( "\n", $this->told( $good ) ) );
		$new = array_values( array_filter( $this->exported(), static fn( array $row ): bool => 'NEW' === $row['sku'] ) )[0];
		self::assertSame( '~Loose tea:1; ~Made here:3', $new['components'] );
	}

	public function test_rows_in_any_order_do_the_same(): void {
		$seed = (int) ( getenv( 'WIG_SEED' ) ?: random_int( 1, PHP_INT_MAX >> 33 ) );
		mt_srand( $seed );
		$rows = array();
		for ( $n = 1; $n <= 12; $n++ ) {
			$rows[] = array( 'sku' => "P-{$n}", 'on_hand' => (string) mt_rand( 0, 50 ), 'bin' => 'B' . mt_rand( 1, 3 ), 'low_stock_threshold' => (string) mt_rand( 0, 4 ) );
		}
		for ( $n = 1; $n <= 4; $n++ ) {
			$rows[] = array( 'sku' => "S-{$n}", 'components' => 'P-' . mt_rand( 1, 6 ) . ':2; P-' . mt_rand( 7, 12 ) . ':0.5' . ( $n > 1 ? '; S-' . ( $n - 1 ) . ':1' : '' ) );
		}
		$outcomes = array();
		for ( $turn = 0; $turn < ( self::is_sqlite() ? 2 : 3 ); $turn++ ) {
			self::empty_tables();
			for ( $n = 1; $n <= 12; $n += 2 ) {
				$this->part( "P-{$n}", "P-{$n}", $n );
			}
			shuffle( $rows );
			$now        = $this->applied( $this->checked( $rows, array(), 20 ), 20 );
			$outcomes[] = json_encode( $this->exported() );
			self::assertSame( array( 16, 0 ), array( $now->rows['applied'] + $now->rows['same_rows'], $now->rows['conflict_rows'] ), "Seed {$seed}: " . implode( "\n", $this->told( $now ) ) );
		}
		self::assertCount( 1, array_unique( $outcomes ), "Seed {$seed}." );
	}
}
