<?php
/**
 * Must-use plugin: a page of wp-admin with nothing in it, to compare screens with.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

add_action(
	'admin_menu',
	static function (): void {
		add_menu_page(
			'Empty',
			'Empty',
			'manage_options',
			'wig-empty',
			static function (): void {
				echo '<div class="wrap"><h1 id="wig-empty">Empty</h1></div>';
			}
		);
	}
);
