<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * Checks and cleans one single value: a quantity, a number, a text, a time, a yes or no.
 */
final class FieldCheck {

	private const MOST_INTEGER = 9_007_199_254_740_991;

	public function __construct( private readonly bool $text_only ) {}

	/**
	 * @param array<mixed> $schema
	 * @return Quantity|int|string|bool|\DateTimeImmutable
	 * @throws InvalidInput
	 */
	public function value( mixed $value, array $schema, string $field ): mixed {
		$types = (array) ( $schema['type'] ?? array() );
		if ( 'quantity' === ( $schema['format'] ?? '' ) ) {
			return $this->quantity( $value, $schema, $field );
		}
		if ( in_array( 'boolean', $types, true ) ) {
			return $this->boolean( $value, $field );
		}
		if ( in_array( 'string', $types, true ) ) {
			$value = is_int( $value ) && in_array( 'integer', $types, true ) ? (string) $value : $value;
			return $this->text( $value, $schema, $field );
		}
		return $this->integer( $value, $schema, $field );
	}

	/**
	 * @param array<mixed> $schema
	 */
	private function quantity( mixed $value, array $schema, string $field ): Quantity {
		try {
			if ( ! is_int( $value ) && ! is_float( $value ) && ! is_string( $value ) ) {
				throw new InvalidQuantity( 'Not a number.' );
			}
			$quantity = Quantity::of( $value );
		} catch ( InvalidQuantity ) {
			/* translators: %s: name of a field, such as lines[0].quantity */
			throw InvalidInput::of( $field, sprintf( __( '%s must be a plain number such as 3 or "0.25": at most four decimal places, at most 99,999,999,999, no exponent.', 'woo-inventory-guard' ), $field ) );
		}
		if ( isset( $schema['minimum'] ) && $quantity->is_negative() ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must not be negative.', 'woo-inventory-guard' ), $field ) );
		}
		if ( true === ( $schema['exclusiveMinimum'] ?? false ) && $quantity->is_zero() ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be more than 0.', 'woo-inventory-guard' ), $field ) );
		}
		return $quantity;
	}

	private function boolean( mixed $value, string $field ): bool {
		if ( is_bool( $value ) ) {
			return $value;
		}
		if ( $this->text_only && is_string( $value ) && rest_is_boolean( $value ) ) {
			return rest_sanitize_boolean( $value );
		}
		/* translators: %s: name of a field */
		throw InvalidInput::of( $field, sprintf( __( '%s must be true or false.', 'woo-inventory-guard' ), $field ) );
	}

