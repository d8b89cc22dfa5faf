<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Import;

use WooInventoryGuard\Import\File\Mappings;
use WooInventoryGuard\Import\Options;
use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;

/**
 * What the columns of files mean, kept by name for the whole shop.
 */
final class ImportMappingsController extends Controller {

	public function __construct( private readonly Mappings $mappings ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/imports/mappings', Access::VIEW, $this->show( ... ), 'Read the mappings that are kept.', 'import-mappings', versioned: true ),
			new Operation( 'PUT', '/imports/mappings', Access::ADJUST, $this->put( ... ), 'Keep these mappings, and no others.', 'import-mappings', body: 'import-mappings-request', refusals: array( 412 ), versioned: true ),
		);
	}

	private function show(): \WP_REST_Response {
		$kept     = $this->mappings->all();
		$response = new \WP_REST_Response( $kept );
		$response->header( 'ETag', '"' . $kept['version'] . '"' );
		return $response;
	}

	private function put( Call $call ): \WP_REST_Response {
		$call->key();
		$mappings = array();
		foreach ( $call->entries( 'mappings' ) as $place => $mapping ) {
			$name = is_string( $mapping['name'] ?? null ) ? $mapping['name'] : '';
			if ( isset( $mappings[ 'n' . $name ] ) ) {
				/* translators: %s: a name */
				throw InvalidInput::of( "mappings[{$place}].name", sprintf( __( 'mappings: there is another one with the name %s. Choose another name.', 'woo-inventory-guard' ), $name ) );
			}
			$options                 = $mapping['options'] ?? null;
			$mappings[ 'n' . $name ] = array(
				'name'    => $name,
				'columns' => $mapping['columns'] ?? array(),
				'options' => Options::from_array( is_array( $options ) ? $options : array() )->to_array(),
			);
		}
		$this->mappings->put( array_values( $mappings ), $call->if_match() );
		return $this->show();
	}
}
