<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * The rows that are attached to the mail of a report: of the items that the report shows, what the books say. What is
 * reckoned from them (turnover, classes and so on) is seen on the screen that the mail leads to.
 */
final class MailRows {

	/** Items read at once. */
	private const PORTION = 1_000;

	public function __construct( private readonly StockOnDate $stock, private readonly ItemFacts $facts, private readonly Calendar $calendar ) {}

	/**
	 * @return array<string, string> Heading by column.
	 */
	public static function columns( string $report ): array {
		$item  = array(
			'name'     => __( 'Item', 'woo-inventory-guard' ),
			'sku'      => __( 'SKU', 'woo-inventory-guard' ),
			'category' => __( 'Category', 'woo-inventory-guard' ),
		);
		$money = array(
			'unit_cost' => __( 'Unit cost', 'woo-inventory-guard' ),
			'price'     => __( 'Price', 'woo-inventory-guard' ),
		);
		if ( 'stock' === $report ) {
			return $item + array(
				'on_hand'       => __( 'On hand', 'woo-inventory-guard' ),
				'unit_cost'     => $money['unit_cost'],
				'average_cost'  => __( 'Average cost', 'woo-inventory-guard' ),
				'price'         => $money['price'],
				'value_cost'    => __( 'At cost', 'woo-inventory-guard' ),
				'value_average' => __( 'At average cost', 'woo-inventory-guard' ),
				'value_price'   => __( 'At selling prices', 'woo-inventory-guard' ),
			);
		}
		if ( 'ageing' === $report ) {
			return $item + array(
				'on_hand' => __( 'On hand', 'woo-inventory-guard' ),
				'age_0'   => __( '0–30 days', 'woo-inventory-guard' ),
				'age_1'   => __( '31–90 days', 'woo-inventory-guard' ),
				'age_2'   => __( '91–180 days', 'woo-inventory-guard' ),
				'age_3'   => __( '181–365 days', 'woo-inventory-guard' ),
				'age_4'   => __( 'Over 365 days', 'woo-inventory-guard' ),
				'last_in' => __( 'Last received', 'woo-inventory-guard' ),
			) + $money;
		}
		return $item + array(
			'begin'     => __( 'At first', 'woo-inventory-guard' ),
			'on_hand'   => __( 'On hand', 'woo-inventory-guard' ),
			'sold'      => __( 'Sold', 'woo-inventory-guard' ),
			'received'  => __( 'Received', 'woo-inventory-guard' ),
			'lost'      => __( 'Lost', 'woo-inventory-guard' ),
			'other'     => __( 'Corrected', 'woo-inventory-guard' ),
			'days_out'  => __( 'Days out', 'woo-inventory-guard' ),
			'last_sold' => __( 'Last sold', 'woo-inventory-guard' ),
			'last_in'   => __( 'Last received', 'woo-inventory-guard' ),
			'reserved'  => __( 'Reserved', 'woo-inventory-guard' ),
			'available' => __( 'Available', 'woo-inventory-guard' ),
		) + $money;
	}

	/**
	 * @return \Generator<int, array<string, mixed>> Portion by portion, so that a shop of any size fits into memory.
	 */
	public function all( string $report, Period $period ): \Generator {
		$end   = $this->calendar->begin_of( Calendar::shift( $period->to, 1 ) );
		$after = 0;
		do {
			$rows = 'stock' === $report ? $this->stock->page( $end, $after, self::PORTION ) : $this->facts->page( $period, $after, self::PORTION );
			foreach ( $rows as $row ) {
				if ( self::belongs( $report, $row ) ) {
					yield match ( $report ) {
						'stock'  => $row + self::worth( $row ),
						'ageing' => $row + self::by_age( $row ),
						default  => $row,
					};
				}
			}
			$last  = $rows[ self::PORTION - 1 ]['item_id'] ?? null;
			$after = is_int( $last ) ? $last : 0;
		} while ( 0 < $after );
	}

	/**
	 * Whether the report shows the item: as src/reports/logic/reports.ts has it.
	 *
	 * @param array<string, mixed> $row
	 */
	private static function belongs( string $report, array $row ): bool {
		$of = static fn( string $column ): Quantity => $row[ $column ] instanceof Quantity ? $row[ $column ] : Quantity::zero();
		return match ( $report ) {
			'stock'     => ! $of( 'on_hand' )->is_zero(),
			'turnover'  => ! $of( 'sold' )->is_zero() || ! $of( 'on_hand' )->is_zero(),
			'ageing'    => $of( 'on_hand' )->is_positive(),
			'dead'      => $of( 'on_hand' )->is_positive() && ! $of( 'sold' )->is_positive(),
			'outs'      => 0 < $row['days_out'],
			'shrinkage' => ! $of( 'lost' )->is_zero() || ! $of( 'other' )->is_zero(),
			'reserved'  => $of( 'reserved' )->is_positive() || $of( 'available' )->is_negative(),
			default     => true,
		};
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array{value_cost: string, value_average: string, value_price: string} Empty where nothing is known. In the shop's money, to the
	 *         fourth decimal: as Report\Valuation reckons.
	 */
	private static function worth( array $row ): array {
		$times = static fn( mixed $each ): string => $each instanceof Quantity && $row['on_hand'] instanceof Quantity ? (string) round( (float) (string) $row['on_hand'] * (float) (string) $each, 4 ) : '';
		return array(
			'value_cost'    => $times( $row['unit_cost'] ),
			'value_average' => $times( $row['average_cost'] ),
			'value_price'   => $times( $row['price'] ),
		);
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed> Units by class of Ages.
	 */
	private static function by_age( array $row ): array {
		$by_age = array();
		foreach ( (array) $row['ages'] as $class => $units ) {
			$by_age[ "age_$class" ] = $units;
		}
		return $by_age;
	}
}
