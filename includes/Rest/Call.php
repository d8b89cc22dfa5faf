<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Stock\Quantity;

/**
 * One request, checked: what handlers read instead of WP_REST_Request, whose values may come from anywhere (a body's
 * "id" would win over the one in the path).
 */
final class Call {

	/** @var array<string, mixed> */
	private readonly array $values;

	/** @var array<string, string> Which field named which item or location, for the words of a refusal. */
	private array $fields = array();

	/**
	 * @throws InvalidInput
	 */
	public function __construct( public readonly \WP_REST_Request $request, public readonly Operation $operation ) {
		$this->values = match ( true ) {
			null !== $operation->body  => self::body( $request, $operation->body ),
			null !== $operation->query => SchemaCheck::values( $request->get_query_params(), SchemaFile::load( $operation->query ), true, false ),
			default                    => array(),
		};
	}

	/**
	 * The JSON that was sent, objects as objects: in WordPress's own arrays {} and [] are the same.
	 *
	 * @return mixed Null for no body, and for what is no JSON (which WordPress refuses itself).
	 */
	public static function json( \WP_REST_Request $request ): mixed {
		return json_decode( strval( $request->get_body() ) );
	}

	/**
	 * The number in the path.
	 */
	public function id(): int {
		return (int) ( $this->request->get_url_params()['id'] ?? 0 );
	}

	public function actor(): int {
		return get_current_user_id();
	}

	public function has( string $field ): bool {
		return array_key_exists( $field, $this->values );
	}

	/**
	 * @return array<string, mixed> What was sent, clean, by field.
	 */
	public function values(): array {
		return $this->values;
	}

	public function text( string $field ): ?string {
		$value = $this->values[ $field ] ?? null;
		return is_string( $value ) ? $value : null;
	}

	public function int( string $field ): ?int {
		$value = $this->values[ $field ] ?? null;
		return is_int( $value ) ? $value : null;
	}

	public function quantity( string $field ): ?Quantity {
		$value = $this->values[ $field ] ?? null;
		return $value instanceof Quantity ? $value : null;
	}

	public function time( string $field ): ?\DateTimeImmutable {
		$value = $this->values[ $field ] ?? null;
		return $value instanceof \DateTimeImmutable ? $value : null;
	}

	/**
	 * @return list<array<mixed>> Entries of a list of objects.
	 */
	public function entries( string $field ): array {
		$value = $this->values[ $field ] ?? null;
		return array_values( array_filter( is_array( $value ) ? $value : array(), 'is_array' ) );
	}

	/**
	 * The Idempotency-Key; without one, each request is a request of its own.
	 *
	 * @throws InvalidInput
	 */
	public function key(): string {
		return $this->sent_key() ?? wp_generate_uuid4();
	}

	/**
	 * @return string|null Null where none was sent.
	 * @throws InvalidInput
	 */
	public function sent_key(): ?string {
		$key = $this->request->get_header( 'idempotency_key' );
		if ( null !== $key && 1 !== preg_match( '/\A[ -~]{1,191}\z/', $key ) ) {
			throw InvalidInput::of( 'Idempotency-Key', __( 'The header Idempotency-Key must have 1 to 191 characters: letters, digits and signs of ASCII.', 'woo-inventory-guard' ) );
		}
		return $key;
	}

	/**
	 * The version in If-Match: "7", W/"7" or 7. Null where none was sent, or * (any).
	 *
	 * @throws InvalidInput
	 */
	public function if_match(): ?int {
		$header = $this->request->get_header( 'if_match' );
		if ( null === $header || '*' === trim( $header ) ) {
			return null;
		}
		if ( 1 !== preg_match( '~\A\s*(?:W/)?("?)(\d{1,18})\1\s*\z~', $header, $part ) ) {
			throw InvalidInput::of( 'If-Match', __( 'The header If-Match must be the version that was read, such as "7".', 'woo-inventory-guard' ) );
		}
		return (int) $part[2];
	}

	/**
	 * Remembers which field named a thing; the first one that did.
	 *
	 * @param 'item'|'location' $thing
	 */
	public function name( string $thing, int $id, string $field ): void {
		$this->fields[ $thing . ' ' . $id ] ??= $field;
	}

	/**
	 * @param 'item'|'location' $thing
	 */
	public function field_of( string $thing, int $id ): string {
		return $this->fields[ $thing . ' ' . $id ] ?? $thing . '_id';
	}

	/**
	 * @return array<string, mixed>
	 * @throws InvalidInput
	 */
	private static function body( \WP_REST_Request $request, string $schema ): array {
		$json = $request->is_json_content_type();
		$sent = $json ? self::json( $request ) : $request->get_body_params();
		if ( ! $json && array() === $sent && '' !== strval( $request->get_body() ) ) {
			// Ignored, "commit these lines" would mean "commit all".
			throw InvalidInput::of( 'body', __( 'The body cannot be read. Send JSON, with the header Content-Type: application/json.', 'woo-inventory-guard' ) );
		}
		return SchemaCheck::values( $sent instanceof \stdClass || is_array( $sent ) ? (array) $sent : array(), SchemaFile::load( $schema ), ! $json, true );
	}
}
