<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * What the columns of files mean, kept by name: one row, written only over the version that was read.
 */
final class Mappings {

	public const MOST = 50;

	public function __construct( private readonly Db $db ) {}

	/**
	 * @return array{mappings: list<array<mixed>>, version: int}
	 */
	public function all(): array {
		$row  = $this->db->row( 'SELECT content, version FROM %i WHERE id = 1' . $this->db->newest(), $this->db->table( 'import_mappings' ) );
		$kept = json_decode( $row['content'] ?? '[]', true );
		return array(
			'mappings' => array_values( array_filter( is_array( $kept ) ? $kept : array(), 'is_array' ) ),
			'version'  => (int) ( $row['version'] ?? 0 ),
		);
	}

	/**
	 * @param list<array<mixed>> $mappings All of them.
	 * @param int|null           $version  NULL: over whatever is there.
	 * @throws StaleMappings
	 */
	public function put( array $mappings, ?int $version ): void {
		$table   = $this->db->table( 'import_mappings' );
		$content = json_encode( $mappings, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
		try {
			$this->db->execute( "INSERT INTO %i (id, content, version) VALUES (1, '[]', 0)", $table );
		} catch ( DuplicateKey ) {
			// It is there: the statement below decides.
			$table = $this->db->table( 'import_mappings' );
		}
		$put = null === $version
			? $this->db->execute( 'UPDATE %i SET content = %s, version = version + 1 WHERE id = 1', $table, $content )
			: $this->db->execute( 'UPDATE %i SET content = %s, version = version + 1 WHERE id = 1 AND version = %d', $table, $content, $version );
		if ( 1 !== $put ) {
			throw new StaleMappings( $this->all()['version'] );
		}
	}
}
