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

	private const NAME = 'admin';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 */
	public function __construct( private readonly string $plugin_file, private readonly BootData $boot ) {}

	public function register(): void {
		// Before WordPress's own command palette, which brings the whole block editor: nobody waits for that to see stock.
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ), 1 );
		BuiltScript::share_words();
	}

	public static function built(): bool {
		return BuiltScript::is_built( self::NAME );
	}

	private function enqueue( string $hook ): void {
		if ( Menu::hook() !== $hook || ! self::built() ) {
			return;
		}
		$app = new BuiltScript( $this->plugin_file, self::NAME );
		$app->enqueue( $this->boot->script() );
		$app->enqueue_style();
		$app->enqueue_chunk( self::chunk() );
	}

	/**
	 * The file of the screen that this address opens, so that the app need not fetch it first; the list of stock has none. Files
	 * with a hyphen are no screens: workers, and what a screen fetches later.
	 */
	private static function chunk(): string {
		$path = FirstAnswers::asked( 'path' );
		return match ( $path ) {
			'/stock' => 'sheet' === FirstAnswers::asked( 'as' ) ? 'sheet' : '',
			'/start' => 'first-run',
			default  => 1 === preg_match( '~^/([a-z]+)(?:/|$)~', '' === $path ? Menu::START : $path, $part ) ? $part[1] : '',
		};
	}
}
