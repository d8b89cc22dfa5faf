<?php
/**
 * What is needed to lose stock data and get it back.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

return array(
	'untrash'     => static function ( array $in ): array {
		wp_untrash_post( $in['id'] );
		wp_publish_post( $in['id'] );
		return array();
	},
	'backup_file' => static function ( array $in ): array {
		$plugin = WooInventoryGuard\Plugin::instance();
		return array( 'file' => base64_encode( (string) file_get_contents( $plugin->backup_folder()->archive( $plugin->backups()->find( $in['id'] )->file )->path ) ) );
	},
	'import_done' => static fn (): array => array( 'done' => WooInventoryGuard\Plugin::instance()->import()->is_done() ),
	'old_note'    => static function ( array $in ): array {
		$order = wc_create_order();
		$order->add_order_note( $in['text'] );
		return array();
	},
);
