<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock;

use WooInventoryGuard\Platform\Busy;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Error\KeyReused;

/**
 * At most once: the key of a request is a row of the same transaction as its effect. A repeated request, and a COMMIT
 * whose answer was lost on the way, find the row and the first answer in it.
 *
 * The row goes in first, so that the same key sent twice at once waits here instead of doing the work twice. A refusal
 * rolls the row back: its key stays free.
 */
final class Requests {

	/** A rival with the same key that is refused leaves nothing to read; a few turns are plenty. */
	private const TURNS = 5;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	/**
	 * @param string                          $key         1 to 191 printable ASCII characters.
	 * @param string                          $fingerprint See fingerprint().
	 * @param callable(): array<string, mixed> $work       Runs in the transaction; its answer is kept as JSON.
	 * @return array{answer: array<string, mixed>, replayed: bool}
	 * @throws KeyReused When the key stands for another request.
	 * @throws DuplicateKey Of another unique key, which $work ran into.
	 */
	public function once( string $key, string $fingerprint, callable $work ): array {
		for ( $turn = 1; $turn <= self::TURNS; $turn++ ) {
			try {
				$answer = $this->db->transaction(
					function () use ( $key, $fingerprint, $work ): array {
						$this->open( $key, $fingerprint );
						$answer = $work();
						$this->close( $key, $answer );
						return $answer;
					}
				);
				return array(
					'answer'   => $answer,
					'replayed' => false,
				);
			} catch ( DuplicateKey $duplicate ) {
				if ( $this->db->in_transaction() ) {
					// Part of a larger transaction: only its owner can roll it back and begin again.
					throw $duplicate;
				}
				$answer = $this->answer_to( $key, $fingerprint );
				if ( null !== $answer ) {
					return array(
						'answer'   => $answer,
						'replayed' => true,
					);
				}
				if ( ! $this->is_ours( $duplicate ) ) {
					throw $duplicate;
				}
			}
		}
		throw new Busy( 'Another request with this key is still being decided.' );
	}

	/**
	 * One text for equal requests: the operation and what it was asked to do.
	 *
	 * @param array<mixed> $request
	 */
	public static function fingerprint( string $operation, array $request ): string {
		return hash( 'sha256', $operation . "\n" . json_encode( $request, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ) );
	}

	private function open( string $key, string $fingerprint ): void {
		$this->db->execute(
			"INSERT INTO %i (idem_key, fingerprint, answer, created_at) VALUES (%s, %s, '', %s)",
			$this->db->table( 'requests' ),
			$key,
			$fingerprint,
			Clock::sql( $this->clock->now() )
		);
	}

	/**
	 * @param array<string, mixed> $answer
	 */
	private function close( string $key, array $answer ): void {
		$this->db->execute(
			'UPDATE %i SET answer = %s WHERE idem_key = %s',
			$this->db->table( 'requests' ),
			json_encode( $answer, JSON_THROW_ON_ERROR ),
			$key
		);
	}

	/**
	 * The answer that this key was given, null if it is new.
	 *
	 * @return array<string, mixed>|null
	 * @throws KeyReused When the key stands for another request.
	 */
	public function answer_to( string $key, string $fingerprint ): ?array {
		$row = $this->db->row( 'SELECT fingerprint, answer FROM %i WHERE idem_key = %s' . $this->db->newest(), $this->db->table( 'requests' ), $key );
		if ( null === $row ) {
			return null;
		}
		if ( $row['fingerprint'] !== $fingerprint ) {
			throw new KeyReused( $key );
		}
		/** @var array<string, mixed> $answer */
		$answer = json_decode( (string) $row['answer'], true, 512, JSON_THROW_ON_ERROR );
		return $answer;
	}

	/**
	 * A duplicate of some other unique key (an SKU, say) belongs to $work's caller.
	 */
	private function is_ours( DuplicateKey $duplicate ): bool {
		// MySQL ends with the key's name ("... for key 'PRIMARY'", from 8.0 "'wp_wig_requests.PRIMARY'"), SQLite with the column's.
		return 1 === preg_match( "/\\bPRIMARY'\$|_requests\\.idem_key/", $duplicate->getMessage() );
	}
}
