<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Lines;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Lines that follow upon one another, with their sums by reason and direction (see Folding).
 */
final class Run {

	/** The number of the line before it. */
	public readonly int $after;

	public int $lines = 0;

	private Quantity $balance;

	private readonly Quantity $begin;

	private \DateTimeImmutable $until;

	/** @var array<string, array{reason: string, delta: Quantity, lines: int, last: int}> By direction and reason. */
	private array $sums = array();

	public function __construct( Movement $first ) {
		$this->after   = $first->seq - $first->stands_for;
		$this->begin   = $first->balance_after->minus( $first->delta );
		$this->balance = $this->begin;
		$this->until   = $first->created_at;
		$this->add( $first );
	}

	public function goes_on_with( Movement $line ): bool {
		return $line->seq === $this->after + $this->lines + 1 && 0 === $line->balance_after->compare( $this->balance->plus( $line->delta ) );
	}

	public function add( Movement $line ): void {
		$sign = $line->delta->is_negative() ? '-' : '+';
		$sum  = $this->sums[ $sign . $line->reason ] ?? array(
			'reason' => $line->reason,
			'delta'  => Quantity::zero(),
			'lines'  => 0,
			'last'   => 0,
		);

		$this->sums[ $sign . $line->reason ] = array(
			'reason' => $line->reason,
			'delta'  => $sum['delta']->plus( $line->delta ),
			'lines'  => $sum['lines'] + 1,
			'last'   => $line->seq,
		);

		++$this->lines;
		$this->balance = $line->balance_after;
		// Servers' clocks may differ by moments.
		$this->until = max( $this->until, $line->created_at );
	}

	/**
	 * @return list<PastLine> In the order in which each of them ended; the last balance is that of the last line.
	 */
	public function sums(): array {
		$sums = array_values( $this->sums );
		usort( $sums, static fn( array $one, array $two ): int => $one['last'] <=> $two['last'] );
		$seq     = $this->after;
		$balance = $this->begin;
		$lines   = array();
		foreach ( $sums as $sum ) {
			$seq    += $sum['lines'];
			$balance = $balance->plus( $sum['delta'] );
			$lines[] = new PastLine( $seq, $sum['delta'], $balance, new Cause( $sum['reason'], new Reference( Folding::TYPE, '' ) ), Clock::sql( $this->until ), stands_for: $sum['lines'] );
		}
		return $lines;
	}
}
