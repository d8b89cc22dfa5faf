<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Item;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Rule\Names;
use WooInventoryGuard\Stock\Level\LevelList;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;

/**
 * An item as the outside sees it: see Schema/item.json.
 */
final class ItemShape {

	private const RESERVATIONS = 50;

	public function __construct( private readonly Items $items, private readonly LevelList $levels, private readonly Reservations $reservations, private readonly Names $names ) {}

	/**
	 * @param list<Item> $items
	 * @return list<array<string, mixed>>
	 */
	public function many( array $items ): array {
		$links = $this->edit_links( $items );
		$names = RuleShape::names( $this->names, $items );
		return array_map( static fn( Item $item ): array => self::row( $item, $links[ $item->id ] ?? null, $names ), $items );
	}

	/**
	 * With what only the answer about one item tells.
	 *
	 * @return array<string, mixed>
	 */
	public function one( Item $item ): array {
		return $this->many( array( $item ) )[0] + array(
			'levels'       => array_map( self::level( ... ), $this->levels->of_item( $item->id ) ),
			'reservations' => array_map( self::reservation( ... ), $this->reservations->active_for_item( $item->id, self::RESERVATIONS ) ),
		);
	}

	/**
	 * @param array<int, array{scope: \WooInventoryGuard\Rule\Scope, name: string}> $names Of the rules that speak for it.
	 * @return array<string, mixed>
	 */
	public static function row( Item $item, ?string $edit_link = null, array $names = array() ): array {
		return array(
			'id'                  => $item->id,
			'product_id'          => $item->product_id,
			'parent_id'           => $item->parent_id,
			'kind'                => $item->kind->value,
			'sku'                 => $item->sku,
			'barcode'             => $item->barcode,
			'name'                => $item->name,
			'category'            => $item->category,
			'tracked'             => $item->tracked,
			'on_hand'             => $item->on_hand->json(),
			'reserved'            => $item->reserved->json(),
			'available'           => $item->available->json(),
			'incoming'            => $item->incoming->json(),
			'low_stock_threshold' => $item->low_stock_threshold?->json(),
			'threshold_effective' => $item->low_at->json(),
			'backorders'          => $item->backorders->value,
			'backorder_limit'     => $item->backorder_limit?->json(),
			'safety_stock'        => $item->safety_stock->json(),
			'available_from'      => Words::maybe_time( $item->available_from ),
			'preorder_limit'      => $item->preorder_limit?->json(),
			'expected_at'         => Words::maybe_time( $item->expected_at ),
			'backorder_text'      => $item->backorder_text,
			'unit_cost'           => $item->unit_cost?->json(),
			'average_cost'        => $item->average_cost?->json(),
			'price'               => $item->price?->json(),
			'supplier'            => $item->supplier,
			'bin'                 => $item->bin,
			'lead_time_days'      => $item->lead_time_days,
			'own'                 => RuleShape::own( $item ),
			'from'                => RuleShape::from( $item, $names ),
			'status'              => $item->status->slug(),
			'version'             => $item->version,
			'updated_at'          => Words::time( $item->updated_at ),
			'edit_link'           => $edit_link,
		);
	}

	/**
	 * Where products are edited; a variation is edited in its product. Made without loading posts: a list of a hundred
	 * items must stay quick, and wp-admin asks for the right itself.
	 *
	 * @param list<Item> $items
	 * @return array<int, string>
	 */
	private function edit_links( array $items ): array {
		if ( ! current_user_can( 'edit_products' ) ) { // phpcs:ignore WordPress.WP.Capabilities -- WooCommerce's.
			return array();
		}
		$parents = array();
		foreach ( $items as $item ) {
			if ( Kind::Variation === $item->kind && null !== $item->parent_id ) {
				$parents[ $item->parent_id ] = $item->parent_id;
			}
		}
		$parents = array() === $parents ? array() : $this->items->find_many( array_values( $parents ) );
		$links   = array();
		foreach ( $items as $item ) {
			$product = Kind::Variation === $item->kind ? ( $parents[ $item->parent_id ?? 0 ] ?? $item )->product_id : $item->product_id;
			if ( null !== $product ) {
				$links[ $item->id ] = admin_url( 'post.php?post=' . $product . '&action=edit' );
			}
		}
		return $links;
	}

	/**
	 * @param array{location_id: int, location: string, on_hand: Quantity, reserved: Quantity} $level
	 * @return array<string, mixed>
	 */
	private static function level( array $level ): array {
		return array(
			'location_id' => $level['location_id'],
			'location'    => $level['location'],
			'on_hand'     => $level['on_hand']->json(),
			'reserved'    => $level['reserved']->json(),
			'available'   => $level['on_hand']->minus( $level['reserved'] )->json(),
		);
	}

	/**
	 * @param array{reservation: Reservation, quantity: Quantity} $held
	 * @return array<string, mixed>
	 */
	private static function reservation( array $held ): array {
		$reservation = $held['reservation'];
		return array(
			'id'              => $reservation->id,
			'reference'       => Words::reference( $reservation->reference ),
			'reference_label' => Words::reference_label( $reservation->reference ),
			'reference_link'  => Words::reference_link( $reservation->reference ),
			'quantity'        => $held['quantity']->json(),
			'expires_at'      => Words::maybe_time( $reservation->expires_at ),
		);
	}
}
