<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Pages;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Early\Delivery;
use WooInventoryGuard\Early\Words;
use WooInventoryGuard\Platform\Clock;

/**
 * What shoppers are told of units that are not there yet: the words of the early answer, so that a page says the same
 * whether it comes from a cache or not.
 */
final class BackorderWords {

	/** @var array<string, array<string, string>> By language. */
	private array $words = array();

	public function __construct( private readonly Clock $clock ) {}

	/**
	 * @return string '' where there is nothing to add to WooCommerce's own words.
	 */
	public function of( Item $item ): string {
		return $this->delivery()->words( $item->backorder_text, self::column( $item->expected_at ), self::column( $item->available_from ) );
	}

	/**
	 * In place of how many are in stock.
	 *
	 * @return string '' where WooCommerce's own words say it all.
	 */
	public function in_stock_line( Item $item ): string {
		return '' === $this->of( $item ) ? '' : $this->delivery()->in_stock_line( $item->backorder_text, self::column( $item->expected_at ), self::column( $item->available_from ) );
	}

	private function delivery(): Delivery {
		return new Delivery( $this->words[ determine_locale() ] ??= Words::now(), Clock::sql( $this->clock->now() ) );
	}

	private static function column( ?\DateTimeImmutable $time ): ?string {
		return null === $time ? null : Clock::sql( $time );
	}
}
