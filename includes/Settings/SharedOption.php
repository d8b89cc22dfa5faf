<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Settings;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * An option that is a list of fields, of which several people may change different ones at the same moment: update_option()
 * writes all of it as the request had read it when it began, so the later one would take back what the first has saved.
 */
final class SharedOption {

	public function __construct( private readonly Db $db, private readonly string $name ) {}

	/**
	 * @return array<mixed> As this request knows it.
	 */
	public function get(): array {
		$value = get_option( $this->name, array() );
		return is_array( $value ) ? $value : array();
	}

	/**
	 * Changes what is there now, whoever has saved meanwhile. Afterwards it is told on as by update_option().
	 *
	 * @param \Closure(array<mixed>): array<mixed> $change May be called more than once.
	 */
	public function change( \Closure $change ): void {
		do {
			// Locked: within somebody's transaction a plain read shows what was there when that began, at each try.
			$seen  = $this->db->value( 'SELECT option_value FROM %i WHERE option_name = %s FOR UPDATE', $this->db->wp_table( 'options' ), $this->name );
			$value = maybe_unserialize( $seen ?? '' );
			$old   = is_array( $value ) ? $value : array();
			$new   = $change( $old );
			$text  = maybe_serialize( $new );
		} while ( $text !== $seen && ! $this->write( $seen, $text ) );
		$this->forget();
		if ( null === $seen ) {
			do_action( "add_option_{$this->name}", $this->name, $new );
			do_action( 'added_option', $this->name, $new );
		} elseif ( $text !== $seen ) {
			do_action( "update_option_{$this->name}", $old, $new, $this->name );
			do_action( 'updated_option', $this->name, $old, $new );
		}
	}

	/**
	 * Two who have seen the same: the first changes the row, the other changes none and looks again. By a digest, for a
	 * database takes 'low' and 'LOW' for the same.
	 *
	 * @param string|null $seen NULL where there was no row yet.
	 */
	private function write( ?string $seen, string $text ): bool {
		if ( null !== $seen ) {
			return 1 === $this->db->execute( 'UPDATE %i SET option_value = %s WHERE option_name = %s AND MD5( option_value ) = %s', $this->db->wp_table( 'options' ), $text, $this->name, md5( $seen ) );
		}
		try {
			return 1 === $this->db->execute( "INSERT INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'on' )", $this->db->wp_table( 'options' ), $this->name, $text );
		} catch ( DuplicateKey ) {
			return false;
		}
	}

	private function forget(): void {
		foreach ( array( 'alloptions', 'notoptions', $this->name ) as $kept ) {
			wp_cache_delete( $kept, 'options' );
		}
	}
}
