<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Sets;

/**
 * Shares out what there is among those who want it, each content with any of some levels. It finds a way to serve all
 * of them whenever there is one: who is in the way is served from another level, if that can be (augmenting paths of
 * Ford and Fulkerson, the shortest first as Edmonds and Karp have it). Pure arithmetic on what somebody has read: it
 * decides what is tried, never what may be taken.
 *
 * @internal
 */
final class Allocation {

	/** @var array<int, int> Ten-thousandths that a want has not got yet. */
	private array $missing = array();

	/** @var array<string, array<int, int>> Level => want => ten-thousandths. */
	private array $given = array();

	/** @var array<string, int> */
	private array $left;

	/** @var array<int, true> Wants that cannot all be served, however it is shared out. */
	private array $in_the_way = array();

	/**
	 * @param list<array{list<string>, int}> $wants Levels, the best liked first, and ten-thousandths of all of them together.
	 * @param array<string, int>             $free  Ten-thousandths by level; one that is missing has nothing.
	 */
	public function __construct( private readonly array $wants, array $free ) {
		$this->left = array_map( static fn( int $units ): int => max( 0, $units ), $free );
		foreach ( $wants as $want => list( , $units ) ) {
			$this->missing[ $want ] = $units;
		}
		$this->serve_all();
	}

	/**
	 * There is more, which is used only where the rest is not enough.
	 *
	 * @param array<string, int> $more Ten-thousandths by level.
	 */
	public function add( array $more ): void {
		foreach ( $more as $level => $units ) {
			$this->left[ $level ] = $units + ( $this->left[ $level ] ?? 0 );
		}
		$this->serve_all();
	}

	public function is_complete(): bool {
		return array() === $this->in_the_way;
	}

	/**
	 * @return list<int> Wants of which not all can be served: those that got too little, and those that share with them.
	 */
	public function in_the_way(): array {
		ksort( $this->in_the_way );
		return array_keys( $this->in_the_way );
	}

	public function missing( int $want ): int {
		return $this->missing[ $want ];
	}

	/**
	 * @return array<string, int> What a want got, by level in its own order.
	 */
	public function given_to( int $want ): array {
		$given = array();
		foreach ( $this->wants[ $want ][0] as $level ) {
			$given[ $level ] = $this->given[ $level ][ $want ] ?? 0;
		}
		return array_filter( $given, static fn( int $units ): bool => 0 < $units );
	}

	public function given_from( string $level ): int {
		return array_sum( $this->given[ $level ] ?? array() );
	}

	private function serve_all(): void {
		$this->in_the_way = array();
		foreach ( array_keys( $this->wants ) as $want ) {
			while ( 0 < $this->missing[ $want ] ) {
				if ( ! $this->serve( $want ) ) {
					break;
				}
			}
		}
	}

	/**
	 * One more portion for a want: from a level of its own, or one that another want gives up for something else.
	 */
	private function serve( int $want ): bool {
		/** @var array<int, array{int, string}|null> $from Who would take over which level from whom. */
		$from  = array( $want => null );
		$queue = array( $want );
		for ( $next = 0; isset( $queue[ $next ] ); $next++ ) {
			foreach ( $this->wants[ $queue[ $next ] ][0] as $level ) {
				if ( 0 < ( $this->left[ $level ] ?? 0 ) ) {
					$this->pass_on( $want, $queue[ $next ], $level, $from );
					return true;
				}
				foreach ( array_keys( $this->given[ $level ] ?? array() ) as $other ) {
					if ( ! array_key_exists( $other, $from ) ) {
						$from[ $other ] = array( $queue[ $next ], $level );
						$queue[]        = $other;
					}
				}
			}
		}
		$this->in_the_way += array_fill_keys( array_keys( $from ), true );
		return false;
	}

	/**
	 * @param int                                  $want Who gets more in the end.
	 * @param int                                  $last Who takes from a level that has something left.
	 * @param array<int, array{int, string}|null> $from See serve().
	 */
	private function pass_on( int $want, int $last, string $level, array $from ): void {
		$units = min( $this->missing[ $want ], $this->left[ $level ] );
		for ( $other = $last; isset( $from[ $other ] ); $other = $from[ $other ][0] ) {
			$units = min( $units, $this->given[ $from[ $other ][1] ][ $other ] );
		}
		$this->left[ $level ]   -= $units;
		$this->missing[ $want ] -= $units;
		for ( $other = $last; ; list( $other, $level ) = $from[ $other ] ) {
			$this->given[ $level ][ $other ] = $units + ( $this->given[ $level ][ $other ] ?? 0 );
			if ( ! isset( $from[ $other ] ) ) {
				return;
			}
			$given_up                            = $from[ $other ][1];
			$this->given[ $given_up ][ $other ] -= $units;
			if ( 0 === $this->given[ $given_up ][ $other ] ) {
				unset( $this->given[ $given_up ][ $other ] );
			}
		}
	}
}
