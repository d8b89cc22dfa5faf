<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Order;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Platform\Retryable;
use WooInventoryGuard\Shop\Doors\Holds;
use WooInventoryGuard\Shop\Doors\Refusal;
use WooInventoryGuard\Shop\Following\ItemRows;
use WooInventoryGuard\Shop\Limit\PurchaseLimits;
use WooInventoryGuard\Stock\Adjustment;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Ledger;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Sets\Made;
use WooInventoryGuard\Stock\Error\NotActive;
use WooInventoryGuard\Stock\Error\NotEnoughHeld;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reservation;
use WooInventoryGuard\Stock\Reservations;
use WooInventoryGuard\Stocktake\Review\Packing;

/**
 * Moves the units of order lines: out when the order is paid, back when it is cancelled, the difference when a line is
 * changed. Units and the marker on the line change in one transaction, so two processes that pay one order at once take
 * its units once.
 */
final class Taking {

	/** A rival may end the reservation between its making and its commit; more than a few times in a row it is not chance. */
	private const TURNS = 4;

	public function __construct(
		private readonly Db $db,
		private readonly Reservations $reservations,
		private readonly Ledger $ledger,
		private readonly Holds $holds,
		private readonly Marks $marks,
		private readonly Composition $composition,
		private readonly PurchaseLimits $limits,
		private readonly Packing $packing
	) {}

	/**
	 * Makes each line have taken what it wants.
	 *
	 * @param list<OrderLine> $lines  Saved lines of items.
	 * @param string          $reason What the ledger says of units that come back.
	 * @return bool False when every line had what it wants already: somebody else did it.
	 * @throws Refusal When it cannot be had; nothing was changed.
	 */
	public function settle( int $order_id, array $lines, string $reason = 'returned' ): bool {
		// Before the transaction: whether it is staff is asked through hooks of others.
		$actor = Holds::actor();
		for ( $turn = 1; $turn <= self::TURNS; $turn++ ) {
			$lines = $this->as_marked( $lines );
			$known = 1 === $turn ? $this->reservations->active_for( Holds::reference( $order_id ) ) : null;
			$held  = $this->held( $order_id, $lines, $known );
			$parts = $this->composition->of( Holds::reference( $order_id ), $lines );
			try {
				$moved = $this->db->transaction( fn(): bool => $this->move( $order_id, $lines, $held, $reason, $parts, $actor ) );
			} catch ( \RuntimeException $error ) {
				if ( $error instanceof Retryable && $this->db->in_transaction() ) {
					// Part of a larger transaction, which begins again as a whole.
					throw $error;
				}
				if ( $error instanceof NotActive || $error instanceof NotEnoughHeld ) {
					// A rival used up what was held, or its time is up; nothing was changed.
					continue;
				}
				Log::error( "Stock could not be moved for order {$order_id}.", $error );
				throw Refusal::busy();
			}
			if ( ! $moved && null !== $held && $held->id !== $known?->id ) {
				// A rival was faster, and what was held here is not needed.
				$this->holds->release_one( $held->id );
			}
			return $moved;
		}
		throw Refusal::busy();
	}

	/**
	 * The order's reservation, made anew where the known one does not cover what is open.
	 *
	 * @param list<OrderLine> $lines
	 */
	private function held( int $order_id, array $lines, ?Reservation $known ): ?Reservation {
		$open = Holds::open( $lines );
		if ( array() === $open || ( null !== $known && self::covers( $known, $open ) ) ) {
			return array() === $open ? null : $known;
		}
		try {
			return $this->holds->hold( Holds::reference( $order_id ), $lines );
		} catch ( Refusal $refusal ) {
			// A rival may just have taken them for this very order.
			if ( array() === Holds::open( $this->as_marked( $lines ) ) ) {
				return null;
			}
			throw $refusal;
		}
	}

	/**
	 * Takes what is open although it is not there: it is paid, and owed from then on.
	 *
	 * @param list<OrderLine> $lines Saved lines of items.
	 * @return list<OrderLine> Those whose units this call has taken.
	 * @throws Refusal When the books cannot be written.
	 */
	public function owe( int $order_id, array $lines ): array {
		try {
			$parts = $this->composition->now( $lines );
			$actor = Holds::actor();
			return $this->db->transaction( fn(): array => $this->take_owed( $order_id, $lines, $parts, $actor ) );
		} catch ( \RuntimeException $error ) {
			Log::error( "Units could not be noted as owed for order {$order_id}.", $error );
			throw Refusal::busy();
		}
	}

