<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * The rules of the shop in plain arithmetic, with the settings as they come: stock leaves when an order is paid (or put
 * on hold), a paid order of which a line is short waits on hold, and a line is taken as a whole or not at all.
 */
final class Model {

	/** Backorders without a limit. */
	private const UNLIMITED = 1_000_000_000_000_000;

	private const SELLING = array( 'on-hold', 'processing', 'completed' );

	private const GIVES_BACK = array( 'pending', 'cancelled', 'failed' );

	private const NOTHING_SOLD = array( 'cancelled', 'refunded', 'failed', 'trash' );

	/** @var array<int, Item> */
	public array $items = array();

	/** @var array<int, Order> */
	public array $orders = array();

	/** @var array<int, true> Orders that came onto the work list in this request. */
	private array $fresh = array();

	/** @var list<Order> Whose hold has run out and that nobody has looked at. */
	private array $ran_out = array();

	private int $shorts = 0;

	/**
	 * Every act is a request of its own.
	 */
	public function begin(): void {
		$this->fresh = array();
	}

	public function change( Item $item, int $by ): void {
		if ( 0 !== $by ) {
			$item->on_hand += $by;
			++$item->movements;
		}
	}

	/**
	 * A number that somebody in the shop enters: what is promised to orders must stay.
	 */
	public function adjust( Item $item, int $by ): bool {
		if ( 0 > $by && $this->free( $item->id ) + $by < 0 && ( ! $this->end_due( array( $item->id => 1 ) ) || $this->free( $item->id ) + $by < 0 ) ) {
			return false;
		}
		$item->on_hand += $by;
		++$item->movements;
		return true;
	}

	/**
	 * Somebody has counted, and says which number was seen then.
	 */
	public function count( Item $item, int $seen, int $counted ): bool {
		if ( $item->on_hand !== $seen ) {
			$this->end_due( array( $item->id => 1 ) );
			return false;
		}
		return $this->adjust( $item, $counted - $seen );
	}

	/**
	 * @return bool Whether it holds its units.
	 */
	public function place( Order $order ): bool {
		$asked = $this->asked( $this->open( $order ) );
		return array() === $asked || $this->hold( $order, $asked );
	}

	public function pay( Order $order ): void {
		$can_be_paid = in_array( $order->status, array( 'on-hold', 'pending', 'failed', 'cancelled' ), true );
		$for_this    = $can_be_paid && ! $this->holds_now( $order ) && array() !== $this->open( $order ) && $this->hold( $order, $this->asked( $this->open( $order ) ) );
		$refused     = ! $this->covers( $order, $this->open( $order ) ) && ! $this->hold( $order, $this->asked( $this->open( $order ) ) );
		if ( ! $can_be_paid ) {
			return;
		}
		$order->paid = true;
		$this->status( $order, $refused ? 'on-hold' : 'processing' );
		$this->sell( $order );
		if ( $refused && 'on-hold' === $order->status ) {
			$order->intended = 'processing';
			$this->supplied( $order );
		}
		if ( $for_this && array() === $this->open( $order ) ) {
			$this->let_go( $order );
		}
	}

	public function status( Order $order, string $to ): void {
		$from = $order->status;
		if ( $from === $to ) {
			return;
		}
		$order->status   = $to;
		$order->refunded = $order->refunded || 'refunded' === $to;
		$order->paid     = $order->paid || in_array( $to, array( 'processing', 'completed' ), true );
		if ( in_array( $to, self::SELLING, true ) ) {
			$this->sell( $order );
		} elseif ( in_array( $to, self::GIVES_BACK, true ) ) {
			$this->give_back( $order );
		}
		if ( in_array( $to, self::NOTHING_SOLD, true ) ) {
			$this->let_go( $order );
			foreach ( $order->lines as $line ) {
				$line->short = 0;
			}
		}
		if ( 'pending' === $to && 'failed' !== $from && ! $this->covers( $order, $this->open( $order ) ) ) {
			$this->hold( $order, $this->asked( $this->open( $order ) ) );
		}
		if ( 'on-hold' === $from ) {
			$order->intended = '';
		}
		if ( isset( $this->fresh[ $order->id ] ) && in_array( $to, array( 'processing', 'completed' ), true ) ) {
			unset( $this->fresh[ $order->id ] );
			$this->status( $order, 'on-hold' );
			$order->intended = $to;
		}
	}

