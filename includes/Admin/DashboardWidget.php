<?php
/**
 * The box on the dashboard of WordPress.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * What needs somebody, as a few lines with links, on the page that people see when they sign in. Made by the server: no
 * script for it.
 */
final class DashboardWidget {

	/**
	 * @param \Closure(): array{out: int, low: int, short: int, holds: int, due: int, mass: int, ledger: int} $needs   How many of each.
	 * @param \Closure(): int                                                            $averted Oversells averted in 30 days.
	 */
	public function __construct( private readonly \Closure $needs, private readonly \Closure $averted ) {}

	public function register(): void {
		add_action( 'wp_dashboard_setup', $this->add( ... ) );
	}

	private function add(): void {
		if ( Access::can( Access::VIEW ) ) {
			wp_add_dashboard_widget( 'woo_inventory_guard', __( 'Inventory', 'woo-inventory-guard' ), $this->show( ... ) );
		}
	}

	private function show(): void {
		$lines = $this->lines( ( $this->needs )() );
		if ( array() === $lines ) {
			printf( '<p>%s</p>', esc_html__( 'Nothing needs you.', 'woo-inventory-guard' ) );
		} else {
			echo '<ul>';
			foreach ( $lines as $line ) {
				printf( '<li><a href="%s">%s</a></li>', esc_url( $line['link'] ), esc_html( $line['text'] ) );
			}
			echo '</ul>';
		}
		$averted = ( $this->averted )();
		printf(
			'<p class="description">%s</p><p><a class="button" href="%s">%s</a></p>',
			/* translators: %s: a number */
			esc_html( sprintf( _n( '%s oversell averted in the last 30 days.', '%s oversells averted in the last 30 days.', $averted, 'woo-inventory-guard' ), number_format_i18n( $averted ) ) ),
			esc_url( Menu::address( Menu::START ) ),
			esc_html__( 'Open the inventory', 'woo-inventory-guard' )
		);
	}

	/**
	 * @param array{out: int, low: int, short: int, holds: int, due: int, mass: int, ledger: int} $needs
	 * @return list<array{text: string, link: string}>
	 */
	private function lines( array $needs ): array {
		$start = Menu::address( Menu::START );
		/* translators: %s: a number of items */
		$out = _n( '%s item is out of stock and still wanted', '%s items are out of stock and still wanted', $needs['out'], 'woo-inventory-guard' );
		/* translators: %s: a number of items */
		$low = _n( '%s item is low', '%s items are low', $needs['low'], 'woo-inventory-guard' );
		/* translators: %s: a number of order lines */
		$short = _n( '%s line of a paid order is short', '%s lines of paid orders are short', $needs['short'], 'woo-inventory-guard' );
		/* translators: %s: a number of orders */
		$holds = _n( '%s unpaid order loses its units within a day', '%s unpaid orders lose their units within a day', $needs['holds'], 'woo-inventory-guard' );
		/* translators: %s: a number of stocktakes */
		$due = _n( '%s stocktake is due', '%s stocktakes are due', $needs['due'], 'woo-inventory-guard' );
		/* translators: %s: a number of events */
		$mass  = _n( '%s event has emptied or cut many items at once', '%s events have emptied or cut many items at once', $needs['mass'], 'woo-inventory-guard' );
		$all   = array(
			array( $needs['mass'], $mass, $start ),
			array( $needs['short'], $short, $start ),
			array( $needs['out'], $out, Menu::address( '/stock' ) . '&status=out' ),
			array( $needs['low'], $low, Menu::address( '/stock' ) . '&status=low' ),
			array( $needs['holds'], $holds, $start ),
			array( $needs['due'], $due, $start ),
		);
		$lines = 0 === $needs['ledger'] ? array() : array(
			array(
				'text' => __( 'The stock records do not agree', 'woo-inventory-guard' ),
				'link' => $start,
			),
		);
		foreach ( $all as list( $count, $text, $link ) ) {
			if ( $count > 0 ) {
				$lines[] = array(
					'text' => sprintf( $text, number_format_i18n( $count ) ),
					'link' => $link,
				);
			}
		}
		return $lines;
	}
}
