<?php
/**
 * Somebody else, who acts in the middle of what we do.
 *
 * @package WooInventoryGuard
 */

declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Support;

/**
 * Turns a race into a test that always runs the same way: WordPress sends every statement through the filter `query`, so
 * a rival can act, on a connection of its own, just before one of ours goes out.
 */
final class Rival {

	private int $seen = 0;

	private int $acted = 0;

	/** While any rival acts, the statements that pass are a rival's own. */
	private static bool $acting = false;

	/**
	 * @param \Closure(string): mixed $act    What the rival does; gets our statement, and may return another that goes out instead.
	 * @param string                  $before Regular expression: the statement that the rival comes before.
	 * @param int                     $at     Which of the matching statements, from 1.
	 * @param int                     $times  How many of them in a row.
	 */
	private function __construct(
		private readonly \Closure $act,
		private readonly string $before,
		private readonly int $at,
		private readonly int $times
	) {}

	/**
	 * Sets the rival up; it stays until the test ends (TestCase restores the filters).
	 *
	 * @param callable $act    See the constructor.
	 * @param string   $before See the constructor.
	 * @param int      $at     See the constructor.
	 * @param int      $times  See the constructor.
	 */
	public static function comes( callable $act, string $before, int $at = 1, int $times = 1 ): self {
		$rival = new self( $act( ... ), $before, $at, $times );
		add_filter( 'query', array( $rival, 'see' ), 1000 );
		return $rival;
	}

	/**
	 * The filter.
	 *
	 * @param string $sql Our statement, or one of the rival's own.
	 */
	public function see( string $sql ): string {
		if ( self::$acting || 1 !== preg_match( $this->before, $sql ) ) {
			return $sql;
		}
		++$this->seen;
		if ( $this->seen >= $this->at && $this->acted < $this->times ) {
			++$this->acted;
			self::$acting = true;
			try {
				$instead = ( $this->act )( $sql );
				return is_string( $instead ) ? $instead : $sql;
			} finally {
				self::$acting = false;
			}
		}
		return $sql;
	}

	/**
	 * How often the rival acted: a test that waits for a rival in vain proves nothing.
	 */
	public function acted(): int {
		return $this->acted;
	}

	/**
	 * How many statements matched.
	 */
	public function seen(): int {
		return $this->seen;
	}

	/**
	 * Sends the rival away.
	 */
	public function leaves(): void {
		remove_filter( 'query', array( $this, 'see' ), 1000 );
	}
}
