<?php
/**
 * One process of a Crew: loads the site, waits for the start, runs a static method, prints what it returned.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

require_once dirname( __DIR__, 3 ) . '/vendor/autoload.php';

// An argument, because standard output carries the answer and nothing else.
ini_set( 'display_errors', 'stderr' );

list( $crew_class, $crew_method, $crew_arguments ) = json_decode( (string) fgets( STDIN ), true, 512, JSON_THROW_ON_ERROR );

require_once __DIR__ . '/load-wordpress.php';

ini_set( 'display_errors', 'stderr' );
set_error_handler(
	static function ( int $level, string $message, string $file, int $line ): bool {
		if ( 0 === ( error_reporting() & $level ) ) {
			return false;
		}
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

echo "ready\n";
fgets( STDIN );
echo json_encode( $crew_class::$crew_method( ...$crew_arguments ), JSON_THROW_ON_ERROR );
