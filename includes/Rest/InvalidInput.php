<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * What was sent cannot be used; says which field and what to do about it.
 */
final class InvalidInput extends \RuntimeException {

	/**
	 * @param non-empty-array<string, string> $problems By field, such as "lines[0].quantity": a whole sentence.
	 */
	public function __construct( public readonly array $problems ) {
		parent::__construct( implode( ' ', $problems ) );
	}

	public static function of( string $field, string $sentence ): self {
		return new self( array( $field => $sentence ) );
	}
}
