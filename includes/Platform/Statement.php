<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Platform;

/**
 * A statement that is sent later, with others: see Db::at_once().
 */
final class Statement {

	/**
	 * @param literal-string         $sql     With %i, %d and %s.
	 * @param list<int|string|RowId> $args
	 * @param bool                   $decides Whether all is undone unless this changes exactly one row.
	 */
	private function __construct( public readonly string $sql, public readonly array $args, public readonly bool $decides ) {}

	/**
	 * @param literal-string $sql
	 */
	public static function of( string $sql, int|string|RowId ...$args ): self {
		return new self( $sql, array_values( $args ), false );
	}

	/**
	 * One whose changed row is the verdict.
	 *
	 * @param literal-string $sql
	 */
	public static function deciding( string $sql, int|string ...$args ): self {
		return new self( $sql, array_values( $args ), true );
	}

	/**
	 * The values, once the id is known that was not when the statement was written.
	 *
	 * @return list<int|string>
	 */
	public function args_with( int $id ): array {
		return array_map( static fn( int|string|RowId $value ): int|string => $value instanceof RowId ? $id : $value, $this->args );
	}
}
