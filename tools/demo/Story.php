<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Demo;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Catalog\Writing\NewItem;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Tells a plan: items, sets and what is reserved today are made by the plugin's own services, the weeks between are
 * written down by History.
 */
final class Story {

	private const LOCATION = 1;

	/** @var array<string, int> Item ids by SKU. */
	private array $ids = array();

	/** @var array<string, int> User ids by login. */
	private array $people = array();

	private int $order = 0;

	private readonly \DateTimeImmutable $first_morning;

	public function __construct( private readonly Plugin $plugin, private readonly DemoClock $clock, private readonly Plan $plan ) {
		$this->first_morning = ( new \DateTimeImmutable( 'today 07:30', new \DateTimeZone( 'UTC' ) ) )->modify( '-' . $plan->shop['days'] . ' days' );
	}

	public function tell(): void {
		$this->hire();
		$this->clock->set( $this->first_morning );
		$this->plugin->db()->transaction( $this->stock_shelves( ... ) );
		$this->plugin->db()->transaction( $this->put_sets_together( ... ) );
		$history = new History( $this->plugin, $this->plan, $this->first_morning, $this->ids, $this->people );
		$this->plugin->db()->transaction( $history->write( ... ) );
		$this->order = $history->next_order();
		$this->open_today();
	}

	private function hire(): void {
		foreach ( $this->plan->shop['people'] as $person ) {
			$user = wp_insert_user(
				array(
					'user_login'   => $person['login'],
					'user_pass'    => wp_generate_password(),
					'user_email'   => $person['login'] . '@example.org',
					'display_name' => $person['name'],
					'role'         => $person['role'],
				)
			);
			if ( is_wp_error( $user ) ) {
				throw new \RuntimeException( $user->get_error_message() );
			}
			$this->people[ $person['login'] ] = $user;
		}
		wp_update_user(
			array(
				'ID'           => 1,
				'display_name' => 'Anna Berger',
			)
		);
	}

	/**
	 * What WooCommerce sells has become an item already; the rest is made here.
	 */
	private function stock_shelves(): void {
		$db    = $this->plugin->db();
		$found = $this->plugin->items()->by_skus( array_keys( $this->plan->items ) );
		foreach ( $this->plan->items as $sku => $item ) {
			$id = ( $found[ $sku ] ?? null )?->id ?? $this->make( $item, (string) $sku );
			if ( ! isset( $found[ $sku ] ) && 'part' !== $item['kind'] && 'bundle' !== $item['kind'] ) {
				// Without WooCommerce nothing else makes such items; they look as they would with it.
				$db->execute( 'UPDATE %i SET kind = %s WHERE id = %d', $db->table( 'items' ), $item['kind'], $id );
			}
			if ( isset( $item['incoming'] ) ) {
				$db->execute( 'UPDATE %i SET incoming = CAST( %s AS DECIMAL(19,4) ) WHERE id = %d', $db->table( 'items' ), Quantity::of( $item['incoming'] )->sql(), $id );
			}
			$this->ids[ $sku ] = $id;
		}
	}

	/**
	 * @param array<string, mixed> $item
	 */
	private function make( array $item, string $sku ): int {
		$made = $this->plugin->item_writer()->create(
			new NewItem(
				'bundle' === $item['kind'] ? Kind::Bundle : Kind::Part,
				$item['name'],
				$sku,
				$item['barcode'] ?? '',
				$item['category'],
				isset( $item['low'] ) ? Quantity::of( $item['low'] ) : null,
				Backorders::from( $item['backorders'] ?? 'no' ),
				isset( $item['backorder_limit'] ) ? Quantity::of( $item['backorder_limit'] ) : null
			),
			History::quantity( $this->plan->opening[ $sku ] ?? 0 ),
			new Cause( 'opening', new Reference( '', '' ), 1, 'First count, all shelves.' ),
			'demo-item-' . $sku
		);
		return $made['item']->id;
	}

	private function put_sets_together(): void {
		foreach ( $this->plan->items as $sku => $item ) {
			if ( 'bundle' === $item['kind'] ) {
				$this->plugin->bundles()->put(
					$this->ids[ $sku ],
					array_map(
						fn( array $part ): Choice => new Choice( array_map( fn( string $sku ): int => $this->ids[ $sku ], array( $part['sku'], ...$part['alternatives'] ?? array() ) ), Quantity::of( (string) $part['quantity'] ) ),
						$item['components']
					)
				);
			}
		}
	}

	/**
	 * What waits this morning: orders that are not paid yet, and what is owed to those who ordered ahead.
	 */
	private function open_today(): void {
		$minutes = 30;
		foreach ( $this->plan->items as $sku => $item ) {
			foreach ( array_fill( 0, intdiv( ( $item['owed'] ?? 0 ) + 1, 2 ), 2 ) as $i => $most ) {
				$this->wait( array( $sku => min( $most, $item['owed'] - 2 * $i ) ), $minutes += 95 );
			}
		}
		foreach ( array( array( 'TEA-EGS-100', 'ACC-INF' ), array( 'CUP-HAS-BLU-02' ), array( 'TEA-SEN-050', 'TEA-JAS-050' ), array( 'SET-WRAP', 'CUP-GAI-CEL' ), array( 'TEA-ROO-100' ), array( 'POT-CLA-080', 'ACC-FIL-100' ), array( 'SET-GREEN-3' ), array( 'TEA-ASM-100' ) ) as $i => $skus ) {
			$this->wait( array_fill_keys( $skus, 1 + $i % 2 ), $minutes -= 35 );
		}
	}

	/**
	 * @param array<string, int> $lines
	 */
	private function wait( array $lines, int $minutes_ago ): void {
		$this->clock->set( ( new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) ) )->modify( '-' . max( 3, $minutes_ago ) . ' minutes' ) );
		$this->reserve( $lines, 14 * DAY_IN_SECONDS );
	}

	/**
	 * @param array<string, int> $lines
	 */
	private function reserve( array $lines, int $seconds ): int {
		$asked = array();
		foreach ( $lines as $sku => $quantity ) {
			$asked[] = new AskedLine( $this->ids[ $sku ], self::LOCATION, Quantity::of( $quantity ), (string) $sku );
		}
		$number = $this->order++;
		return $this->plugin->reservations()->reserve( 'demo-order-' . $number, new Reference( 'order', (string) $number ), $asked, $seconds, $this->people['webshop'] )->id;
	}
}
