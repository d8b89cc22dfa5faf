<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Tests\Walk;

/**
 * Chooses what happens next, lets it happen in the shop and in the model, and compares the answers.
 */
final class Steps {

	/** Step => how often it is chosen. */
	private const WEIGHTS = array(
		'place'    => 16,
		'by_code'  => 4,
		'rest'     => 12,
		'pay'      => 16,
		'pay_late' => 4,
		'status'   => 14,
		'refund'   => 6,
		'edit'     => 8,
		'trash'    => 2,
		'stale'    => 6,
		'price'    => 3,
		'write'    => 6,
		'meta'     => 4,
		'csv'      => 2,
		'adjust'   => 6,
		'count'    => 4,
		'quick'    => 4,
		'time'     => 5,
		'job'      => 5,
	);

	private const ONE = 10_000;

	/** What was done, in the words of the log. */
	public string $told = '';

	public function __construct( private readonly Requests $requests, private readonly Model $model ) {}

	public function next(): void {
		$this->model->begin();
		$at = mt_rand( 1, array_sum( self::WEIGHTS ) );
		foreach ( self::WEIGHTS as $step => $weight ) {
			$at -= $weight;
			if ( $at <= 0 ) {
				$this->told = $step;
				$this->{$step}();
				return;
			}
		}
	}

	private function place(): void {
		$this->make( false );
	}

	private function by_code(): void {
		$this->make( true );
	}

	private function make( bool $by_code ): void {
		$lines  = $this->wish();
		$answer = $this->ask( 'place', array( 'lines' => array_column( $lines, 'bought' ), 'by_code' => $by_code ) );
		$order  = $this->made( $answer, $lines, 'pending', ! $by_code );
		if ( $by_code ) {
			$this->model->orders[ $order->id ] = $order;
			return;
		}
		$held = $this->model->place( $order );
		self::same( 'held', $held, ! $answer['refused'], $answer );
		if ( $held ) {
			$this->model->orders[ $order->id ] = $order;
		} else {
			self::same( 'order left behind', false, $answer['left'], $answer );
		}
	}

	private function rest(): void {
		$lines  = $this->wish();
		$more   = array( array(), array( 'set_paid' => true ), array( 'status' => 'on-hold' ), array( 'status' => 'processing' ) )[ mt_rand( 0, 3 ) ];
		$answer = $this->ask( 'rest', array( 'lines' => array_column( $lines, 'bought' ), 'more' => $more ) );
		$order  = $this->made( array( 'order' => 0 === $answer['order'] ? -1 : $answer['order'], 'lines' => 0 === $answer['order'] ? array_keys( $lines ) : $answer['lines'] ), $lines, 'pending', false );
		$held   = $this->model->place( $order );
		self::same( 'http', $held ? 201 : 409, $answer['http'], $answer );
		if ( $held ) {
			$this->model->orders[ $order->id ] = $order;
			isset( $more['set_paid'] ) ? $this->model->pay( $order ) : $this->model->status( $order, $more['status'] ?? 'pending' );
		}
	}

	private function pay(): void {
		$order = $this->order( array( 'pending', 'on-hold', 'failed', 'cancelled', 'processing' ) );
		if ( null !== $order ) {
			for ( $times = mt_rand( 0, 3 ) ? 1 : 2; 0 < $times; $times-- ) {
				$this->model->begin();
				$this->ask( 'pay', array( 'order' => $order->id ) );
				$this->model->pay( $order );
			}
		}
	}

	/**
	 * The hold runs out, and nobody comes by before the payment does.
	 */
	private function pay_late(): void {
		$order = $this->order( array( 'pending' ) );
		if ( null !== $order ) {
			$this->time_is_up( $order );
			$this->ask( 'pay', array( 'order' => $order->id ) );
			$this->model->pay( $order );
		}
	}

	private function status(): void {
		$order = $this->order( array( 'pending', 'on-hold', 'failed', 'cancelled', 'processing', 'completed', 'refunded' ) );
		$to    = array( 'cancelled', 'cancelled', 'failed', 'on-hold', 'processing', 'completed', 'pending', 'refunded' )[ mt_rand( 0, 7 ) ];
		if ( null !== $order ) {
			$this->ask( 'status', array( 'order' => $order->id, 'to' => $to ) );
			$this->model->status( $order, $to );
		}
	}

