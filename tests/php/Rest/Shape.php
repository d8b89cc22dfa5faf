<?php
/**
 * Says whether an answer has exactly the shape that its schema file promises.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Rest\SchemaFile;

/**
 * Stricter than WordPress's own validator, which takes "5" for a number: a program that reads JSON does not.
 */
final class Shape {

	/**
	 * @param mixed  $answer What JSON was decoded to, objects as stdClass.
	 * @param string $name   Schema file.
	 * @return list<string> What is wrong; empty when nothing is.
	 */
	public static function problems( mixed $answer, string $name ): array {
		return self::check( $answer, SchemaFile::load( $name ), $name );
	}

	/**
	 * @param array<mixed> $schema
	 * @return list<string>
	 */
	private static function check( mixed $value, array $schema, string $path ): array {
		$type = self::type( $value );
		$may  = (array) ( $schema['type'] ?? array() );
		if ( ! in_array( $type, $may, true ) && ! ( 'integer' === $type && in_array( 'number', $may, true ) ) ) {
			return array( "$path is $type, not " . implode( ' or ', $may ) );
		}
		$problems = array();
		if ( isset( $schema['enum'] ) && ! in_array( $value, $schema['enum'], true ) ) {
			$problems[] = "$path is not one of its words";
		}
		if ( is_string( $value ) && isset( $schema['pattern'] ) && 1 !== preg_match( '#' . $schema['pattern'] . '#D', $value ) ) {
			$problems[] = "$path does not match its pattern";
		}
		if ( is_string( $value ) && 'date-time' === ( $schema['format'] ?? '' ) && 1 !== preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/D', $value ) ) {
			$problems[] = "$path is no RFC 3339 time in UTC";
		}
		if ( is_array( $value ) ) {
			foreach ( $value as $index => $entry ) {
				array_push( $problems, ...self::check( $entry, $schema['items'] ?? array(), $path . "[$index]" ) );
			}
		}
		return $value instanceof \stdClass ? array_merge( $problems, self::check_object( $value, $schema, $path ) ) : $problems;
	}

	/**
	 * @param array<mixed> $schema
	 * @return list<string>
	 */
	private static function check_object( \stdClass $value, array $schema, string $path ): array {
		$problems = array();
		foreach ( $schema['required'] ?? array() as $name ) {
			if ( ! property_exists( $value, $name ) ) {
				$problems[] = "$path.$name is missing";
			}
		}
		foreach ( get_object_vars( $value ) as $name => $part ) {
			$property = $schema['properties'][ $name ] ?? $schema['additionalProperties'] ?? true;
			if ( false === $property ) {
				$problems[] = "$path.$name is not in the schema";
			} elseif ( is_array( $property ) ) {
				array_push( $problems, ...self::check( $part, $property, "$path.$name" ) );
			}
		}
		return $problems;
	}

	private static function type( mixed $value ): string {
		return match ( true ) {
			null === $value              => 'null',
			is_bool( $value )            => 'boolean',
			is_int( $value )             => 'integer',
			is_float( $value )           => 'number',
			is_string( $value )          => 'string',
			is_array( $value )           => 'array',
			default                      => 'object',
		};
	}
}
