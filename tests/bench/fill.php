<?php
/**
 * Fills tables of the plugin in bulk.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

use WooInventoryGuard\Catalog\Listing\TermIndex;

/**
 * Runs a statement that must not fail.
 */
function wig_bench_sql( string $sql ): void {
	global $wpdb;
	if ( false === $wpdb->query( $sql ) ) {
		throw new RuntimeException( $wpdb->last_error );
	}
}

/**
 * @return array<string, string> The table's indexes as SQL, by what drops them; without the one that numbers the rows.
 */
function wig_bench_indexes( string $table ): array {
	global $wpdb;
	$row   = $wpdb->get_row( "SHOW CREATE TABLE `$table`", ARRAY_N );
	$names = str_contains( (string) $row[1], 'AUTO_INCREMENT' ) ? '(?:UNIQUE )?(KEY `\w+`)' : '(?:UNIQUE )?((?:PRIMARY KEY|KEY `\w+`))';
	preg_match_all( "/^  ($names \\(.+\\)),?$/m", (string) $row[1], $found, PREG_SET_ORDER );
	return array_column( $found, 1, 2 );
}

/**
 * Loads a file into a table whose indexes are built afterwards.
 */
function wig_bench_load( string $file, string $table, string $columns ): void {
	$indexes = wig_bench_indexes( $table );
	wig_bench_sql( "ALTER TABLE `$table` " . implode( ', ', array_map( static fn( string $index ): string => "DROP $index", array_keys( $indexes ) ) ) );
	wig_bench_sql( "LOAD DATA INFILE '$file' INTO TABLE `$table` CHARACTER SET utf8mb4 ($columns)" );
	wig_bench_sql( "ALTER TABLE `$table` " . implode( ', ', array_map( static fn( string $index ): string => "ADD $index", $indexes ) ) );
	wig_bench_sql( "ANALYZE TABLE `$table`" );
}

/**
 * What the search knows of items, gathered in files and loaded at once.
 */
final class WigBenchTerms {

	/** @var resource */
	private $terms;

	/** @var resource */
	private $texts;

	public function __construct( private readonly string $dir ) {
		$this->terms = fopen( "$dir/terms", 'w' );
		$this->texts = fopen( "$dir/texts", 'w' );
	}

	/**
	 * @param list<string> $words
	 */
	public function add( int $item, array $words ): void {
		fwrite( $this->terms, implode( "\t$item\n", $words ) . "\t$item\n" );
		fwrite( $this->texts, $item . "\t" . TermIndex::text( $words ) . "\n" );
	}

	public function load(): void {
		global $wpdb;
		fclose( $this->terms );
		fclose( $this->texts );
		wig_bench_load( "{$this->dir}/terms", $wpdb->prefix . 'wig_item_terms', 'term, item_id' );
		wig_bench_load( "{$this->dir}/texts", $wpdb->prefix . 'wig_item_texts', 'item_id, terms' );
		unlink( "{$this->dir}/terms" );
		unlink( "{$this->dir}/texts" );
	}
}
