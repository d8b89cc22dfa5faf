<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Mail;

use WooInventoryGuard\Alert\Kind;

/**
 * What has changed in the stock, gathered into one mail.
 */
final class StockDigest extends AlertEmail {

	public function __construct( string $folder, string $screen ) {
		$this->id          = 'wig_stock_digest';
		$this->title       = __( 'Stock alerts', 'woo-inventory-guard' );
		$this->description = __( 'One mail for all that became low, ran out or came back since the last one. While it is switched on, WooCommerce does not send its own mails about low stock, no stock and backorders for the same products.', 'woo-inventory-guard' );
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
		return __( 'Stock alerts', 'woo-inventory-guard' );
	}

	protected function template(): string {
		return 'wig-stock-digest';
	}

	protected function sample_kind(): Kind {
		return Kind::Low;
	}
}
