<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Report;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Report\Calendar;
use WooInventoryGuard\Report\DailySums;
use WooInventoryGuard\Report\InvalidPeriod;
use WooInventoryGuard\Report\ItemFacts;
use WooInventoryGuard\Report\Period;
use WooInventoryGuard\Report\StockOnDate;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Lines\FoldedLevels;
use WooInventoryGuard\Stock\Quantity;

/**
 * Numbers of every item, for reports: in portions by item number, the header X-WIG-Next says where to go on. Where they are
 * of a day within a month whose movements were folded, X-WIG-Folded-Before says from when on every day is known: such a day
 * has the numbers with which its month began, or of the last line since that was not folded.
 */
final class ItemReportsController extends Controller {

	/** A period of more days than this is read in two. */
	private const MOST_DAYS = 366;

	public function __construct( private readonly StockOnDate $stock, private readonly ItemFacts $facts, private readonly Calendar $calendar, private readonly DailySums $sums, private readonly FoldedLevels $folded ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/reports/stock-on-date', Access::VIEW, $this->stock( ... ), 'What was on hand of each item at the end of a day.', 'stock-on-date', many: true, query: 'stock-on-date-query' ),
			new Operation( 'GET', '/reports/items', Access::VIEW, $this->items( ... ), 'What each item did in a period.', 'item-facts', many: true, query: 'item-facts-query' ),
		);
	}

	private function stock( Call $call ): \WP_REST_Response {
		$day = $call->text( 'day' ) ?? $this->calendar->today();
		if ( ! Calendar::is_day( $day ) ) {
			throw InvalidInput::of( 'day', __( 'day must be a day such as 2026-11-25.', 'woo-inventory-guard' ) );
		}
		$size = (int) $call->int( 'per_page' );
		return $this->answer( $this->stock->page( $this->calendar->begin_of( Calendar::shift( $day, 1 ) ), (int) $call->int( 'from_item' ), $size ), $size, $day );
	}

	private function items( Call $call ): \WP_REST_Response {
		if ( 0 === (int) $call->int( 'from_item' ) ) {
			$this->sums->today();
		}
		$size   = (int) $call->int( 'per_page' );
		$period = $this->period( $call );
		return $this->answer( $this->facts->page( $period, (int) $call->int( 'from_item' ), $size ), $size, $period->to );
	}

	/**
	 * @throws InvalidInput
	 */
	private function period( Call $call ): Period {
		$today = $this->calendar->today();
		try {
			$to     = min( $call->text( 'to' ) ?? $today, $today );
			$period = Period::of( $call->text( 'from' ) ?? Calendar::shift( Calendar::is_day( $to ) ? $to : $today, -29 ), $to );
		} catch ( InvalidPeriod ) {
			$period = null;
		}
		if ( null === $period || $period->days > self::MOST_DAYS ) {
			/* translators: %s: a number of days */
			throw InvalidInput::of( 'from', sprintf( __( 'The first and the last day must be days such as 2026-11-25, the first not after the last, and at most %s days apart.', 'woo-inventory-guard' ), number_format_i18n( self::MOST_DAYS ) ) );
		}
		return $period;
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @param string                     $day  At whose end they were so.
	 */
	private function answer( array $rows, int $size, string $day ): \WP_REST_Response {
		$response = new \WP_REST_Response( array_map( static fn( array $row ): array => array_map( self::plain( ... ), $row ), $rows ) );
		$last     = $rows[ $size - 1 ]['item_id'] ?? null;
		if ( is_int( $last ) ) {
			$response->header( 'X-WIG-Next', (string) $last );
		}
		$next   = Calendar::shift( $day, 1 );
		$folded = $this->folded->before();
		if ( null !== $folded && $this->calendar->begin_of( $next ) < $folded && ! str_ends_with( $next, '-01' ) ) {
			$response->header( 'X-WIG-Folded-Before', Words::time( $folded ) );
		}
		return $response;
	}

	private static function plain( mixed $value ): mixed {
		return match ( true ) {
			$value instanceof Quantity => $value->json(),
			is_array( $value )         => array_map( self::plain( ... ), $value ),
			default                    => $value,
		};
	}
}
