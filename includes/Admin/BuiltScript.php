<?php
/**
 * A script of the app.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

/**
 * build/NAME.js with what it depends on, its translations and what it is told before it starts; and build/NAME.css,
 * where it has one.
 */
final class BuiltScript {

	/** What the handles of our scripts, styles and translations begin with. */
	public const PREFIX = 'woo-inventory-guard-';

	private const DIR = __DIR__ . '/../../build/';

	/**
	 * @param string $plugin_file The main file of the plugin.
	 * @param string $name        As in webpack.config.js.
	 */
	public function __construct( private readonly string $plugin_file, private readonly string $name ) {}

	/**
	 * All our scripts speak the words of the app, which lie in one file a language.
	 */
	public static function share_words(): void {
		add_filter(
			'load_script_translation_file',
			static fn( mixed $file, mixed $handle ): mixed => is_string( $file ) && is_string( $handle ) && str_starts_with( $handle, self::PREFIX ) ? str_replace( $handle, self::PREFIX . 'admin', $file ) : $file,
			10,
			2
		);
	}

	/**
	 * A checkout of the source has no build/ until somebody makes it.
	 */
	public static function is_built( string $name ): bool {
		return is_file( self::DIR . $name . '.asset.php' );
	}

	/**
	 * @param string                 $facts JavaScript that goes before it.
	 * @param list<non-empty-string> $more  Handles that the build does not see.
	 */
	public function enqueue( string $facts, array $more = array() ): void {
		$handle = self::PREFIX . $this->name;
		$asset  = $this->asset();
		wp_enqueue_script( $handle, $this->url( 'js' ), array( ...$asset['dependencies'], ...$more ), $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( $handle, 'woo-inventory-guard', plugin_dir_path( $this->plugin_file ) . 'languages' );
		wp_add_inline_script( $handle, $facts, 'before' );
		self::leave_emoji_alone();
	}

	/**
	 * Where a browser does not know an emoji, WordPress puts a picture in its place. In what React has drawn that takes away
	 * the very text that React changes next, and the screen stops working. The block editor does without it too.
	 */
	private static function leave_emoji_alone(): void {
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
	}

	/**
	 * A part of this script in a file of its own, which lies ready until the script asks for it, and its style: where that is
	 * not there the script would fetch it, and show nothing before it came. The version is that of the script, which changes
	 * whenever one of its parts does.
	 *
	 * @param string $chunk Name of the file; one that is not there, or is a script of its own, is left out.
	 */
	public function enqueue_chunk( string $chunk ): void {
		if ( '' === $chunk || self::is_built( $chunk ) || ! is_file( self::DIR . $chunk . '.js' ) ) {
			return;
		}
		wp_enqueue_script( self::PREFIX . 'screen', plugins_url( "build/$chunk.js", $this->plugin_file ), array(), $this->asset()['version'], array( 'in_footer' => true ) );
		wp_scripts()->registered[ self::PREFIX . $this->name ]->deps[] = self::PREFIX . 'screen';
		if ( is_file( self::DIR . $chunk . '.css' ) ) {
			wp_enqueue_style( self::PREFIX . 'screen', plugins_url( "build/$chunk.css", $this->plugin_file ), array( self::PREFIX . $this->name ), $this->asset()['version'] );
			add_filter( 'style_loader_tag', static fn( string $tag, string $handle ): string => self::PREFIX . 'screen' === $handle ? str_replace( ' href=', sprintf( ' data-href="%s.css" href=', esc_attr( $chunk ) ), $tag ) : $tag, 10, 2 );
		}
	}

	/**
	 * @param list<non-empty-string> $more Styles that it builds on: the asset file knows scripts only.
	 */
	public function enqueue_style( array $more = array( 'wp-components' ) ): void {
		$handle = self::PREFIX . $this->name;
		wp_enqueue_style( $handle, $this->url( 'css' ), $more, $this->asset()['version'] );
		wp_style_add_data( $handle, 'rtl', 'replace' );
	}

	/**
	 * Written by the build.
	 *
	 * @return array{dependencies: list<non-empty-string>, version: string}
	 */
	private function asset(): array {
		return require self::DIR . $this->name . '.asset.php';
	}

	private function url( string $kind ): string {
		return plugins_url( "build/{$this->name}.{$kind}", $this->plugin_file );
	}
}
