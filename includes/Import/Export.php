<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Bulk\Matches;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Listing\Clause;
use WooInventoryGuard\Import\Checking\Fields;
use WooInventoryGuard\Platform\Db;

/**
 * Items as rows that an import reads again, by SKU, those without one last, by number: the order is the same in every
 * shop that has the same items. Each portion is a stretch of an index, however deep it lies.
 */
final class Export {

	public function __construct( private readonly Db $db, private readonly Items $items, private readonly Parts $parts ) {}

	/**
	 * @param string $after Where the portion before has ended; '' begins.
	 * @return array{rows: list<array<string, string>>, next: string|null}
	 * @throws BadCursor
	 */
	public function page( Matches $matches, string $after, int $limit ): array {
		$place = self::decode( $after );
		$where = $matches->where( $this->db );
		$ids   = array();
		if ( null === $place['id'] ) {
			$ids = $this->with_sku( $where, $place['sku'], $limit + 1 );
		}
		if ( count( $ids ) <= $limit ) {
			array_push( $ids, ...$this->without_sku( $where, $place['id'] ?? 0, $limit + 1 - count( $ids ) ) );
		}
		$more  = count( $ids ) > $limit;
		$items = array_values( $this->items->find_many( array_slice( $ids, 0, $limit ) ) );
		$last  = array() === $items ? null : $items[ count( $items ) - 1 ];
		return array(
			'rows' => $this->rows( $items ),
			'next' => $more && null !== $last ? self::encode( $last ) : null,
		);
	}

	/**
	 * @return list<int>
	 */
	private function with_sku( Clause $where, string $after, int $limit ): array {
		// SQLite's driver makes every column ignore case; see Catalog\Items.
		$rows = $this->db->is_sqlite()
			? $this->db->column( 'SELECT id FROM %i WHERE BINARY sku > %s AND ' . $where->sql . ' ORDER BY BINARY sku LIMIT %d', $this->db->table( 'items' ), $after, ...array( ...$where->args, $limit ) )
			: $this->db->column( 'SELECT id FROM %i WHERE sku > %s AND ' . $where->sql . ' ORDER BY sku LIMIT %d', $this->db->table( 'items' ), $after, ...array( ...$where->args, $limit ) );
		return array_map( 'intval', $rows );
	}

	/**
	 * @return list<int>
	 */
	private function without_sku( Clause $where, int $after, int $limit ): array {
		return array_map( 'intval', $this->db->column( 'SELECT id FROM %i WHERE sku IS NULL AND id > %d AND ' . $where->sql . ' ORDER BY id LIMIT %d', $this->db->table( 'items' ), $after, ...array( ...$where->args, $limit ) ) );
	}

	/**
	 * @param list<Item> $items
	 * @return list<array<string, string>>
	 */
	private function rows( array $items ): array {
		$bundles = array_map( static fn( Item $item ): int => $item->id, array_values( array_filter( $items, static fn( Item $item ): bool => Kind::Bundle === $item->kind ) ) );
		$parts   = $this->parts->texts( $bundles );
		return array_map( static fn( Item $item ): array => self::row( $item, $parts[ $item->id ] ?? '' ), $items );
	}

	/**
	 * @return array<string, string>
	 */
	private static function row( Item $item, string $parts ): array {
		$counted = $item->tracked && Kind::Bundle !== $item->kind;
		$row     = array(
			'item_id'    => (string) $item->id,
			'sku'        => $item->sku,
			'product_id' => (string) $item->product_id,
			'kind'       => $item->kind->value,
			'on_hand'    => $counted ? (string) $item->on_hand : '',
			'components' => $parts,
			'reserved'   => $counted ? (string) $item->reserved : '',
			'available'  => $item->tracked ? (string) $item->available : '',
			'status'     => $item->status->slug(),
		);
		foreach ( Fields::ALL as $field ) {
			$row[ $field ] = Fields::said( $item, $field );
		}
		return $row;
	}

	private static function encode( Item $last ): string {
		$json = wp_json_encode( array( $last->sku, '' === $last->sku ? $last->id : null ), JSON_UNESCAPED_UNICODE );
		return rtrim( strtr( base64_encode( (string) $json ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- To be safe in a URL.
	}

	/**
	 * @return array{sku: string, id: int|null}
	 * @throws BadCursor
	 */
	private static function decode( string $after ): array {
		if ( '' === $after ) {
			return array(
				'sku' => '',
				'id'  => null,
			);
		}
		$json = base64_decode( strtr( $after, '-_', '+/' ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- See encode().
		$data = false === $json ? null : json_decode( $json, true );
		if ( ! is_array( $data ) || ! is_string( $data[0] ?? null ) || ! ( is_int( $data[1] ?? null ) || ( null === ( $data[1] ?? null ) && '' !== $data[0] ) ) ) {
			throw new BadCursor( 'Not a place in an export.' );
		}
		return array(
			'sku' => $data[0],
			'id'  => $data[1] ?? null,
		);
	}
}
