<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * The small must-use file: written, kept current, removed. It holds no logic, so that an update of the plugin is all
 * there at once, and it does nothing where the plugin's folder is gone.
 */
final class MustUse {

	private const NAME = 'woo-inventory-guard-early.php';

	/**
	 * @param string $plugin  The plugin's name among the active ones, such as woo-inventory-guard/woo-inventory-guard.php.
	 * @param string $version Of the plugin.
	 */
	public function __construct( private readonly string $plugin, private readonly string $version ) {}

	/**
	 * Whether the file is there as it should be; another plugin's file of this name would not be.
	 */
	public function is_current(): bool {
		return $this->code() === self::present();
	}

	/**
	 * @return bool Whether it is there now. Where the folder cannot be written nothing happens: REST answers the same.
	 */
	public function install(): bool {
		if ( $this->is_current() ) {
			return true;
		}
		$folder = dirname( self::path() );
		if ( ! wp_is_file_mod_allowed( 'woo_inventory_guard_early' ) || ! wp_mkdir_p( $folder ) || ! wp_is_writable( $folder ) ) {
			return false;
		}
		// Every request reads this file: it must never be there by half. It takes its name when it is whole.
		$whole = self::path() . '.' . wp_generate_password( 8, false );
		// phpcs:disable WordPress.WP.AlternativeFunctions,WordPress.PHP.NoSilencedErrors -- WP_Filesystem could ask for a password; a refusal is an answer.
		$done = strlen( $this->code() ) === @file_put_contents( $whole, $this->code() ) && @rename( $whole, self::path() );
		if ( ! $done && is_file( $whole ) ) {
			@unlink( $whole );
		}
		// phpcs:enable
		return $done;
	}

	public function remove(): void {
		if ( str_contains( self::present(), __NAMESPACE__ ) ) {
			wp_delete_file( self::path() );
		}
	}

	private static function present(): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of this server.
		return is_file( self::path() ) ? (string) file_get_contents( self::path() ) : '';
	}

	private static function path(): string {
		return strval( constant( 'WPMU_PLUGIN_DIR' ) ) . '/' . self::NAME;
	}

	private function code(): string {
		$code  = <<<'PHP'
			<?php
			/**
			 * Plugin Name: Woo Inventory Guard: early answers
			 * Description: Tells cached shop pages what is in stock before the rest of WordPress loads. Woo Inventory Guard keeps this file current and removes it; the setting "Answer early" switches it off.
			 * Version: {version}
			 */

			defined( 'ABSPATH' ) || exit;

			( static function () {
				$door = WP_PLUGIN_DIR . '/{folder}/includes/Early/FrontDoor.php';
				$url  = isset( $_SERVER['REQUEST_URI'] ) ? rawurldecode( (string) $_SERVER['REQUEST_URI'] ) : '';
				if ( false === strpos( $url, '/woo-inventory-guard/v1/availability' ) || PHP_VERSION_ID < 80100 || ! is_file( $door ) ) {
					return;
				}
				try {
					require_once $door;
					\{namespace}\FrontDoor::answer( '{plugin}' );
				} catch ( \Throwable $error ) {
					// The REST route answers the same a little later, and can say what is wrong.
					return;
				}
			} )();

			PHP;
		$words = array(
			'{version}'   => $this->version,
			'{folder}'    => dirname( $this->plugin ),
			'{plugin}'    => $this->plugin,
			'{namespace}' => __NAMESPACE__,
		);
		return strtr( $code, $words );
	}
}
