<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * One JSON schema file of Rest/Schema: the one place that says what a shape is. WordPress's argument lists, the schema on
 * OPTIONS, the OpenAPI document and the TypeScript types are all made from it.
 */
final class SchemaFile {

	private const FOLDER = __DIR__ . '/Schema/';

	/** @var array<string, array<string, mixed>> By name. */
	private static array $read = array();

	/**
	 * The schema with every reference to another file filled in, as WordPress wants it.
	 *
	 * @param string $name File name without ".json".
	 * @return array<string, mixed>
	 */
	public static function load( string $name ): array {
		return self::$read[ $name ] ??= self::object( self::resolve( self::raw( $name ) ) );
	}

	/**
	 * The file as it is written.
	 *
	 * @return array<string, mixed>
	 */
	public static function raw( string $name ): array {
		$text = file_get_contents( self::FOLDER . $name . '.json' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of our own.
		return self::object( json_decode( false === $text ? '' : $text, true, 64, JSON_THROW_ON_ERROR ) );
	}

	/**
	 * @return list<string>
	 */
	public static function names(): array {
		$files = glob( self::FOLDER . '*.json' );
		return array_map( static fn( string $file ): string => basename( $file, '.json' ), false === $files ? array() : $files );
	}

	/**
	 * For register_rest_route(). WordPress's own validation is left out: it casts loosely, and names only the outermost
	 * field. SchemaCheck does it, from the same file.
	 *
	 * @param string $method 'POST' where missing fields are an error.
	 * @return array<string, array<string, mixed>>
	 */
	public static function arguments( string $name, string $method ): array {
		$arguments = array();
		foreach ( rest_get_endpoint_args_for_schema( self::load( $name ), 'GET' === $method ? \WP_REST_Server::READABLE : \WP_REST_Server::CREATABLE ) as $field => $argument ) {
			unset( $argument['validate_callback'] );
			$argument['sanitize_callback'] = null;
			$arguments[ (string) $field ]  = $argument;
		}
		return $arguments;
	}

	/**
	 * @param array<mixed> $schema
	 * @return array<mixed>
	 */
	private static function resolve( array $schema ): array {
		if ( isset( $schema['$ref'] ) && is_string( $schema['$ref'] ) ) {
			$own = $schema;
			unset( $own['$ref'] );
			$schema = array_merge( self::load( basename( $schema['$ref'], '.json' ) ), $own );
		}
		return array_map( static fn( mixed $part ): mixed => is_array( $part ) ? self::resolve( $part ) : $part, $schema );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function object( mixed $value ): array {
		$object = array();
		foreach ( is_array( $value ) ? $value : array() as $key => $part ) {
			$object[ (string) $key ] = $part;
		}
		return $object;
	}
}
