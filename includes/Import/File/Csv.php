<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

use WooInventoryGuard\Import\Checking\Fields;

/**
 * Reads a CSV file in UTF-8 line by line, from any place in it, as rows of fields.
 */
final class Csv {

	private const MOST_COLUMNS = 1_000;

	/** Bytes of one line. */
	private const LONGEST = 1_048_576;

	private const SEPARATORS = array( ',', ';', "\t", '|' );

	/** @var array<int, string> Field by place of the column. */
	private array $fields = array();

	private string $separator = ',';

	/**
	 * @param resource              $handle
	 * @param array<string, string> $columns Field by heading; '' is not read.
	 * @param string                $decimal '.' or ','.
	 */
	private function __construct( private $handle, array $columns, private readonly string $decimal ) {
		$first           = (string) fgets( $handle, self::LONGEST );
		$this->separator = self::separator( $first );
		rewind( $handle );
		$headings = $this->line() ?? throw new BadFile( BadFile::EMPTY );
		foreach ( $headings as $place => $heading ) {
			$field = $columns[ trim( $heading ) ] ?? '';
			if ( '' !== $field && ! in_array( $field, $this->fields, true ) ) {
				$this->fields[ $place ] = $field;
			}
		}
		if ( array() === array_intersect( array( 'sku', 'item_id', 'product_id', 'barcode' ), $this->fields ) ) {
			throw new BadFile( BadFile::NO_HEADINGS, implode( ', ', array_slice( $headings, 0, 20 ) ) );
		}
	}

	/**
	 * @param array<mixed> $mapping See Mappings: columns with heading and field.
	 * @throws BadFile
	 */
	public static function open( string $path, array $mapping, string $decimal = '.' ): self {
		$handle = is_file( $path ) ? fopen( $path, 'rb' ) : false; // phpcs:ignore WordPress.WP.AlternativeFunctions -- A stream.
		if ( false === $handle ) {
			throw new BadFile( BadFile::UNREADABLE );
		}
		$columns = array();
		foreach ( is_array( $mapping['columns'] ?? null ) ? $mapping['columns'] : array() as $column ) {
			if ( is_array( $column ) && is_string( $column['heading'] ?? null ) && is_string( $column['field'] ?? null ) ) {
				$columns[ trim( $column['heading'] ) ] = $column['field'];
			}
		}
		return new self( $handle, $columns, $decimal );
	}

	/**
	 * Where to go on reading.
	 */
	public function place(): int {
		return (int) ftell( $this->handle );
	}

	public function go_to( int $place ): void {
		if ( 0 < $place ) {
			fseek( $this->handle, $place );
		}
	}

	/**
	 * @param int $number Of the first row; the one under the headings is 2.
	 * @return array<int, array<string, string>> Fields by number of the row; none at the end of the file. A row without
	 *         anything in it is counted, and left out.
	 * @throws BadFile
	 */
	public function rows( int &$number, int $limit ): array {
		$rows = array();
		for ( $read = 0; $read < $limit; ) {
			$cells = $this->line();
			if ( null === $cells ) {
				break;
			}
			$row = array();
			foreach ( $this->fields as $place => $field ) {
				$value = $this->clean( $field, $cells[ $place ] ?? '' );
				if ( '' !== $value ) {
					$row[ $field ] = $value;
				}
			}
			if ( array() !== $row ) {
				$rows[ $number ] = $row;
				++$read;
			}
			++$number;
		}
		return $rows;
	}

	/**
	 * Without a sign that spreadsheets take for the beginning of a formula, which careful programs have quoted; numbers as
	 * plain decimals.
	 */
	private function clean( string $field, string $cell ): string {
		$text = trim( (string) preg_replace( "/\\A'(?=[=+\\-@])/", '', trim( $cell ) ) );
		if ( in_array( $field, array( 'on_hand', 'delta', 'counted', ...Fields::QUANTITIES ), true ) ) {
			$thousands = ',' === $this->decimal ? '.' : ',';
			$grouped   = '/\A[+-]?\d{1,3}(?:' . preg_quote( $thousands, '/' ) . '\d{3})+(?:' . preg_quote( $this->decimal, '/' ) . '\d+)?\z/';
			$text      = 1 === preg_match( $grouped, $text ) ? str_replace( $thousands, '', $text ) : $text;
			$text      = ltrim( ',' === $this->decimal ? str_replace( ',', '.', $text ) : $text, '+' );
			// "12.50000": what says nothing is left away.
			$text = 1 === preg_match( '/\A-?\d+\.\d*?0+\z/', $text ) ? rtrim( rtrim( $text, '0' ), '.' ) : $text;
		}
		return mb_substr( $text, 0, 10_000 );
	}

	/**
	 * @return list<string>|null NULL at the end.
	 * @throws BadFile
	 */
	private function line(): ?array {
		do {
			$before = ftell( $this->handle );
			$cells  = fgetcsv( $this->handle, self::LONGEST, $this->separator, '"', '' );
			if ( false === $cells ) {
				return null;
			}
			if ( (int) ftell( $this->handle ) - (int) $before >= self::LONGEST || count( $cells ) > self::MOST_COLUMNS ) {
				throw new BadFile( BadFile::COLUMNS );
			}
		} while ( 0 === $before && array( null ) === $cells );
		return array_map( 'strval', $cells );
	}

	/**
	 * What stands most often outside quotes in the first line.
	 */
	private static function separator( string $line ): string {
		$plain = (string) preg_replace( '/"[^"]*"/', '', $line );
		$found = array_map( static fn( string $sign ): int => substr_count( $plain, $sign ), self::SEPARATORS );
		return self::SEPARATORS[ (int) array_search( max( $found ), $found, true ) ];
	}

	public function __destruct() {
		fclose( $this->handle ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- See open().
	}
}
