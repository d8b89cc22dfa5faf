<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Settings\Settings;
use WooInventoryGuard\Settings\SettingsStore;
use WooInventoryGuard\Stock\Quantity;

/**
 * How the guard works in this shop.
 */
final class SettingsController extends Controller {

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * @return list<Operation>
	 */
	public function operations(): array {
		return array(
			new Operation( 'GET', '/settings', Access::CONFIGURE, $this->show( ... ), 'Read the settings.', 'settings' ),
			new Operation( 'GET', '/settings/defaults', Access::CONFIGURE, $this->defaults( ... ), 'Read what counts where nothing was chosen.', 'settings' ),
			new Operation( 'POST', '/settings/reset', Access::CONFIGURE, $this->reset( ... ), 'Put settings back to their defaults; the others stay.', 'settings', body: 'settings-reset-request' ),
			new Operation( 'PUT', '/settings', Access::CONFIGURE, $this->change( ... ), 'Change settings; what is left out stays.', 'settings', body: 'settings-request' ),
		);
	}

	private function show(): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->settings->get() ) );
	}

	private function change( Call $call ): \WP_REST_Response {
		$call->key();
		$changes = array_map( static fn( mixed $value ): mixed => $value instanceof Quantity ? (string) $value : $value, $call->values() );
		return new \WP_REST_Response( self::shape( $this->settings->change( $changes ) ) );
	}

	private function defaults(): \WP_REST_Response {
		return new \WP_REST_Response( self::shape( $this->settings->defaults() ) );
	}

	private function reset( Call $call ): \WP_REST_Response {
		$call->key();
		return new \WP_REST_Response( self::shape( $this->settings->reset( array_values( array_filter( (array) ( $call->values()['fields'] ?? null ), 'is_string' ) ) ) ) );
	}

	/**
	 * @return array<string, mixed> See Schema/settings.json.
	 */
	private static function shape( Settings $settings ): array {
		return array_merge( $settings->to_array(), array( 'low_stock_threshold' => Quantity::of( $settings->low_stock_threshold )->json() ) );
	}
}