	private function refund(): void {
		$order = $this->order( array( 'on-hold', 'processing', 'completed' ) );
		$line  = null === $order ? null : $order->lines[ mt_rand( 0, count( $order->lines ) - 1 ) ];
		$most  = null === $line ? 0 : intdiv( $line->quantity - $line->refunded, self::ONE );
		if ( null === $order || null === $line || 0 >= $most || $order->refunded ) {
			return;
		}
		$units   = mt_rand( 1, $most );
		$restock = 0 < mt_rand( 0, 2 );
		$answer  = $this->ask( 'refund', array( 'order' => $order->id, 'line' => $line->id, 'units' => $units, 'restock' => $restock ) );
		self::same( 'error', '', $answer['error'] ?? '', $answer );
		$this->model->refund( $order, $line, self::ONE * $units, $restock );
	}

	private function edit(): void {
		$order = $this->order( array( 'pending', 'on-hold', 'processing', 'completed', 'cancelled' ) );
		if ( null === $order ) {
			return;
		}
		$line   = $order->lines[ mt_rand( 0, count( $order->lines ) - 1 ) ];
		$units  = max( 1, intdiv( $line->refunded, self::ONE ), intdiv( $line->quantity, self::ONE ) + mt_rand( -2, 3 ) );
		$answer = $this->ask( 'edit', array( 'order' => $order->id, 'line' => $line->id, 'units' => $units ) );
		$done   = $this->model->edit( $order, $line, self::ONE * $units );
		self::same( 'http', $done ? 200 : 409, $answer['http'], $answer );
	}

	private function trash(): void {
		$order = $this->order( array( 'pending', 'processing', 'completed', 'cancelled' ) );
		if ( null !== $order ) {
			$this->ask( 'trash', array( 'order' => $order->id ) );
			$this->model->trash( $order );
		}
	}

	private function stale(): void {
		$item  = $this->item();
		$units = mt_rand( -3, 6 );
		$this->save_late( $item, array( 'units' => $units ) );
		$this->model->change( $item, self::ONE * $units );
	}

	private function price(): void {
		$this->save_late( $this->item(), array( 'units' => null, 'price' => (string) mt_rand( 5, 15 ) ) );
	}

	/**
	 * Between the load and the save somebody else sells, or brings some.
	 *
	 * @param array<mixed> $change
	 */
	private function save_late( Item $item, array $change ): void {
		$units = mt_rand( 0, 3 );
		$how   = mt_rand( 0, 2 ) ? 'decrease' : 'increase';
		$other = array( 'act' => 'write', 'input' => array( 'product' => $item->product, 'units' => $units, 'how' => $how ) );
		$this->ask( 'stale', array( 'product' => $item->product, 'meanwhile' => 0 < $units ? $other : array() ) + $change );
		$this->model->change( $item, self::ONE * ( 'increase' === $how ? $units : -$units ) );
	}

	private function write(): void {
		$item  = $this->item();
		$how   = array( 'increase', 'increase', 'decrease', 'set' )[ mt_rand( 0, 3 ) ];
		$units = 'set' === $how ? mt_rand( 0, 15 ) : mt_rand( 1, 5 );
		$this->ask( 'write', array( 'product' => $item->product, 'units' => $units, 'how' => $how ) );
		$by = array( 'increase' => self::ONE * $units, 'decrease' => -self::ONE * $units, 'set' => self::ONE * $units - $item->on_hand );
		$this->model->change( $item, $by[ $how ] );
	}

	private function meta(): void {
		$item  = $this->item();
		$reads = 1 === mt_rand( 0, 1 );
		$units = $reads ? mt_rand( -3, 5 ) : mt_rand( 0, 15 );
		$this->ask( 'meta', array( 'product' => $item->product, 'reads' => $reads, 'units' => $units ) );
		$this->model->change( $item, self::ONE * $units - ( $reads ? 0 : $item->on_hand ) );
	}

	private function csv(): void {
		$item = $this->simple();
		if ( null !== $item ) {
			$units  = mt_rand( 0, 15 );
			$answer = $this->ask( 'csv', array( 'product' => $item->product, 'units' => $units ) );
			self::same( 'updated', 1, $answer['updated'], $answer );
			$this->model->change( $item, self::ONE * $units - $item->on_hand );
		}
	}

	private function adjust(): void {
		$item   = $this->item();
		$units  = array( -4, -2, -1, 1, 3, 6 )[ mt_rand( 0, 5 ) ];
		$answer = $this->ask( 'adjust', array( 'item_id' => $item->id, 'delta' => $units, 'reason' => 'damaged' ) );
		$done   = $this->model->adjust( $item, self::ONE * $units );
		self::same( 'http', $done ? 201 : 409, $answer['http'], $answer );
	}

	private function count(): void {
		$item    = $this->item();
		$seen    = intdiv( $item->on_hand, self::ONE ) + ( mt_rand( 0, 3 ) ? 0 : mt_rand( -1, 1 ) );
		$counted = mt_rand( 0, 15 );
		$answer  = $this->ask( 'adjust', array( 'item_id' => $item->id, 'set' => $counted, 'expected' => $seen, 'reason' => 'count' ) );
		$done    = $this->model->count( $item, self::ONE * $seen, self::ONE * $counted );
		self::same( 'http', $done ? 201 : 409, $answer['http'], $answer );
	}

