<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Import;

use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\File\Csv;
use WooInventoryGuard\Import\File\TextFile;

/**
 * Files as Excel, Numbers and Chinese Windows write them; and files that are none.
 */
final class FilesTest extends ImportTestCase {

	private const COLUMNS = array( array( 'heading' => '货号', 'field' => 'sku' ), array( 'heading' => '数量', 'field' => 'on_hand' ), array( 'heading' => '供应商', 'field' => 'supplier' ) );

	/** @var list<string> */
	private array $files = array();

	protected function tearDown(): void {
		array_map( 'unlink', array_filter( $this->files, 'is_file' ) );
		parent::tearDown();
	}

	public function test_every_encoding_says_the_same(): void {
		$text  = "货号\t数量\t供应商\r\nTEA-1\t1,234.50\t'=梅\r\n\t\t\r\nCUP\t-2\t\"茶;\nshop\"\r\n";
		$wants = array( 2 => array( 'sku' => 'TEA-1', 'on_hand' => '1234.5', 'supplier' => '=梅' ), 4 => array( 'sku' => 'CUP', 'on_hand' => '-2', 'supplier' => "茶;\nshop" ) );
		// What tells the two Chinese encodings apart is how often characters of everyday use come.
		$big5 = str_replace( array( '货号', '数量', '供应商' ), array( '貨號', '數量', '供應商' ), $text );
		foreach ( array( 'UTF-8' => $text, 'GB18030' => $text, 'BIG5' => $big5, 'UTF-16LE' => $text, 'UTF-16BE' => $text ) as $encoding => $says ) {
			$bytes = (string) iconv( 'UTF-8', $encoding, $says );
			$marks = array( 'UTF-8' => array( '', "\xEF\xBB\xBF" ), 'UTF-16LE' => array( "\xFF\xFE" ), 'UTF-16BE' => array( "\xFE\xFF" ) )[ $encoding ] ?? array( '' );
			foreach ( $marks as $mark ) {
				$columns = array_map( static fn( array $column ): array => array( 'heading' => strtr( $column['heading'], 'BIG5' === $encoding ? array( '货号' => '貨號', '数量' => '數量', '供应商' => '供應商' ) : array() ) ) + $column, self::COLUMNS );
				self::assertSame( $wants, $this->rows( $mark . $bytes, $columns ), $encoding . bin2hex( $mark ) );
			}
		}
	}

	public function test_a_decimal_comma_and_a_place_in_the_middle(): void {
		$path = $this->file( "货号;数量\nA;1.234,5\nB;3,25\nC;7\n" );
		$csv  = Csv::open( $path, array( 'columns' => self::COLUMNS ), ',' );
		$at   = 2;
		self::assertSame( array( 2 => array( 'sku' => 'A', 'on_hand' => '1234.5' ) ), $csv->rows( $at, 1 ) );
		$again = Csv::open( $path, array( 'columns' => self::COLUMNS ), ',' );
		$again->go_to( $csv->place() );
		self::assertSame( array( 3 => array( 'sku' => 'B', 'on_hand' => '3.25' ), 4 => array( 'sku' => 'C', 'on_hand' => '7' ) ), $again->rows( $at, 9 ) );
		self::assertSame( array(), $again->rows( $at, 9 ) );
	}

	public function test_what_is_no_such_file_is_refused(): void {
		$cases = array(
			BadFile::NOT_TEXT    => "\xFF\xD8\xFF\xE0\0\x10JFIF\0" . str_repeat( "\x93\xA7\0\x11", 4000 ),
			BadFile::EMPTY       => '',
			BadFile::NO_HEADINGS => "a,b\n1,2\n",
			BadFile::COLUMNS     => '货号' . str_repeat( ',x', 100_000 ) . "\n",
			BadFile::ENCODING    => "货号,数量\n" . str_repeat( "A,1\n", 40_000 ) . "\xC3\x28,\xFF\n",
		);
		foreach ( $cases as $why => $bytes ) {
			try {
				$this->rows( $bytes, self::COLUMNS );
				self::fail( "$why: it was read." );
			} catch ( BadFile $bad ) {
				self::assertSame( $why, $bad->why );
			}
		}
		try {
			TextFile::copy( $this->file( str_repeat( 'x', 100 ) ), $this->file( '' ), null, 99 );
			self::fail( 'It is too large.' );
		} catch ( BadFile $bad ) {
			self::assertSame( BadFile::TOO_LARGE, $bad->why );
		}
	}

	/**
	 * @param list<array{heading: string, field: string}> $columns
	 * @return array<int, array<string, string>>
	 */
	private function rows( string $bytes, array $columns ): array {
		$copy = $this->file( '' );
		TextFile::copy( $this->file( $bytes ), $copy, null, 10_000_000 );
		$number = 2;
		return Csv::open( $copy, array( 'columns' => $columns ) )->rows( $number, 100 );
	}

	private function file( string $bytes ): string {
		$path          = TextFile::temporary();
		$this->files[] = $path;
		file_put_contents( $path, $bytes );
		return $path;
	}
}
