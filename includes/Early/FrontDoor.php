<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

/**
 * Answers `availability` while WordPress is loading: its database, its options and its hooks are there; plugins, theme,
 * translations and sessions are not. Runs from a small must-use file (see MustUse), so nothing here is autoloaded.
 *
 * Only the plain question of a shopper's page is answered. Whatever is unusual about a request (a right, another
 * language, a field that is wrong) is left to the REST route, which answers the same and has words for everything.
 */
final class FrontDoor {

	/** Autoloaded: what the plugin knows of the shop and this file could not find out. See Keeper. */
	public const OPTION = 'woo_inventory_guard_early';

	public const ROUTE = '/woo-inventory-guard/v1/availability';

	/** A list of a hundred numbers is shorter. */
	private const LONGEST = 2000;

	/** Of somebody who wants more than a page of the shop does. */
	private const UNUSUAL = array( 'HTTP_AUTHORIZATION', 'REDIRECT_HTTP_AUTHORIZATION', 'PHP_AUTH_USER', 'HTTP_X_WP_NONCE', 'HTTP_X_HTTP_METHOD_OVERRIDE', 'HTTP_ORIGIN' );

	/**
	 * Answers and ends the request, or returns and has changed nothing.
	 *
	 * @param string $plugin Its name among the active ones.
	 */
	public static function answer( string $plugin ): void {
		$known = get_option( self::OPTION );
		if ( ! is_array( $known ) || is_multisite() || ! in_array( $plugin, (array) get_option( 'active_plugins' ), true ) ) {
			return;
		}
		// As they came: WordPress has not put slashes into them yet. Numbers and commas are all that is used.
		// phpcs:disable WordPress.Security.NonceVerification,WordPress.Security.ValidatedSanitizedInput
		$asked = self::asked( $_SERVER, $_GET, $known );
		// phpcs:enable
		$items = null === $asked ? null : self::items( $known, $asked['items'], $asked['products'] );
		if ( null === $items ) {
			return;
		}
		defined( 'DONOTCACHEPAGE' ) || define( 'DONOTCACHEPAGE', true );
		header( 'Content-Type: application/json; charset=UTF-8' );
		header( 'Cache-Control: no-store' );
		header( 'X-Robots-Tag: noindex' );
		header( 'X-Content-Type-Options: nosniff' );
		header( 'X-Woo-Inventory-Guard: early' );
		echo json_encode( array( 'items' => $items ), JSON_THROW_ON_ERROR );
		exit;
	}

	/**
	 * @param array<mixed> $server
	 * @param array<mixed> $query
	 * @param array<mixed> $known
	 * @return array{items: list<int>, products: list<int>}|null Null for anything but the plain question.
	 */
	private static function asked( array $server, array $query, array $known ): ?array {
		$path  = explode( '?', strval( $server['REQUEST_URI'] ?? '' ), 2 )[0];
		$route = $query['rest_route'] ?? null;
		unset( $query['rest_route'] );
		$is_it = null === $route
			? ( $known['path'] ?? '' ) === $path
			: self::ROUTE === $route && in_array( $path, array( $known['home'] ?? '', ( $known['home'] ?? '' ) . 'index.php' ), true );
		if ( ! $is_it || 'GET' !== ( $server['REQUEST_METHOD'] ?? '' ) || array() !== array_intersect_key( array_flip( self::UNUSUAL ), $server ) ) {
			return null;
		}
		if ( array() === $query || array() !== array_diff_key( $query, array_flip( array( 'items', 'products' ) ) ) ) {
			return null;
		}
		$numbers = array();
		foreach ( array( 'items', 'products' ) as $field ) {
			$listed = $query[ $field ] ?? null;
			if ( null !== $listed && ( ! is_string( $listed ) || strlen( $listed ) > self::LONGEST || 1 !== preg_match( Availability::LIST, $listed ) ) ) {
				return null;
			}
			$numbers[ $field ] = Availability::numbers( $listed );
		}
		return count( $numbers['items'] ) + count( $numbers['products'] ) > Availability::MOST ? null : $numbers;
	}

	/**
	 * @param array<mixed> $known
	 * @param list<int>    $items
	 * @param list<int>    $products
	 * @return list<array<string, mixed>>|null Null where only the REST route can tell.
	 */
	private static function items( array $known, array $items, array $products ): ?array {
		global $wpdb;
		$words = $known['words'] ?? null;
		// After an update the first ordinary request brings the words that an earlier version did not have.
		if ( ! is_array( $words ) || ! isset( $words['ships'] ) ) {
			return null;
		}
		// A broken database is for WordPress to report, in its own way.
		$quiet = $wpdb->suppress_errors();
		$rows  = static function ( string $sql, int|string ...$args ) use ( $wpdb ): array {
			// phpcs:ignore WordPress.DB -- Literal SQL with placeholders, as Platform\Db demands it.
			$found = $wpdb->get_results( $wpdb->prepare( $sql, ...$args ), 'ARRAY_A' );
			return is_array( $found ) && '' === $wpdb->last_error ? array_values( $found ) : throw new \RuntimeException( $wpdb->last_error );
		};
		$now   = ( new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) ) )->format( 'Y-m-d H:i:s.u' );
		$early = new Availability( $rows, $wpdb->prefix, strval( $known['show'] ?? '' ), $words, $now );
		try {
			$found = $early->find( $items, $products );
			return $early->waits( $found ) ? null : $early->tell( $found );
		} catch ( \RuntimeException ) {
			return null;
		} finally {
			$wpdb->suppress_errors( $quiet );
		}
	}
}

foreach ( array( '/../Stock/Quantity.php', '/Delivery.php', '/Availability.php' ) as $wig_file ) {
	require_once __DIR__ . $wig_file;
}
unset( $wig_file );
