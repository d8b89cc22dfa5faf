<?php
/**
 * Really concurrent PHP processes.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

/**
 * Each process loads WordPress by itself, says that it is ready, and starts when all are.
 */
final class Crew {

	/**
	 * Runs static methods at once, each in a process of its own.
	 *
	 * @param list<array{0: class-string, 1: string, 2?: list<mixed>}> $tasks Class, public static method, arguments (JSON values).
	 * @return list<mixed> What each returned (JSON values), in the order of the tasks.
	 * @throws \RuntimeException When one of them said anything else.
	 */
	public static function run( array $tasks ): array {
		$crew = array_map( static fn ( array $task ): array => self::start( $task ), $tasks );
		foreach ( $crew as $member ) {
			self::expect( 'ready', $member );
		}
		foreach ( $crew as $member ) {
			fwrite( $member['pipes'][0], "go\n" );
		}
		$answers = array();
		foreach ( $crew as $member ) {
			$answers[] = json_decode( (string) stream_get_contents( $member['pipes'][1] ), true );
			if ( 0 !== proc_close( $member['process'] ) ) {
				throw new \RuntimeException( 'A process of the crew failed: ' . self::complaint( $member ) );
			}
		}
		return $answers;
	}

	/**
	 * @param array{0: class-string, 1: string, 2?: list<mixed>} $task
	 * @return array{process: resource, pipes: array<int, resource>, errors: string}
	 */
	private static function start( array $task ): array {
		$errors  = (string) tempnam( sys_get_temp_dir(), 'wig-crew' );
		$process = proc_open(
			array( PHP_BINARY, __DIR__ . '/crew-member.php' ),
			array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), array( 'file', $errors, 'w' ) ),
			$pipes
		);
		if ( ! is_resource( $process ) ) {
			throw new \RuntimeException( 'Could not start PHP.' );
		}
		fwrite( $pipes[0], json_encode( array( $task[0], $task[1], $task[2] ?? array() ), JSON_THROW_ON_ERROR ) . "\n" );
		return array(
			'process' => $process,
			'pipes'   => $pipes,
			'errors'  => $errors,
		);
	}

	/**
	 * @param array{process: resource, pipes: array<int, resource>, errors: string} $member
	 */
	private static function expect( string $word, array $member ): void {
		$said = (string) fgets( $member['pipes'][1] );
		if ( trim( $said ) !== $word ) {
			throw new \RuntimeException( 'A process of the crew did not start: ' . $said . stream_get_contents( $member['pipes'][1] ) . self::complaint( $member ) );
		}
	}

	/**
	 * @param array{process: resource, pipes: array<int, resource>, errors: string} $member
	 */
	private static function complaint( array $member ): string {
		return (string) file_get_contents( $member['errors'] );
	}
}
