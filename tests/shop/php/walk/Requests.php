<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * Carries out each act in a process of its own, as a web server does: nothing that one request has in its memory is
 * known to the next. WordPress is loaded once, and each request goes on from there.
 */
final class Requests {

	/**
	 * @param array<string, callable> $acts
	 */
	public function __construct( private readonly array $acts ) {}

	/**
	 * @param array<mixed> $input
	 * @return array<mixed>
	 */
	public function send( string $act, array $input ): array {
		global $wpdb;
		// Two processes must not talk on one link.
		$wpdb->close();
		list( $here, $there ) = stream_socket_pair( STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0 );
		$child                = pcntl_fork();
		if ( 0 === $child ) {
			fclose( $here );
			$wpdb->db_connect( false );
			wp_cache_flush();
			fwrite( $there, (string) json_encode( $this->answer( $act, $input ) ) );
			fclose( $there );
			// WordPress's own end of a request.
			exit( 0 );
		}
		fclose( $there );
		$text = stream_get_contents( $here );
		pcntl_waitpid( $child, $status );
		$wpdb->db_connect( false );
		$answer = json_decode( (string) $text, true );
		if ( ! is_array( $answer ) || 0 !== $status ) {
			throw new \RuntimeException( "{$act} broke off: {$text}" );
		}
		if ( isset( $answer['broke'] ) ) {
			throw new \RuntimeException( "{$act} broke off: {$answer['broke']}" );
		}
		return $answer;
	}

	/**
	 * @param array<mixed> $input
	 * @return array<mixed>
	 */
	private function answer( string $act, array $input ): array {
		try {
			$elsewhere = function ( array $other ): array {
				return array() === $other ? array() : $this->send( $other['act'], $other['input'] );
			};
			return $this->acts[ $act ]( $input, $elsewhere );
		} catch ( \Throwable $error ) {
			return array( 'broke' => (string) $error );
		}
	}
}
