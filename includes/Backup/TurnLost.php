<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * Somebody else has it by now; what this portion wrote is rolled back.
 */
final class TurnLost extends \RuntimeException {}
