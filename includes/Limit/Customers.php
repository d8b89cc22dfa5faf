<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;

/**
 * Knows customers again: by account, by e-mail address, or both. The address itself is not kept, only a hash of it that
 * cannot be made without this shop's own secret.
 */
final class Customers {

	private const SECRET = 'woo_inventory_guard_customer_secret';

	/** Providers for which a dot in the name makes no difference. */
	private const DOTLESS = array( 'gmail.com', 'googlemail.com' );

	public function __construct( private readonly Db $db ) {}

	/**
	 * @param int    $account 0 for a guest.
	 * @param string $email   For an account its own address, so that what it bought as a guest before counts too.
	 */
	public function of( int $account, string $email ): Customer {
		$keys = 0 < $account ? array( 'user:' . $account ) : array();
		$mail = self::normalize( $email );
		if ( '' !== $mail ) {
			$keys[] = 'mail:' . hash_hmac( 'sha256', $mail, $this->secret() );
		}
		return new Customer( $keys );
	}

	/**
	 * The mailbox behind an address: case, a tag after "+" and, at some providers, dots make no difference.
	 */
	public static function normalize( string $email ): string {
		$email = mb_strtolower( trim( $email ), 'UTF-8' );
		$at    = strrpos( $email, '@' );
		if ( false === $at || 0 === $at ) {
			return '';
		}
		$domain = substr( $email, $at + 1 );
		$name   = explode( '+', substr( $email, 0, $at ), 2 )[0];
		if ( in_array( $domain, self::DOTLESS, true ) ) {
			$name   = str_replace( '.', '', $name );
			$domain = 'gmail.com';
		}
		return '' === $name ? $email : $name . '@' . $domain;
	}

	/**
	 * Made once, by whoever is first. WordPress's add_option() lets the last of several at once win, and those before it
	 * would have counted the same customer under another name; the unique key of the table lets the first one win.
	 */
	private function secret(): string {
		$known = get_option( self::SECRET, '' );
		if ( is_string( $known ) && '' !== $known ) {
			return $known;
		}
		try {
			$this->db->execute( "INSERT INTO %i (option_name, option_value, autoload) VALUES (%s, %s, 'on')", $this->db->wp_table( 'options' ), self::SECRET, bin2hex( random_bytes( 32 ) ) );
		} catch ( DuplicateKey ) {
			// Somebody else was first: theirs counts.
			wp_cache_delete( self::SECRET, 'options' );
		}
		wp_cache_delete( 'alloptions', 'options' );
		wp_cache_delete( 'notoptions', 'options' );
		return (string) $this->db->value( 'SELECT option_value FROM %i WHERE option_name = %s' . $this->db->newest(), $this->db->wp_table( 'options' ), self::SECRET );
	}
}
