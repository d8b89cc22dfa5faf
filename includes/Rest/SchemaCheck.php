<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * Checks what was sent against a schema and hands back clean values: every problem with the exact field, such as
 * "lines[0].quantity", and a sentence that says what to do.
 *
 * It walks the schema, not the value, so what was sent can be as deep as it likes. JSON is taken at its word (true is
 * not 1, "1" is no boolean); a form or a query string, which knows only text, is read more kindly.
 */
final class SchemaCheck {

	/** More than this helps nobody. */
	private const MOST_PROBLEMS = 20;

	/** @var array<string, string> */
	private array $problems = array();

	private readonly FieldCheck $fields;

	private function __construct( private readonly bool $text_only ) {
		$this->fields = new FieldCheck( $text_only );
	}

	/**
	 * @param array<mixed>         $values    What was sent.
	 * @param array<string, mixed> $schema    Of an object.
	 * @param bool                 $text_only Whether it came as a form or query string.
	 * @param bool                 $closed    Whether a property that the schema does not know is an error.
	 * @return array<string, mixed> Only fields that the schema knows; quantities as Quantity, times as DateTimeImmutable.
	 * @throws InvalidInput
	 */
	public static function values( array $values, array $schema, bool $text_only, bool $closed ): array {
		$check = new self( $text_only );
		$clean = $check->object( $values, $schema, '', $closed );
		if ( array() !== $check->problems ) {
			throw new InvalidInput( $check->problems );
		}
		return $clean;
	}

	/**
	 * @param array<mixed> $values
	 * @param array<mixed> $schema
	 * @return array<string, mixed>
	 */
	private function object( array $values, array $schema, string $path, bool $closed ): array {
		$properties = is_array( $schema['properties'] ?? null ) ? $schema['properties'] : array();
		if ( $closed ) {
			$this->refuse_unknown( array_diff_key( $values, $properties ), $path );
		}
		$clean = array();
		foreach ( $properties as $name => $property ) {
			$field = '' === $path ? (string) $name : $path . '.' . $name;
			if ( ! is_array( $property ) ) {
				continue;
			}
			if ( array_key_exists( $name, $values ) ) {
				$clean[ (string) $name ] = $this->value( $values[ $name ], $property, $field );
			} elseif ( true === ( $property['required'] ?? false ) ) {
				/* translators: %s: name of a field, such as lines[0].quantity */
				$this->problem( $field, sprintf( __( '%s is missing.', 'woo-inventory-guard' ), $field ) );
			} elseif ( array_key_exists( 'default', $property ) ) {
				$clean[ (string) $name ] = $property['default'];
			}
		}
		if ( array() === $values && isset( $schema['minProperties'] ) ) {
			$names = implode( ', ', array_keys( $properties ) );
			/* translators: %s: names of fields, with commas between */
			$this->problem( '' === $path ? 'body' : $path, sprintf( __( 'Send at least one of these fields: %s.', 'woo-inventory-guard' ), $names ) );
		}
		return $clean;
	}

	/**
	 * @param array<mixed> $schema
	 */
	private function value( mixed $value, array $schema, string $field ): mixed {
		$types = (array) ( $schema['type'] ?? array() );
		if ( null === $value && in_array( 'null', $types, true ) ) {
			return null;
		}
		try {
			if ( in_array( 'array', $types, true ) ) {
				return $this->items( $value, $schema, $field );
			}
			if ( in_array( 'object', $types, true ) ) {
				if ( ! $value instanceof \stdClass && ! ( $this->text_only && is_array( $value ) ) ) {
					/* translators: %s: name of a field */
					throw InvalidInput::of( $field, sprintf( __( '%s must be an object with named fields.', 'woo-inventory-guard' ), $field ) );
				}
				return $this->object( (array) $value, $schema, $field, true );
			}
			return $this->fields->value( $value, $schema, $field );
		} catch ( InvalidInput $error ) {
			$this->problem( $field, $error->getMessage() );
			return null;
		}
	}

	/**
	 * @param array<mixed> $schema
	 * @return list<mixed>
	 * @throws InvalidInput
	 */
	private function items( mixed $value, array $schema, string $field ): array {
		if ( is_array( $value ) && $this->text_only ) {
			$value = array_values( $value );
		}
		if ( ! is_array( $value ) || ! array_is_list( $value ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be a list.', 'woo-inventory-guard' ), $field ) );
		}
		$least = (int) ( $schema['minItems'] ?? 0 );
		$most  = (int) ( $schema['maxItems'] ?? PHP_INT_MAX );
		if ( count( $value ) < $least ) {
			/* translators: 1: name of a field, 2: a number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s needs at least %2$s entries.', 'woo-inventory-guard' ), $field, number_format_i18n( $least ) ) );
		}
		if ( count( $value ) > $most ) {
			/* translators: 1: name of a field, 2: a number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s may have at most %2$s entries. Send the rest in another request.', 'woo-inventory-guard' ), $field, number_format_i18n( $most ) ) );
		}
		$entry = is_array( $schema['items'] ?? null ) ? $schema['items'] : array();
		$clean = array();
		foreach ( $value as $index => $part ) {
			$clean[] = $this->value( $part, $entry, $field . '[' . $index . ']' );
		}
		return $clean;
	}

	/**
	 * @param array<mixed> $unknown
	 */
	private function refuse_unknown( array $unknown, string $path ): void {
		foreach ( array_keys( $unknown ) as $name ) {
			$name  = mb_substr( (string) preg_replace( '/[\x00-\x1f\x7f]/', '', (string) $name ), 0, 100 );
			$field = '' === $path ? $name : $path . '.' . $name;
			/* translators: %s: name of a field */
			$this->problem( $field, sprintf( __( '%s is not a field that can be sent here. Leave it out.', 'woo-inventory-guard' ), $field ) );
		}
	}

	private function problem( string $field, string $sentence ): void {
		if ( count( $this->problems ) < self::MOST_PROBLEMS ) {
			$this->problems[ $field ] = $sentence;
		}
	}
}
