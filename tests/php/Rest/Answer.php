<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Rest;

/**
 * What a client receives: the status, the headers and the JSON, decoded as a program would.
 */
final class Answer {

	/**
	 * @param array<string, string> $headers
	 * @param mixed                 $json    Objects as arrays.
	 * @param string                $text    The JSON itself.
	 */
	public function __construct( public readonly int $status, public readonly array $headers, public readonly mixed $json, public readonly string $text ) {}

	/**
	 * A value by its path, such as "data.lines.0.available".
	 */
	public function at( string $path ): mixed {
		$value = $this->json;
		foreach ( explode( '.', $path ) as $step ) {
			$value = is_array( $value ) ? $value[ $step ] ?? null : null;
		}
		return $value;
	}
}