	/**
	 * What was taken stays sold: the goods may have been sent.
	 */
	public function trash( Order $order ): void {
		$order->status = 'trash';
		$this->let_go( $order );
	}

	public function refund( Order $order, Line $line, int $units, bool $restock ): void {
		$line->refunded += $units;
		if ( $restock ) {
			// What was never taken is refunded first.
			$line->gone += $units;
			$back        = max( 0, $line->taken - $line->wanted() );
			$this->come_back( array( $line->item => $back ) );
			$line->taken -= $back;
		}
		foreach ( $order->lines as $one ) {
			if ( 0 < $one->open() ) {
				$wanted    = max( $one->taken, $one->quantity - $one->refunded );
				$one->gone = max( $one->gone, $one->quantity - $wanted );
			}
			if ( 0 === $one->open() && 0 !== $one->short ) {
				$one->short = 0;
				$this->supplied( $order );
			}
		}
		$asked = $this->asked( $this->open( $order ) );
		if ( $this->holds_now( $order ) && $order->hold?->asked !== $asked ) {
			array() === $asked ? $this->let_go( $order ) : $this->hold( $order, $asked );
		}
	}

	/**
	 * Through REST: refused as a whole, or done as a whole.
	 */
	public function edit( Order $order, Line $line, int $quantity ): bool {
		$before         = $line->quantity;
		$line->quantity = $quantity;
		if ( in_array( $order->status, self::NOTHING_SOLD, true ) ) {
			return true;
		}
		$asked = $this->asked( $this->open( $order ) );
		if ( array() === $asked ) {
			$this->let_go( $order );
		} elseif ( ! $this->hold( $order, $asked ) ) {
			$line->quantity = $before;
			return false;
		}
		if ( in_array( $order->status, self::SELLING, true ) ) {
			$this->take_lines( $order, array( $line ) );
			$back = max( 0, $line->taken - $line->wanted() );
			$this->come_back( array( $line->item => $back ) );
			$line->taken -= $back;
			if ( 0 < $line->wanted() ) {
				$order->flag = true;
			}
			if ( 0 !== $line->short ) {
				$line->short = 0;
				$this->supplied( $order );
			}
			$asked = $this->asked( $this->open( $order ) );
			if ( ( $this->holds_now( $order ) ? $order->hold?->asked : array() ) !== $asked ) {
				array() === $asked ? $this->let_go( $order ) : $this->hold( $order, $asked );
			}
		}
		return true;
	}

	/**
	 * The job that comes round every minute.
	 */
	public function sweep(): void {
		$this->end_due( array() );
		foreach ( $this->ran_out as $order ) {
			$this->look_at( $order );
		}
		$this->ran_out = array();
		$waiting       = array();
		foreach ( $this->orders as $order ) {
			foreach ( $order->lines as $line ) {
				if ( 0 !== $line->short && 0 < $this->could_be_had( $line->item ) ) {
					$waiting[ $line->short ] = array( $order, $line );
				}
			}
		}
		ksort( $waiting );
		$stays = array();
		foreach ( array_slice( $waiting, 0, 50 ) as list( $order, $line ) ) {
			if ( isset( $stays[ $line->item ] ) ) {
				continue;
			}
			if ( ! in_array( $order->status, self::SELLING, true ) ) {
				$line->short = 0;
				continue;
			}
			$this->take( $order );
			if ( 0 !== $line->short ) {
				$stays[ $line->item ] = true;
			}
		}
	}

	/**
	 * Whole sets that could be put together now.
	 */
	public function sets( Item $bundle ): int {
		$sets = PHP_INT_MAX;
		foreach ( $bundle->parts as $id => $pieces ) {
			$sets = min( $sets, max( 0, intdiv( $this->items[ $id ]->available(), $pieces ) ) );
		}
		return 10_000 * $sets;
	}

