<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shortfall;

/**
 * What is done about units that are sold and not there.
 */
enum Outcome: string {

	/** The customer waits: they are taken as soon as they come. */
	case Wait = 'wait';
	/** The customer gets something else. */
	case Substitute = 'substitute';
	/** The customer gets the money back. */
	case Refund = 'refund';
	/** They could be taken after all. */
	case Taken = 'taken';
}
