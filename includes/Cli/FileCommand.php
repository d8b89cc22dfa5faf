<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Import\File\BadFile;
use WooInventoryGuard\Import\File\Csv;
use WooInventoryGuard\Import\File\FileIn;
use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\NotReady;
use WooInventoryGuard\Import\Runner;
use WooInventoryGuard\Import\File\TextFile;

/**
 * `wp inventory-guard import FILE --mapping=NAME`: brings a CSV file in, whatever its size.
 */
final class FileCommand {

	public function __construct( private readonly FileIn $files, private readonly Imports $imports, private readonly Runner $runner ) {}

	/**
	 * @param array<mixed> $options What stood behind the file: mapping, decimal, encoding, skip-problems.
	 */
	public function run( string $file, array $options ): void {
		$text = static fn( string $name, string $else ): string => is_string( $options[ $name ] ?? null ) ? $options[ $name ] : $else;
		$copy = null;
		try {
			$copy     = TextFile::temporary();
			$encoding = $text( 'encoding', '' );
			$mapping  = $this->files->mapping( $text( 'mapping', '' ) );
			TextFile::copy( $file, $copy, in_array( $encoding, TextFile::ENCODINGS, true ) ? $encoding : null, PHP_INT_MAX );
			$csv    = Csv::open( $copy, $mapping, ',' === $text( 'decimal', '.' ) ? ',' : '.' );
			$import = $this->files->begin( basename( $file ), $mapping, get_current_user_id(), wp_generate_uuid4() );
			$number = 2;
			while ( ! $this->files->read( $import, $csv, $number ) ) {
				/* translators: %s: a number */
				\WP_CLI::log( sprintf( __( '%s rows read', 'woo-inventory-guard' ), number_format_i18n( $number - 2 ) ) );
			}
			$this->work( $import );
			$this->imports->apply( $import->id, isset( $options['skip-problems'] ) );
			$this->work( $import );
			$rows = $this->imports->get( $import->id )->rows;
			/* translators: 1: number of an import, 2 to 5: numbers of rows */
			\WP_CLI::success( sprintf( __( 'Import %1$s: %2$s rows written, %3$s were so already, %4$s have problems, %5$s conflicts.', 'woo-inventory-guard' ), (string) $import->id, number_format_i18n( $rows['applied'] ), number_format_i18n( $rows['same_rows'] ), number_format_i18n( $rows['problem_rows'] ), number_format_i18n( $rows['conflict_rows'] ) ) );
		} catch ( NotReady $not ) {
			/* translators: 1: number of an import, 2: number of rows */
			\WP_CLI::error( sprintf( __( 'Import %1$s: %2$s rows have problems; nothing was written. Correct them, or add --skip-problems.', 'woo-inventory-guard' ), (string) $not->import->id, number_format_i18n( $not->import->rows['problem_rows'] ) ) );
		} catch ( BadFile $bad ) {
			/* translators: %s: a code such as wig_feed_encoding, and what it is about */
			\WP_CLI::error( sprintf( __( 'This file cannot be read: %s. Nothing was written.', 'woo-inventory-guard' ), $bad->getMessage() ) );
		} finally {
			if ( null !== $copy ) {
				wp_delete_file( $copy );
			}
		}
	}

	private function work( Import $import ): void {
		while ( ! $this->runner->work( $import->id, 5.0 ) ) {
			$rows = $this->imports->get( $import->id )->rows;
			/* translators: 1: number of rows, 2: number of rows */
			\WP_CLI::log( sprintf( __( '%1$s rows checked, %2$s written', 'woo-inventory-guard' ), number_format_i18n( $rows['checked'] ), number_format_i18n( $rows['applied'] ) ) );
		}
	}
}
