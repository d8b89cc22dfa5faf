<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

/**
 * Where backups lie: a folder among the uploads with a name that nobody can guess, closed to the web where the server
 * reads .htaccess or web.config, with files whose names cannot be guessed either. Names are made here and nowhere else.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions -- WP_Filesystem could ask for a password, and a job has nobody to ask.
 */
final class Folder {

	public const OPTION = 'woo_inventory_guard_backup_folder';

	private const PREFIX = 'woo-inventory-guard-backups-';
	private const NAME   = '/\Astock-ledger-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{24}\.jsonl\.gz\z/';

	/**
	 * A file that may not be there yet.
	 */
	public function archive( string $name ): Archive {
		return new Archive( $this->path() . '/' . $name );
	}

	public function new_name( \DateTimeImmutable $now ): string {
		return 'stock-ledger-' . $now->format( 'Y-m-d' ) . '-' . bin2hex( random_bytes( 12 ) ) . '.jsonl.gz';
	}

	public function remove( string $name ): void {
		if ( 1 === preg_match( self::NAME, $name ) && is_file( $this->path() . '/' . $name ) ) {
			unlink( $this->path() . '/' . $name );
		}
	}

	/**
	 * @return list<string> Names of the files that are there.
	 */
	public function names(): array {
		$found = is_dir( $this->path() ) ? scandir( $this->path() ) : false;
		return array_values( array_filter( false === $found ? array() : $found, static fn( string $name ): bool => 1 === preg_match( self::NAME, $name ) ) );
	}

	/**
	 * Takes the whole folder away.
	 */
	public static function uninstall(): void {
		foreach ( self::there() as $path ) {
			foreach ( array_diff( (array) scandir( $path ), array( '.', '..' ) ) as $name ) {
				unlink( $path . '/' . $name );
			}
			rmdir( $path );
		}
	}

	/**
	 * The folder is found by its name where the option was lost with the database.
	 */
	private function path(): string {
		$kept = get_option( self::OPTION, '' );
		$name = is_string( $kept ) && 1 === preg_match( '/\A' . self::PREFIX . '[0-9a-f]{24}\z/', $kept ) ? $kept : basename( self::there()[0] ?? '' );
		if ( '' === $name ) {
			$name = self::PREFIX . bin2hex( random_bytes( 12 ) );
		}
		if ( $name !== $kept ) {
			update_option( self::OPTION, $name, false );
		}
		$path = self::base() . '/' . $name;
		if ( ! is_dir( $path ) ) {
			$this->make( $path );
		}
		return $path;
	}

	private function make( string $path ): void {
		wp_mkdir_p( $path );
		$closed = array(
			'index.php'  => "<?php\n// Nothing to see.\n",
			'.htaccess'  => "<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>\n<IfModule !mod_authz_core.c>\nDeny from all\n</IfModule>\n",
			'web.config' => '<?xml version="1.0" encoding="utf-8"?><configuration><system.webServer><authorization><deny users="*" /></authorization></system.webServer></configuration>',
		);
		foreach ( $closed as $name => $text ) {
			if ( ! is_dir( $path ) || false === file_put_contents( $path . '/' . $name, $text ) ) {
				throw BrokenFile::not_written();
			}
		}
	}

	/**
	 * @return list<string>
	 */
	private static function there(): array {
		$found = glob( self::base() . '/' . self::PREFIX . '*', GLOB_ONLYDIR );
		return false === $found ? array() : $found;
	}

	private static function base(): string {
		return rtrim( wp_upload_dir( null, false )['basedir'], '/' );
	}
}
