<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Stock\Quantity;

/**
 * How much of something may be bought: a row of `limits`. It speaks of all units within its scope together: six bottles
 * of a category may be six different ones.
 */
final class Limit {

	public const COLUMNS = 'id, scope, scope_id, most_per_order, most_per_customer, window_days, least, multiple_of, version';

	/**
	 * @param int           $scope_id    An item's number, or a category's (the shop's).
	 * @param Quantity|null $most_per_customer NULL is no limit; so for the others.
	 * @param int|null      $window_days How far back a customer's purchases count; NULL for ever.
	 * @param int           $version     One more with each change; 0 before it is kept.
	 */
	public function __construct(
		public readonly int $id,
		public readonly Scope $scope,
		public readonly int $scope_id,
		public readonly ?Quantity $most_per_order,
		public readonly ?Quantity $most_per_customer,
		public readonly ?int $window_days,
		public readonly ?Quantity $least,
		public readonly ?Quantity $multiple_of,
		public readonly int $version = 0
	) {}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		return new self(
			(int) $row['id'],
			Scope::from( (string) $row['scope'] ),
			(int) $row['scope_id'],
			self::optional( $row['most_per_order'] ),
			self::optional( $row['most_per_customer'] ),
			null === $row['window_days'] ? null : (int) $row['window_days'],
			self::optional( $row['least'] ),
			self::optional( $row['multiple_of'] ),
			(int) $row['version']
		);
	}

	/**
	 * The most that one order can have, whoever orders.
	 */
	public function most(): ?Quantity {
		if ( null === $this->most_per_order || null === $this->most_per_customer ) {
			return $this->most_per_order ?? $this->most_per_customer;
		}
		return $this->most_per_order->compare( $this->most_per_customer ) < 0 ? $this->most_per_order : $this->most_per_customer;
	}

	/**
	 * What is wrong with so many units in one order, by itself.
	 *
	 * @param Quantity $units Zero is always right: nothing of it is bought.
	 */
	public function objection( Quantity $units ): ?Objection {
		$most = $this->most();
		return match ( true ) {
			! $units->is_positive()                                                                   => null,
			null !== $most && $units->compare( $most ) > 0                                            => Objection::TooMany,
			null !== $this->least && $units->compare( $this->least ) < 0                              => Objection::TooFew,
			null !== $this->multiple_of && 0 !== $units->units % max( 1, $this->multiple_of->units ) => Objection::NotMultiple,
			default                                                                                   => null,
		};
	}

	private static function optional( ?string $value ): ?Quantity {
		return null === $value ? null : Quantity::from_sql( $value );
	}
}
