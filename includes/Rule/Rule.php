<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Stock\Quantity;

/**
 * What counts for items that say nothing themselves: a row of `rules`. Each of its parts is inherited by itself: an item
 * with a threshold of its own still takes the rule's limit for backorders.
 */
final class Rule {

	public const COLUMNS = 'id, scope, scope_id, place, low, backorders, backorder_limit, backorder_text';

	/** What a rule can say, as in $items->rules. */
	public const PARTS = array( 'low', 'backorders', 'limit', 'text' );

	/**
	 * @param int             $scope_id Number of the item (a product with variations) or of the shop's category; 0 for the shop.
	 * @param int             $place    Of several categories the lowest wins.
	 * @param Quantity|null   $low      NULL says nothing; so for the others.
	 * @param string          $text     What shoppers are told of a backorder; '' says nothing.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Scope $scope,
		public readonly int $scope_id,
		public readonly int $place,
		public readonly ?Quantity $low,
		public readonly ?Backorders $backorders,
		public readonly ?Quantity $limit,
		public readonly string $text
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			Scope::from( (string) $row['scope'] ),
			(int) $row['scope_id'],
			(int) $row['place'],
			null === $row['low'] ? null : Quantity::from_sql( $row['low'] ),
			null === $row['backorders'] ? null : Backorders::from( $row['backorders'] ),
			null === $row['backorder_limit'] ? null : Quantity::from_sql( $row['backorder_limit'] ),
			(string) $row['backorder_text']
		);
	}

	/**
	 * @param 'low'|'backorders'|'limit'|'text' $part
	 */
	public function says( string $part ): bool {
		return match ( $part ) {
			'low'        => null !== $this->low,
			'backorders' => null !== $this->backorders,
			'limit'      => null !== $this->limit,
			'text'       => '' !== $this->text,
		};
	}

	public function is_empty(): bool {
		return array() === array_filter( self::PARTS, $this->says( ... ) );
	}

	/**
	 * Whether it can be noticed by shoppers (see Catalog\SpecialItems).
	 */
	public function is_of_sale(): bool {
		return null !== $this->backorders || null !== $this->limit || '' !== $this->text;
	}

	/**
	 * Whether this one comes before another: the nearer one, of two categories the one with the lower place.
	 *
	 * @return int Below 0 when it does.
	 */
	public function compare( self $other ): int {
		return array( $this->scope->rank(), $this->place, $this->id ) <=> array( $other->scope->rank(), $other->place, $other->id );
	}
}
