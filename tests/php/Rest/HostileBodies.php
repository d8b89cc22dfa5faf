<?php
/**
 * Makes bodies that no route may accept.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

use WooInventoryGuard\Rest\SchemaFile;

/**
 * Takes a body that would be accepted, and spoils one thing in it: chosen at random, the same for the same seed.
 */
final class HostileBodies {

	private const SQL = array( "'; DROP TABLE wp_wig_levels; --", '1 OR 1=1', "\\' UNION SELECT user_pass FROM wp_users -- ", '%s %d %i', "x'||pg_sleep(9)--" );

	private const HTML = array( '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</script><svg/onload=alert(1)>', '<!-- -->', '"><a href=javascript:1>' );

	/** JSON that PHP cannot say: written into the text afterwards. */
	private const RAW = array( '1e309', '-1e309', '1E400', '123456789012345678901234567890', '0.12345', '1e-7', '-0.00001' );

	/** What is no JSON at all. */
	private const BROKEN = array( '{"lines":', '{"delta":NaN}', '{"delta":Infinity}', "{'delta':1}", '{"delta":1,}', "\xEF\xBB\xBF{}", "{\"note\":\"\xFF\xFE\"}", '{"delta":01}', '<xml/>', '{"a":1}{"b":2}', 'delta=1', "\0" );

	private int $seed;

	public function __construct( int $seed ) {
		$this->seed = $seed;
		mt_srand( $seed );
	}

	public function seed(): int {
		return $this->seed;
	}

