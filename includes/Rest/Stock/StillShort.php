<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

/**
 * Units that were to be taken now are still not there.
 */
final class StillShort extends \RuntimeException {
}
