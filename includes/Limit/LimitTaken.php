<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

/**
 * There is a limit for this item or category already; change that one.
 */
final class LimitTaken extends \RuntimeException {

	public function __construct( public readonly Scope $scope, public readonly int $scope_id ) {
		parent::__construct( "There is a limit for {$scope->value} {$scope_id} already." );
	}
}
