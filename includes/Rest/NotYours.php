<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The right alone is not enough: it was not given to this person.
 */
final class NotYours extends \RuntimeException {}
