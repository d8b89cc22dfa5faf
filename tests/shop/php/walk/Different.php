<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * The shop and the model disagree.
 */
final class Different extends \RuntimeException {}
