<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Bulk;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Stock\Quantity;

/**
 * Values of an item's fields as they are kept: what is wanted, and what was there before. Equal values have equal texts.
 *
 * The one place that knows which fields can be changed for many items at once.
 */
final class Values {

	public const FIELDS = array( 'low_stock_threshold', 'backorders', 'backorder_limit', 'unit_cost', 'supplier', 'bin', 'lead_time_days' );

	/** Where an item says it itself; what counts may be inherited (see Catalog\Inherited). */
	private const OWN = array(
		'backorders'      => 'own_backorders',
		'backorder_limit' => 'own_limit',
	);

	private const QUANTITIES = array( 'low_stock_threshold', 'backorder_limit', 'unit_cost' );

	/**
	 * @param array<string, string|int|null> $values By field; a quantity as a decimal with four places.
	 */
	private function __construct( public readonly array $values ) {}

	/**
	 * @param array<mixed> $fields As they were sent: quantities, numbers, texts.
	 */
	public static function of( array $fields ): self {
		$values = array();
		foreach ( array_intersect( self::FIELDS, array_keys( $fields ) ) as $field ) {
			$value            = $fields[ $field ];
			$values[ $field ] = match ( true ) {
				$value instanceof Quantity               => $value->sql(),
				is_int( $value ) || is_string( $value ) => $value,
				default                                  => self::nothing( $field ),
			};
		}
		return new self( $values );
	}

	/**
	 * What an item says itself in these fields.
	 *
	 * @param array<string, string|null> $row Its columns().
	 */
	public function seen_in( array $row ): self {
		$values = array();
		foreach ( array_keys( $this->values ) as $field ) {
			$value            = $row[ self::OWN[ $field ] ?? $field ] ?? null;
			$values[ $field ] = match ( true ) {
				null === $value                              => self::nothing( $field ),
				in_array( $field, self::QUANTITIES, true ) => Quantity::from_sql( $value )->sql(),
				'lead_time_days' === $field                  => (int) $value,
				default                                      => $value,
			};
		}
		return new self( $values );
	}

	public static function from_json( string $text ): self {
		$kept = json_decode( $text, true );
		return self::of( is_array( $kept ) ? $kept : array() );
	}

	public function to_json(): string {
		return json_encode( $this->values, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}

	/**
	 * @return list<string>
	 */
	public function fields(): array {
		return array_keys( $this->values );
	}

	/**
	 * @return list<string> Of `items`.
	 */
	public function columns(): array {
		return array_map( static fn( string $field ): string => self::OWN[ $field ] ?? $field, $this->fields() );
	}

	public function changes(): ItemChanges {
		$fields = array();
		foreach ( $this->values as $field => $value ) {
			$fields[ $field ] = match ( true ) {
				'backorders' === $field                      => null === $value ? null : Backorders::tryFrom( (string) $value ),
				in_array( $field, self::QUANTITIES, true ) => null === $value ? null : Quantity::from_sql( $value ),
				default                                      => $value,
			};
		}
		/** @var array{low_stock_threshold?: Quantity|null} $fields */
		return ItemChanges::of( $fields );
	}

	/**
	 * For the outside: quantities as numbers.
	 *
	 * @return array<string, int|float|string|null>
	 */
	public function shape(): array {
		$shape = array();
		foreach ( $this->values as $field => $value ) {
			$shape[ $field ] = null !== $value && in_array( $field, self::QUANTITIES, true ) ? Quantity::from_sql( $value )->json() : $value;
		}
		return $shape;
	}

	/**
	 * What a field says that says nothing.
	 */
	private static function nothing( string $field ): ?string {
		return in_array( $field, array( 'supplier', 'bin' ), true ) ? '' : null;
	}
}
