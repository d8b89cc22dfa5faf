<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Catalog\Bundle;

use WooInventoryGuard\Catalog\CatalogError;

/**
 * More components, or more bundles within bundles, than can be kept quick; nothing was written.
 */
final class BundleTooLarge extends CatalogError {

	/**
	 * @param 'components'|'depth'|'parts' $what  Parts are the components of all depths together.
	 * @param int                          $limit The most that is allowed.
	 */
	public function __construct( public readonly string $what, public readonly int $limit ) {
		parent::__construct( "A bundle has at most {$limit} {$what}." );
	}
}
