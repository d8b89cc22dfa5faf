<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Report;

use WooInventoryGuard\Report\Attention;
use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\Closings;
use WooInventoryGuard\Report\DailySums;
use WooInventoryGuard\Report\DayBook;
use WooInventoryGuard\Report\Overview;
use WooInventoryGuard\Report\Rounds;
use WooInventoryGuard\Report\Snoozes;
use WooInventoryGuard\Report\Speeds;
use WooInventoryGuard\Report\Valuation;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;
use WooInventoryGuard\Tests\Support\EngineTestCase;

/**
 * A shop of two items and four days whose figures can be reckoned by hand:
 *
 * | day        | tea (cost 5, price 10)     | cup (cost 2, price 8) | at the end: units, cost, price, out |
 * |------------|----------------------------|-----------------------|-------------------------------------|
 * | 2026-03-02 | first count 20             | first count 4         | 24, 108, 232, 0                     |
 * | 2026-03-03 | 6 sold                     | 4 sold                | 14, 70, 140, 1                      |
 * | 2026-03-04 | 1 damaged, 1 returned      |                       | 14, 70, 140, 1                      |
 * | 2026-03-05 | 10 received                |                       | 24, 120, 240, 1                     |
 * | 2026-03-06 |                            |                       | 24, 120, 240, 1                     |
 */
abstract class ReportTestCase extends EngineTestCase {

	protected Calendar $calendar;
	protected DayBook $book;
	protected DailySums $days;
	protected Valuation $valuation;
	protected Speeds $speeds;
	protected Overview $overview;
	protected Attention $attention;
	protected Snoozes $snoozes;
	protected Rounds $rounds;

	protected int $tea;
	protected int $cup;

	protected function setUp(): void {
		parent::setUp();
		$this->calendar  = new Calendar( $this->clock );
		$this->book      = new DayBook( $this->db, $this->calendar );
		$this->days      = new DailySums( $this->db, $this->calendar, $this->book );
		$this->valuation = new Valuation( $this->db, $this->calendar, $this->book );
		$this->speeds    = new Speeds( $this->db, $this->calendar );
		$this->overview  = new Overview( $this->db, $this->calendar, $this->days, $this->speeds, new Closings( $this->db, $this->calendar, $this->valuation ) );
		$this->attention = new Attention( $this->db, $this->clock );
		$this->snoozes   = new Snoozes( $this->db, $this->clock );
		$this->rounds    = new Rounds( $this->days, $this->valuation, $this->speeds, $this->snoozes );
	}

	final protected function four_days(): void {
		$this->tea = $this->item( 20, array( 'unit_cost' => '5', 'price' => '10', 'low_at' => '2' ) );
		$this->cup = $this->item( 4, array( 'unit_cost' => '2', 'price' => '8', 'low_at' => '2' ) );
		$this->next_day();
		$this->move( $this->tea, -6, 'sold' );
		$this->move( $this->cup, -4, 'sold' );
		$this->next_day();
		$this->move( $this->tea, -1, 'damaged' );
		$this->move( $this->tea, 1, 'returned' );
		$this->next_day();
		$this->move( $this->tea, 10, 'received' );
		$this->next_day();
	}

	final protected function next_day(): void {
		$this->clock->advance( 86_400 );
	}

	final protected function move( int $item, int|string $delta, string $reason ): void {
		$this->engine->ledger->adjust( Adjustment::delta( $item, 1, Quantity::of( $delta ), new Cause( $reason, Reference::none() ) ), $this->key() );
	}

	/**
	 * Figures as text, such as "120 (70)": in the period, and in the one before.
	 *
	 * @param array<string, array{now: Quantity|float|null, before: Quantity|float|null}> $figures
	 * @return array<string, string>
	 */
	final protected static function read( array $figures ): array {
		$text = static fn ( Quantity|float|null $value ): string => null === $value ? 'unknown' : (string) $value;
		return array_map( static fn ( array $figure ): string => $text( $figure['now'] ) . ' (' . $text( $figure['before'] ) . ')', $figures );
	}
}
