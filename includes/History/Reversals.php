<?php
declare( strict_types=1 );

namespace WooInventoryGuard\History;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Takes a document back as a whole: for each level that it changed, a line with the opposite sum. What was sold, received
 * or counted since stays as it is, because differences are written, never numbers.
 *
 * Each portion of levels is one transaction with the row that says how far it has got, so a run that is killed goes on
 * where it was, and two that run at once never do the same level.
 */
final class Reversals {

	/** Levels that are locked at once. */
	private const PORTION = 20;

	/** Levels that are read at once: each time, all lines of the document are. */
	private const READ = 1_000;

	/**
	 * @param array<string, \Closure(string): void> $settle By kind of document: brings one that is still being written to its end, by its id.
	 */
	public function __construct(
		private readonly Db $db,
		private readonly ReversalStore $store,
		private readonly Preview $preview,
		private readonly Ledger $ledger,
		private readonly array $settle = array()
	) {}

	/**
	 * @param string $key The same key gets the same reversal again.
	 * @return Reversal Nothing is changed yet: see work().
	 * @throws NotReversible
	 * @throws AlreadyReversed
	 */
	public function begin( Reference $reference, int $actor, string $key ): Reversal {
		if ( ! Document::may_be_reversed( $reference->type ) ) {
			throw new NotReversible();
		}
		( $this->settle[ $reference->type ] ?? static fn(): mixed => null )( $reference->id );
		try {
			// The unique key decides between two who ask at once.
			$levels = $this->preview->count( $reference );
			$this->db->transaction( fn() => $this->store->begin( $reference, $levels, $actor, $key ) );
		} catch ( DuplicateKey $duplicate ) {
			$there = $this->store->of( $reference ) ?? throw $duplicate;
			return $there->key === $key ? $there : throw new AlreadyReversed( $there );
		}
		return $this->store->of( $reference ) ?? throw new \LogicException( 'A row that was just written is there.' );
	}

	/**
	 * Goes on, for so long.
	 *
	 * @return Reversal As far as it is now.
	 */
	public function work( int $id, float $seconds ): Reversal {
		$until    = microtime( true ) + $seconds;
		$reversal = $this->find( $id );
		while ( null === $reversal->finished_at ) {
			$levels = $this->store->next_levels( $reversal, self::READ );
			if ( array() === $levels ) {
				$this->store->finish( $reversal );
			}
			foreach ( array_chunk( $levels, self::PORTION ) as $some ) {
				if ( ! $this->take_back( $reversal, $some ) || microtime( true ) >= $until ) {
					break;
				}
				$reversal = $this->find( $id );
			}
			$reversal = $this->find( $id );
			if ( microtime( true ) >= $until ) {
				break;
			}
		}
		return $reversal;
	}

	/**
	 * Goes on with the one that takes back a document, where there is one.
	 */
	public function work_on( Reference $reference, float $seconds ): void {
		$reversal = $this->store->of( $reference );
		if ( null !== $reversal ) {
			$this->work( $reversal->id, $seconds );
		}
	}

	/**
	 * The job's part: what was left when a page was closed.
	 */
	public function go_on( float $seconds ): void {
		foreach ( $this->store->unfinished() as $id ) {
			try {
				$this->work( $id, $seconds );
			} catch ( \Throwable $error ) {
				Log::error( 'A document could not be taken back to the end.', $error );
			}
		}
	}

	/**
	 * @param non-empty-list<array{item: int, location: int, delta: Quantity}> $levels
	 * @return bool False when somebody else has just done these.
	 */
	private function take_back( Reversal $reversal, array $levels ): bool {
		return $this->db->transaction(
			function () use ( $reversal, $levels ): bool {
				$last = $levels[ count( $levels ) - 1 ];
				if ( ! $this->store->move_on( $reversal, $last['item'], $last['location'], count( $levels ) ) ) {
					return false;
				}
				$cause = new Cause( Reversal::TYPE, new Reference( Reversal::TYPE, (string) $reversal->id ), $reversal->actor );
				foreach ( $levels as $level ) {
					$this->ledger->change_as_far( new Line( $level['item'], $level['location'], $level['delta']->negated() ), $cause );
				}
				return true;
			}
		);
	}

	private function find( int $id ): Reversal {
		return $this->store->find( $id ) ?? throw new \LogicException( 'There is no such reversal.' );
	}
}
