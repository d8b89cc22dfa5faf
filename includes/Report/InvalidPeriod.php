<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Report;

/**
 * No period: no such day, the end before the beginning, or more days than can be shown.
 */
final class InvalidPeriod extends \RuntimeException {}
