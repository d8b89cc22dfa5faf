<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * There is no webhook with this number.
 */
final class NoSuchWebhook extends \RuntimeException {

	public function __construct( public readonly int $webhook_id ) {
		parent::__construct( "There is no webhook {$webhook_id}." );
	}
}
