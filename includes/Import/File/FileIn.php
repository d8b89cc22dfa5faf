<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\File;

use WooInventoryGuard\Import\Import;
use WooInventoryGuard\Import\Imports;
use WooInventoryGuard\Import\Options;

/**
 * Brings a file that lies on the server in as an import, portion by portion. Where it has come to is a place in the file
 * and the number of a row; begun again from any earlier place it replaces what it has sent already.
 */
final class FileIn {

	public const LARGEST = 104_857_600;

	/**
	 * @param int $at_once Rows of a portion.
	 */
	public function __construct( private readonly Imports $imports, private readonly Mappings $mappings, private readonly int $at_once = 1_000 ) {}

	/**
	 * @return array<mixed> See Mappings.
	 * @throws BadFile
	 */
	public function mapping( string $name ): array {
		foreach ( $this->mappings->all()['mappings'] as $mapping ) {
			if ( ( $mapping['name'] ?? null ) === $name ) {
				return $mapping;
			}
		}
		throw new BadFile( BadFile::MAPPING, $name );
	}

	/**
	 * @param array<mixed> $mapping
	 */
	public function begin( string $name, array $mapping, int $actor, string $key ): Import {
		$options = $mapping['options'] ?? null;
		return $this->imports->make( mb_substr( $name, 0, 191 ), 0, Options::from_array( is_array( $options ) ? $options : array() ), $actor, $key )['import'];
	}

	/**
	 * @return bool Whether all of it has come; the import is being checked then.
	 * @throws BadFile
	 */
	public function read( Import $import, Csv $csv, int &$number ): bool {
		$rows = $csv->rows( $number, $this->at_once );
		if ( array() !== $rows ) {
			$this->imports->receive( $import->id, $rows );
			return false;
		}
		if ( 0 === $this->imports->get( $import->id )->rows['received'] ) {
			throw new BadFile( BadFile::EMPTY );
		}
		$this->imports->all_came( $import->id );
		$this->imports->check( $import->id );
		return true;
	}
}
