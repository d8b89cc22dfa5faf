<?php
/**
 * Entries of the command palette.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Platform\Access;

/**
 * Brings build/commands.js to the pages of wp-admin that have WordPress's command palette (all of them from 6.9 on).
 */
final class Palette {

	private const NAME = 'commands';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file ) {}

	public function register(): void {
		// After WordPress has decided whether there is a palette.
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ), 20 );
	}

	private function enqueue(): void {
		if ( ! wp_script_is( 'wp-core-commands' ) || ! Access::can( Access::VIEW ) || ! BuiltScript::is_built( self::NAME ) ) {
			return;
		}
		$place = array(
			'app' => admin_url( 'admin.php?page=' . Menu::SLUG ),
			'can' => array(
				'adjust'    => Access::can( Access::ADJUST ),
				'configure' => Access::can( Access::CONFIGURE ),
			),
		);
		( new BuiltScript( $this->plugin_file, self::NAME ) )->enqueue( 'window.wooInventoryGuardPlace = ' . wp_json_encode( $place, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';', array( 'wp-commands' ) );
	}
}
