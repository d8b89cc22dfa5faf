<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Kind;
use WooInventoryGuard\Settings\SettingsStore;
use WooInventoryGuard\Settings\ShowNumbers;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\StockStatus;

/**
 * What a shopper may know: the only route that asks for no right. It tells no more than the product's own page would, so
 * a part, a draft, a private product and a number that does not exist all look the same: they are not in the answer.
 */
final class AvailabilityController extends Controller {

	private const MOST = 100;

	public function __construct( private readonly Items $items, private readonly SettingsStore $settings ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array( new Operation( 'GET', '/availability', null, $this->tell( ... ), 'Whether items can be bought now. Public, never cached.', 'availability', query: 'availability-query' ) );
	}

	private function tell( Call $call ): \WP_REST_Response {
		$show  = $this->settings->get()->show_numbers;
		$items = self::visible( $this->asked( $call ) );
		return new \WP_REST_Response( array( 'items' => array_map( static fn( Item $item ): array => self::shape( $item, $show ), $items ) ) );
	}

	/**
	 * @return array<int, Item> By item id.
	 * @throws InvalidInput
	 */
	private function asked( Call $call ): array {
		$items    = self::numbers( $call->text( 'items' ) );
		$products = self::numbers( $call->text( 'products' ) );
		$field    = array() === $items && array() !== $products ? 'products' : 'items';
		if ( array() === $items && array() === $products ) {
			throw InvalidInput::of( $field, __( 'Say which items: send items (item numbers) or products (product numbers), such as items=1,2.', 'woo-inventory-guard' ) );
		}
		if ( count( $items ) + count( $products ) > self::MOST ) {
			/* translators: 1: name of a field, 2: a number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s: ask about at most %2$s items at a time.', 'woo-inventory-guard' ), $field, number_format_i18n( self::MOST ) ) );
		}
		$found = $this->items->find_many( $items );
		foreach ( $this->items->by_product_ids( $products ) as $item ) {
			$found[ $item->id ] = $item;
		}
		return $found;
	}

	/**
	 * @return list<int> Each once.
	 */
	private static function numbers( ?string $list ): array {
		return null === $list ? array() : array_values( array_unique( array_map( 'intval', explode( ',', $list ) ) ) );
	}

	/**
	 * Those that have a page that anybody can open.
	 *
	 * @param array<int, Item> $items
	 * @return list<Item>
	 */
	private static function visible( array $items ): array {
		$sold = array_filter( $items, static fn( Item $item ): bool => null !== $item->product_id && Kind::Part !== $item->kind );
		_prime_post_caches( array_map( static fn( Item $item ): int => (int) $item->product_id, array_values( $sold ) ), false, true );
		_prime_post_caches( array_map( static fn( Item $item ): int => (int) wp_get_post_parent_id( (int) $item->product_id ), array_values( $sold ) ), false, false );
		return array_values( array_filter( $sold, static fn( Item $item ): bool => self::is_public( (int) $item->product_id ) ) );
	}

	private static function is_public( int $post_id ): bool {
		$post = get_post( $post_id );
		if ( ! $post instanceof \WP_Post || 'publish' !== $post->post_status || '' !== $post->post_password ) {
			return false;
		}
		return 'product_variation' === $post->post_type ? $post->post_parent > 0 && self::is_public( $post->post_parent ) : 'product' === $post->post_type;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function shape( Item $item, ShowNumbers $show ): array {
		$left      = $item->offered()->is_positive() ? $item->offered() : Quantity::zero();
		$tracked   = StockStatus::Untracked !== $item->status;
		$has       = $tracked ? $left->is_positive() : 'outofstock' !== get_post_meta( (int) $item->product_id, '_stock_status', true );
		$backorder = $tracked && ! $has && $item->offered()->plus( $item->allowance )->is_positive();
		$numbers   = $tracked && match ( $show ) {
			ShowNumbers::Always => true,
			ShowNumbers::Low    => $left->compare( $item->low_at ) <= 0,
			ShowNumbers::Never  => false,
		};
		return array(
			'item_id'    => $item->id,
			'product_id' => $item->product_id,
			'in_stock'   => $has || $backorder,
			'available'  => $numbers ? $left->json() : null,
			'backorder'  => $backorder,
			'text'       => self::text( $has, $backorder, $numbers ? $left : null, $numbers && $left->compare( $item->low_at ) <= 0 ),
		);
	}

	private static function text( bool $has, bool $backorder, ?Quantity $left, bool $low ): string {
		if ( $backorder ) {
			return __( 'Available on backorder', 'woo-inventory-guard' );
		}
		if ( ! $has ) {
			return __( 'Out of stock', 'woo-inventory-guard' );
		}
		if ( null === $left ) {
			return __( 'In stock', 'woo-inventory-guard' );
		}
		return $low
			/* translators: %s: number of units */
			? sprintf( __( 'Only %s left.', 'woo-inventory-guard' ), (string) $left )
			/* translators: %s: number of units */
			: sprintf( __( '%s in stock', 'woo-inventory-guard' ), (string) $left );
	}
}
