<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Clock;

/**
 * One thing that somebody has to know: a row of `alerts`.
 */
final class Alert {

	public const COLUMNS = 'id, kind, item_id, order_id, data, created_at, sent_at, handled_at, handled_by';

	/**
	 * @param array<string, mixed>    $data    What was true at that moment: name, available, from, to, lines ...
	 * @param \DateTimeImmutable|null $sent_at When it went into a mail, or needed none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Kind $kind,
		public readonly ?int $item_id,
		public readonly ?int $order_id,
		public readonly array $data,
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $sent_at,
		public readonly ?\DateTimeImmutable $handled_at,
		public readonly int $handled_by
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			Kind::from( (string) $row['kind'] ),
			null === $row['item_id'] ? null : (int) $row['item_id'],
			null === $row['order_id'] ? null : (int) $row['order_id'],
			self::decode( (string) $row['data'] ),
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['sent_at'] ),
			Clock::from_sql( $row['handled_at'] ),
			(int) $row['handled_by']
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function decode( string $json ): array {
		$fields = json_decode( $json, true );
		$data   = array();
		foreach ( is_array( $fields ) ? $fields : array() as $name => $value ) {
			$data[ (string) $name ] = $value;
		}
		return $data;
	}

	/**
	 * @param array<string, mixed> $data
	 */
	public static function encode( array $data ): string {
		return json_encode( $data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	public function text( string $field ): string {
		$value = $this->data[ $field ] ?? '';
		return is_string( $value ) || is_int( $value ) ? (string) $value : '';
	}

	/**
	 * @return list<array<mixed>> Entries of a list, such as the lines of an order.
	 */
	public function entries( string $field ): array {
		$value = $this->data[ $field ] ?? array();
		return array_values( array_filter( is_array( $value ) ? $value : array(), 'is_array' ) );
	}

	/**
	 * Categories of the items it is about.
	 *
	 * @return list<string>
	 */
	public function categories(): array {
		$all = array( $this->text( 'category' ) );
		foreach ( $this->entries( 'lines' ) as $line ) {
			$all[] = is_string( $line['category'] ?? null ) ? $line['category'] : '';
		}
		return array_values( array_unique( array_filter( $all, static fn( string $name ): bool => '' !== $name ) ) );
	}
}
