<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Feed;

/**
 * Which file, how it is read, and how often.
 */
final class FeedSettings {

	/**
	 * @param string $source  'url' or 'file'.
	 * @param string $address A web address, or a path below the folder of feeds (see FeedSource).
	 * @param string $mapping Name of a kept mapping.
	 * @param string $decimal '.' or ','.
	 * @param string $encoding One of TextFile::ENCODINGS, '' finds out.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $source,
		public readonly string $address,
		public readonly string $mapping,
		public readonly string $decimal = '.',
		public readonly string $encoding = '',
		public readonly int $every_minutes = 1440,
		public readonly bool $active = true
	) {}

	/**
	 * @param array<mixed> $changes By name.
	 */
	public function with( array $changes ): self {
		$text = static fn( string $name, string $now ): string => is_string( $changes[ $name ] ?? null ) ? $changes[ $name ] : $now;
		return new self(
			$text( 'name', $this->name ),
			$text( 'source', $this->source ),
			$text( 'address', $this->address ),
			$text( 'mapping', $this->mapping ),
			$text( 'decimal', $this->decimal ),
			$text( 'encoding', $this->encoding ),
			is_int( $changes['every_minutes'] ?? null ) ? $changes['every_minutes'] : $this->every_minutes,
			is_bool( $changes['active'] ?? null ) ? $changes['active'] : $this->active
		);
	}

	/**
	 * When it is read next.
	 */
	public function after( \DateTimeImmutable $last ): \DateTimeImmutable {
		return $last->add( new \DateInterval( "PT{$this->every_minutes}M" ) );
	}

	/**
	 * @return list<int|string> In the order of the columns of `import_feeds`.
	 */
	public function values(): array {
		return array( $this->name, $this->source, $this->address, $this->mapping, $this->decimal, $this->encoding, $this->every_minutes, $this->active ? 1 : 0 );
	}
}
