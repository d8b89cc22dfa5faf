<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

use WooInventoryGuard\Stock\Quantity;

/**
 * What the mail of a report says: which report of which days, a few figures of the whole shop, what is attached, and
 * where all of it is seen.
 */
final class MailWords {

	/** Figures of Overview that belong to a report. */
	private const FIGURES = array(
		'stock'    => array( 'units', 'value_cost', 'value_average', 'value_price' ),
		'turnover' => array( 'sold', 'cover_days', 'sell_through' ),
		'classes'  => array( 'sold' ),
		'outs'     => array( 'lost_units', 'lost_sales' ),
	);

	/**
	 * @param Overview           $overview Of the whole shop.
	 * @param \Closure(): string $currency Code of the shop's money, such as EUR; empty without a shop.
	 */
	public function __construct( private readonly Overview $overview, private readonly \Closure $currency ) {}

	public function subject( ReportMail $mail, Period $period ): string {
		$site = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		/* translators: 1: name of the site, 2: name of a report, 3: a day, or from one day to another */
		$text = sprintf( __( '[%1$s] %2$s: %3$s', 'woo-inventory-guard' ), $site, self::title( $mail->report ), self::days( $mail->report, $period ) );
		return trim( (string) preg_replace( '/[\x00-\x1f\x7f]+/', ' ', $text ) );
	}

	/**
	 * @param array<string, Quantity|float|null> $figures See figures().
	 * @param bool                               $attached Whether the rows are attached.
	 */
	public function text( ReportMail $mail, Period $period, array $figures, int $rows, bool $attached ): string {
		$lines = array( self::title( $mail->report ), self::days( $mail->report, $period ), '' );
		foreach ( $figures as $name => $value ) {
			$lines[] = $this->figure( $name, $value );
		}
		if ( array() !== $figures ) {
			$lines[] = '';
		}
		$lines[] = $attached
			/* translators: %s: a number of items */
			? sprintf( _n( 'Attached: %s item, as a table (CSV) that spreadsheets open.', 'Attached: %s items, as a table (CSV) that spreadsheets open.', $rows, 'woo-inventory-guard' ), number_format_i18n( $rows ) )
			/* translators: %s: a number of items */
			: sprintf( _n( 'The table of %s item is too large for a mail. Open the report and export it there.', 'The table of %s items is too large for a mail. Open the report and export it there.', $rows, 'woo-inventory-guard' ), number_format_i18n( $rows ) );
		$lines[] = __( 'The whole report, with all that is reckoned:', 'woo-inventory-guard' );
		$lines[] = self::link( $mail->report, $period );
		$lines[] = '';
		$lines[] = __( 'Who may change the settings of the inventory can switch this mail off under Reports, Send by mail.', 'woo-inventory-guard' );
		return implode( "\n", $lines ) . "\n";
	}

	/**
	 * @return array<string, Quantity|float|null> What is said of the whole shop; the same for all who get the mail.
	 */
	public function figures( ReportMail $mail, Period $period ): array {
		$names = self::FIGURES[ $mail->report ] ?? array();
		$all   = array() === $names ? array() : $this->overview->figures( 'stock' === $mail->report ? Period::ending( $period->to, 1 ) : $period );
		$found = array();
		foreach ( $names as $name ) {
			$found[ $name ] = $all[ $name ]['now'] ?? null;
		}
		return $found;
	}

	public static function title( string $report ): string {
		return match ( $report ) {
			'stock'     => __( 'Stock on a date', 'woo-inventory-guard' ),
			'turnover'  => __( 'Turnover and cover', 'woo-inventory-guard' ),
			'classes'   => __( 'ABC and XYZ', 'woo-inventory-guard' ),
			'ageing'    => __( 'Stock by age', 'woo-inventory-guard' ),
			'dead'      => __( 'What does not sell', 'woo-inventory-guard' ),
			'outs'      => __( 'Stock-outs', 'woo-inventory-guard' ),
			'shrinkage' => __( 'Shrinkage', 'woo-inventory-guard' ),
			default     => __( 'Reserved and short', 'woo-inventory-guard' ),
		};
	}

	/**
	 * Where the report is seen, with its days: as src/reports reads addresses.
	 */
	public static function link( string $report, Period $period ): string {
		$of = 'stock' === $report ? array( 'day' => $period->to ) : array(
			'report' => $report,
			'from'   => $period->from,
			'to'     => $period->to,
		);
		return admin_url( 'admin.php?page=woo-inventory-guard&path=/reports&' . http_build_query( $of, '', '&' ) );
	}

	private static function days( string $report, Period $period ): string {
		$day = static fn( string $day ): string => (string) wp_date( (string) get_option( 'date_format' ), (int) strtotime( $day . ' 12:00:00 UTC' ), new \DateTimeZone( 'UTC' ) );
		return 'stock' === $report || $period->from === $period->to
			? $day( $period->to )
			/* translators: 1: first day, 2: last day */
			: sprintf( __( '%1$s to %2$s', 'woo-inventory-guard' ), $day( $period->from ), $day( $period->to ) );
	}

	private function figure( string $name, Quantity|float|null $value ): string {
		$label = match ( $name ) {
			'units'       => __( 'Units on hand', 'woo-inventory-guard' ),
			'value_cost'  => __( 'Worth at cost', 'woo-inventory-guard' ),
			'value_average' => __( 'Worth at average cost', 'woo-inventory-guard' ),
			'value_price' => __( 'Worth at selling prices', 'woo-inventory-guard' ),
			'sold'        => __( 'Units sold', 'woo-inventory-guard' ),
			'cover_days'  => __( 'Days of cover', 'woo-inventory-guard' ),
			'sell_through' => __( 'Sell-through', 'woo-inventory-guard' ),
			'lost_units'  => __( 'Units not sold because there were none (an estimate)', 'woo-inventory-guard' ),
			default       => __( 'Sales lost by that (an estimate)', 'woo-inventory-guard' ),
		};
		/* translators: 1: name of a figure, 2: its value */
		return sprintf( __( '%1$s: %2$s', 'woo-inventory-guard' ), $label, null === $value ? __( 'not known', 'woo-inventory-guard' ) : $this->number( $name, (float) (string) $value ) );
	}

	private function number( string $name, float $value ): string {
		return match ( $name ) {
			'value_cost', 'value_average', 'value_price', 'lost_sales' => trim( number_format_i18n( $value, 2 ) . ' ' . ( $this->currency )() ),
			'sell_through' => number_format_i18n( $value * 100, 1 ) . ' %',
			default        => number_format_i18n( $value, fmod( $value, 1.0 ) === 0.0 ? 0 : 1 ),
		};
	}
}
