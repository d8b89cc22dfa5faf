<?php
/**
 * What we use of WP-CLI: for PHPStan to know, and for tests to listen to.
 *
 * @package WooInventoryGuard
 */

namespace {
	// phpcs:disable Generic.Files.OneObjectStructurePerFile, Generic.NamingConventions
	if ( ! class_exists( 'WP_CLI' ) ) {
		/**
		 * Keeps what was said.
		 */
		class WP_CLI {

			/** @var array<string, callable> */
			public static array $commands = array();

			/** @var list<string> */
			public static array $said = array();

			/**
			 * @param array<string, mixed> $args
			 */
			public static function add_command( string $name, callable $command, array $args = array() ): bool {
				self::$commands[ $name ] = $command;
				return array() !== $args;
			}

			public static function log( string $text ): void {
				self::$said[] = $text;
			}

			public static function success( string $text ): void {
				self::$said[] = 'Success: ' . $text;
			}

			/**
			 * The real one ends the process with status 1.
			 */
			public static function error( string $text ): void {
				self::$said[] = 'Error: ' . $text;
			}
		}
	}
}

namespace WP_CLI\Utils {
	if ( ! function_exists( 'WP_CLI\Utils\format_items' ) ) {
		/**
		 * @param list<array<string, mixed>> $items
		 * @param list<string>               $fields
		 */
		function format_items( string $format, array $items, array $fields ): void {
			foreach ( $items as $item ) {
				\WP_CLI::log( $format . ': ' . implode( ' ', array_map( static fn ( string $field ): string => (string) $item[ $field ], $fields ) ) );
			}
		}
	}
}
