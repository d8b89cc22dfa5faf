<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Integrity\Integrity;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Integrity\Problem;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Stock\Integrity\Repair;

/**
 * Looks what is lost, and mends it where somebody says so. What nobody can know is estimated and offered, never written
 * by itself.
 */
final class Mending {

	private const DETAILS = 20;

	/**
	 * @param \Closure(): list<string> $missing_tables Names of our tables that are not there.
	 * @param \Closure(): void         $make_tables    Makes them again, empty.
	 */
	public function __construct(
		private readonly Integrity $integrity,
		private readonly Repair $repair,
		private readonly Ledger $ledger,
		private readonly \Closure $missing_tables,
		private readonly \Closure $make_tables,
		private readonly ?ShopStock $shop
	) {}

	/**
	 * @return list<Finding>
	 */
	public function findings(): array {
		$missing = ( $this->missing_tables )();
		if ( array() !== $missing ) {
			// Nothing else can be asked before they are there.
			return array( new Finding( 'tables', count( $missing ), array_slice( $missing, 0, self::DETAILS ) ) );
		}
		$problems = array_filter( $this->integrity->check()->problems, static fn( Problem $problem ): bool => 6 !== $problem->invariant );
		$lost     = null === $this->shop ? 0 : $this->shop->lost();
		$guesses  = null === $this->shop ? array() : $this->shop->estimates();
		return array_values(
			array_filter(
				array(
					new Finding( 'records', count( $problems ), self::told( array_values( $problems ) ) ),
					new Finding( 'shop', $lost, array() ),
					new Finding( 'estimates', count( $guesses ), array_map( static fn( array $guess ): string => $guess['name'], array_slice( $guesses, 0, self::DETAILS ) ) ),
				),
				static fn( Finding $finding ): bool => 0 < $finding->count
			)
		);
	}

	/**
	 * @param 'tables'|'records'|'shop' $act
	 */
	public function mend( string $act, int $actor ): void {
		if ( 'tables' === $act ) {
			( $this->make_tables )();
			$this->shop?->look_at_all();
		} elseif ( array() === ( $this->missing_tables )() ) {
			'shop' === $act ? $this->shop?->write_back() : $this->repair->run( $actor );
		}
	}

	/**
	 * @return list<array{item_id: int, name: string, on_hand: Quantity, estimate: Quantity, at: string, order_id: int}>
	 */
	public function estimates(): array {
		return null === $this->shop || array() !== ( $this->missing_tables )() ? array() : $this->shop->estimates();
	}

	/**
	 * Takes an estimate over, as a line that says so.
	 *
	 * @param Quantity $seen What was on hand when somebody decided.
	 */
	public function adopt( int $item_id, Quantity $estimate, Quantity $seen, int $actor, string $key ): void {
		$note = __( 'Estimated from old orders after stock data was lost.', 'woo-inventory-guard' );
		$this->ledger->adjust( Adjustment::counted( $item_id, 1, $estimate, $seen, new Cause( 'correction', Reference::none(), $actor, $note ) ), $key );
	}

	/**
	 * @param list<Problem> $problems
	 * @return list<string>
	 */
	private static function told( array $problems ): array {
		return array_map( static fn( Problem $problem ): string => "{$problem->invariant}: {$problem->item_id}/{$problem->location_id}, {$problem->expected} ≠ {$problem->found}", array_slice( $problems, 0, self::DETAILS ) );
	}
}
