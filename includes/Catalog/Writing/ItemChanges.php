<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Writing;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Inherited;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Stock\Quantity;

/**
 * What to change of an item; fields that are not named stay as they are. A threshold, a policy for backorders, its limit
 * or its words that are taken away are inherited from then on (see Inherited).
 */
final class ItemChanges {

	/** What a product's item follows; the limit of backorders is ours. */
	private const OWNED_BY_SHOP = array( 'name', 'sku', 'barcode', 'category', 'low_stock_threshold', 'backorders' );

	/** Numbers that have no say in whether a unit may be sold. */
	private const NOT_OF_SALE = array(
		'low_stock_threshold' => 1,
		'unit_cost'           => 1,
	);

	/** @var array<string, string> */
	private array $texts = array();

	/** @var array<string, Quantity|null> */
	private array $quantities = array();

	/** @var array<string, \DateTimeImmutable|null> */
	private array $times = array();

	private bool $changes_backorders = false;

	private ?Backorders $backorders = null;

	private bool $changes_lead_time = false;

	private ?int $lead_time_days = null;

	/**
	 * @param array{name?: string, sku?: string|null, barcode?: string|null, category?: string|null, low_stock_threshold?: Quantity|null, backorders?: Backorders|null, backorder_limit?: Quantity|null, safety_stock?: Quantity|null, preorder_limit?: Quantity|null, available_from?: \DateTimeImmutable|null, expected_at?: \DateTimeImmutable|null, backorder_text?: string|null, unit_cost?: Quantity|null, supplier?: string|null, bin?: string|null, lead_time_days?: int|null} $fields
	 */
	public static function of( array $fields ): self {
		$changes = new self();
		foreach ( array(
			'name'           => Text::NAME,
			'sku'            => Text::SKU,
			'barcode'        => Text::BARCODE,
			'category'       => Text::CATEGORY,
			'backorder_text' => Text::BACKORDER,
			'supplier'       => Text::SUPPLIER,
			'bin'            => Text::BIN,
		) as $field => $longest ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->texts[ $field ] = Text::line( (string) $fields[ $field ], $longest );
			}
		}
		foreach ( array( 'low_stock_threshold', 'backorder_limit', 'safety_stock', 'preorder_limit', 'unit_cost' ) as $field ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->quantities[ $field ] = $fields[ $field ];
			}
		}
		foreach ( array( 'available_from', 'expected_at' ) as $field ) {
			if ( array_key_exists( $field, $fields ) ) {
				$changes->times[ $field ] = $fields[ $field ];
			}
		}
		$changes->changes_backorders = array_key_exists( 'backorders', $fields );
		$changes->backorders         = $fields['backorders'] ?? null;
		$changes->changes_lead_time  = array_key_exists( 'lead_time_days', $fields );
		$changes->lead_time_days     = $fields['lead_time_days'] ?? null;
		return $changes;
	}

	/**
	 * The new text, NULL when it stays.
	 *
	 * @param 'name'|'sku'|'barcode'|'category'|'backorder_text'|'supplier'|'bin' $field
	 */
	public function text( string $field ): ?string {
		return $this->texts[ $field ] ?? null;
	}

	public function has( string $field ): bool {
		return isset( $this->texts[ $field ] ) || array_key_exists( $field, $this->quantities )
			|| ( 'backorders' === $field && $this->changes_backorders );
	}

	/**
	 * The new number; NULL where it is taken away or stays (see has()).
	 */
	public function quantity( string $field ): ?Quantity {
		return $this->quantities[ $field ] ?? null;
	}

	/**
	 * These fields as a condition: the row still says what is named here. Compared exactly, so that nothing that somebody
	 * else wrote meanwhile is overwritten, be it only another letter case. Nothing, where something may be inherited, is
	 * that the item says nothing itself.
	 *
	 * @return list<Clause>
	 */
	public function as_seen(): array {
		$clauses = array();
		foreach ( $this->quantities as $field => $quantity ) {
			$own       = 'backorder_limit' === $field ? 'own_limit' : $field;
			$clauses[] = null === $quantity ? new Clause( '%i IS NULL', $own ) : Clause::of( '%% = %%', new Clause( '%i', $field ), Clause::quantity( $quantity ) );
		}
		foreach ( $this->texts as $field => $text ) {
			$clauses[] = new Clause( 'BINARY %i = %s', 'backorder_text' === $field && '' === $text ? 'own_text' : $field, $text );
		}
		if ( $this->changes_backorders ) {
			$clauses[] = null === $this->backorders ? new Clause( 'own_backorders IS NULL' ) : new Clause( 'backorders = %s', $this->backorders->value );
		}
		if ( $this->changes_lead_time ) {
			$clauses[] = null === $this->lead_time_days ? new Clause( 'lead_time_days IS NULL' ) : new Clause( 'lead_time_days = %d', $this->lead_time_days );
		}
		return $clauses;
	}

	public function is_empty(): bool {
		return array() === $this->texts && array() === $this->quantities && array() === $this->times && ! $this->changes_backorders && ! $this->changes_lead_time;
	}

	/**
	 * @return list<string> Fields that only the shop may change, for an item that follows a product.
	 */
	public function owned_by_shop(): array {
		$named = array_merge( array_keys( $this->texts ), array_keys( $this->quantities ), $this->changes_backorders ? array( 'backorders' ) : array() );
		return array_values( array_intersect( self::OWNED_BY_SHOP, $named ) );
	}

	public function changes_terms(): bool {
		return isset( $this->texts['name'] ) || isset( $this->texts['sku'] ) || isset( $this->texts['barcode'] );
	}

	public function changes_policy(): bool {
		return $this->changes_backorders || array_key_exists( 'backorder_limit', $this->quantities )
			|| array_key_exists( 'preorder_limit', $this->quantities ) || array_key_exists( 'available_from', $this->times );
	}

	public function changes_safety_stock(): bool {
		return array_key_exists( 'safety_stock', $this->quantities );
	}

	/**
	 * Whether the item has terms of its own afterwards (see SpecialItems).
	 */
	public function is_special(): bool {
		$of_sale = array_diff_key( $this->quantities, self::NOT_OF_SALE );
		$set     = array( ...array_values( $of_sale ), ...array_values( $this->times ) );
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
			$parts[] = Clause::of( 'backorder_limit = %%, own_limit = %%', $this->limit(), Clause::quantity( $this->quantities['backorder_limit'] ) );
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
		if ( array_key_exists( 'unit_cost', $this->quantities ) ) {
			$parts[] = Clause::of( 'unit_cost = %%', Clause::quantity( $this->quantities['unit_cost'] ) );
		}
		if ( isset( $this->texts['backorder_text'] ) ) {
			$text    = new Clause( '%s', $this->texts['backorder_text'] );
			$parts[] = Clause::of( 'backorder_text = %%, own_text = %%', Inherited::text( $text, new Clause( 'rule_text' ) ), $text );
		}
		foreach ( array( 'supplier', 'bin' ) as $field ) {
			if ( isset( $this->texts[ $field ] ) ) {
				$parts[] = new Clause( '%i = %s', $field, $this->texts[ $field ] );
			}
		}
		if ( $this->changes_lead_time ) {
			$parts[] = null === $this->lead_time_days ? new Clause( 'lead_time_days = NULL' ) : new Clause( 'lead_time_days = %d', $this->lead_time_days );
		}
		if ( $this->changes_backorders ) {
			$parts[] = Clause::of( 'backorders = %%, own_backorders = %%', $this->policy(), $this->own_policy() );
		}
		return Clause::join( ', ', $parts );
	}

	/**
	 * How far below zero available may go after the change.
	 */
	public function allowance( \DateTimeImmutable $now ): Clause {
		$preorder = array_key_exists( 'preorder_limit', $this->quantities ) ? Clause::quantity( $this->quantities['preorder_limit'] ) : new Clause( 'preorder_limit' );
		$from     = array_key_exists( 'available_from', $this->times ) ? Clause::time( $this->times['available_from'] ) : new Clause( 'available_from' );
		return Rules::allowance( $this->policy(), $this->limit(), $from, $preorder, $now );
	}

	/**
	 * The new policy for backorders, NULL where it stays or is inherited (see has()).
	 */
	public function policy_value(): ?string {
		return $this->backorders?->value;
	}

	public function lead_time_days(): ?int {
		return $this->lead_time_days;
	}

	private function policy(): Clause {
		return $this->changes_backorders ? Inherited::backorders( $this->own_policy(), new Clause( 'rule_backorders' ) ) : new Clause( 'backorders' );
	}

	private function own_policy(): Clause {
		return null === $this->backorders ? new Clause( 'NULL' ) : new Clause( '%s', $this->backorders->value );
	}

	private function limit(): Clause {
		return array_key_exists( 'backorder_limit', $this->quantities )
			? Inherited::limit( Clause::quantity( $this->quantities['backorder_limit'] ), new Clause( 'rule_limit' ) )
			: new Clause( 'backorder_limit' );
	}

	private function low_at( Quantity $shop_default ): Clause {
		$own = array_key_exists( 'low_stock_threshold', $this->quantities ) ? Clause::quantity( $this->quantities['low_stock_threshold'] ) : new Clause( 'low_stock_threshold' );
		return Inherited::low_at( $own, new Clause( 'parent_low' ), new Clause( 'rule_low' ), $shop_default );
	}

	private function status( Quantity $shop_default ): Clause {
		return Rules::status( new Clause( 'tracked' ), $this->low_at( $shop_default ), $this->policy() );
	}
}
