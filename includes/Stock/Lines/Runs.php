<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Stock\Movement;

/**
 * Takes lines of a level's ledger apart into runs that can be folded (see Folding).
 */
final class Runs {

	/** @var list<Run> */
	private array $runs = array();

	private ?Run $open = null;

	private int $read = 0;

	private ?string $month = null;

	/**
	 * @param \Closure(\DateTimeImmutable): string $month_of In which month a moment lies.
	 */
	public function __construct( private readonly \Closure $month_of ) {}

	/**
	 * The next line, in the order of numbers. One that does not follow from the one before it begins a run of its own:
	 * what is broken stays as it is, for Repair to find.
	 */
	public function add( Movement $line, bool $stays ): void {
		$new_month   = ! $this->is_of_this_month( $line );
		$this->month = ( $this->month_of )( $line->created_at );
		++$this->read;
		if ( $stays ) {
			$this->open = null;
		} elseif ( null === $this->open || $new_month || ! $this->open->goes_on_with( $line ) ) {
			$this->open   = new Run( $line );
			$this->runs[] = $this->open;
		} else {
			$this->open->add( $line );
		}
	}

	public function is_of_this_month( Movement $line ): bool {
		return ( $this->month_of )( $line->created_at ) === $this->month;
	}

	public function read(): int {
		return $this->read;
	}

	/**
	 * @return list<Run>
	 */
	public function all(): array {
		return $this->runs;
	}
}
