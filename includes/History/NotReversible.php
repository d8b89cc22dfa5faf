<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

/**
 * A document of this kind is not taken back from the ledger.
 */
final class NotReversible extends \RuntimeException {}