	private function could_be_had( int $item_id ): int {
		$item = $this->items[ $item_id ];
		return $item->is_bundle() ? $this->sets( $item ) : $this->free( $item_id );
	}

	private function look_at( Order $order ): void {
		$took = array_sum( array_map( static fn( Line $line ): int => $line->taken, $order->lines ) );
		if ( 'pending' === $order->status && ! $order->paid && $order->by_shopper && ! $this->holds_now( $order ) && 0 === $took ) {
			$this->status( $order, 'cancelled' );
		}
	}

	private function sell( Order $order ): void {
		if ( ! $order->flag ) {
			$order->flag = $this->take( $order );
		}
	}

	/**
	 * @return bool Whether every line has what it wants.
	 */
	private function take( Order $order ): bool {
		$open = $this->open( $order );
		if ( $this->take_lines( $order, $open ) ) {
			$this->had( $order, $open );
			return true;
		}
		$this->let_go( $order );
		$taken = array();
		$short = array();
		foreach ( $open as $line ) {
			$this->take_lines( $order, array( $line ) ) ? $taken[] = $line : $short[] = $line;
		}
		foreach ( $short as $line ) {
			$line->missing = $line->open();
			if ( 0 === $line->short ) {
				$line->short               = ++$this->shorts;
				$this->fresh[ $order->id ] = true;
			}
		}
		$this->had( $order, $taken );
		return array() === $short;
	}

	/**
	 * @param list<Line> $lines
	 */
	private function had( Order $order, array $lines ): void {
		foreach ( $lines as $line ) {
			if ( 0 !== $line->short ) {
				$line->short = 0;
				$this->supplied( $order );
			}
		}
	}

	private function supplied( Order $order ): void {
		foreach ( $order->lines as $line ) {
			if ( 0 !== $line->short ) {
				return;
			}
		}
		unset( $this->fresh[ $order->id ] );
		$intended = $order->intended;
		if ( '' !== $intended && 'on-hold' === $order->status ) {
			$order->intended = '';
			$this->status( $order, $intended );
		}
	}

	/**
	 * All of these or none.
	 *
	 * @param list<Line> $lines
	 */
	private function take_lines( Order $order, array $lines ): bool {
		$asked = $this->asked( $lines );
		if ( array() === $asked ) {
			return true;
		}
		$need = $this->apart( $asked );
		if ( ! $this->covers( $order, $lines ) || ! self::is_within( $need, $order->hold->left ?? array() ) ) {
			if ( ! $this->hold( $order, $asked ) ) {
				return false;
			}
		}
		foreach ( $need as $id => $units ) {
			$order->hold->left[ $id ]     -= $units;
			$this->items[ $id ]->reserved -= $units;
			$this->change( $this->items[ $id ], -$units );
		}
		if ( array() === array_filter( $order->hold->left ?? array() ) ) {
			$order->hold = null;
		}
		foreach ( $lines as $line ) {
			$line->taken += $line->open();
		}
		return true;
	}

	private function give_back( Order $order ): void {
		$back = array();
		foreach ( $order->lines as $line ) {
			$back[ $line->item ] = ( $back[ $line->item ] ?? 0 ) + $line->taken;
			$line->taken         = 0;
		}
		$this->come_back( $back );
		$order->flag = false;
	}

	/**
	 * @param array<int, int> $units By item.
	 */
	private function come_back( array $units ): void {
		foreach ( $this->apart( $units ) as $id => $some ) {
			$this->change( $this->items[ $id ], $some );
		}
	}

