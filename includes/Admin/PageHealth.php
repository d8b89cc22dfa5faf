<?php
/**
 * Tests for Tools > Site Health: pages from caches.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

/**
 * Whether shoppers see the present stock: which page caches were found, whether availability is answered early, and
 * whether a page that an anonymous visitor gets shows what the books say.
 */
final class PageHealth {

	/** A page that takes longer is not what a health test should wait for. */
	private const SECONDS = 10;

	/**
	 * @param \Closure(): string                                   $early  How early answers stand: declined, impossible, unwritable or ready.
	 * @param \Closure(): list<string>                             $caches Names of page caches that are told of changes.
	 * @param \Closure(): (array{url: string, gone: bool}|null) $probe  A product page, and whether its product is sold out.
	 */
	public function __construct( private readonly \Closure $early, private readonly \Closure $caches, private readonly \Closure $probe ) {}

	public function register(): void {
		add_filter( 'site_status_tests', $this->add_tests( ... ) );
		add_action( 'rest_api_init', $this->add_route( ... ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	private function add_tests( array $tests ): array {
		$tests['direct']['wig_early'] = array(
			'label' => __( 'Early answers about stock', 'woo-inventory-guard' ),
			'test'  => $this->early( ... ),
		);
		$tests['async']['wig_pages']  = array(
			'label'             => __( 'Stock on cached pages', 'woo-inventory-guard' ),
			'test'              => rest_url( SiteHealth::ROUTE . '/site-health/pages' ),
			'has_rest'          => true,
			'async_direct_test' => $this->pages( ... ),
		);
		return $tests;
	}

	private function add_route(): void {
		SiteHealth::add_test_route( '/site-health/pages', $this->pages( ... ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function early(): array {
		return match ( ( $this->early )() ) {
			'ready'      => SiteHealth::result( 'wig_early', 'good', __( 'Stock on cached pages is answered early', 'woo-inventory-guard' ), __( 'A small must-use file tells cached pages what is in stock before the rest of WordPress loads.', 'woo-inventory-guard' ) ),
			'declined'   => SiteHealth::result( 'wig_early', 'good', __( 'Stock on cached pages is answered by the REST API', 'woo-inventory-guard' ), __( 'Early answers are switched off in the settings. Cached pages are told the same, at more cost for the server.', 'woo-inventory-guard' ) ),
			'impossible' => SiteHealth::result( 'wig_early', 'good', __( 'Stock on cached pages is answered by the REST API', 'woo-inventory-guard' ), __( 'In a network of sites and in a shop with several languages there are no early answers. Cached pages are told the same, at more cost for the server.', 'woo-inventory-guard' ) ),
			default      => SiteHealth::result( 'wig_early', 'recommended', __( 'Stock on cached pages cannot be answered early', 'woo-inventory-guard' ), __( 'The folder for must-use plugins (wp-content/mu-plugins) cannot be written. Cached pages are told what is in stock all the same, but each question costs the server ten times as much. Make the folder writable, or switch early answers off in the settings.', 'woo-inventory-guard' ) ),
		};
	}

	/**
	 * Fetches one product page twice: the second time it comes from the cache, if there is one.
	 *
	 * @return array<string, mixed>
	 */
	private function pages(): array {
		$caches = ( $this->caches )();
		$told   = __( 'No page cache plugin was found that could be told of changes.', 'woo-inventory-guard' );
		if ( array() !== $caches ) {
			/* translators: %s: names of page cache plugins, with commas between */
			$told = sprintf( __( 'These page caches are told of changes: %s.', 'woo-inventory-guard' ), implode( ', ', $caches ) );
		}
		$probe = ( $this->probe )();
		if ( null === $probe ) {
			return SiteHealth::result( 'wig_pages', 'good', __( 'There is no product page to look at', 'woo-inventory-guard' ), $told );
		}
		$page = '';
		for ( $look = 0; $look < 2; $look++ ) {
			$answer = wp_remote_get(
				$probe['url'],
				array(
					'timeout'   => self::SECONDS,
					'sslverify' => false,
				)
			);
			if ( is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ) {
				/* translators: %s: address of a page */
				return SiteHealth::result( 'wig_pages', 'recommended', __( 'Cached pages could not be looked at', 'woo-inventory-guard' ), sprintf( __( 'This server cannot open the shop\'s own page %s, so it is not known whether shoppers see old stock.', 'woo-inventory-guard' ), $probe['url'] ) . ' ' . $told );
			}
			$page = wp_remote_retrieve_body( $answer );
		}
		$script = str_contains( $page, 'wigShop=' );
		// The words of a shop's theme are its own; whether something can be put into the cart is the same in all of them.
		$sells = 1 === preg_match( '/<(button|input)[^>]*(name="add-to-cart"|single_add_to_cart_button)/', $page );
		if ( $probe['gone'] !== $sells ) {
			return SiteHealth::result( 'wig_pages', 'good', __( 'Product pages show the present stock', 'woo-inventory-guard' ), $told );
		}
		return $script
			? SiteHealth::result( 'wig_pages', 'good', __( 'Product pages come from a cache, and are put right when they open', 'woo-inventory-guard' ), __( 'The cache holds an older page, and the script of Woo Inventory Guard tells shoppers the present stock.', 'woo-inventory-guard' ) . ' ' . $told )
			: SiteHealth::result( 'wig_pages', 'recommended', __( 'Product pages show old stock', 'woo-inventory-guard' ), __( 'A cache holds a page that does not show the present stock, and the script that would put it right is not on it. Empty the page cache once, and do not let it remove the script storefront.js.', 'woo-inventory-guard' ) . ' ' . $told );
	}
}
