<?php
/**
 * WordPress's object cache in Redis, as shops have it: everything but a few groups outlives the request and is shared by
 * all processes. Small on purpose; the file that is planted as wp-content/object-cache.php defines WIG_REDIS_PORT.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

/**
 * What a request has read is remembered, as real drop-ins do it: so a long request may hold yesterday's numbers.
 */
final class WP_Object_Cache {

	public int $cache_hits = 0;

	public int $cache_misses = 0;

	/** @var array<string, mixed> */
	private array $here = array();

	/** @var array<string, true> Groups that are never shared. */
	private array $own = array();

	private Redis $redis;

	public function __construct() {
		$this->redis = new Redis();
		$this->ask( 'connect', '127.0.0.1', WIG_REDIS_PORT );
	}

	/**
	 * A cache that went away has nothing to tell: a request of the background may outlive the test's Redis.
	 */
	private function ask( string $command, mixed ...$arguments ): mixed {
		try {
			return $this->redis->{$command}( ...$arguments );
		} catch ( RedisException $lost ) {
			return false;
		}
	}

	public function own_groups( array $groups ): void {
		$this->own += array_fill_keys( $groups, true );
	}

	public function get( $key, string $group, bool $force, ?bool &$found ): mixed {
		$name = $this->name( $key, $group );
		if ( $force && ! isset( $this->own[ $group ] ) ) {
			unset( $this->here[ $name ] );
		}
		if ( ! array_key_exists( $name, $this->here ) ) {
			$stored = isset( $this->own[ $group ] ) ? false : $this->ask( 'get', $name );
			if ( false === $stored ) {
				++$this->cache_misses;
				$found = false;
				return false;
			}
			$this->here[ $name ] = unserialize( $stored );
		}
		++$this->cache_hits;
		$found = true;
		$value = $this->here[ $name ];
		return is_object( $value ) ? clone $value : $value;
	}

	/**
	 * @param array<string> $only 'NX' or 'XX', as Redis has it.
	 */
	public function set( $key, mixed $value, string $group, int $seconds, array $only = array() ): bool {
		$name  = $this->name( $key, $group );
		$value = is_object( $value ) ? clone $value : $value;
		if ( isset( $this->own[ $group ] ) ) {
			$there = array_key_exists( $name, $this->here );
			if ( ( array( 'NX' ) === $only && $there ) || ( array( 'XX' ) === $only && ! $there ) ) {
				return false;
			}
		} elseif ( ! $this->ask( 'set', $name, serialize( $value ), $only + ( $seconds > 0 ? array( 'EX' => $seconds ) : array() ) ) ) {
			return false;
		}
		$this->here[ $name ] = $value;
		return true;
	}

	public function delete( $key, string $group ): bool {
		$name  = $this->name( $key, $group );
		$there = array_key_exists( $name, $this->here );
		unset( $this->here[ $name ] );
		return isset( $this->own[ $group ] ) ? $there : (int) $this->ask( 'del', $name ) > 0;
	}

	public function forget_here(): void {
		$this->here = array();
	}

	public function flush(): bool {
		$this->forget_here();
		return (bool) $this->ask( 'flushDB' );
	}

	private function name( $key, string $group ): string {
		return $group . ':' . $key;
	}
}

function wp_cache_init(): void {
	$GLOBALS['wp_object_cache'] = new WP_Object_Cache();
}

function wp_cache_get( $key, $group = '', $force = false, &$found = null ) {
	return $GLOBALS['wp_object_cache']->get( $key, (string) $group ?: 'default', (bool) $force, $found );
}

function wp_cache_set( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $key, $data, (string) $group ?: 'default', (int) $expire );
}

function wp_cache_add( $key, $data, $group = '', $expire = 0 ) {
	return ! wp_suspend_cache_addition() && $GLOBALS['wp_object_cache']->set( $key, $data, (string) $group ?: 'default', (int) $expire, array( 'NX' ) );
}

function wp_cache_replace( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $key, $data, (string) $group ?: 'default', (int) $expire, array( 'XX' ) );
}

function wp_cache_delete( $key, $group = '' ) {
	return $GLOBALS['wp_object_cache']->delete( $key, (string) $group ?: 'default' );
}

function wp_cache_incr( $key, $offset = 1, $group = '' ) {
	$value = wp_cache_get( $key, $group, true, $found );
	$value = max( 0, (int) $value + (int) $offset );
	return $found && wp_cache_set( $key, $value, $group ) ? $value : false;
}

function wp_cache_decr( $key, $offset = 1, $group = '' ) {
	return wp_cache_incr( $key, - (int) $offset, $group );
}

function wp_cache_get_multiple( $keys, $group = '', $force = false ) {
	return array_combine( $keys, array_map( static fn ( $key ) => wp_cache_get( $key, $group, $force ), $keys ) );
}

function wp_cache_set_multiple( array $data, $group = '', $expire = 0 ) {
	return array_combine( array_keys( $data ), array_map( static fn ( $key ) => wp_cache_set( $key, $data[ $key ], $group, $expire ), array_keys( $data ) ) );
}

function wp_cache_add_multiple( array $data, $group = '', $expire = 0 ) {
	return array_combine( array_keys( $data ), array_map( static fn ( $key ) => wp_cache_add( $key, $data[ $key ], $group, $expire ), array_keys( $data ) ) );
}

function wp_cache_delete_multiple( array $keys, $group = '' ) {
	return array_combine( $keys, array_map( static fn ( $key ) => wp_cache_delete( $key, $group ), $keys ) );
}

function wp_cache_flush() {
	return $GLOBALS['wp_object_cache']->flush();
}

function wp_cache_flush_runtime() {
	$GLOBALS['wp_object_cache']->forget_here();
	return true;
}

function wp_cache_supports( $feature ) {
	return in_array( $feature, array( 'add_multiple', 'set_multiple', 'get_multiple', 'delete_multiple', 'flush_runtime' ), true );
}

function wp_cache_close() {
	return true;
}

function wp_cache_add_global_groups( $groups ) {}

function wp_cache_add_non_persistent_groups( $groups ) {
	$GLOBALS['wp_object_cache']->own_groups( (array) $groups );
}

function wp_cache_switch_to_blog( $blog_id ) {}
