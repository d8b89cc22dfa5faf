<?php
/**
 * Script and style of the panel in the product screen.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * Brings build/product-panel.js and build/product-panel.css where a product is edited, for who may see the numbers, and
 * nowhere else.
 */
final class ProductPanelAssets {

	private const NAME = 'product-panel';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file, private readonly BootData $boot ) {}

	public function register(): void {
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
	}

	private function enqueue( string $hook ): void {
		$screen = get_current_screen();
		if ( ! in_array( $hook, array( 'post.php', 'post-new.php' ), true ) || 'product' !== $screen?->post_type || ! Access::can( Access::VIEW ) || ! BuiltScript::is_built( self::NAME ) ) {
			return;
		}
		$panel = new BuiltScript( $this->plugin_file, self::NAME );
		$panel->enqueue( $this->boot->facts() );
		$panel->enqueue_style();
	}
}
