<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

/**
 * Who is told by mail, and of what.
 */
final class AlertRecipient {

	private const MOST        = 50;
	private const MOST_FILTER = 100;

	/**
	 * @param list<string> $kinds      Only these kinds of alerts; empty for all.
	 * @param list<string> $categories Only items of these categories, by name; empty for all.
	 */
	private function __construct(
		public readonly string $email,
		public readonly array $kinds,
		public readonly array $categories
	) {}

	public static function of( string $email ): self {
		return new self( $email, array(), array() );
	}

	/**
	 * @param array<mixed> $list As to_array() writes them; what has no address is left out.
	 * @return list<self>
	 */
	public static function read( array $list ): array {
		$recipients = array();
		foreach ( array_slice( $list, 0, self::MOST ) as $fields ) {
			$email = is_array( $fields ) && is_string( $fields['email'] ?? null ) ? trim( $fields['email'] ) : '';
			if ( is_array( $fields ) && false !== is_email( $email ) ) {
				$recipients[] = new self( $email, self::texts( $fields['kinds'] ?? null ), self::texts( $fields['categories'] ?? null ) );
			}
		}
		return $recipients;
	}

	/**
	 * @return array{email: string, kinds: list<string>, categories: list<string>}
	 */
	public function to_array(): array {
		return array(
			'email'      => $this->email,
			'kinds'      => $this->kinds,
			'categories' => $this->categories,
		);
	}

	/**
	 * @return list<string>
	 */
	private static function texts( mixed $value ): array {
		return array_slice( array_values( array_unique( array_filter( is_array( $value ) ? $value : array(), static fn( mixed $text ): bool => is_string( $text ) && '' !== $text ) ) ), 0, self::MOST_FILTER );
	}
}
