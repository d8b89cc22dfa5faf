<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Demo;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Rules;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Plugin;
use WooInventoryGuard\Stock\Quantity;

/**
 * Writes the weeks of a plan into the ledger. In big pieces: through the engine, one change at a time, it would take
 * PHP in WebAssembly five minutes. What comes out must be what the engine would have left, so the filler ends with
 * the plugin's own check of all invariants.
 */
final class History {

	private const LOCATION = 1;

	/** Rows of one INSERT. */
	private const PIECE = 60;

	private int $order;

	private int $delivery = 2201;

	/** @var array<string, int> On hand by SKU, in hundredths. */
	private array $balance;

	/** @var array<string, int> Number of the last movement by SKU. */
	private array $seq;

	/** @var list<int|string> Values of the movements to insert, eleven each. */
	private array $rows = array();

	/**
	 * @param array<string, int> $ids    Item ids by SKU.
	 * @param array<string, int> $people User ids by login.
	 */
	public function __construct(
		private readonly Plugin $plugin,
		private readonly Plan $plan,
		private readonly \DateTimeImmutable $first_morning,
		private readonly array $ids,
		private readonly array $people
	) {
		$this->order   = $plan->shop['firstOrder'];
		$this->balance = $plan->opening;
		$this->seq     = array_fill_keys( array_keys( $plan->opening ), 1 );
	}

	public function write(): void {
		foreach ( $this->plan->events as $event ) {
			$time = $this->first_morning->modify( '+' . $event['minute'] . ' minutes' );
			if ( 'order' === $event['what'] ) {
				$this->sell( $event['lines'], $time );
			} else {
				$person    = 0 === $this->ids[ $event['sku'] ] % 3 ? 'jonas' : 'mei';
				$reference = 'received' === $event['what'] ? array( 'purchase_order', 'PO-' . $this->delivery++ ) : array( '', '' );
				$this->note( $event['sku'], $event['delta'], $event['what'], $reference, $this->people[ $person ], $event['note'], $time );
			}
		}
		foreach ( array_chunk( $this->rows, 11 * self::PIECE ) as $values ) {
			$this->insert( $values );
		}
		foreach ( $this->balance as $sku => $on_hand ) {
			$this->settle( (string) $sku, self::quantity( $on_hand ) );
		}
		// Sets and, in a shop, the products follow.
		$this->plugin->participants()->on_hand_changed( array_map( fn( string $sku ): int => $this->ids[ $sku ], array_keys( $this->balance ) ) );
	}

	/**
	 * The number of the first order after this history.
	 */
	public function next_order(): int {
		return $this->order;
	}

	public static function quantity( int $hundredths ): Quantity {
		return Quantity::of( number_format( $hundredths / 100, 2, '.', '' ) );
	}

	/**
	 * @param array<string, int> $lines
	 */
	private function sell( array $lines, \DateTimeImmutable $time ): void {
		$number = (string) $this->order++;
		$buyer  = $this->people[ '6' === $time->format( 'N' ) ? 'market' : 'webshop' ];
		// Paid a minute or three after it was placed.
		$paid = $time->modify( '+' . ( 40 + (int) $number * 7 % 140 ) . ' seconds' );
		foreach ( $this->plan->needs( $lines ) as $sku => $taken ) {
			$this->note( (string) $sku, -$taken, 'sold', array( 'order', $number ), $buyer, '', $paid );
		}
	}

	/**
	 * @param array{string, string} $reference Type and id.
	 */
	private function note( string $sku, int $delta, string $reason, array $reference, int $actor, string $note, \DateTimeImmutable $time ): void {
		$this->balance[ $sku ] += $delta;
		++$this->seq[ $sku ];
		array_push(
			$this->rows,
			$this->ids[ $sku ],
			self::LOCATION,
			$this->seq[ $sku ],
			self::quantity( $delta )->sql(),
			self::quantity( $this->balance[ $sku ] )->sql(),
			$reason,
			$reference[0],
			$reference[1],
			$actor,
			$note,
			Clock::sql( $time )
		);
	}

	/**
	 * @param list<int|string> $values
	 */
	private function insert( array $values ): void {
		$db   = $this->plugin->db();
		$rows = implode( ', ', array_fill( 0, intdiv( count( $values ), 11 ), '(%d, %d, %d, %s, %s, %s, %s, %s, %d, %s, %s)' ) );
		$db->execute( 'INSERT INTO %i (item_id, location_id, seq, delta, balance_after, reason, reference_type, reference_id, actor_id, note, created_at) VALUES ' . $rows, $db->table( 'movements' ), ...$values );
	}

	/**
	 * The level and the item as they are after their last movement. Nothing is reserved yet.
	 */
	private function settle( string $sku, Quantity $on_hand ): void {
		$db     = $this->plugin->db();
		$item   = $this->plan->items[ $sku ];
		$row    = $db->row( 'SELECT low_at, product_id FROM %i WHERE id = %d', $db->table( 'items' ), $this->ids[ $sku ] ) ?? throw new \LogicException( 'No such item.' );
		$low_at = Quantity::of( (string) $row['low_at'] );
		$status = Rules::status_of( true, $on_hand, $low_at, Backorders::No->value !== ( $item['backorders'] ?? 'no' ) );
		$db->execute( 'UPDATE %i SET on_hand = %s, seq = %d WHERE item_id = %d AND location_id = %d', $db->table( 'levels' ), $on_hand->sql(), $this->seq[ $sku ], $this->ids[ $sku ], self::LOCATION );
		$db->execute( 'UPDATE %i SET on_hand = %s, available = %s, status = %d, version = version + 1, updated_at = %s WHERE id = %d', $db->table( 'items' ), $on_hand->sql(), $on_hand->sql(), $status->value, Clock::sql( $this->plugin->clock()->now() ), $this->ids[ $sku ] );
		// The product's own number; its lookup row and status follow from it.
		$db->execute( "UPDATE %i SET meta_value = %s WHERE post_id = %d AND meta_key = '_stock'", $db->wp_table( 'postmeta' ), (string) $on_hand, (int) $row['product_id'] );
	}
}
