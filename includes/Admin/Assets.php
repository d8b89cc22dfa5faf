<?php
/**
 * Script and style of the app.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

/**
 * Brings build/admin.js and build/admin.css, on our page and nowhere else.
 */
final class Assets {

	/** Handle of script, style and translations. */
	public const HANDLE = 'woo-inventory-guard-admin';

	private const DIR = __DIR__ . '/../../';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file, private readonly BootData $boot ) {}

	public function register(): void {
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
	}

	/**
	 * A checkout of the source has no build/ until somebody makes it.
	 */
	public static function built(): bool {
		return is_file( self::DIR . 'build/admin.asset.php' );
	}

	private function enqueue( string $hook ): void {
		if ( Menu::hook() !== $hook || ! self::built() ) {
			return;
		}
		/**
		 * Written by the build.
		 *
		 * @var array{dependencies: list<non-empty-string>, version: string} $asset
		 */
		$asset = require self::DIR . 'build/admin.asset.php';

		wp_enqueue_script( self::HANDLE, plugins_url( 'build/admin.js', $this->plugin_file ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'woo-inventory-guard', plugin_dir_path( $this->plugin_file ) . 'languages' );
		wp_add_inline_script( self::HANDLE, $this->boot->script(), 'before' );

		// The asset file knows scripts only, not the styles of the components.
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/admin.css', $this->plugin_file ), array( 'wp-components' ), $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
	}
}
