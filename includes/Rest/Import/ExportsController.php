<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Import\BadCursor;
use WooInventoryGuard\Import\Export;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Stock\StockStatus;

/**
 * Items to be written into a file, portion by portion.
 */
final class ExportsController extends Controller {

	public function __construct( private readonly Export $export ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/exports/items', Access::VIEW, $this->items( ... ), 'Read a portion of the items as rows that an import reads again.', 'export-items', query: 'export-items-query' ),
		);
	}

	private function items( Call $call ): \WP_REST_Response {
		$matches = new Matches( (string) $call->text( 'search' ), StockStatus::from_slug( (string) $call->text( 'status' ) ), Kind::tryFrom( (string) $call->text( 'kind' ) ) );
		try {
			return new \WP_REST_Response( $this->export->page( $matches, (string) $call->text( 'after' ), (int) $call->int( 'per_page' ) ) );
		} catch ( BadCursor ) {
			throw InvalidInput::of( 'after', __( 'after: this is no place in an export. Take it from next of the portion before.', 'woo-inventory-guard' ) );
		}
	}
}