	/**
	 * The list may be older than what is true.
	 */
	private function quick(): void {
		$item = $this->simple();
		if ( null === $item ) {
			return;
		}
		$seen   = intdiv( $item->on_hand, self::ONE ) + ( mt_rand( 0, 2 ) ? 0 : mt_rand( -2, 2 ) );
		$units  = mt_rand( 0, 2 ) ? mt_rand( 0, 15 ) : $seen;
		$answer = $this->ask( 'quick', array( 'product' => $item->product, 'units' => $units, 'seen' => $seen, 'backorders' => $item->backorders ? 'yes' : 'no' ) );
		$stale  = self::ONE * $seen !== $item->on_hand;
		self::same( 'conflict', $stale && $units !== $seen, isset( $answer['conflict'] ), $answer );
		if ( ! $stale && $units !== $seen ) {
			$this->model->change( $item, self::ONE * ( $units - $seen ) );
		}
	}

	private function time(): void {
		$order = $this->order( array( 'pending' ) );
		if ( null !== $order ) {
			$this->time_is_up( $order );
		}
	}

	private function job(): void {
		$this->ask( 'job', array() );
		$this->model->sweep();
	}

	private function time_is_up( Order $order ): void {
		$answer = $this->ask( 'time', array( 'order' => $order->id ) );
		self::same( 'holds', null === $order->hold ? 0 : 1, $answer['holds'] + ( null !== $order->hold && $order->hold->due ? 1 - $answer['holds'] : 0 ), $answer );
		if ( null !== $order->hold ) {
			$order->hold->due = true;
		}
	}

	/**
	 * @param array<mixed> $input
	 * @return array<mixed>
	 */
	private function ask( string $act, array $input ): array {
		$this->told .= " {$act} " . json_encode( $input );
		$answer      = $this->requests->send( $act, $input );
		$why         = $answer['why'] ?? $answer['body']['code'] ?? $answer['conflict'] ?? '';
		$this->told .= ' => ' . ( $answer['http'] ?? $answer['order'] ?? '' ) . ( '' === $why ? '' : ' ' . $why );
		return $answer;
	}

	private function item(): Item {
		$items = array_values( array_filter( $this->model->items, static fn( Item $item ): bool => ! $item->is_bundle() ) );
		return $items[ mt_rand( 0, count( $items ) - 1 ) ];
	}

	/**
	 * What the importer of these walks and the product list know.
	 */
	private function simple(): ?Item {
		$item = $this->item();
		return 'simple' === $item->kind ? $item : null;
	}

	/**
	 * One of the newest: old orders rest.
	 *
	 * @param list<string> $in
	 */
	private function order( array $in ): ?Order {
		$some = array_values( array_filter( array_slice( $this->model->orders, -25 ), static fn( Order $order ): bool => in_array( $order->status, $in, true ) ) );
		return array() === $some ? null : $some[ mt_rand( 0, count( $some ) - 1 ) ];
	}

	/**
	 * @return list<array{item: int, units: int, bought: array{int, int}}>
	 */
	private function wish(): array {
		$lines = array();
		$items = array_values( $this->model->items );
		for ( $count = array( 1, 1, 2, 3 )[ mt_rand( 0, 3 ) ]; 0 < $count; $count-- ) {
			$item    = $items[ mt_rand( 0, count( $items ) - 1 ) ];
			$units   = mt_rand( 1, $item->is_bundle() ? 2 : 4 );
			$lines[] = array(
				'item'   => $item->id,
				'units'  => $units,
				'bought' => array( $item->sold_as[ mt_rand( 0, count( $item->sold_as ) - 1 ) ], $units ),
			);
		}
		return $lines;
	}

	/**
	 * @param array<mixed>                                                 $answer
	 * @param list<array{item: int, units: int, bought: array{int, int}}> $wish
	 */
	private function made( array $answer, array $wish, string $status, bool $by_shopper ): Order {
		$lines = array();
		foreach ( $wish as $place => $one ) {
			$lines[] = new Line( $answer['lines'][ $place ], $one['item'], self::ONE * $one['units'] );
		}
		return new Order( $answer['order'], $status, $by_shopper, $lines );
	}

	/**
	 * @param array<mixed> $answer
	 */
	private static function same( string $what, mixed $expected, mixed $found, array $answer ): void {
		if ( $expected !== $found ) {
			throw new Different( "answer: {$what}\n  the model: " . json_encode( $expected ) . "\n  the shop:  " . json_encode( $answer ) );
		}
	}
}
