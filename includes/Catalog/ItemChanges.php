<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

use WooInventoryGuard\Stock\Quantity;

/**
 * What to change of an item; fields that are not named stay as they are.
 */
final class ItemChanges {

	/** What a product's item follows; the limit of backorders is ours. */
	private const OWNED_BY_SHOP = array( 'name', 'sku', 'barcode', 'category', 'low_stock_threshold', 'backorders' );

	/** @var array<string, string> */
	private array $texts = array();

	/** @var array<string, Quantity|null> */
	private array $quantities = array();

	/** @var array<string, \DateTimeImmutable|null> */
	private array $times = array();

	private ?Backorders $backorders = null;

	/**
	 * @param array{name?: string, sku?: string|null, barcode?: string|null, category?: string|null, low_stock_threshold?: Quantity|null, backorders?: Backorders, backorder_limit?: Quantity|null, safety_stock?: Quantity|null, preorder_limit?: Quantity|null, available_from?: \DateTimeImmutable|null, expected_at?: \DateTimeImmutable|null, backorder_text?: string|null} $fields
	 */
	public static function of( array $fields ): self {
		$changes = new self();
		foreach ( array(
			'name'           => Text::NAME,
			'sku'            => Text::SKU,
			'barcode'        => Text::BARCODE,
			'category'       => Text::CATEGORY,
			'backorder_text' => Text::BACKORDER,
		) as $field => $longest ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->texts[ $field ] = Text::line( (string) $fields[ $field ], $longest );
			}
		}
		foreach ( array( 'low_stock_threshold', 'backorder_limit', 'safety_stock', 'preorder_limit' ) as $field ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->quantities[ $field ] = $fields[ $field ];
			}
		}
		foreach ( array( 'available_from', 'expected_at' ) as $field ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->times[ $field ] = $fields[ $field ];
			}
		}
		$changes->backorders = $fields['backorders'] ?? null;
		return $changes;
	}

	/**
	 * The new text, NULL when it stays.
	 *
	 * @param 'name'|'sku'|'barcode'|'category' $field
	 */
	public function text( string $field ): ?string {
		return $this->texts[ $field ] ?? null;
	}

	public function is_empty(): bool {
		return array() === $this->texts && array() === $this->quantities && array() === $this->times && null === $this->backorders;
	}

	/**
	 * @return list<string> Fields that only the shop may change, for an item that follows a product.
	 */
	public function owned_by_shop(): array {
		$named = array_merge( array_keys( $this->texts ), array_keys( $this->quantities ), null === $this->backorders ? array() : array( 'backorders' ) );
		return array_values( array_intersect( self::OWNED_BY_SHOP, $named ) );
	}

	public function changes_terms(): bool {
		return isset( $this->texts['name'] ) || isset( $this->texts['sku'] ) || isset( $this->texts['barcode'] );
	}

	public function changes_policy(): bool {
		return null !== $this->backorders || array_key_exists( 'backorder_limit', $this->quantities )
			|| array_key_exists( 'preorder_limit', $this->quantities ) || array_key_exists( 'available_from', $this->times );
	}

	public function changes_safety_stock(): bool {
		return array_key_exists( 'safety_stock', $this->quantities );
	}

	/**
	 * Whether the item has terms of its own afterwards (see SpecialItems).
	 */
	public function is_special(): bool {
		$set = array( ...array_values( array_diff_key( $this->quantities, array( 'low_stock_threshold' => 1 ) ) ), ...array_values( $this->times ) );
		return array() !== array_diff_key( $set, array_keys( $set, null, true ) ) || '' !== ( $this->texts['backorder_text'] ?? '' );
	}

	/**
	 * The assignments of one UPDATE, those that follow from others first: read before the columns they depend on are
	 * assigned, they mean the same on a database that assigns from left to right and on one that assigns all at once.
	 */
	public function assignments( Quantity $shop_default, \DateTimeImmutable $now ): Clause {
		$parts = array(
			Clause::of( 'status = %%', $this->status( $shop_default ) ),
			Clause::of( 'low_at = %%', $this->low_at( $shop_default ) ),
			Clause::of( 'allowance = %%', $this->allowance( $now ) ),
		);
		foreach ( array( 'name', 'category' ) as $field ) {
			if ( isset( $this->texts[ $field ] ) ) {
				$parts[] = new Clause( 'name' === $field ? 'name = %s' : 'category = %s', $this->texts[ $field ] );
			}
		}
		foreach ( array( 'sku', 'barcode' ) as $field ) {
			if ( isset( $this->texts[ $field ] ) ) {
				$parts[] = Clause::of( 'sku' === $field ? 'sku = %%' : 'barcode = %%', Clause::optional_text( $this->texts[ $field ] ) );
			}
		}
		if ( array_key_exists( 'low_stock_threshold', $this->quantities ) ) {
			$parts[] = Clause::of( 'low_stock_threshold = %%', Clause::quantity( $this->quantities['low_stock_threshold'] ) );
		}
		if ( array_key_exists( 'backorder_limit', $this->quantities ) ) {
			$parts[] = Clause::of( 'backorder_limit = %%', Clause::quantity( $this->quantities['backorder_limit'] ) );
		}
		if ( array_key_exists( 'safety_stock', $this->quantities ) ) {
			$parts[] = Clause::of( 'safety_stock = %%', Clause::quantity( $this->quantities['safety_stock'] ?? Quantity::zero() ) );
		}
		if ( array_key_exists( 'preorder_limit', $this->quantities ) ) {
			$parts[] = Clause::of( 'preorder_limit = %%', Clause::quantity( $this->quantities['preorder_limit'] ) );
		}
		if ( array_key_exists( 'available_from', $this->times ) ) {
			$parts[] = Clause::of( 'available_from = %%', Clause::time( $this->times['available_from'] ) );
		}
		if ( array_key_exists( 'expected_at', $this->times ) ) {
			$parts[] = Clause::of( 'expected_at = %%', Clause::time( $this->times['expected_at'] ) );
		}
		if ( isset( $this->texts['backorder_text'] ) ) {
			$parts[] = new Clause( 'backorder_text = %s', $this->texts['backorder_text'] );
		}
		if ( null !== $this->backorders ) {
			$parts[] = new Clause( 'backorders = %s', $this->backorders->value );
		}
		return Clause::join( ', ', $parts );
	}

	/**
	 * How far below zero available may go after the change.
	 */
	public function allowance( \DateTimeImmutable $now ): Clause {
		$limit    = array_key_exists( 'backorder_limit', $this->quantities ) ? Clause::quantity( $this->quantities['backorder_limit'] ) : new Clause( 'backorder_limit' );
		$preorder = array_key_exists( 'preorder_limit', $this->quantities ) ? Clause::quantity( $this->quantities['preorder_limit'] ) : new Clause( 'preorder_limit' );
		$from     = array_key_exists( 'available_from', $this->times ) ? Clause::time( $this->times['available_from'] ) : new Clause( 'available_from' );
		return Rules::allowance( $this->policy(), $limit, $from, $preorder, $now );
	}

	private function policy(): Clause {
		return null === $this->backorders ? new Clause( 'backorders' ) : new Clause( '%s', $this->backorders->value );
	}

	private function low_at( Quantity $shop_default ): Clause {
		$own = array_key_exists( 'low_stock_threshold', $this->quantities ) ? Clause::quantity( $this->quantities['low_stock_threshold'] ) : new Clause( 'low_stock_threshold' );
		return Clause::of( 'COALESCE( %%, %% )', $own, Clause::quantity( $shop_default ) );
	}

	private function status( Quantity $shop_default ): Clause {
		return Rules::status( new Clause( 'tracked' ), $this->low_at( $shop_default ), $this->policy() );
	}
}
