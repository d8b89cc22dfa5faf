<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

/**
 * This is no place in an export.
 */
final class BadCursor extends \RuntimeException {}
