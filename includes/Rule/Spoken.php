<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

use WooInventoryGuard\Stock\Quantity;

/**
 * Which rule speaks for an item, for each thing that a rule can say.
 */
final class Spoken {

	public function __construct(
		public readonly ?Rule $low,
		public readonly ?Rule $backorders,
		public readonly ?Rule $limit,
		public readonly ?Rule $text
	) {}

	/**
	 * The first that says something, of rules in the order in which they win.
	 *
	 * @param list<Rule> $rules   That speak for the item.
	 * @param bool       $is_sold False for a bundle, whose components decide on backorders.
	 */
	public static function of( array $rules, bool $is_sold ): self {
		$first = static function ( string $part ) use ( $rules ): ?Rule {
			foreach ( $rules as $rule ) {
				/** @var 'low'|'backorders'|'limit'|'text' $part */
				if ( $rule->says( $part ) ) {
					return $rule;
				}
			}
			return null;
		};
		return $is_sold ? new self( $first( 'low' ), $first( 'backorders' ), $first( 'limit' ), $first( 'text' ) ) : new self( $first( 'low' ), null, null, null );
	}

	/**
	 * Equal for items that get the same values from the same rules.
	 */
	public function key(): string {
		return implode( ' ', array_map( static fn( ?Rule $rule ): int => $rule->id ?? 0, array( $this->low, $this->backorders, $this->limit, $this->text ) ) );
	}

	/**
	 * What a row of `items` must say of it: by column.
	 *
	 * @return array<string, string|null>
	 */
	public function columns(): array {
		return array(
			'low_rule'        => self::id( $this->low ),
			'backorders_rule' => self::id( $this->backorders ),
			'limit_rule'      => self::id( $this->limit ),
			'text_rule'       => self::id( $this->text ),
			'rule_low'        => $this->low?->low?->sql(),
			'rule_backorders' => $this->backorders?->backorders?->value,
			'rule_limit'      => $this->limit?->limit?->sql(),
			'rule_text'       => $this->text?->text,
		);
	}

	/**
	 * @param array<string, string|null> $row Of `items`. (A database may write 5 as 5.0000.)
	 * @return bool Whether the row says it already.
	 */
	public function is_in( array $row ): bool {
		return self::plain( $this->columns() ) === self::plain( array_replace( $this->columns(), array_intersect_key( $row, $this->columns() ) ) );
	}

	/**
	 * @param array<string, string|null> $row Of `items`.
	 * @return bool Whether the row says another policy for backorders or another limit.
	 */
	public function changes_policy( array $row ): bool {
		$only = array_flip( array( 'rule_backorders', 'rule_limit' ) );
		return self::plain( array_intersect_key( $this->columns(), $only ) ) !== self::plain( array_intersect_key( array_replace( $this->columns(), $row ), $only ) );
	}

	/**
	 * @param array<string, string|null> $columns
	 * @return array<string, string|null>
	 */
	private static function plain( array $columns ): array {
		foreach ( array( 'rule_low', 'rule_limit' ) as $quantity ) {
			if ( isset( $columns[ $quantity ] ) ) {
				$columns[ $quantity ] = Quantity::from_sql( $columns[ $quantity ] )->sql();
			}
		}
		return $columns;
	}

	private static function id( ?Rule $rule ): ?string {
		return null === $rule ? null : (string) $rule->id;
	}
}
