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
 * Rights, locale, time zone and layout as `window.wooInventoryGuard`, and the answers to the
 * requests that the app is about to make, so that it begins with rows instead of with waiting.
 */
final class BootData {

	/** Plain numbers, to the cent. */
	private const NO_CURRENCY = array(
		'code'     => '',
		'symbol'   => '',
		'position' => 'left',
		'decimals' => 2,
	);

	/**
	 * @param \Closure(): list<array{id: string, title: string}> $payment_methods The shop's; asked only for who may configure.
	 * @param \Closure(): (array{code: string, symbol: string, position: string, decimals: int}|null) $currency The shop's; NULL where there is no shop.
	 * @param \Closure(): bool $bulk_running Whether a change of many items is under way.
	 */
	public function __construct( private readonly View $view, private readonly \Closure $payment_methods, private readonly \Closure $currency, private readonly \Closure $bulk_running ) {}

	/**
	 * JavaScript that goes before the app.
	 */
	public function script(): string {
		return sprintf( 'window.wooInventoryGuard = %s;', $this->json( $this->data() + array( 'answers' => (object) ( new FirstAnswers( $this->view ) )->all() ) ) );
	}

	/**
	 * The same without a list, for what is shown on other screens of wp-admin.
	 */
	public function facts(): string {
		return sprintf( 'window.wooInventoryGuard = %s;', $this->json( $this->data() ) );
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
				'count'     => Access::can( Access::COUNT ),
			),
			'counting'        => CountingPage::address(),
			'woocommerce'     => class_exists( 'WooCommerce', false ),
			'locale'          => str_replace( '_', '-', get_user_locale() ),
			'timezone'        => wp_timezone_string(),
			'currency'        => ( $this->currency )() ?? self::NO_CURRENCY,
			'payment_methods' => Access::can( Access::CONFIGURE ) && '/settings' === FirstAnswers::asked( 'path' ) ? ( $this->payment_methods )() : array(),
			'bulk_running'    => '/stock' === FirstAnswers::asked( 'path' ) && ( $this->bulk_running )(),
			'view'            => (object) $layout,
		);
	}

	private function json( mixed $value ): string {
		// Safe inside <script>: no tag can be closed from within a product's name.
		return (string) wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
	}
}
