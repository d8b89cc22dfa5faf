<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

/**
 * A CSV file (RFC 4180) of a report for the time of one mail: among the server's temporary files, never where the web
 * reads, under a name that nobody can guess, and gone as soon as the mail is handed over.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- A stream, and WP_Filesystem could ask for a password.
 */
final class MailFile {

	private const PREFIX = 'wig-report-';

	/** Bytes above which it is packed; a mail holds all that is attached in memory, some times over. */
	private const PACK = 1_000_000;

	/** Bytes above which it stays at home: many servers take no larger mail. */
	private const MOST = 7_000_000;

	/** Seconds after which nobody is writing it any more. */
	private const OLD = 86_400;

	/** What a spreadsheet takes for the beginning of a formula: as in src/shared/table-file/csv.ts (OWASP, "CSV Injection"). */
	private const FORMULA = '/\A[\s\'"]*[=+\-@\t\r\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]/u';
	private const NUMBER  = '/\A-?\d+(\.\d+)?\z/';

	/**
	 * @param array<string, string>          $columns Heading by column.
	 * @param iterable<array<string, mixed>> $rows
	 * @param string                         $name    What it is called in the mail, without its ending.
	 * @param \Closure(array<string, string>, int): void $use Gets the file by name, and its rows. None where it is too large.
	 * @return bool Whether there was a place for it; where not, nothing was used.
	 */
	public static function with( array $columns, iterable $rows, string $name, \Closure $use ): bool {
		$path   = self::new_path();
		$handle = null === $path ? false : fopen( $path, 'xb' );
		if ( null === $path || false === $handle ) {
			return false;
		}
		try {
			chmod( $path, 0600 );
			$count = self::write( $handle, $columns, $rows );
			fclose( $handle );
			if ( null !== $count ) {
				$use( self::fit( $path, $name ), $count );
			}
			return null !== $count;
		} finally {
			foreach ( array( $path, $path . '.zip' ) as $file ) {
				if ( is_file( $file ) ) {
					unlink( $file );
				}
			}
		}
	}

	/**
	 * Takes away what a runner left that was killed.
	 */
	public static function tidy( int $now ): void {
		$found = glob( get_temp_dir() . self::PREFIX . '*' );
		foreach ( false === $found ? array() : $found as $path ) {
			if ( is_file( $path ) && filemtime( $path ) < $now - self::OLD ) {
				unlink( $path );
			}
		}
	}

	/**
	 * @return string|null NULL where the server has no place of its own outside the website.
	 */
	private static function new_path(): ?string {
		$folder = realpath( get_temp_dir() );
		foreach ( array( 'ABSPATH', 'WP_CONTENT_DIR' ) as $web ) {
			if ( false === $folder || str_starts_with( $folder . '/', rtrim( (string) realpath( strval( constant( $web ) ) ), '/' ) . '/' ) ) {
				return null;
			}
		}
		return get_temp_dir() . self::PREFIX . bin2hex( random_bytes( 12 ) ) . '.csv';
	}

	/**
	 * @param resource                       $handle
	 * @param array<string, string>          $columns
	 * @param iterable<array<string, mixed>> $rows
	 * @return int|null How many; NULL where the disk is full.
	 */
	private static function write( $handle, array $columns, iterable $rows ): ?int {
		// Excel takes a file without this mark for one in the letters of its own country.
		$whole = false !== fwrite( $handle, "\u{feff}" . self::line( $columns ) );
		$count = 0;
		foreach ( $rows as $row ) {
			$line  = self::line( array_map( static fn( string $column ): mixed => $row[ $column ] ?? '', array_keys( $columns ) ) );
			$whole = $whole && fwrite( $handle, $line ) === strlen( $line );
			++$count;
		}
		return $whole ? $count : null;
	}

	/**
	 * @param array<mixed> $cells
	 */
	public static function line( array $cells ): string {
		return implode( ',', array_map( self::cell( ... ), $cells ) ) . "\r\n";
	}

	private static function cell( mixed $cell ): string {
		$text = is_scalar( $cell ) || $cell instanceof \Stringable ? (string) $cell : '';
		// What is no UTF-8 cannot be looked into, so it gets the apostrophe too.
		$safe = 0 !== preg_match( self::FORMULA, $text ) && 1 !== preg_match( self::NUMBER, $text ) ? "'" . $text : $text;
		return 1 === preg_match( '/[",\r\n]/', $safe ) || trim( $safe ) !== $safe ? '"' . str_replace( '"', '""', $safe ) . '"' : $safe;
	}

	/**
	 * @return array<string, string> The file by the name that it has in the mail; packed where it is large.
	 */
	private static function fit( string $path, string $name ): array {
		if ( (int) filesize( $path ) > self::PACK && class_exists( \ZipArchive::class ) ) {
			$zip = new \ZipArchive();
			if ( true === $zip->open( $path . '.zip', \ZipArchive::CREATE | \ZipArchive::EXCL ) && $zip->addFile( $path, $name . '.csv' ) && $zip->close() ) {
				$path .= '.zip';
			}
		}
		return (int) filesize( $path ) > self::MOST ? array() : array( $name . ( str_ends_with( $path, '.zip' ) ? '.zip' : '.csv' ) => $path );
	}
}
