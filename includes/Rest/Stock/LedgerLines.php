<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Movement;
use WooInventoryGuard\Stock\Reference;

/**
 * Lines of the ledger with the names of items, places, people and documents: each kind of name is read once for a page.
 */
final class LedgerLines {

	/** @var array<int, string>|null */
	private ?array $places = null;

	public function __construct( private readonly Db $db, private readonly Items $items ) {}

	/**
	 * @param list<Movement> $movements
	 * @return list<array<string, mixed>> See Schema/ledger-line.json.
	 */
	public function of( array $movements ): array {
		$items = $this->items->find_many( array_values( array_unique( array_map( static fn( Movement $movement ): int => $movement->item_id, $movements ) ) ) );
		self::prepare( $movements );
		return array_map(
			fn( Movement $movement ): array => array(
				'item_name' => $items[ $movement->item_id ]->name ?? '',
				'item_sku'  => $items[ $movement->item_id ]->sku ?? '',
				'location'  => $this->place( $movement->location_id ),
			) + MovementShape::of( $movement ),
			$movements
		);
	}

	/**
	 * Reads at once what the lines are about to be called by.
	 *
	 * @param list<Movement> $movements
	 */
	public static function prepare( array $movements ): void {
		cache_users( array_values( array_unique( array_map( static fn( Movement $movement ): int => $movement->actor, $movements ) ) ) );
		self::prepare_references( array_map( static fn( Movement $movement ): Reference => $movement->reference, $movements ) );
	}

	/**
	 * @param list<Reference> $references
	 */
	public static function prepare_references( array $references ): void {
		$by_type = array();
		foreach ( $references as $reference ) {
			if ( '' !== $reference->type ) {
				$by_type[ $reference->type ][ $reference->id ] = $reference->id;
			}
		}
		foreach ( $by_type as $type => $ids ) {
			/**
			 * Fires before many documents are named, so that who names them can read them at once.
			 *
			 * @param string       $type Such as order.
			 * @param list<string> $ids  Such as 1042.
			 */
			do_action( 'woo_inventory_guard_before_references', $type, array_map( 'strval', array_values( $ids ) ) );
		}
	}

	public function place( int $location_id ): string {
		$this->places ??= array_map( 'strval', array_column( $this->places(), 'name', 'id' ) );
		return $this->places[ $location_id ] ?? '';
	}

	/**
	 * @return list<array{id: int, name: string}>
	 */
	public function places(): array {
		return array_map(
			static fn( array $row ): array => array(
				'id'   => (int) $row['id'],
				'name' => (string) $row['name'],
			),
			$this->db->rows( 'SELECT id, name FROM %i ORDER BY name, id', $this->db->table( 'locations' ) )
		);
	}
}
