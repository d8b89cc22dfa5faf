<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Platform;

use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/**
 * A folder of tests that no suite names is a folder of tests that never runs.
 */
#[CoversNothing]
final class SuitesTest extends TestCase {

	private const NO_TESTS_OF_PHPUNIT = array( 'Architecture', 'Support' );

	public function test_every_folder_of_tests_is_in_a_suite(): void {
		$named  = array();
		$config = simplexml_load_file( dirname( __DIR__, 3 ) . '/phpunit.xml.dist' );
		foreach ( false === $config ? array() : $config->xpath( '//testsuite/directory' ) ?? array() as $directory ) {
			$named[] = basename( (string) $directory );
		}
		$there = array_map( 'basename', (array) glob( dirname( __DIR__ ) . '/*', GLOB_ONLYDIR ) );
		sort( $named );
		self::assertSame( array_values( array_diff( $there, self::NO_TESTS_OF_PHPUNIT ) ), $named );
	}
}
