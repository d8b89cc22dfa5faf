<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Applying;

use WooInventoryGuard\Catalog\CatalogError;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Writing\ItemWriter;
use WooInventoryGuard\Catalog\Writing\ManyItems;
use WooInventoryGuard\Catalog\Writing\StaleVersion;
use WooInventoryGuard\Catalog\Writing\Taken;
use WooInventoryGuard\Import\Checking\Fields;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Fields of many items, each with values of its own: items that are to say the same are written together. Only a field
 * that still says what was seen is written. To be called in a transaction that has locked their levels.
 */
final class ManyFields {

	public function __construct( private readonly ManyItems $many, private readonly ItemWriter $writer ) {}

	/**
	 * @param array<int, array<string, array{string|null, string}>> $changes By item: what each field said, and what it is to say.
	 * @return array<int, list<Problem>> What was not written, by item.
	 */
	public function change( array $changes ): array {
		$left  = array();
		$alike = array();
		ksort( $changes );
		foreach ( $changes as $id => $of_item ) {
			$alone = array_intersect_key( $of_item, array_flip( Fields::ONE_BY_ONE ) );
			if ( array() !== $alone ) {
				$left[ $id ] = $this->alone( $id, $alone );
			}
			$rest = array_diff_key( $of_item, $alone );
			if ( array() !== $rest ) {
				ksort( $rest );
				$alike[ json_encode( array_map( static fn( array $change ): string => $change[1], $rest ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ) ][ $id ] = $rest;
			}
		}
		foreach ( $alike as $group ) {
			foreach ( $this->together( $group ) as $id => $problems ) {
				$left[ $id ] = array( ...( $left[ $id ] ?? array() ), ...$problems );
			}
		}
		return array_filter( $left );
	}

	/**
	 * @param array<string, array{string|null, string}> $fields
	 * @return list<Problem>
	 */
	private function alone( int $id, array $fields ): array {
		$problems = array();
		foreach ( $fields as $field => $change ) {
			try {
				$this->writer->update( $id, Fields::to_changes( array( $field => $change[1] ) ), null, Fields::to_changes( array( $field => (string) $change[0] ) ) );
			} catch ( StaleVersion ) {
				$problems[] = new Problem( $field, 'wig_import_changed_since' );
			} catch ( Taken | DuplicateKey ) {
				$problems[] = new Problem( $field, 'wig_import_barcode_taken', $change[1] );
			} catch ( CatalogError ) {
				$problems[] = new Problem( $field, 'wig_import_refused' );
			}
		}
		return $problems;
	}

	/**
	 * The rows are locked when they are looked at, so what they say is true until they are written.
	 *
	 * @param non-empty-array<int, non-empty-array<string, array{string|null, string}>> $group Items that are to say the same.
	 * @return array<int, list<Problem>>
	 */
	private function together( array $group ): array {
		$ids     = array_keys( $group );
		$wanted  = Fields::to_changes( array_map( static fn( array $change ): string => $change[1], $group[ $ids[0] ] ) );
		$locked  = $this->many->lock( $ids, $wanted, $this->many->fits( $wanted ), explode( ', ', Item::COLUMNS ) );
		$left    = array();
		$written = array();
		foreach ( $group as $id => $fields ) {
			if ( ! isset( $locked[ $id ] ) ) {
				$left[ $id ] = array_map( static fn( string $field ): Problem => new Problem( $field, 'wig_import_refused' ), array_keys( $fields ) );
				continue;
			}
			$item    = Item::from_row( $locked[ $id ] );
			$changed = array_filter( array_keys( $fields ), static fn( string $field ): bool => Fields::said( $item, $field ) !== (string) $fields[ $field ][0] );
			if ( array() === $changed ) {
				$written[] = $id;
			} else {
				$left[ $id ] = array_map( static fn( string $field ): Problem => new Problem( $field, in_array( $field, $changed, true ) ? 'wig_import_changed_since' : 'wig_import_with_changed' ), array_keys( $fields ) );
			}
		}
		$this->many->write( $written, $wanted );
		return $left;
	}
}
