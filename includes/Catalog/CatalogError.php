<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog;

/**
 * What the catalog answers when it says no. Each kind is a class; the edges choose words and codes.
 */
abstract class CatalogError extends \RuntimeException {
}
