<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * Keeps what early answers need: the must-use file, and an autoloaded option with the words in the shop's language, the
 * addresses at which it is asked, and whether numbers are shown.
 */
final class Keeper {

	/** What the stored things are made from; when one changes they are made anew by the next ordinary request. */
	private const SOURCES = array( 'woo_inventory_guard_settings', 'woocommerce_stock_format', 'WPLANG', 'permalink_structure', 'home', 'siteurl' );

	/**
	 * @param \Closure(): (string|null) $show    When numbers are shown; null where the owner wants no early answers.
	 * @param string                    $version Of the plugin.
	 */
	public function __construct( private readonly MustUse $file, private readonly \Closure $show, private readonly string $version ) {}

	public function register(): void {
		add_action( 'init', $this->ensure( ... ), 2 );
		// Where an administrator is about there is time to look whether all is still as it was left.
		add_action( 'admin_init', $this->refresh( ... ) );
		add_action( 'upgrader_process_complete', $this->forget( ... ) );
		foreach ( self::SOURCES as $option ) {
			foreach ( array( 'add_option_', 'update_option_', 'delete_option_' ) as $event ) {
				add_action( $event . $option, $this->forget( ... ) );
			}
		}
	}

	/**
	 * How it stands, for Site Health.
	 *
	 * @return 'declined'|'impossible'|'unwritable'|'ready'
	 */
	public function state(): string {
		return match ( true ) {
			! self::possible()          => 'impossible',
			null === ( $this->show )()  => 'declined',
			! $this->file->is_current() => 'unwritable',
			default                     => 'ready',
		};
	}

	/**
	 * The plugin goes, or the owner declines.
	 */
	public function remove(): void {
		$this->file->remove();
		delete_option( FrontDoor::OPTION );
	}

	/**
	 * One autoloaded option when nothing is to be done.
	 */
	private function ensure(): void {
		$stored = get_option( FrontDoor::OPTION );
		if ( ! is_array( $stored ) || ( $stored['version'] ?? '' ) !== $this->version ) {
			$this->refresh();
		}
	}

	/**
	 * Brings file and option to what they should be.
	 */
	public function refresh(): void {
		$show = self::possible() ? ( $this->show )() : null;
		if ( null === $show ) {
			$this->remove();
			return;
		}
		$this->file->install();
		// An administrator may read another language than the shop's visitors do; then a later request sees to it.
		if ( determine_locale() !== get_locale() ) {
			return;
		}
		$now = array(
			'version' => $this->version,
			'show'    => $show,
			'words'   => Words::now(),
			'path'    => '' === get_option( 'permalink_structure' ) ? '' : (string) wp_parse_url( rest_url( FrontDoor::ROUTE ), PHP_URL_PATH ),
			'home'    => (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH ),
		);
		if ( get_option( FrontDoor::OPTION ) !== $now ) {
			update_option( FrontDoor::OPTION, $now, true );
		}
	}

	private function forget(): void {
		delete_option( FrontDoor::OPTION );
	}

	/**
	 * A network has many shops, and a shop in several languages does not say by its address which one a visitor reads:
	 * there REST answers.
	 */
	private static function possible(): bool {
		return ! is_multisite() && ! defined( 'ICL_SITEPRESS_VERSION' ) && ! defined( 'POLYLANG_VERSION' ) && ! defined( 'TRP_PLUGIN_VERSION' );
	}
}
