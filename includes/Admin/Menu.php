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
	public const START = '/dashboard';

	/** What the entries below the first one open. */
	private const ENTRY = 'admin.php?page=' . self::SLUG . '&path=';

	/** After WooCommerce and its products, before Appearance. */
	private const POSITION = 58;

	/**
	 * @param callable(): int $attention How many things need a person.
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

	/**
	 * The address of a place in the app.
	 */
	public static function address( string $path ): string {
		return admin_url( 'admin.php?page=' . self::SLUG . '&path=' . $path );
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
		add_submenu_page( self::SLUG, $name, __( 'Dashboard', 'woo-inventory-guard' ), Access::VIEW, self::SLUG );
		// One page, one app: what the further entries open is in the address.
		foreach ( self::entries() as $path => $entry ) {
			add_submenu_page( self::SLUG, $entry['title'], $entry['title'], $entry['right'], self::ENTRY . $path );
		}
		// Outside of wp-admin. Who may do nothing but count has only this entry.
		$count = __( 'Count stock', 'woo-inventory-guard' );
		add_submenu_page( self::SLUG, $count, $count, Access::COUNT, CountingPage::address() );
	}

	/**
	 * @return array<string, array{title: string, right: string}> By where in the app they lead.
	 */
	private static function entries(): array {
		return array(
			'/stock'      => array(
				'title' => __( 'Stock', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/bundles'    => array(
				'title' => __( 'Bundles', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/stocktakes' => array(
				'title' => __( 'Stocktakes', 'woo-inventory-guard' ),
				'right' => Access::ADJUST,
			),
			'/ledger'     => array(
				'title' => __( 'Ledger', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/reports'    => array(
				'title' => __( 'Reports', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/restore'    => array(
				'title' => __( 'Restore', 'woo-inventory-guard' ),
				'right' => Access::ADJUST,
			),
			'/files'      => array(
				'title' => __( 'Import and export', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/shortfalls' => array(
				'title' => __( 'Short orders', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/alerts'     => array(
				'title' => __( 'Alerts', 'woo-inventory-guard' ),
				'right' => Access::VIEW,
			),
			'/rules'      => array(
				'title' => __( 'Rules', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
			),
			'/limits'     => array(
				'title' => __( 'Purchase limits', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
			),
			'/backups'    => array(
				'title' => __( 'Backups', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
			),
			'/settings'   => array(
				'title' => __( 'Settings', 'woo-inventory-guard' ),
				'right' => Access::CONFIGURE,
			),
		);
	}

	/**
	 * The screen that a path of an address belongs to: one stocktake belongs to all of them.
	 */
	public static function section( mixed $path ): string {
		return is_string( $path ) ? (string) preg_replace( '~^(/stocktakes)/.*$~', '$1', $path ) : '';
	}

	/**
	 * Marks the entry whose screen is open.
	 */
	private function current( mixed $submenu ): mixed {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- only compared.
		$path = self::section( self::SLUG === ( $_GET['page'] ?? '' ) ? ( $_GET['path'] ?? '' ) : '' );
		// A product's variations belong to the stock.
		$path = '/variations' === $path ? '/stock' : $path;
		return array_key_exists( $path, self::entries() ) ? self::ENTRY . $path : $submenu;
	}

	private function bubble(): string {
		// Counted only for who may see the numbers.
		$count = Access::can( Access::VIEW ) ? ( $this->attention )() : 0;
		if ( $count < 1 ) {
			return '';
		}
		$number = $count > 999 ? '999+' : number_format_i18n( $count );
		/* translators: %s: number of things that need a person, such as items that are low. */
		$words = sprintf( _n( '%s thing needs you', '%s things need you', $count, 'woo-inventory-guard' ), $number );
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
