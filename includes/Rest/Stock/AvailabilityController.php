<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stock;

use WooInventoryGuard\Early\Availability;
use WooInventoryGuard\Early\Words;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Rest\Call;
use WooInventoryGuard\Rest\Controller;
use WooInventoryGuard\Rest\InvalidInput;
use WooInventoryGuard\Rest\Operation;
use WooInventoryGuard\Settings\SettingsStore;

/**
 * What a shopper may know: the only route that asks for no right. Early\Availability decides what that is; where the
 * owner allows it, most answers are given by Early\FrontDoor before this class is loaded.
 */
final class AvailabilityController extends Controller {

	public function __construct( private readonly Db $db, private readonly Clock $clock, private readonly SettingsStore $settings ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array( new Operation( 'GET', '/availability', null, $this->tell( ... ), 'Whether items can be bought now. Public, never cached.', 'availability', query: 'availability-query' ) );
	}

	private function tell( Call $call ): \WP_REST_Response {
		$items        = Availability::numbers( $call->text( 'items' ) );
		$products     = Availability::numbers( $call->text( 'products' ) );
		$availability = new Availability( $this->db->rows( ... ), $this->db->wp_table( '' ), $this->settings->get()->show_numbers->value, Words::now(), Clock::sql( $this->clock->now() ) );
		self::check( $items, $products );
		return new \WP_REST_Response( array( 'items' => $availability->tell( $availability->find( $items, $products ) ) ) );
	}

	/**
	 * @param list<int> $items
	 * @param list<int> $products
	 * @throws InvalidInput
	 */
	private static function check( array $items, array $products ): void {
		$field = array() === $items && array() !== $products ? 'products' : 'items';
		if ( array() === $items && array() === $products ) {
			throw InvalidInput::of( $field, __( 'Say which items: send items (item numbers) or products (product numbers), such as items=1,2.', 'woo-inventory-guard' ) );
		}
		if ( count( $items ) + count( $products ) > Availability::MOST ) {
			/* translators: 1: name of a field, 2: a number */
			throw InvalidInput::of( $field, sprintf( __( '%1$s: ask about at most %2$s items at a time.', 'woo-inventory-guard' ), $field, number_format_i18n( Availability::MOST ) ) );
		}
	}
}
