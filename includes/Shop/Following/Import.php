<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Shop\Following;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DbError;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Rule\Work;
use WooInventoryGuard\Shop\Doors\CoreHolds;
use WooInventoryGuard\Shop\Product\Products;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Reference;

/**
 * Takes over the products of a shop, in portions. How far it has come is one option row, and each portion moves that
 * row from the text it has read to the next one in the same transaction in which it makes its items: killed anywhere it
 * goes on where it was, and of two runners only one does a portion.
 *
 * Products that are known already are compared: the guard may have been switched off for a while, and what was sold
 * meanwhile becomes a line of the ledger. First of all come the units that unpaid orders hold.
 *
 * Sales need not wait for it: an order for a product that has no item yet makes that one item itself (see Follow).
 */
final class Import {

	public const OPTION = 'woo_inventory_guard_import';
	public const JOB    = 'woo_inventory_guard_import';

	/** Products of one transaction: about half a second. */
	private const PORTION = 250;

	/** How long one job works, in seconds; web servers end longer ones. */
	private const JOB_SECONDS = 15;

	public function __construct(
		private readonly Db $db,
		private readonly Clock $clock,
		private readonly Products $products,
		private readonly ItemRows $items,
		private readonly Follow $follow,
		private readonly CoreHolds $holds,
		private readonly Work $rules
	) {}

	public function register(): void {
		add_action( 'init', $this->begin( ... ), 20 );
		add_action( self::JOB, $this->job( ... ) );
	}

	/**
	 * For the screen: "12,400 of 100,000".
	 *
	 * @return array{state: 'waiting'|'running'|'done', done: int, total: int}
	 */
	public function status(): array {
		$state = $this->decode( (string) $this->stored() );
		return array(
			'state' => $state['state'],
			'done'  => 'done' === $state['state'] ? $state['done'] : min( $state['done'], $state['total'] ),
			'total' => max( $state['done'], $state['total'] ),
		);
	}

	/**
	 * Works for so many seconds, at least one portion.
	 *
	 * @return bool Whether all is taken over.
	 */
	public function work( int $seconds = self::JOB_SECONDS ): bool {
		$this->begin();
		$until = microtime( true ) + $seconds;
		do {
			$finished = $this->portion();
		} while ( ! $finished && microtime( true ) < $until );
		return $finished;
	}

	/**
	 * The guard or WooCommerce has been switched off and on: everything is looked at once more.
	 */
	public function restart(): void {
		if ( false === get_option( self::OPTION ) ) {
			return;
		}
		update_option( self::OPTION, $this->encode( 'waiting', 0, 0, $this->products->count() ) );
		$this->schedule();
	}

	/**
	 * The units that unpaid orders hold, before the next shopper comes.
	 */
	public function take_over_holds(): bool {
		return $this->holds->take_over( self::JOB_SECONDS );
	}

	public function is_done(): bool {
		return 'done' === $this->decode( (string) $this->stored() )['state'];
	}

	/**
	 * Once for each shop: the first request after both plugins are there.
	 */
	public function begin(): void {
		if ( false !== get_option( self::OPTION ) ) {
			return;
		}
		if ( add_option( self::OPTION, $this->encode( 'waiting', 0, 0, $this->products->count() ) ) ) {
			$this->schedule();
		}
	}

	private function job(): void {
		$finished = false;
		try {
			$finished = $this->work();
		} catch ( DbError $error ) {
			Log::error( 'The import stopped for a moment.', $error );
		}
		if ( ! $finished ) {
			// Not unique: this job itself is still in the list.
			$this->schedule( false );
		}
	}

	private function schedule( bool $unique = true ): void {
		if ( ! function_exists( 'as_enqueue_async_action' ) ) {
			return;
		}
		// Its tables are ready from this action on.
		if ( 0 < did_action( 'action_scheduler_init' ) ) {
			as_enqueue_async_action( self::JOB, array(), 'woo-inventory-guard', $unique );
			return;
		}
		add_action( 'action_scheduler_init', static fn() => as_enqueue_async_action( self::JOB, array(), 'woo-inventory-guard', $unique ) );
	}

	/**
	 * @return bool Whether nothing is left.
	 */
	private function portion(): bool {
		$read  = (string) $this->stored();
		$state = $this->decode( $read );
		if ( 'done' === $state['state'] ) {
			return true;
		}
		if ( 'waiting' === $state['state'] && ! $this->take_over_holds() ) {
			return false;
		}
		$ids      = $this->products->ids_after( $state['last'], self::PORTION );
		$products = $this->products->read( $ids );
		$next     = array() === $ids
			? $this->encode( 'done', $state['last'], $state['done'], $state['total'] )
			: $this->encode( 'running', max( $ids ), $state['done'] + count( $ids ), $state['total'] );
		try {
			$made = $this->db->transaction(
				function () use ( $read, $next, $products ): ?array {
					$claimed = $this->db->execute( 'UPDATE %i SET option_value = %s WHERE option_name = %s AND option_value = %s', $this->db->wp_table( 'options' ), $next, self::OPTION, $read );
					return 1 === $claimed ? $this->items->make_missing( $products ) : null;
				}
			);
		} catch ( DuplicateKey ) {
			// An order or a save has just made one of them: the portion begins again and finds it.
			return false;
		}
		wp_cache_delete( self::OPTION, 'options' );
		wp_cache_delete( 'alloptions', 'options' );
		if ( null !== $made ) {
			$this->rules->products( $made );
			$this->compare( array_values( array_diff( array_keys( $products ), $made ) ) );
		}
		return array() === $ids;
	}

	/**
	 * A runner that is killed between the claim and this leaves the rest to the regular comparison.
	 *
	 * @param list<int> $known Products that had an item already.
	 */
	private function compare( array $known ): void {
		if ( array() !== $known ) {
			$note = __( 'Changed while the guard was switched off.', 'woo-inventory-guard' );
			$this->follow->products( $known, new Cause( 'external', Reference::none(), 0, $note ) );
		}
	}

	/**
	 * Past every cache: the text decides which portion is next.
	 */
	private function stored(): ?string {
		return $this->db->value( 'SELECT option_value FROM %i WHERE option_name = %s', $this->db->wp_table( 'options' ), self::OPTION );
	}

	/**
	 * @param 'waiting'|'running'|'done' $state
	 */
	private function encode( string $state, int $last, int $done, int $total ): string {
		$fields = array(
			'state' => $state,
			'last'  => $last,
			'done'  => $done,
			'total' => $total,
			'at'    => $this->clock->now()->getTimestamp(),
		);
		return (string) wp_json_encode( $fields );
	}

	/**
	 * @return array{state: 'waiting'|'running'|'done', last: int, done: int, total: int}
	 */
	private function decode( string $text ): array {
		$fields = json_decode( $text, true );
		$fields = is_array( $fields ) ? $fields : array();
		$state  = $fields['state'] ?? 'waiting';
		return array(
			'state' => 'running' === $state || 'done' === $state ? $state : 'waiting',
			'last'  => is_int( $fields['last'] ?? null ) ? $fields['last'] : 0,
			'done'  => is_int( $fields['done'] ?? null ) ? $fields['done'] : 0,
			'total' => is_int( $fields['total'] ?? null ) ? $fields['total'] : 0,
		);
	}
}