	/**
	 * @param array<string, mixed> $valid  A body that would be accepted.
	 * @param string               $schema Its schema file.
	 * @return array{body: string, field: string|null} The text to send, and the field that must be named (null: any, or none where it is no JSON).
	 */
	public function spoil( array $valid, string $schema ): array {
		$rules = SchemaFile::load( $schema );
		return match ( $this->below( 12 ) ) {
			0       => array( 'body' => $this->one_of( self::BROKEN ), 'field' => null ),
			1       => array( 'body' => $this->one_of( array( '"text"', '42', '-1.5', 'true', '[1,2]', '["delta"]', '[[[]]]', '[{"delta":1}]' ) ), 'field' => null ),
			2       => array( 'body' => str_repeat( '{"a":', 600 ) . '1' . str_repeat( '}', 600 ), 'field' => null ),
			3       => $this->with_unknown( $valid, $rules ),
			4       => $this->all_strings( $valid, $rules, self::SQL ),
			5       => $this->all_strings( $valid, $rules, self::HTML ),
			default => $this->with_wrong_value( $valid, $rules, '' ),
		};
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $choices
	 * @return T
	 */
	public function one_of( array $choices ): mixed {
		return $choices[ $this->below( count( $choices ) ) ];
	}

	public function below( int $limit ): int {
		return mt_rand( 0, $limit - 1 );
	}

	/**
	 * @param array<string, mixed> $valid
	 * @param array<string, mixed> $rules
	 * @return array{body: string, field: string|null}
	 */
	private function with_unknown( array $valid, array $rules ): array {
		$name  = $this->one_of( array( '__proto__', 'id', 'constructor', "'; DROP TABLE x; --", '<script>', str_repeat( 'k', 5000 ), '7', '_method', 'actor', 'balance_after', 'version ' ) );
		$value = $this->one_of( array( null, 1, 'x', array(), self::deep( 400 ) ) );
		$where = array_values( array_filter( array_keys( $rules['properties'] ?? array() ), static fn ( string $key ): bool => is_array( $valid[ $key ] ?? null ) && ! array_is_list( $valid[ $key ] ) ) );
		if ( array() !== $where && 0 === $this->below( 2 ) ) {
			$place                    = $this->one_of( $where );
			$name                     = isset( $valid[ $place ][ $name ] ) ? 'unasked' : $name;
			$valid[ $place ][ $name ] = $value;
			return $this->text( $valid, $place );
		}
		$valid[ $name ] = $value;
		return $this->text( $valid, mb_substr( $name, 0, 100 ) );
	}

	/**
	 * Every string of the body is an attack at once; an enum or a slug among them always gives it away.
	 *
	 * @param array<string, mixed> $valid
	 * @param array<string, mixed> $rules
	 * @param non-empty-list<string> $attacks
	 * @return array{body: string, field: string|null}
	 */
	private function all_strings( array $valid, array $rules, array $attacks ): array {
		$strings = 0;
		array_walk_recursive(
			$valid,
			function ( mixed &$value ) use ( $attacks, &$strings ): void {
				if ( is_string( $value ) ) {
					$value = $this->one_of( $attacks );
					++$strings;
				}
			}
		);
		return 0 === $strings ? $this->with_wrong_value( $valid, $rules, '' ) : $this->text( $valid, null );
	}

	/**
	 * @param array<string, mixed> $valid
	 * @param array<string, mixed> $rules
	 * @return array{body: string, field: string|null}
	 */
	private function with_wrong_value( array $valid, array $rules, string $path ): array {
		$field = '';
		$body  = $this->spoil_object( $valid, $rules, $path, $field );
		return $this->text( $body, $field );
	}

	/**
	 * @param array<string, mixed> $object
	 * @param array<string, mixed> $rules
	 * @return array<string, mixed>
	 */
	private function spoil_object( array $object, array $rules, string $path, string &$field ): array {
		$properties = $rules['properties'] ?? array();
		if ( array() === $properties ) {
			$field          = 'unasked';
			$object[$field] = $this->one_of( array( 1, 'x', null ) );
			return $object;
		}
		$name   = (string) $this->one_of( array_keys( $properties ) );
		$field  = '' === $path ? $name : "$path.$name";
		$schema = $properties[ $name ];
		if ( true === ( $schema['required'] ?? false ) && 0 === $this->below( 6 ) ) {
			unset( $object[ $name ] );
			return $object;
		}
		$inner = $object[ $name ] ?? null;
		if ( 'object' === $schema['type'] && is_array( $inner ) && 0 !== $this->below( 3 ) ) {
			$object[ $name ] = $this->spoil_object( $inner, $schema, $field, $field );
			return $object;
		}
		if ( 'array' === $schema['type'] && is_array( $inner ) && is_array( $inner[0] ?? null ) && 0 !== $this->below( 3 ) ) {
			$index           = $this->below( count( $inner ) );
			$field          .= "[$index]";
			$inner[ $index ] = is_array( $inner[ $index ] ) ? $this->spoil_object( $inner[ $index ], $schema['items'], $field, $field ) : $this->wrong( $schema['items'] );
			$object[ $name ] = $inner;
			return $object;
		}
		$object[ $name ] = $this->wrong( $schema );
		return $object;
	}

	/**
	 * A value that this schema does not allow.
	 *
	 * @param array<string, mixed> $schema
	 */
	private function wrong( array $schema ): mixed {
		$types  = (array) $schema['type'];
		$choice = array( self::deep( 300 ), array( array() ), array( 1 ), true, new \stdClass() );
		if ( ! in_array( 'null', $types, true ) ) {
			$choice[] = null;
		}
		if ( 'quantity' === ( $schema['format'] ?? '' ) ) {
			array_push( $choice, 'NaN', 'INF', '1e3', '0x1F', '1,5', '', ' 1', '1.00001', '1e309', '100000000000', '--1', '٣', ...self::SQL, ...self::HTML, ...array_map( self::raw( ... ), self::RAW ) );
			if ( isset( $schema['minimum'] ) ) {
				array_push( $choice, -1, '-0.5', -1000000 );
			}
			if ( true === ( $schema['exclusiveMinimum'] ?? false ) ) {
				array_push( $choice, 0, '0', '0.0000', '-0' );
			}
			return $this->one_of( $choice );
		}
		if ( in_array( 'boolean', $types, true ) ) {
			return $this->one_of( array( 0, 1, 'true', 'no', null, array(), '' ) );
		}
		if ( in_array( 'array', $types, true ) && 'object' !== ( $schema['items']['type'] ?? '' ) ) {
			return $this->one_of( array( null, 1, 'x', new \stdClass(), array( null ), array( array() ), array( 1.5 ), array_fill( 0, ( $schema['maxItems'] ?? 0 ) + 1, 1 ), true ) );
		}
		if ( in_array( 'array', $types, true ) ) {
			return $this->one_of( array( null, 1, 'x', new \stdClass(), array( null ), array( 'x' ), array( array() ), array( array( 'item_id' => array() ) ), array_fill( 0, 501, 1 ), true ) );
		}
		if ( in_array( 'object', $types, true ) ) {
			$needs = array_filter( $schema['properties'] ?? array(), static fn ( array $property ): bool => $property['required'] ?? false );
			return $this->one_of( array( null, 1, 'order', array(), array( 1 ), true, array() === $needs ? false : new \stdClass() ) );
		}
		if ( in_array( 'string', $types, true ) ) {
			array_push( $choice, false, 1.5, self::raw( '1e309' ), str_repeat( 'x', 1001 ), ...self::HTML );
			if ( isset( $schema['enum'] ) || isset( $schema['pattern'] ) && ! in_array( 'integer', $types, true ) ) {
				array_push( $choice, ...( in_array( '', $schema['enum'] ?? array(), true ) ? array() : array( '' ) ), ...array( 'ÄÖ', "a\0b" ), ...self::SQL );
			}
			if ( isset( $schema['minLength'] ) ) {
				array_push( $choice, '', '   ' );
			}
			if ( 'text-field' === ( $schema['format'] ?? '' ) ) {
				array_push( $choice, "line\nline", "nul\0", "\x1b[31m" );
			}
			return $this->one_of( $choice );
		}
		array_push( $choice, 'abc', '', 1.5, '1.5', '1e2', '0x10', false, self::raw( '1e309' ), self::raw( '99999999999999999999' ), ...self::SQL, ...self::HTML );
		if ( ( $schema['minimum'] ?? 0 ) >= 0 ) {
			array_push( $choice, -1, '-1' );
		}
		return $this->one_of( $choice );
	}

	private static function raw( string $json ): string {
		return "@RAW:$json@";
	}

	/**
	 * @return array<mixed>
	 */
	private static function deep( int $levels ): array {
		$value = array();
		for ( $level = 1; $level < $levels; $level++ ) {
			$value = array( $value );
		}
		return $value;
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array{body: string, field: string|null}
	 */
	private function text( array $body, ?string $field ): array {
		$text = (string) json_encode( $body, JSON_PRESERVE_ZERO_FRACTION | JSON_UNESCAPED_UNICODE );
		return array(
			'body'  => (string) preg_replace( '/"@RAW:([^@]*)@"/', '$1', $text ),
			'field' => $field,
		);
	}
}
