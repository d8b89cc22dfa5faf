<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Demo;

/**
 * Six weeks of a small tea shop, planned before anything is written: what is sold, received, broken and counted when,
 * and with how much of each item the story must begin so that it ends with the numbers in shop.json.
 *
 * The same file gives the same story every time. Quantities are hundredths, minutes count from the first morning.
 */
final class Plan {

	private const DAY = 1440;

	/** @var array<string, array<string, mixed>> By SKU. */
	public readonly array $items;

	/** @var array<string, int> What each counted item begins with, in hundredths, by SKU. */
	public readonly array $opening;

	/**
	 * In the order of time. An order has lines (SKU => whole units), everything else one SKU and a delta.
	 *
	 * @var list<array{minute: int, what: string, sku?: string, delta?: int, note?: string, lines?: array<string, int>}>
	 */
	public readonly array $events;

	/** @var array<string, list<array{minute: int, delta: int}>> */
	private array $deltas = array();

	/**
	 * @param array<string, mixed> $shop The decoded shop.json.
	 */
	public function __construct( public readonly array $shop ) {
		mt_srand( 20231117 );
		$this->items = array_column( $shop['items'], null, 'sku' );
		$events      = array_merge( $this->orders(), $this->mishaps(), $this->parcels(), $this->counts() );
		foreach ( $events as $event ) {
			foreach ( 'order' === $event['what'] ? $this->needs( $event['lines'] ) : array( $event['sku'] => -$event['delta'] ) as $sku => $taken ) {
				$this->deltas[ $sku ][] = array(
					'minute' => $event['minute'],
					'delta'  => -$taken,
				);
			}
		}
		$opening = array();
		foreach ( $this->counted() as $sku => $item ) {
			list( $opening[ $sku ], $receipts ) = $this->supply( (string) $sku, $item );
			array_push( $events, ...$receipts );
		}
		usort( $events, static fn( array $a, array $b ): int => $a['minute'] <=> $b['minute'] );
		$this->opening = $opening;
		$this->events  = $events;
	}

