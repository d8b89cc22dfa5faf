<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Admin;

use WooInventoryGuard\Backup\Backups;
use WooInventoryGuard\Backup\Folder;
use WooInventoryGuard\Backup\NoSuchBackup;
use WooInventoryGuard\Platform\Access;

/**
 * Hands the file of a backup out: to whoever may change the settings and has come from the screen, in pieces, so that no
 * more than one is in memory.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- Files of megabytes, piece by piece, which WP_Filesystem cannot do.
 */
final class BackupDownload {

	private const PIECE = 1_048_576;

	public function __construct( private readonly Backups $backups, private readonly Folder $folder ) {}

	/**
	 * For admin-post.php.
	 */
	public function send(): never {
		$id    = absint( $_GET['id'] ?? 0 ); // phpcs:ignore WordPress.Security.NonceVerification -- It is part of what the nonce is for.
		$nonce = sanitize_text_field( wp_unslash( $_GET['_wpnonce'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification -- Verified in the next line.
		if ( false === wp_verify_nonce( $nonce, Backups::DOWNLOAD . $id ) || ! Access::can( Access::CONFIGURE ) ) {
			wp_die( esc_html__( 'This link is not for you, or it is too old. Open the Backups screen and press Download there.', 'woo-inventory-guard' ), '', array( 'response' => 403 ) );
		}
		try {
			$backup  = $this->backups->find( $id );
			$archive = $this->folder->archive( $backup->file );
		} catch ( NoSuchBackup ) {
			wp_die( esc_html__( 'There is no backup with this number (any more).', 'woo-inventory-guard' ), '', array( 'response' => 404 ) );
		}
		$file = 'ready' === $backup->state && is_readable( $archive->path ) ? fopen( $archive->path, 'rb' ) : false;
		if ( false === $file ) {
			wp_die( esc_html__( 'The file of this backup is not there any more, or it is not ready.', 'woo-inventory-guard' ), '', array( 'response' => 404 ) );
		}
		while ( ob_get_level() > 0 ) {
			ob_end_clean();
		}
		nocache_headers();
		header( 'Content-Type: application/gzip' );
		// The name that cannot be guessed stays here.
		header( 'Content-Disposition: attachment; filename="stock-ledger-' . $backup->created_at->format( 'Y-m-d-His' ) . '.jsonl.gz"' );
		header( 'Content-Length: ' . $archive->bytes() );
		header( 'X-Content-Type-Options: nosniff' );
		while ( ! feof( $file ) && 0 === connection_aborted() ) {
			echo (string) fread( $file, self::PIECE ); // phpcs:ignore WordPress.Security.EscapeOutput -- Bytes of a file.
			flush();
		}
		exit;
	}
}