	/**
	 * @param list<OrderLine>              $lines
	 * @param array<int, list<Component>> $parts What one set is made of, by item.
	 * @return list<OrderLine>
	 */
	private function take_owed( int $order_id, array $lines, array $parts, int $actor ): array {
		$taken = $this->marks->lock( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		$owed  = array();
		$out   = array();
		foreach ( $lines as $line ) {
			$before = $taken[ $line->line_id ] ?? null;
			$open   = null === $before ? Quantity::zero() : $line->having( $before )->open();
			if ( null === $line->item_id || null === $before || ! $open->is_positive() ) {
				continue;
			}
			$this->marks->write( $line->line_id, $before, $line->wanted );
			$owed[] = $line->having( $before );
			array_push( $out, ...( new AskedLine( $line->item_id, ItemRows::LOCATION, $open, '', $parts[ $line->item_id ] ?? array() ) )->lines() );
		}
		if ( array() !== $out ) {
			$this->packing->taken( Holds::reference( $order_id ) );
		}
		foreach ( Line::merge( $out ) as $line ) {
			$this->ledger->owe( $line, new Cause( 'sold', Holds::reference( $order_id ), $actor ) );
		}
		return $owed;
	}

	/**
	 * @param list<OrderLine>        $lines
	 * @param array<int, list<Made>> $parts See Composition::of().
	 */
	private function move( int $order_id, array $lines, ?Reservation $held, string $reason, array $parts, int $actor ): bool {
		$taken = $this->marks->lock( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		$out   = array();
		$back  = array();
		foreach ( $lines as $line ) {
			$before = $taken[ $line->line_id ] ?? null;
			if ( null === $line->item_id || null === $before || 0 === $line->wanted->compare( $before ) ) {
				continue;
			}
			$change = $line->wanted->minus( $before );
			$this->marks->write( $line->line_id, $before, $line->wanted );
			if ( $change->is_positive() ) {
				$out[] = $line->having( $before );
			} else {
				$back[ $line->item_id ] = $change->negated()->plus( $back[ $line->item_id ] ?? Quantity::zero() );
			}
		}
		if ( array() !== $out ) {
			// Named line by line: a reservation of which a part was committed before would give less than the markers say.
			$open = Holds::open( $out );
			$id   = $held->id ?? throw new NotEnoughHeld( 0, $open[0]->item_id );
			$this->packing->taken( Holds::reference( $order_id ) );
			$this->reservations->commit( $id, 'commit:' . wp_generate_uuid4(), $actor, $open );
		}
		foreach ( $back as $item_id => $quantity ) {
			$this->limits->given_back( Holds::reference( $order_id ), $item_id, $quantity );
		}
		$cause = new Cause( $reason, Holds::reference( $order_id ), $actor );
		foreach ( Composition::apart( $back, $parts ) as $line ) {
			$this->ledger->adjust( Adjustment::delta( $line->item_id, $line->location_id, $line->quantity, $cause ), 'back:' . wp_generate_uuid4() );
		}
		return array() !== $out || array() !== $back;
	}

	/**
	 * The same lines with the markers as they stand in the database: the object in memory may be older.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private function as_marked( array $lines ): array {
		$taken = $this->marks->read( array_map( static fn( OrderLine $line ): int => $line->line_id, $lines ) );
		return array_map(
			static fn( OrderLine $line ): OrderLine => $line->having( $taken[ $line->line_id ] ?? Quantity::zero() ),
			$lines
		);
	}

	/**
	 * @param list<AskedLine> $open
	 */
	private static function covers( Reservation $held, array $open ): bool {
		$has = self::units( $held->lines );
		foreach ( self::units( $open ) as $item_id => $units ) {
			if ( ( $has[ $item_id ] ?? 0 ) < $units ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @param list<AskedLine> $lines
	 * @return array<int, int> Ten-thousandths by item.
	 */
	private static function units( array $lines ): array {
		$units = array();
		foreach ( $lines as $line ) {
			$units[ $line->item_id ] = $line->quantity->units + ( $units[ $line->item_id ] ?? 0 );
		}
		ksort( $units );
		return $units;
	}
}
