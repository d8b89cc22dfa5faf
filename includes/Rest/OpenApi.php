<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

/**
 * The OpenAPI 3.1 document, made from the same operations and schema files that the routes are made from.
 */
final class OpenApi {

	private const REASONS = array(
		400 => 'A field is missing or cannot be used; data.params names it.',
		401 => 'Nobody is signed in.',
		403 => 'This user may not do that.',
		404 => 'There is no such thing.',
		409 => 'It cannot be done as things are now; data says how they are.',
		410 => 'It is not known any more; data says from when on it is.',
		412 => 'It has changed since it was read; data.version is the present version.',
		422 => 'The Idempotency-Key was used before with other content.',
		503 => 'The shop is very busy. Nothing was decided; try again with the same key.',
	);

	/**
	 * @param list<Operation> $operations
	 * @return array<string, mixed>
	 */
	public function document( array $operations, string $version, string $server ): array {
		$paths = array();
		foreach ( $operations as $operation ) {
			$paths[ $operation->path ][ strtolower( $operation->method ) ] = $this->operation( $operation );
		}
		return array(
			'openapi'    => '3.1.0',
			'info'       => array(
				'title'       => 'Woo Inventory Guard',
				'version'     => $version,
				'description' => 'Stock that is never sold twice. Quantities are JSON numbers where a double holds them exactly, else decimal strings; times are RFC 3339, UTC.',
				'license'     => array(
					'name'       => 'GPL-2.0-or-later',
					'identifier' => 'GPL-2.0-or-later',
				),
			),
			'servers'    => array( array( 'url' => $server ) ),
			'security'   => array( array( 'applicationPassword' => array() ), array( 'cookieNonce' => array() ) ),
			'paths'      => $paths,
			'components' => array(
				'schemas'         => OpenApiSchemas::all(),
				'responses'       => array_combine( array_map( static fn( int $status ): string => 'Error' . $status, array_keys( self::REASONS ) ), array_map( $this->refusal( ... ), array_keys( self::REASONS ) ) ),
				'securitySchemes' => array(
					'applicationPassword' => array(
						'type'        => 'http',
						'scheme'      => 'basic',
						'description' => 'A WordPress application password.',
					),
					'cookieNonce'         => array(
						'type'        => 'apiKey',
						'in'          => 'header',
						'name'        => 'X-WP-Nonce',
						'description' => 'With the cookie of a signed-in browser.',
					),
				),
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function operation( Operation $operation ): array {
		$described = array(
			'operationId' => strtolower( $operation->method ) . str_replace( ' ', '', ucwords( trim( (string) preg_replace( '/[^a-z]+/', ' ', $operation->path ) ) ) ),
			'summary'     => rtrim( $operation->summary, '.' ),
			'parameters'  => $this->parameters( $operation ),
			'responses'   => $this->responses( $operation ),
		);
		if ( null === $operation->capability ) {
			$described['security'] = array();
		} else {
			$described['description'] = $operation->summary . ' Needs the capability ' . $operation->capability . '.';
		}
		if ( null !== $operation->body ) {
			$schema                   = SchemaFile::load( $operation->body );
			$described['requestBody'] = array(
				'required' => array() !== array_filter( (array) ( $schema['properties'] ?? array() ), static fn( mixed $property ): bool => is_array( $property ) && true === ( $property['required'] ?? false ) ),
				'content'  => array( 'application/json' => array( 'schema' => OpenApiSchemas::ref( $operation->body ) ) ),
			);
		}
		return $described;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function parameters( Operation $operation ): array {
		$parameters = array();
		if ( str_contains( $operation->path, '{id}' ) ) {
			$parameters[] = self::parameter( 'id', 'path', 'Its number.', array( 'type' => 'integer' ) );
		}
		$query = null === $operation->query ? array() : (array) ( SchemaFile::load( $operation->query )['properties'] ?? array() );
		foreach ( $query as $name => $property ) {
			$schema       = OpenApiSchemas::convert( (array) $property );
			$parameters[] = self::parameter( (string) $name, 'query', (string) ( $schema['description'] ?? '' ), array_diff_key( $schema, array( 'description' => 1 ) ) );
		}
		if ( $operation->writes() ) {
			$parameters[] = self::parameter(
				'Idempotency-Key',
				'header',
				'The same key gets the first answer again, and the work is done once.',
				array(
					'type'      => 'string',
					'minLength' => 1,
					'maxLength' => 191,
				)
			);
		}
		if ( $operation->writes() && $operation->versioned ) {
			$parameters[] = self::parameter( 'If-Match', 'header', 'The ETag that was read; another version is refused.', array( 'type' => 'string' ) );
		}
		return $parameters;
	}

	/**
	 * @param array<mixed> $schema
	 * @return array<string, mixed>
	 */
	private static function parameter( string $name, string $place, string $description, array $schema ): array {
		return array(
			'name'        => $name,
			'in'          => $place,
			'required'    => 'path' === $place,
			'description' => $description,
			'schema'      => $schema,
		);
	}

	/**
	 * @return array<int|string, mixed>
	 */
	private function responses( Operation $operation ): array {
		$schema  = $operation->many ? array(
			'type'  => 'array',
			'items' => OpenApiSchemas::ref( $operation->answers ),
		) : OpenApiSchemas::ref( $operation->answers );
		$success = array(
			'description' => $operation->many ? 'The list.' : 'Done, or read.',
			'content'     => array( 'application/json' => array( 'schema' => $schema ) ),
		);
		$headers = array();
		if ( $operation->many && null !== $operation->query ) {
			$headers['X-WP-Total']      = self::header( 'How many there are in all.', 'integer' );
			$headers['X-WP-TotalPages'] = self::header( 'How many pages there are.', 'integer' );
		}
		if ( 'items-query' === $operation->query ) {
			$headers['X-WIG-Counts'] = self::header( 'How many items there are of each status, as a JSON object.', 'string' );
			$headers['X-WIG-Next']   = self::header( 'Cursor of the next page, for the parameter after; missing on the last page.', 'string' );
		}
		if ( $operation->versioned ) {
			$headers['ETag'] = self::header( 'The version; send it as If-Match.', 'string' );
		}
		if ( array() !== $headers ) {
			$success['headers'] = $headers;
		}
		$responses = array( (string) $operation->status => $success );
		if ( 201 === $operation->status ) {
			$responses['200'] = array( 'description' => 'The key was seen before: the first answer again.' ) + $success;
		}
		$refusals = array_merge( array( 400, 503 ), null === $operation->capability ? array() : array( 401, 403 ), $operation->refusals );
		sort( $refusals );
		foreach ( $refusals as $status ) {
			$responses[ (string) $status ] = array( '$ref' => '#/components/responses/Error' . $status );
		}
		return $responses;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function header( string $description, string $type ): array {
		return array(
			'description' => $description,
			'schema'      => array( 'type' => $type ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function refusal( int $status ): array {
		$refusal = array(
			'description' => self::REASONS[ $status ] ?? '',
			'content'     => array( 'application/json' => array( 'schema' => OpenApiSchemas::ref( 'error' ) ) ),
		);
		if ( 503 === $status ) {
			$refusal['headers'] = array( 'Retry-After' => self::header( 'Seconds to wait.', 'integer' ) );
		}
		return $refusal;
	}
}
