<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Error;

/**
 * This idempotency key already stands for another request.
 */
final class KeyReused extends StockError {

	public function __construct( public readonly string $key ) {
		parent::__construct( "Key {$key} was used for another request." );
	}
}
