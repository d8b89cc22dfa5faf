<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\InvalidPeriod;
use WooInventoryGuard\Report\Overview;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\Shrinkage;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Quantity;

/**
 * What the shop holds and what moved, in numbers.
 */
final class ReportsController extends Controller {

	public function __construct( private readonly Overview $overview, private readonly Shrinkage $shrinkage ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/reports/overview', Access::VIEW, $this->overview( ... ), 'The figures of a period, and of the one before.', 'overview', query: 'report-query' ),
			new Operation( 'GET', '/reports/movements-by-day', Access::VIEW, $this->movements( ... ), 'Units that moved, by day and reason.', 'movements-by-day', query: 'report-query' ),
			new Operation( 'GET', '/reports/stock-value', Access::VIEW, $this->values( ... ), 'What the stock was worth at the end of each day.', 'stock-value', query: 'report-query' ),
			new Operation( 'GET', '/reports/shrinkage', Access::VIEW, $this->shrinkage( ... ), 'What went without being sold, by reason.', 'shrinkage', query: 'report-query' ),
		);
	}

	private function overview( Call $call ): \WP_REST_Response {
		$period = $this->period( $call );
		$this->overview->freshen();
		return self::answer(
			$period,
			array(
				'days'     => $period->days,
				'complete' => $this->overview->is_complete(),
				'as_of'    => Words::time( $this->overview->calendar()->now() ),
				'figures'  => array_map(
					static fn( array $figure ): array => array(
						'now'    => self::number( $figure['now'] ),
						'before' => self::number( $figure['before'] ),
					),
					$this->overview->figures( $period )
				),
			)
		);
	}

	private function movements( Call $call ): \WP_REST_Response {
		$period = $this->period( $call );
		$this->overview->freshen();
		return self::answer( $period, array( 'days' => array_map( static fn( array $day ): array => array_map( static fn( Quantity|string $value ): int|float|string => $value instanceof Quantity ? $value->json() : $value, $day ), $this->overview->movements( $period ) ) ) );
	}

	private function values( Call $call ): \WP_REST_Response {
		$period = $this->period( $call );
		$this->overview->freshen();
		$days = array();
		foreach ( $this->overview->values( $period ) as $day => $end ) {
			$days[] = array(
				'day'           => $day,
				'value_cost'    => $end['totals']->cost->json(),
				'value_average' => $end['totals']->average->json(),
				'value_price'   => $end['totals']->price->json(),
				'units'         => $end['totals']->units->json(),
				'items_out'     => $end['totals']->items_out,
				'reckoned'      => $end['reckoned'],
			);
		}
		return self::answer( $period, array( 'days' => $days ) );
	}

	private function shrinkage( Call $call ): \WP_REST_Response {
		$period  = $this->period( $call );
		$reasons = array();
		foreach ( $this->shrinkage->by_reason( $period ) as $sum ) {
			$reasons[] = array(
				'units' => $sum['units']->json(),
				'cost'  => $sum['cost']->json(),
			) + $sum;
		}
		return self::answer( $period, array( 'reasons' => $reasons ) );
	}

	/**
	 * @throws InvalidInput
	 */
	private function period( Call $call ): Period {
		$today = $this->overview->calendar()->today();
		$from  = $call->text( 'from' );
		$to    = $call->text( 'to' );
		if ( null === $from && null === $to ) {
			return Period::ending( $today, (int) $call->int( 'days' ) );
		}
		try {
			return Period::of( $from ?? $today, min( $to ?? $today, $today ) );
		} catch ( InvalidPeriod ) {
			/* translators: %s: a number of days */
			throw InvalidInput::of( null === $from ? 'to' : 'from', sprintf( __( 'The first and the last day must be days such as 2026-11-25, the first not after the last, and at most %s days apart.', 'woo-inventory-guard' ), number_format_i18n( Period::MOST_DAYS ) ) );
		}
	}

	private static function number( Quantity|float|null $value ): int|float|string|null {
		return $value instanceof Quantity ? $value->json() : $value;
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	private static function answer( Period $period, array $fields ): \WP_REST_Response {
		return new \WP_REST_Response(
			array(
				'from' => $period->from,
				'to'   => $period->to,
			) + $fields
		);
	}
}
