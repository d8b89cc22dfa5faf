<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The schema files in the words of OpenAPI 3.1.
 */
final class OpenApiSchemas {

	/**
	 * @return array<string, array<mixed>>
	 */
	public static function all(): array {
		$schemas = array();
		foreach ( SchemaFile::names() as $name ) {
			if ( ! str_ends_with( $name, '-query' ) ) {
				$schemas[ self::title( $name ) ] = self::convert( SchemaFile::raw( $name ) );
			}
		}
		return $schemas;
	}

	/**
	 * @return array{'$ref': string}
	 */
	public static function ref( string $name ): array {
		return array( '$ref' => '#/components/schemas/' . self::title( $name ) );
	}

	private static function title( string $name ): string {
		$title = SchemaFile::raw( $name )['title'] ?? $name;
		return is_string( $title ) ? $title : $name;
	}

	/**
	 * From WordPress's dialect (draft 4 with `required` at each property) to JSON Schema 2020-12.
	 *
	 * @param array<mixed> $schema
	 * @return array<mixed>
	 */
	public static function convert( array $schema ): array {
		if ( isset( $schema['$ref'] ) && is_string( $schema['$ref'] ) ) {
			$schema = self::ref( basename( $schema['$ref'], '.json' ) ) + array_diff_key( $schema, array( '$ref' => 1 ) );
		}
		$properties = is_array( $schema['properties'] ?? null ) ? $schema['properties'] : null;
		if ( null !== $properties ) {
			$required = array_keys( array_filter( $properties, static fn( mixed $property ): bool => is_array( $property ) && true === ( $property['required'] ?? false ) ) );
			$schema   = array_merge( $schema, array( 'required' => is_array( $schema['required'] ?? null ) ? $schema['required'] : $required ) );
			// An empty list in PHP would be [] in JSON, where an object belongs.
			$schema['properties'] = array() === $properties ? new \stdClass() : array_map( static fn( mixed $property ): array => self::convert( (array) $property ), $properties );
			if ( array() === $schema['required'] ) {
				unset( $schema['required'] );
			}
		} elseif ( is_bool( $schema['required'] ?? null ) ) {
			unset( $schema['required'] );
		}
		foreach ( array( 'items', 'additionalProperties' ) as $keyword ) {
			if ( is_array( $schema[ $keyword ] ?? null ) ) {
				$schema[ $keyword ] = self::convert( $schema[ $keyword ] );
			}
		}
		if ( true === ( $schema['exclusiveMinimum'] ?? false ) ) {
			$schema['exclusiveMinimum'] = $schema['minimum'] ?? 0;
			unset( $schema['minimum'] );
		}
		return $schema;
	}
}
