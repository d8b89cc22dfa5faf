<?php
/**
 * What the app knows before its first request.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * Rights, locale, time zone and layout as `window.wooInventoryGuard`, and the first page of the list as the answer to
 * the request that the app is about to make, so that it begins with rows instead of with waiting.
 */
final class BootData {

	private const LIST_ROUTE = '/woo-inventory-guard/v1/items';

	private const STATUSES = array( 'low', 'out', 'backorder', 'untracked' );

	/**
	 * @param \Closure(): list<array{id: string, title: string}> $payment_methods The shop's; asked only for who may configure.
	 */
	public function __construct( private readonly View $view, private readonly \Closure $payment_methods ) {}

	/**
	 * JavaScript that goes before the app.
	 */
	public function script(): string {
		return sprintf(
			'window.wooInventoryGuard = %s; wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( %s ) );',
			$this->json( $this->data() ),
			$this->json( (object) $this->first_page() )
		);
	}

	/**
	 * The rights are for what the app shows; what is done the server decides again.
	 *
	 * @return array<string, mixed>
	 */
	private function data(): array {
		$layout = $this->view->current();
		return array(
			'can'             => array(
				'view'      => Access::can( Access::VIEW ),
				'adjust'    => Access::can( Access::ADJUST ),
				'reserve'   => Access::can( Access::RESERVE ),
				'configure' => Access::can( Access::CONFIGURE ),
			),
			'woocommerce'     => class_exists( 'WooCommerce', false ),
			'locale'          => str_replace( '_', '-', get_user_locale() ),
			'timezone'        => wp_timezone_string(),
			'payment_methods' => Access::can( Access::CONFIGURE ) && '/settings' === $this->path() ? ( $this->payment_methods )() : array(),
			'view'            => (object) $layout,
		);
	}

	/**
	 * The page that the address names, unless it names a search: that the app asks for, as any other. Where an address
	 * says what makes no sense, the app reads it otherwise than we do, and asks by itself.
	 *
	 * @return array<string, mixed>
	 */
	private function first_page(): array {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only says which list to read.
		if ( ! Access::can( Access::VIEW ) || isset( $_GET['search'] ) || '/settings' === $this->path() ) {
			return array();
		}
		$status = $this->asked( 'status' );
		$query  = array(
			'order'    => 'desc' === $this->asked( 'order' ) ? 'desc' : 'asc',
			'orderby'  => '' === $this->asked( 'orderby' ) ? 'name' : $this->asked( 'orderby' ),
			'page'     => max( 1, (int) $this->asked( 'paged' ) ),
			'per_page' => $this->view->current()['per_page'] ?? 20,
		);
		if ( in_array( $status, self::STATUSES, true ) ) {
			$query['status'] = $status;
		}
		return rest_preload_api_request( array(), self::LIST_ROUTE . '?' . http_build_query( $query ) );
	}

	/**
	 * Where in the app the address leads.
	 */
	private function path(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		$path = $_GET['path'] ?? '';
		return is_string( $path ) ? $path : '';
	}

	private function asked( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- sanitize_key() follows.
		$value = $_GET[ $name ] ?? '';
		return is_string( $value ) ? sanitize_key( $value ) : '';
	}

	private function json( mixed $value ): string {
		// Safe inside <script>: no tag can be closed from within a product's name.
		return (string) wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
	}
}