	/**
	 * @return array<string, array<string, mixed>> All that has stock of its own.
	 */
	public function counted(): array {
		return array_filter( $this->items, static fn( array $item ): bool => 'bundle' !== $item['kind'] );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function orders(): array {
		$weights = array_filter( array_map( static fn( array $item ): int => 'part' === $item['kind'] ? 0 : (int) $item['weekly'], $this->items ) );
		$orders  = array();
		for ( $day = 1; $day < $this->shop['days']; $day++ ) {
			$today = $this->shop['ordersADay'] + mt_rand( -2, 2 ) + ( 5 === $day % 7 ? 2 : 0 );
			for ( $i = 0; $i < $today; $i++ ) {
				$lines = array();
				for ( $line = mt_rand( 1, 3 ); $line > 0; $line-- ) {
					$lines[ $this->pick( $weights ) ] = 1 === mt_rand( 1, 4 ) ? 2 : 1;
				}
				$orders[] = array(
					'minute' => $day * self::DAY + 120 + $i * 60 + mt_rand( 0, 50 ),
					'what'   => 'order',
					'lines'  => $lines,
				);
			}
		}
		return $orders;
	}

	/**
	 * @return list<array<string, mixed>> Things break, and now and then one comes back.
	 */
	private function mishaps(): array {
		$goods  = array_keys( array_filter( $this->counted(), static fn( array $item ): bool => 'part' !== $item['kind'] && $item['now'] > 4 ) );
		$events = array();
		for ( $i = 0; $i < 22; $i++ ) {
			$broken   = $i % 3 > 0;
			$events[] = $this->change( mt_rand( 2, $this->shop['days'] - 2 ), 530 + $i, $broken ? 'damaged' : 'returned', $goods[ mt_rand( 0, count( $goods ) - 1 ) ], $broken ? -100 : 100 );
		}
		return $events;
	}

	/**
	 * @return list<array<string, mixed>> Packaging that parcels use up, written down on Fridays.
	 */
	private function parcels(): array {
		$events = array();
		foreach ( $this->counted() as $sku => $item ) {
			for ( $day = 5; 'part' === $item['kind'] && $item['weekly'] > 0 && $day < $this->shop['days']; $day += 7 ) {
				$events[] = $this->change( $day, 600, 'internal_use', (string) $sku, -100 * ( (int) $item['weekly'] + mt_rand( -4, 4 ) ) );
			}
		}
		return $events;
	}

	/**
	 * @return list<array<string, mixed>> A few shelves every Monday; mostly the books are right.
	 */
	private function counts(): array {
		$goods  = array_keys( array_filter( $this->counted(), static fn( array $item ): bool => $item['now'] > 4 ) );
		$events = array();
		for ( $day = 8; $day < $this->shop['days']; $day += 7 ) {
			for ( $i = 0; $i < 4; $i++ ) {
				$events[] = $this->change( $day, 20 + $i * 4, 'counted', $goods[ ( $day * 5 + $i ) % count( $goods ) ], 100 * array( 0, -1, 0, 1, -1, 0 )[ mt_rand( 0, 5 ) ] );
			}
		}
		return $events;
	}

	/**
	 * How much an item begins with, and its deliveries: one whenever it runs low, as long as any is due.
	 *
	 * @param array<string, mixed> $item
	 * @return array{int, list<array<string, mixed>>}
	 */
	private function supply( string $sku, array $item ): array {
		$moves = $this->deltas[ $sku ] ?? array();
		usort( $moves, static fn( array $a, array $b ): int => $a['minute'] <=> $b['minute'] );
		$pack    = 100 * (int) $item['pack'];
		$needed  = (int) round( 100 * $item['now'] ) - array_sum( array_column( $moves, 'delta' ) );
		$due     = max( 0, (int) ceil( ( $needed - $pack ) / $pack ) );
		$balance = $needed - $due * $pack;
		$opening = $balance;
		$came    = array();
		foreach ( $moves as $move ) {
			while ( $due > 0 && $balance + $move['delta'] <= 50 * ( $item['low'] ?? 4 ) ) {
				$came[]   = $this->change( intdiv( $move['minute'], self::DAY ), 5 + count( $came ), 'received', $sku, $pack );
				$balance += $pack;
				--$due;
			}
			$balance += $move['delta'];
		}
		for ( ; $due > 0; $due-- ) {
			$came[] = $this->change( $this->shop['days'] - 1, 5 + $due, 'received', $sku, $pack );
		}
		return array( $opening, $came );
	}

	/**
	 * @param array<string, int> $lines Whole units by SKU.
	 * @return array<string, int> What they take of counted items, in hundredths.
	 */
	public function needs( array $lines, int $times = 100 ): array {
		$needs = array();
		foreach ( $lines as $sku => $quantity ) {
			$item  = $this->items[ $sku ];
			$inner = 'bundle' === $item['kind']
				? $this->needs( array_column( $item['components'], 'quantity', 'sku' ), (int) round( $times * $quantity ) )
				: array( $sku => (int) round( $times * $quantity ) );
			foreach ( $inner as $part => $taken ) {
				$needs[ $part ] = ( $needs[ $part ] ?? 0 ) + $taken;
			}
		}
		return $needs;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function change( int $day, int $minute, string $what, string $sku, int $delta ): array {
		$notes = $this->shop['notes'][ $what ];
		return array(
			'minute' => $day * self::DAY + $minute,
			'what'   => $what,
			'sku'    => $sku,
			'delta'  => $delta,
			'note'   => $notes[ mt_rand( 0, count( $notes ) - 1 ) ],
		);
	}

	/**
	 * @param array<string, int> $weights
	 */
	private function pick( array $weights ): string {
		$at = mt_rand( 1, array_sum( $weights ) );
		foreach ( $weights as $sku => $weight ) {
			$at -= $weight;
			if ( $at <= 0 ) {
				return (string) $sku;
			}
		}
		throw new \LogicException( 'Weights do not add up.' );
	}
}
