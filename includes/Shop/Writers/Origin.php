<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Writers;

use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Reference;

/**
 * Who wrote a number in WooCommerce, as far as that can be told at the moment of the write: a form of wp-admin, the CSV
 * importer, REST, WP-CLI, or the folder of the plugin or theme that called.
 */
final class Origin {

	/** Deep enough for a plugin behind a few hooks; only walked when a number really changes. */
	private const DEPTH = 60;

	public function cause(): Cause {
		$reason = Reasons::given();
		$note   = Reasons::note();
		return new Cause( '' === $reason ? 'external' : $reason, Reference::none(), get_current_user_id(), '' === $note ? $this->note() : $note );
	}

	/**
	 * For what the regular comparison finds: nobody has seen it happen.
	 */
	public function unseen(): Cause {
		return new Cause( 'external', Reference::none(), 0, __( 'Changed directly in the database; found by the regular comparison.', 'woo-inventory-guard' ) );
	}

	private function note(): string {
		$form = $this->form();
		if ( '' !== $form ) {
			return $form;
		}
		list( $kind, $folder ) = $this->caller();
		if ( 'plugin' === $kind ) {
			/* translators: %s: folder name of a plugin */
			return sprintf( __( 'Changed by the plugin %s.', 'woo-inventory-guard' ), $folder );
		}
		if ( 'theme' === $kind ) {
			/* translators: %s: folder name of a theme */
			return sprintf( __( 'Changed by the theme %s.', 'woo-inventory-guard' ), $folder );
		}
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			return __( 'Changed with WP-CLI.', 'woo-inventory-guard' );
		}
		if ( defined( 'REST_REQUEST' ) && true === constant( 'REST_REQUEST' ) && $this->in_rest_controller() ) {
			return __( 'Changed over the REST API.', 'woo-inventory-guard' );
		}
		return __( 'Changed in WooCommerce.', 'woo-inventory-guard' );
	}

	/**
	 * Forms and importers of WooCommerce itself.
	 */
	private function form(): string {
		return match ( true ) {
			Posted::is_quick_edit()                                       => __( 'Quick edit of the product list.', 'woo-inventory-guard' ),
			Posted::is_bulk_edit()                                        => __( 'Bulk edit of the product list.', 'woo-inventory-guard' ),
			doing_action( 'wp_ajax_woocommerce_bulk_edit_variations' )    => __( 'Bulk action on variations.', 'woo-inventory-guard' ),
			doing_action( 'wp_ajax_woocommerce_save_variations' )         => __( 'Variations of the product screen.', 'woo-inventory-guard' ),
			doing_action( 'woocommerce_process_product_meta' )            => __( 'Product screen.', 'woo-inventory-guard' ),
			$this->called_by( \WC_Product_CSV_Importer::class )           => __( 'CSV import.', 'woo-inventory-guard' ),
			default                                                       => '',
		};
	}

	private function in_rest_controller(): bool {
		return $this->called_by( \WP_REST_Server::class );
	}

	private function called_by( string $name ): bool {
		return in_array( $name, array_column( $this->trace(), 'class' ), true );
	}

	/**
	 * The nearest file on the way here that belongs to somebody else's plugin or theme.
	 *
	 * @return array{'plugin'|'theme'|'', string}
	 */
	private function caller(): array {
		$themes = wp_normalize_path( get_theme_root() ) . '/';
		foreach ( $this->trace() as $step ) {
			$file = wp_normalize_path( $step['file'] ?? '' );
			// Where a file lies in no plugin, WordPress gives the path back.
			$inside = plugin_basename( $file );
			$folder = explode( '/', $inside )[0];
			if ( ltrim( $file, '/' ) !== $inside && ! in_array( $folder, array( 'woocommerce', 'woo-inventory-guard' ), true ) ) {
				return array( 'plugin', $folder );
			}
			if ( str_starts_with( $file, $themes ) ) {
				return array( 'theme', explode( '/', substr( $file, strlen( $themes ) ) )[0] );
			}
		}
		return array( '', '' );
	}

	/**
	 * @return list<array{file?: string, class?: string}>
	 */
	private function trace(): array {
		return debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS, self::DEPTH ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- The only way to know who calls.
	}
}
