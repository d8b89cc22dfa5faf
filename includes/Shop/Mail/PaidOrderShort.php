<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mail;

use WooInventoryGuard\Alert\Kind;

/**
 * A customer has paid for what is not there: somebody has to decide, so this mail waits for no digest.
 */
final class PaidOrderShort extends AlertEmail {

	public function __construct( string $folder, string $screen ) {
		$this->id          = 'wig_paid_order_short';
		$this->title       = __( 'Paid order out of stock', 'woo-inventory-guard' );
		$this->description = __( 'Sent at once when an order is paid and its units are gone.', 'woo-inventory-guard' );
		parent::__construct( $folder, $screen );
	}

	/**
	 * @return string
	 */
	public function get_default_subject() {
		return __( '[{site_title}]: {summary}', 'woo-inventory-guard' );
	}

	/**
	 * @return string
	 */
	public function get_default_heading() {
		return __( 'A paid order is out of stock', 'woo-inventory-guard' );
	}

	protected function template(): string {
		return 'wig-paid-order-short';
	}

	protected function sample_kind(): Kind {
		return Kind::PaidShort;
	}
}
