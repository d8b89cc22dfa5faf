<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The route is open to this person, and this thing of it is not. The message says who may.
 */
final class Forbidden extends \RuntimeException {}
