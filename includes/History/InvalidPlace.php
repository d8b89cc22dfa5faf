<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

/**
 * Where to go on from is not a place that this list has given out.
 */
final class InvalidPlace extends \RuntimeException {}
