<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Stocktake;

use PHPUnit\Framework\TestCase;
use WooInventoryGuard\Stocktake\Counting\Codes;
use WooInventoryGuard\Stocktake\Making\Crew;
use WooInventoryGuard\Stocktake\Making\Classes;
use WooInventoryGuard\Stocktake\Counting\Epc;
use WooInventoryGuard\Stocktake\Review\Goods;
use WooInventoryGuard\Stocktake\Counting\Gtin;
use WooInventoryGuard\Stocktake\Making\Schedule;
use WooInventoryGuard\Stocktake\Making\Scope;
use WooInventoryGuard\Stocktake\Making\Share;

/**
 * What can be reckoned without a database.
 */
final class CodesTest extends TestCase {

	/**
	 * The same file holds the TypeScript that decodes without a connection.
	 */
	public function test_tags_are_read_as_the_shared_vectors_say(): void {
		$vectors = json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . '/vectors/codes.json' ), true, 16, JSON_THROW_ON_ERROR )['epc'];
		self::assertGreaterThan( 25, count( $vectors ) );
		foreach ( $vectors as $vector ) {
			$epc = Epc::decode( $vector['hex'] );
			if ( ! $vector['valid'] ) {
				self::assertNull( $epc, $vector['hex'] . ': ' . $vector['why'] );
				continue;
			}
			self::assertNotNull( $epc, $vector['uri'] );
			self::assertSame( array( $vector['gtin14'], $vector['serial'], $vector['filter'], $vector['scheme'], $vector['uri'] ), array( $epc->gtin, $epc->serial, $epc->filter, $epc->scheme, $epc->uri ) );
			self::assertSame( $epc->uri, Epc::decode( strtolower( $vector['hex'] ) )?->uri );
			self::assertTrue( Gtin::is_valid( $epc->gtin ) );
		}
	}

	public function test_check_digits(): void {
		// anchors: GS1, gs1.se, TDS, bwipp.
		$digits = array( '629104150021' => 3, '730001100001' => 7, '9638507' => 4, '03600029145' => 2, '0952123454321' => 3, '0950600013435' => 2, '8061414112345' => 8, '10614141123456789' => 7 );
		foreach ( $digits as $data => $digit ) {
			self::assertSame( $digit, Gtin::check_digit( (string) $data ) );
		}
		self::assertFalse( Gtin::is_valid( '4006381333932' ) );
		self::assertFalse( Gtin::is_valid( '40063813339' ) );
	}

	public function test_a_gtin_is_the_same_with_zeros_in_front_and_other_codes_are_themselves(): void {
		self::assertSame( array( '4006381333931', '04006381333931' ), Codes::forms( '4006381333931' ) );
		self::assertSame( array( '00000096385074', '0000096385074', '000096385074', '96385074' ), Codes::forms( '00000096385074' ) );
		self::assertSame( array( '4006381333932' ), Codes::forms( '4006381333932' ) );
		self::assertSame( array( 'LABEL-7' ), Codes::forms( 'LABEL-7' ) );
	}

	public function test_items_are_shared_out_evenly_or_by_bin(): void {
		$bins = array( 'bA' => array( 1, 2, 3, 4 ), 'bB' => array( 5, 6 ), 'bC' => array( 7 ) );
		self::assertSame( array( 11 => array( 1, 2, 3, 4 ), 12 => array( 5, 6, 7 ) ), Crew::portions( $bins, array( 11, 12 ), Share::Even ) );
		self::assertSame( array( 11 => array( 1, 2, 3, 4 ), 12 => array( 5, 6, 7 ) ), Crew::portions( $bins, array( 11, 12 ), Share::Bin ) );
		self::assertSame( array( 11 => array( 1 ), 12 => array() ), Crew::portions( array( 'b' => array( 1 ) ), array( 11, 12 ), Share::Even ) );
	}

	public function test_abc_classes_by_value_of_sales(): void {
		self::assertSame( array( 1 => 'A', 2 => 'A', 3 => 'B', 4 => 'B' ), Classes::classify( array( 1 => 500.0, 2 => 300.0, 3 => 100.0, 4 => 60.0, 5 => 40.0 ) ) );
		self::assertSame( array(), Classes::classify( array() ) );
	}

	public function test_a_schedule_knows_its_next_day(): void {
		$next = static fn ( string $every, string $on, string $today, int $days = 1 ): string => ( new Schedule( 1, 'S', $every, $on, true, (int) substr( $on, 8 ), $days, array( 'A' => 4, 'B' => 2, 'C' => 1 ), 7, true, Goods::Shelf, 1, new Scope(), array(), Share::None ) )->next_after( $today );
		self::assertSame( '2026-02-28', $next( 'month', '2026-01-31', '2026-01-31' ) );
		self::assertSame( '2026-04-30', $next( 'quarter', '2026-01-30', '2026-02-01' ) );
		self::assertSame( '2027-01-31', $next( 'year', '2026-01-31', '2026-06-01' ) );
		self::assertSame( '2026-06-30', $next( 'month', '2026-01-30', '2026-06-01' ), 'What was missed is not made up for.' );
		self::assertSame( '2026-06-03', $next( 'cycle', '2026-06-01', '2026-06-02', 2 ) );
	}
}
