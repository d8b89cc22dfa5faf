<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Shortfall\Shortfall;

/**
 * The panel "Stock" on the order screen, with orders as posts and in their own tables.
 */
final class Panel {

	public function __construct( private readonly PanelRows $rows, private readonly Expiry $expiry ) {}

	public function register(): void {
		add_action( 'add_meta_boxes', $this->add( ... ), 30, 2 );
	}

	private function add( mixed $screen, mixed $shown = null ): void {
		$order = $shown instanceof \WP_Post ? wc_get_order( $shown->ID ) : $shown;
		if ( $order instanceof \WC_Order && Access::can( Access::VIEW ) ) {
			add_meta_box( 'wig-order-stock', __( 'Stock', 'woo-inventory-guard' ), $this->show( ... ), wc_get_page_screen_id( 'shop-order' ), 'normal', 'high' );
		}
	}

	private function show( mixed $shown ): void {
		$order = $shown instanceof \WP_Post ? wc_get_order( $shown->ID ) : $shown;
		if ( ! $order instanceof \WC_Order ) {
			return;
		}
		// What ran out since the last job came by is said before the panel tells the opposite.
		$this->expiry->work( 1, $order->get_id() );
		$rows = $this->rows->lines( $order );
		if ( array() === $rows ) {
			echo '<p>' . esc_html__( 'Nothing in this order is counted.', 'woo-inventory-guard' ) . '</p>';
			return;
		}
		echo '<table class="widefat striped"><thead><tr>';
		foreach ( array( __( 'Product', 'woo-inventory-guard' ), __( 'Ordered', 'woo-inventory-guard' ), __( 'Taken', 'woo-inventory-guard' ), __( 'Held', 'woo-inventory-guard' ), __( 'Refunded', 'woo-inventory-guard' ), __( 'Why', 'woo-inventory-guard' ) ) as $head ) {
			echo '<th scope="col">' . esc_html( $head ) . '</th>';
		}
		echo '</tr></thead><tbody>';
		foreach ( $rows as $row ) {
			echo '<tr><th scope="row">' . esc_html( $row['name'] );
			if ( '' !== $row['parts'] ) {
				echo '<br><small class="wig-parts">' . esc_html( $row['parts'] ) . '</small>';
			}
			echo '</th>';
			foreach ( array( 'wanted', 'taken', 'held', 'restocked' ) as $column ) {
				echo '<td>' . esc_html( $row[ $column ] ) . '</td>';
			}
			echo '<td>' . esc_html( $row['why'] );
			if ( null !== $row['short'] && ! $row['short']->owed && Access::can( Access::ADJUST ) ) {
				$this->decisions( $row['short'] );
			}
			echo '</td></tr>';
		}
		echo '</tbody></table>';
		$this->buttons( $order );
		echo '<ul class="ul-disc">';
		foreach ( $this->rows->history( $order ) as $sentence ) {
			echo '<li>' . esc_html( $sentence ) . '</li>';
		}
		echo '</ul>';
	}

	private function decisions( Shortfall $short ): void {
		echo '<br>';
		foreach ( Decisions::labels() as $outcome => $label ) {
			$link = Actions::link(
				$short->order_id,
				'resolve',
				array(
					'shortfall' => $short->id,
					'outcome'   => $outcome,
				)
			);
			echo '<a class="button button-small" href="' . esc_url( $link ) . '">' . esc_html( $label ) . '</a> ';
		}
	}

	private function buttons( \WC_Order $order ): void {
		if ( ! Actions::allowed() ) {
			return;
		}
		$ended   = $order->has_status( array( 'cancelled', 'refunded', 'failed' ) );
		$buttons = $ended
			? array( 'release' => __( 'Put back in stock', 'woo-inventory-guard' ) )
			: array(
				'extend'  => __( 'Hold longer', 'woo-inventory-guard' ),
				'commit'  => __( 'Commit stock', 'woo-inventory-guard' ),
				'release' => __( 'Release', 'woo-inventory-guard' ),
			);
		echo '<p>';
		foreach ( $buttons as $act => $label ) {
			echo '<a class="button" href="' . esc_url( Actions::link( $order->get_id(), $act ) ) . '">' . esc_html( $label ) . '</a> ';
		}
		echo '</p>';
	}
}
