<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;

/**
 * An address of another system that is told of alerts: a row of `webhooks`.
 */
final class Webhook {

	public const COLUMNS = 'id, url, secret, kinds, active, created_at, updated_at';

	/**
	 * @param list<Kind> $kinds Empty for all.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $url,
		public readonly string $secret,
		public readonly array $kinds,
		public readonly bool $active,
		public readonly \DateTimeImmutable $created_at,
		public readonly \DateTimeImmutable $updated_at
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			(string) $row['url'],
			(string) $row['secret'],
			self::kinds( explode( ',', (string) $row['kinds'] ) ),
			1 === (int) $row['active'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['updated_at'] ) ?? new \DateTimeImmutable( '@0' )
		);
	}

	/**
	 * @param array<mixed> $slugs
	 * @return list<Kind>
	 */
	public static function kinds( array $slugs ): array {
		$kinds = array();
		foreach ( $slugs as $slug ) {
			$kind = is_string( $slug ) ? Kind::tryFrom( $slug ) : null;
			if ( null !== $kind && ! in_array( $kind, $kinds, true ) ) {
				$kinds[] = $kind;
			}
		}
		return $kinds;
	}

	/**
	 * The signature of a body: who knows the secret can tell that it came from this shop, and unchanged.
	 */
	public function sign( string $body ): string {
		return 'sha256=' . hash_hmac( 'sha256', $body, $this->secret );
	}
}
