<?php
/**
 * The screen on which people count.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * A page of its own, at the shop's address with `?wig-count=1` behind it, outside of wp-admin: a phone gets the screen
 * and nothing else, and a service worker can have exactly this page as its scope (scopes are compared as texts, with
 * the query in them; wp-admin's pages are all one address). It needs no rewrite rules.
 *
 * The page holds no stock: everything comes over REST, for who may count.
 */
final class CountingPage {

	/** In the address. */
	public const QUERY = 'wig-count';

	private const NAME   = 'counting';
	private const WORKER = 'counting-worker';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file, private readonly BootData $boot ) {}

	public function register(): void {
		// Before the shop looks for a page: no theme, no coming-soon page and no page cache has a say in it.
		add_action( 'wp_loaded', $this->answer( ... ) );
	}

	public static function address(): string {
		return add_query_arg( self::QUERY, '1', home_url( '/' ) );
	}

	private function answer(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		$asked = $_GET[ self::QUERY ] ?? null;
		if ( is_admin() || ! is_string( $asked ) || ! BuiltScript::is_built( self::NAME ) ) {
			return;
		}
		if ( 'worker' === $asked ) {
			$this->worker();
		} elseif ( ! is_user_logged_in() ) {
			nocache_headers();
			wp_safe_redirect( wp_login_url( self::address() ) );
		} elseif ( ! Access::can( Access::COUNT ) ) {
			$this->refuse();
		} else {
			$this->page();
		}
		exit;
	}

	/**
	 * The same for everybody.
	 */
	private function worker(): void {
		header( 'Content-Type: text/javascript; charset=utf-8' );
		header( 'Cache-Control: no-cache' );
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_readfile -- a file of ours.
		readfile( __DIR__ . '/../../build/' . self::WORKER . '.js' );
	}

	private function refuse(): void {
		wp_die(
			esc_html__( 'Your account may not count stock. An administrator can give you the role Stock counter, or the right to count the inventory.', 'woo-inventory-guard' ),
			esc_html__( 'Count stock', 'woo-inventory-guard' ),
			array( 'response' => 403 )
		);
	}

	private function page(): void {
		nocache_headers();
		header( 'X-WIG-Counting: page' );
		header( 'X-Robots-Tag: noindex' );
		BuiltScript::share_words();
		$script = new BuiltScript( $this->plugin_file, self::NAME );
		$script->enqueue( $this->boot->facts() . $this->facts() );
		$script->enqueue_style( array() );
		$handle = BuiltScript::PREFIX . self::NAME;
		printf(
			'<!doctype html><html %s><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="theme-color" content="#1d2327"><title>%s</title>',
			get_language_attributes(), // phpcs:ignore WordPress.Security.EscapeOutput -- escaped by WordPress.
			esc_html__( 'Count stock', 'woo-inventory-guard' )
		);
		wp_styles()->do_items( array( $handle ) );
		printf(
			'</head><body class="wig-counting"><div id="wig-counting"><noscript><p>%s</p></noscript></div>',
			esc_html__( 'Counting needs JavaScript. Please switch it on in your browser.', 'woo-inventory-guard' )
		);
		wp_scripts()->do_items( array( $handle ) );
		echo '</body></html>';
	}

	private function facts(): string {
		$facts = array(
			'user'   => get_current_user_id(),
			'name'   => wp_get_current_user()->display_name,
			'worker' => add_query_arg( self::QUERY, 'worker', home_url( '/' ) ),
			'scope'  => home_url( '/?' . self::QUERY ),
			'login'  => wp_login_url( self::address() ),
			'admin'  => Access::can( Access::VIEW ) && Access::can( Access::ADJUST ) ? Menu::address( '/stocktakes' ) : null,
		);
		return sprintf( 'window.wigCounting = %s;', (string) wp_json_encode( $facts, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ) );
	}
}
