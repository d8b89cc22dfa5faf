<?php
/**
 * The menu entry.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * One entry, Inventory, with a count of what needs a person; the page that it opens holds the app.
 */
final class Menu {

	/** The page's slug; what the app shows is in `path` beside it. */
	public const SLUG = 'woo-inventory-guard';

	/** Where in the app the entry leads. */
	public const START = '/stock';

	private const SETTINGS = 'admin.php?page=' . self::SLUG . '&path=/settings';

	/** After WooCommerce and its products, before Appearance. */
	private const POSITION = 58;

	/**
	 * @param callable(): int $attention How many items are low or out.
	 */
	public function __construct( private readonly mixed $attention ) {}

	public function register(): void {
		add_action( 'admin_menu', $this->add( ... ) );
		add_filter( 'submenu_file', $this->current( ... ) );
		add_action( 'admin_page_access_denied', $this->refuse( ... ) );
	}

	/**
	 * Hook of our page, as admin_enqueue_scripts hands it over.
	 */
	public static function hook(): string {
		return 'toplevel_page_' . self::SLUG;
	}

	private function add(): void {
		$name = __( 'Inventory', 'woo-inventory-guard' );
		add_menu_page(
			$name,
			$name . $this->bubble(),
			Access::VIEW,
			self::SLUG,
			$this->page( ... ),
			'dashicons-clipboard',
			self::POSITION
		);
		add_submenu_page( self::SLUG, $name, __( 'Stock', 'woo-inventory-guard' ), Access::VIEW, self::SLUG );
		$settings = __( 'Settings', 'woo-inventory-guard' );
		// One page, one app: what the further entries open is in the address.
		add_submenu_page( self::SLUG, $settings, $settings, Access::CONFIGURE, self::SETTINGS );
	}

	/**
	 * Marks the entry whose screen is open.
	 */
	private function current( mixed $submenu ): mixed {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		return self::SLUG === ( $_GET['page'] ?? '' ) && '/settings' === ( $_GET['path'] ?? '' ) ? self::SETTINGS : $submenu;
	}

	private function bubble(): string {
		// Counted only for who may see the numbers.
		$count = Access::can( Access::VIEW ) ? ( $this->attention )() : 0;
		if ( $count < 1 ) {
			return '';
		}
		$number = $count > 999 ? '999+' : number_format_i18n( $count );
		/* translators: %s: number of items that are low or out of stock. */
		$words = sprintf( _n( '%s item needs attention', '%s items need attention', $count, 'woo-inventory-guard' ), $number );
		return sprintf(
			' <span class="awaiting-mod count-%1$d"><span class="pending-count" aria-hidden="true">%2$s</span><span class="screen-reader-text">%3$s</span></span>',
			min( $count, 999 ),
			esc_html( $number ),
			esc_html( $words )
		);
	}

	/**
	 * The place for the app. Notices of others go above it (.wp-header-end), never into it.
	 */
	private function page(): void {
		printf(
			'<div class="wrap wig-wrap"><hr class="wp-header-end"><div id="woo-inventory-guard"><noscript><p>%s</p></noscript>%s</div></div>',
			esc_html__( 'The inventory needs JavaScript. Please switch it on in your browser.', 'woo-inventory-guard' ),
			Assets::built() ? '' : '<p>' . esc_html__( 'This copy of the plugin has not been built yet. Run npm run build in its folder.', 'woo-inventory-guard' ) . '</p>'
		);
	}

	/**
	 * Says which right is missing and who can give it, instead of WordPress's bare refusal.
	 */
	private function refuse(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		if ( self::SLUG !== ( $_GET['page'] ?? null ) ) {
			return;
		}
		wp_die(
			esc_html__( 'Your account may not view the inventory. An administrator can give you the role Stock clerk, or the right to view the inventory.', 'woo-inventory-guard' ),
			esc_html__( 'Inventory', 'woo-inventory-guard' ),
			array(
				'response'  => 403,
				'back_link' => true,
			)
		);
	}
}