	/**
	 * @param array<int, int> $asked By item.
	 * @return bool Whether they are held; if not, the order holds what it held.
	 */
	private function hold( Order $order, array $asked ): bool {
		$need = $this->apart( $asked );
		do {
			// Seen at a glance, which looks at no components.
			$plainly = array_filter( array_intersect_key( $need, $asked ), fn( int $units, int $id ): bool => $units > $this->free( $id ), ARRAY_FILTER_USE_BOTH );
			if ( array() !== $plainly && $this->end_due( $need ) ) {
				continue;
			}
			if ( null !== $order->hold && $order->hold->due ) {
				// What has run out lends nothing.
				$this->free_hold( $order );
				$this->ran_out[] = $order;
			}
			$had   = $order->hold->left ?? array();
			$more  = array_filter( $need, static fn( int $units, int $id ): bool => $units > ( $had[ $id ] ?? 0 ), ARRAY_FILTER_USE_BOTH );
			$short = array_filter( $more, fn( int $units, int $id ): bool => $units - ( $had[ $id ] ?? 0 ) > $this->free( $id ), ARRAY_FILTER_USE_BOTH );
			if ( array() === $short ) {
				break;
			}
			if ( ! $this->end_due( $need ) ) {
				return false;
			}
		} while ( true );
		$this->free_hold( $order );
		foreach ( $need as $id => $units ) {
			$this->items[ $id ]->reserved += $units;
		}
		$order->hold = new Hold( $asked, $need );
		return true;
	}

	private function free( int $item_id ): int {
		$item = $this->items[ $item_id ];
		return $item->available() + ( $item->backorders ? self::UNLIMITED : 0 );
	}

	private function let_go( Order $order ): void {
		if ( $this->holds_now( $order ) ) {
			$this->free_hold( $order );
		}
	}

	private function free_hold( Order $order ): void {
		foreach ( $order->hold->left ?? array() as $id => $units ) {
			$this->items[ $id ]->reserved -= $units;
		}
		$order->hold = null;
	}

	/**
	 * Holds whose time is up count no more as soon as somebody needs their units.
	 *
	 * @param array<int, int> $of Only holds of these items; empty for all.
	 * @return bool Whether any was ended.
	 */
	private function end_due( array $of ): bool {
		$ended = false;
		foreach ( $this->orders as $order ) {
			if ( null !== $order->hold && $order->hold->due && ( array() === $of || array() !== array_intersect_key( $order->hold->left, $of ) ) ) {
				$this->free_hold( $order );
				$this->ran_out[] = $order;
				$ended           = true;
			}
		}
		return $ended;
	}

	private function holds_now( Order $order ): bool {
		return null !== $order->hold && ! $order->hold->due;
	}

	/**
	 * @param list<Line> $lines
	 */
	private function covers( Order $order, array $lines ): bool {
		$asked = $this->asked( $lines );
		return array() === $asked || ( $this->holds_now( $order ) && self::is_within( $asked, $order->hold->asked ?? array() ) );
	}

	/**
	 * @param array<int, int> $some
	 * @param array<int, int> $all
	 */
	private static function is_within( array $some, array $all ): bool {
		foreach ( $some as $id => $units ) {
			if ( $units > ( $all[ $id ] ?? 0 ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @return list<Line>
	 */
	private function open( Order $order ): array {
		return array_values( array_filter( $order->lines, static fn( Line $line ): bool => 0 < $line->open() ) );
	}

	/**
	 * @param list<Line> $lines
	 * @return array<int, int> What they still have to take, by item.
	 */
	private function asked( array $lines ): array {
		$asked = array();
		foreach ( $lines as $line ) {
			$asked[ $line->item ] = ( $asked[ $line->item ] ?? 0 ) + $line->open();
		}
		ksort( $asked );
		return array_filter( $asked );
	}

	/**
	 * @param array<int, int> $units By item.
	 * @return array<int, int> The same, bundles taken apart.
	 */
	private function apart( array $units ): array {
		$apart = array();
		foreach ( $units as $id => $some ) {
			$item = $this->items[ $id ];
			foreach ( $item->is_bundle() ? $item->parts : array( $id => 10_000 ) as $part => $pieces ) {
				$apart[ $part ] = ( $apart[ $part ] ?? 0 ) + intdiv( $some * $pieces, 10_000 );
			}
		}
		return $apart;
	}
}
