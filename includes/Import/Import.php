<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Platform\Clock;

/**
 * One file that is brought in: a row of `imports`.
 */
final class Import {

	public const COLUMNS = 'id, name, state, phase, reached, options, total_rows, received, checked, applied, undone, problem_rows, change_rows, same_rows, created_rows, conflict_rows, actor_id, version, created_at, updated_at, applied_at';

	/** How the ledger names it. */
	public const REFERENCE = 'import';

	/** How long its rows are kept, and with them the way back, in days. */
	public const DAYS = 30;

	/**
	 * @param array<'total_rows'|'received'|'checked'|'applied'|'undone'|'problem_rows'|'change_rows'|'same_rows'|'created_rows'|'conflict_rows', int> $rows How many, by what.
	 */
	private function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly State $state,
		public readonly int $phase,
		public readonly int $reached,
		public readonly Options $options,
		public readonly array $rows,
		public readonly int $actor,
		public readonly int $version,
		public readonly \DateTimeImmutable $created_at,
		public readonly \DateTimeImmutable $updated_at,
		public readonly ?\DateTimeImmutable $applied_at
	) {}

	public function can_be_undone( \DateTimeImmutable $now ): bool {
		return ( State::Applying === $this->state || State::Applied === $this->state ) && 0 < $this->rows['applied'] + $this->rows['conflict_rows'] && $this->created_at > $now->modify( '-' . self::DAYS . ' days' );
	}

	/**
	 * @param array<string, string|null> $row With all of COLUMNS.
	 */
	public static function from_row( array $row ): self {
		$options = json_decode( (string) $row['options'], true );
		$rows    = array();
		foreach ( array( 'total_rows', 'received', 'checked', 'applied', 'undone', 'problem_rows', 'change_rows', 'same_rows', 'created_rows', 'conflict_rows' ) as $what ) {
			$rows[ $what ] = (int) $row[ $what ];
		}
		return new self(
			(int) $row['id'],
			(string) $row['name'],
			State::from( (string) $row['state'] ),
			(int) $row['phase'],
			(int) $row['reached'],
			Options::from_array( is_array( $options ) ? $options : array() ),
			$rows,
			(int) $row['actor_id'],
			(int) $row['version'],
			Clock::from_sql( $row['created_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['updated_at'] ) ?? new \DateTimeImmutable( '@0' ),
			Clock::from_sql( $row['applied_at'] )
		);
	}
}
