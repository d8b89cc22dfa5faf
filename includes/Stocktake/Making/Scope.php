<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stocktake\Making;

/**
 * What is counted: items that fit all of it. Empty means all.
 */
final class Scope {

	public const CLASSES = array( 'A', 'B', 'C' );

	/**
	 * @param list<int>         $categories       Product categories, with those below them.
	 * @param list<string>      $suppliers        As items name them.
	 * @param list<string>      $bins             Each stands for all that begin with it.
	 * @param list<'A'|'B'|'C'> $classes          By value of sales.
	 * @param int|null          $not_counted_days Only what has not been counted for so long.
	 * @param int|null          $sample           Only so many at random.
	 * @param int|null          $seed             Of the random choice.
	 * @param list<int>         $items            Only these.
	 */
	public function __construct(
		public readonly array $categories = array(),
		public readonly array $suppliers = array(),
		public readonly array $bins = array(),
		public readonly array $classes = array(),
		public readonly ?int $not_counted_days = null,
		public readonly ?int $sample = null,
		public readonly ?int $seed = null,
		public readonly array $items = array()
	) {}

	/**
	 * @param array<mixed> $values As to_array() writes them; what is something else counts as not said.
	 */
	public static function from_array( array $values ): self {
		$sample = self::number( $values['sample'] ?? null );
		return new self(
			self::numbers( $values['categories'] ?? null ),
			self::texts( $values['suppliers'] ?? null ),
			self::texts( $values['bins'] ?? null ),
			array_values( array_intersect( self::CLASSES, self::texts( $values['classes'] ?? null ) ) ),
			self::number( $values['not_counted_days'] ?? null ),
			$sample,
			null === $sample ? null : self::number( $values['seed'] ?? null ) ?? random_int( 1, 2_147_483_647 ),
			self::numbers( $values['items'] ?? null )
		);
	}

	public static function from_json( string $json ): self {
		$values = json_decode( $json, true );
		return self::from_array( is_array( $values ) ? $values : array() );
	}

	/**
	 * @return array{categories: list<int>, suppliers: list<string>, bins: list<string>, classes: list<'A'|'B'|'C'>, not_counted_days: int|null, sample: int|null, seed: int|null, items: list<int>}
	 */
	public function to_array(): array {
		return array(
			'categories'       => $this->categories,
			'suppliers'        => $this->suppliers,
			'bins'             => $this->bins,
			'classes'          => $this->classes,
			'not_counted_days' => $this->not_counted_days,
			'sample'           => $this->sample,
			'seed'             => $this->seed,
			'items'            => $this->items,
		);
	}

	private static function number( mixed $value ): ?int {
		return is_int( $value ) && $value > 0 ? $value : null;
	}

	/**
	 * @return list<int>
	 */
	private static function numbers( mixed $list ): array {
		return array_values( array_unique( array_filter( is_array( $list ) ? $list : array(), is_int( ... ) ) ) );
	}

	/**
	 * @return list<string>
	 */
	private static function texts( mixed $list ): array {
		return array_values( array_unique( array_filter( is_array( $list ) ? $list : array(), is_string( ... ) ) ) );
	}
}
