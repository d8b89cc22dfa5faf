<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

/**
 * Whether a web address may be called by the server: an address of the shop's own network may not, so that nobody who
 * can write a webhook can make the server talk to what stands behind its firewall.
 *
 * It asks for the names' addresses a moment before the call asks again, so a name that changes in between is not
 * noticed; WordPress's own check has the same gap.
 */
final class PublicAddress {

	public static function is( string $url ): bool {
		$parts = wp_parse_url( $url );
		$host  = is_array( $parts ) ? trim( $parts['host'] ?? '', '[].' ) : '';
		$known = is_array( $parts ) && in_array( strtolower( $parts['scheme'] ?? '' ), array( 'http', 'https' ), true ) && '' !== $host && ! isset( $parts['user'] ) && ! isset( $parts['pass'] );
		/**
		 * Filters whether a webhook may go to an address, such as one of the shop's own network.
		 *
		 * @param bool|null $may Null: only if it is a public one.
		 * @param string    $url The address.
		 */
		$may = apply_filters( 'woo_inventory_guard_may_call', null, $url );
		if ( is_bool( $may ) ) {
			return $may && $known;
		}
		if ( ! $known ) {
			return false;
		}
		$addresses = self::addresses( $host );
		foreach ( $addresses as $address ) {
			if ( false === filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE ) || 1 === preg_match( '/^(100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::ffff:|64:ff9b:)/i', $address ) ) {
				return false;
			}
		}
		return array() !== $addresses;
	}

	/**
	 * @return list<string> None when the name is known to nobody.
	 */
	private static function addresses( string $host ): array {
		if ( false !== filter_var( $host, FILTER_VALIDATE_IP ) ) {
			return array( $host );
		}
		$four = gethostbynamel( $host );
		$six  = function_exists( 'dns_get_record' ) ? @dns_get_record( $host, DNS_AAAA ) : false; // phpcs:ignore WordPress.PHP.NoSilencedErrors -- It warns where no name server answers.
		return array_merge( false === $four ? array() : $four, false === $six ? array() : array_values( array_filter( array_column( $six, 'ipv6' ), 'is_string' ) ) );
	}
}