	/**
	 * A JSON number without a fraction, or digits as text (long ids lose digits in JavaScript).
	 *
	 * @param array<mixed> $schema
	 */
	private function integer( mixed $value, array $schema, string $field ): int {
		if ( is_float( $value ) && floor( $value ) === $value && abs( $value ) <= self::MOST_INTEGER ) {
			$value = (int) $value;
		}
		if ( is_string( $value ) && 1 === preg_match( '/\A-?\d{1,15}\z/', $value ) ) {
			$value = (int) $value;
		}
		if ( ! is_int( $value ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be a whole number.', 'woo-inventory-guard' ), $field ) );
		}
		$least = (int) ( $schema['minimum'] ?? 0 );
		$most  = (int) ( $schema['maximum'] ?? self::MOST_INTEGER );
		if ( $value < $least || $value > $most ) {
			/* translators: 1: name of a field, 2: smallest number, 3: largest number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s must be between %2$s and %3$s.', 'woo-inventory-guard' ), $field, number_format_i18n( $least ), number_format_i18n( $most ) ) );
		}
		return $value;
	}

	/**
	 * @param array<mixed> $schema
	 */
	private function text( mixed $value, array $schema, string $field ): string|\DateTimeImmutable {
		if ( ! is_string( $value ) || ! mb_check_encoding( $value, 'UTF-8' ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be text.', 'woo-inventory-guard' ), $field ) );
		}
		if ( isset( $schema['enum'] ) && is_array( $schema['enum'] ) && ! in_array( $value, $schema['enum'], true ) ) {
			/* translators: 1: name of a field, 2: the words that may be sent, with commas between */
			throw InvalidInput::of( $field, sprintf( __( '%1$s must be one of: %2$s.', 'woo-inventory-guard' ), $field, implode( ', ', array_filter( $schema['enum'], is_string( ... ) ) ) ) );
		}
		$format = $schema['format'] ?? '';
		if ( 'date-time' === $format ) {
			return $this->time( $value, $field );
		}
		if ( 'text-field' === $format || 'textarea-field' === $format ) {
			$value = $this->plain( $value, 'textarea-field' === $format, $field );
		}
		$this->check_length( $value, $schema, $field );
		$this->check_address( $value, $format, $field );
		if ( isset( $schema['pattern'] ) && is_string( $schema['pattern'] ) && ! rest_validate_json_schema_pattern( str_replace( '$', '\z', $schema['pattern'] ), $value ) ) {
			throw InvalidInput::of( $field, sprintf( self::sentence_for( $schema['pattern'] ), $field ) );
		}
		return $value;
	}

	/**
	 * A regular expression in words.
	 */
	private static function sentence_for( string $pattern ): string {
		return match ( true ) {
			/* translators: %s: name of a field */
			str_starts_with( $pattern, '^[a-z]' ) => __( '%s must begin with a lower-case letter and may have lower-case letters, digits, dashes and underscores, such as order.', 'woo-inventory-guard' ),
			/* translators: %s: name of a field */
			str_starts_with( $pattern, '^[0-9]{4}-' ) => __( '%s must be a day such as 2026-12-31.', 'woo-inventory-guard' ),
			/* translators: %s: name of a field */
			str_starts_with( $pattern, '^[0-9]' ) => __( '%s must be numbers with commas between, such as 10,11.', 'woo-inventory-guard' ),
			/* translators: %s: name of a field */
			default                               => __( '%s may have only letters, digits and signs of ASCII.', 'woo-inventory-guard' ),
		};
	}

	/**
	 * @param array<mixed> $schema
	 */
	private function check_length( string $value, array $schema, string $field ): void {
		if ( '' === $value && (int) ( $schema['minLength'] ?? 0 ) > 0 ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must not be empty.', 'woo-inventory-guard' ), $field ) );
		}
		$most = (int) ( $schema['maxLength'] ?? 1000 );
		if ( mb_strlen( $value ) > $most ) {
			/* translators: 1: name of a field, 2: a number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s may have at most %2$s characters.', 'woo-inventory-guard' ), $field, number_format_i18n( $most ) ) );
		}
	}

	/**
	 * Addresses of mail and of the web. Where a web address leads is asked when it is called.
	 */
	private function check_address( string $value, mixed $format, string $field ): void {
		if ( 'email' === $format && false === is_email( $value ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be an email address.', 'woo-inventory-guard' ), $field ) );
		}
		if ( 'uri' === $format && ( 1 !== preg_match( '~\Ahttps?://[!-\~]+\z~i', $value ) || esc_url_raw( $value, array( 'http', 'https' ) ) !== $value || false === filter_var( $value, FILTER_VALIDATE_URL ) ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be a web address that begins with https:// or http://.', 'woo-inventory-guard' ), $field ) );
		}
	}

	/**
	 * Plain text is refused rather than repaired: what is stored is what was sent. "Tea < 250 g" is plain text.
	 */
	private function plain( string $value, bool $lines, string $field ): string {
		if ( 1 === preg_match( $lines ? '/(?![\n\r\t])\p{Cc}/u' : '/\p{Cc}/u', $value ) || 1 === preg_match( '~<[a-z/!?]~i', $value ) ) {
			/* translators: %s: name of a field */
			throw InvalidInput::of( $field, sprintf( __( '%s must be plain text: take HTML tags and control characters out.', 'woo-inventory-guard' ), $field ) );
		}
		return trim( $value );
	}

	private function time( string $value, string $field ): \DateTimeImmutable {
		$form = '/\A\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)?\z/';
		try {
			if ( 1 === preg_match( $form, $value ) ) {
				$time   = new \DateTimeImmutable( $value, new \DateTimeZone( 'UTC' ) );
				$errors = \DateTimeImmutable::getLastErrors();
				if ( false === $errors || 0 === $errors['warning_count'] ) {
					return $time->setTimezone( new \DateTimeZone( 'UTC' ) );
				}
			}
		} catch ( \Exception ) {
			$value = '';
		}
		/* translators: %s: name of a field */
		throw InvalidInput::of( $field, sprintf( __( '%s must be a time such as 2026-11-23T14:02:00Z.', 'woo-inventory-guard' ), $field ) );
	}
}
