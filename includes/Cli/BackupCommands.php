<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Cli;

use WooInventoryGuard\Backup\Backup;
use WooInventoryGuard\Backup\Backups;
use WooInventoryGuard\Backup\Folder;
use WooInventoryGuard\Backup\Givings;
use WooInventoryGuard\Backup\Making;
use WooInventoryGuard\Backup\NoSuchBackup;
use WooInventoryGuard\Backup\Returning;

/**
 * Makes backups of the ledger and brings them back.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- Files of megabytes, piece by piece, which WP_Filesystem cannot do.
 */
final class BackupCommands {

	private const SECONDS = 5.0;
	private const PIECE   = 1_048_576;

	public function __construct(
		private readonly Backups $backups,
		private readonly Making $making,
		private readonly Givings $returns,
		private readonly Returning $returning,
		private readonly Folder $folder
	) {}

	public function register(): void {
		if ( ! defined( 'WP_CLI' ) || true !== constant( 'WP_CLI' ) ) {
			return;
		}
		\WP_CLI::add_command( 'inventory-guard backup', $this->backup( ... ), array( 'shortdesc' => 'Makes a backup of the whole ledger and reads it back. With --to=FILE it is copied there; with --list the backups are listed.' ) );
		\WP_CLI::add_command( 'inventory-guard restore-backup', $this->restore( ... ), array( 'shortdesc' => 'Brings a backup back: its number or a file. Says first what would come back; with --yes it does it. --numbers=backup also takes the numbers on hand from it.' ) );
	}

	/**
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	private function backup( array $args, array $options ): void {
		if ( isset( $options['list'] ) ) {
			\WP_CLI\Utils\format_items(
				'table',
				array_map(
					static fn( Backup $backup ): array => array(
						'id'      => $backup->id,
						'made'    => $backup->created_at->format( 'Y-m-d H:i' ),
						'state'   => $backup->state,
						'bytes'   => $backup->bytes,
						'sha256'  => $backup->sha256,
						'problem' => $backup->problem,
					),
					$this->backups->all()
				),
				array( 'id', 'made', 'state', 'bytes', 'sha256', 'problem' )
			);
			return;
		}
		$backup = $this->finished( $this->backups->begin( 'made', get_current_user_id(), wp_generate_uuid4() )->id );
		$path   = $this->folder->archive( $backup->file )->path;
		if ( isset( $options['to'] ) && ! copy( $path, $options['to'] ) ) {
			/* translators: %s: name of a file */
			\WP_CLI::error( sprintf( __( 'The backup was made, but could not be copied to %s.', 'woo-inventory-guard' ), $options['to'] ) );
		}
		/* translators: 1: number of a backup, 2: a size such as 12 MB, 3: a checksum */
		\WP_CLI::success( sprintf( __( 'Backup %1$d is made and was read back: %2$s, SHA-256 %3$s.', 'woo-inventory-guard' ), $backup->id, (string) size_format( $backup->bytes ), $backup->sha256 ) );
	}

	/**
	 * @param list<string>          $args    Number of a backup, or a file.
	 * @param array<string, string> $options
	 */
	private function restore( array $args, array $options ): void {
		$which = $args[0] ?? '';
		try {
			$backup = 1 === preg_match( '/\A\d{1,18}\z/', $which ) ? $this->backups->find( (int) $which ) : $this->finished( $this->taken_in( $which ) );
		} catch ( NoSuchBackup ) {
			\WP_CLI::error( __( 'There is no backup with this number (any more).', 'woo-inventory-guard' ) );
			return;
		}
		$take  = $options['numbers'] ?? '';
		$id    = $this->returns->check( $backup->id, 'backup' === $take ? 'backup' : 'present', get_current_user_id(), wp_generate_uuid4() )->id;
		$found = $this->done( $id );
		foreach ( $found as $name => $value ) {
			\WP_CLI::log( $name . ': ' . ( is_scalar( $value ) ? (string) $value : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE ) ) );
		}
		if ( ! isset( $options['yes'] ) ) {
			\WP_CLI::success( __( 'Nothing was written. Run it again with --yes to bring this back.', 'woo-inventory-guard' ) );
			return;
		}
		$this->returns->start( $id );
		$written = $this->done( $id )['written'] ?? 0;
		/* translators: %s: a number */
		\WP_CLI::success( sprintf( __( 'Brought back: %s lines of the ledger.', 'woo-inventory-guard' ), number_format_i18n( is_int( $written ) ? $written : 0 ) ) );
	}

	/**
	 * A file from elsewhere, as if it had been sent.
	 */
	private function taken_in( string $path ): int {
		$file = is_file( $path ) && is_readable( $path ) ? fopen( $path, 'rb' ) : false;
		if ( false === $file ) {
			/* translators: %s: name of a file */
			\WP_CLI::error( sprintf( __( 'The file %s cannot be read.', 'woo-inventory-guard' ), $path ) );
			return 0;
		}
		$backup = $this->backups->expect( (int) filesize( $path ), get_current_user_id(), wp_generate_uuid4() );
		$from   = 0;
		while ( ! feof( $file ) ) {
			$piece = (string) fread( $file, self::PIECE );
			$this->backups->receive( $backup->id, $from, $piece );
			$from += strlen( $piece );
		}
		fclose( $file );
		return $backup->id;
	}

	private function finished( int $id ): Backup {
		do {
			$finished = $this->making->work( $id, self::SECONDS );
			$backup   = $this->backups->find( $id );
			\WP_CLI::log( "{$backup->state} {$backup->done} / " . max( $backup->done, $backup->total ) );
		} while ( ! $finished );
		if ( 'ready' !== $backup->state ) {
			\WP_CLI::error( $backup->problem );
		}
		return $backup;
	}

	/**
	 * @return array<mixed> What was found.
	 */
	private function done( int $id ): array {
		do {
			$finished = $this->returning->work( $id, self::SECONDS );
			$giving   = $this->returns->find( $id );
			\WP_CLI::log( "{$giving->state} {$giving->done} / " . max( $giving->done, $giving->total ) );
		} while ( ! $finished );
		if ( 'failed' === $giving->state ) {
			\WP_CLI::error( $giving->problem );
		}
		return $giving->found;
	}
}
