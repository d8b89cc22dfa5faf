<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rule;

/**
 * There is a rule for this already; change that one.
 */
final class RuleTaken extends \RuntimeException {

	public function __construct( public readonly Scope $scope, public readonly int $scope_id ) {
		parent::__construct( "There is a rule for {$scope->value} {$scope_id} already." );
	}
}
