<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

/**
 * What something is for, in the words of another room: type "order", id "1042".
 */
final class Reference {

	public function __construct( public readonly string $type, public readonly string $id ) {}

	public static function none(): self {
		return new self( '', '' );
	}
}
