<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Alert;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\Log;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * Hears what the rest of the plugin says after the fact. Whoever says it is in the middle of an order: what fails here
 * is written down and stops nobody.
 */
final class Listeners {

	public function __construct( private readonly Db $db, private readonly Recorder $recorder, private readonly DailyCounts $counts ) {}

	public function register(): void {
		add_action( 'woo_inventory_guard_refused', fn( mixed $refusal ) => self::guarded( fn() => $this->refused( is_array( $refusal ) ? $refusal : array() ) ) );
		add_action( 'woo_inventory_guard_paid_short', fn( mixed $order, mixed $lines = array() ) => self::guarded( fn() => $this->paid_short( $order, $lines, false ) ), 10, 2 );
		add_action( 'woo_inventory_guard_paid_late', fn( mixed $order, mixed $could = true ) => self::guarded( fn() => $this->paid_late( $order, true === $could ) ), 10, 2 );
		add_action( 'woo_inventory_guard_backordered', fn( mixed $order, mixed $item = 0, mixed $units = '' ) => self::guarded( fn() => $this->backordered( $order, $item, $units ) ), 10, 3 );
	}

	/**
	 * @param array<mixed> $refusal { door, lines: { requested, available } }.
	 */
	private function refused( array $refusal ): void {
		$missing = Quantity::zero();
		foreach ( self::entries( $refusal['lines'] ?? null ) as $line ) {
			$available = self::quantity( $line['available'] ?? 0 );
			$short     = self::quantity( $line['requested'] ?? 0 )->minus( $available->is_negative() ? Quantity::zero() : $available );
			$missing   = $short->is_positive() ? $missing->plus( $short ) : $missing;
		}
		if ( $missing->is_positive() ) {
			$this->counts->averted( is_string( $refusal['door'] ?? null ) ? $refusal['door'] : 'other', $missing );
		}
	}

	private function paid_late( mixed $order, bool $could_be_had ): void {
		if ( ! $could_be_had ) {
			$this->paid_short( $order, array(), true );
		} elseif ( is_numeric( $order ) ) {
			$this->recorder->record( Kind::PaidLate, 'order:' . (int) $order . ':late', array(), 0, (int) $order );
		}
	}

	/**
	 * Whichever of the two is said first, it is one alert: the second adds what it knows.
	 */
	private function paid_short( mixed $order, mixed $lines, bool $late ): void {
		if ( ! is_numeric( $order ) ) {
			return;
		}
		$data  = $late ? array( 'late' => true ) : array();
		$named = array();
		foreach ( self::entries( $lines ) as $line ) {
			$item    = is_numeric( $line['item_id'] ?? null ) ? (int) $line['item_id'] : 0;
			$named[] = array(
				'item_id' => $item,
				'missing' => self::quantity( $line['missing'] ?? 0 )->json(),
			) + $this->words_of( $item );
		}
		$this->recorder->record( Kind::PaidShort, 'order:' . (int) $order, array() === $named ? $data : $data + array( 'lines' => $named ), 0, (int) $order );
	}

	private function backordered( mixed $order, mixed $item, mixed $units ): void {
		if ( is_numeric( $order ) && is_numeric( $item ) ) {
			$data = array( 'units' => self::quantity( $units )->json() ) + $this->words_of( (int) $item );
			$this->recorder->record( Kind::Backorder, 'order:' . (int) $order . ':item:' . (int) $item, $data, (int) $item, (int) $order );
		}
	}

	/**
	 * @return array{name: string, sku: string, category: string}
	 */
	private function words_of( int $item_id ): array {
		$row = $this->db->row( 'SELECT name, sku, category FROM %i WHERE id = %d', $this->db->table( 'items' ), $item_id ) ?? array();
		return array(
			'name'     => $row['name'] ?? '#' . $item_id,
			'sku'      => $row['sku'] ?? '',
			'category' => $row['category'] ?? '',
		);
	}

	/**
	 * @return list<array<mixed>>
	 */
	private static function entries( mixed $list ): array {
		return array_values( array_filter( is_array( $list ) ? $list : array(), 'is_array' ) );
	}

	private static function quantity( mixed $value ): Quantity {
		try {
			return is_string( $value ) || is_int( $value ) || is_float( $value ) ? Quantity::of( $value ) : Quantity::zero();
		} catch ( InvalidQuantity ) {
			return Quantity::zero();
		}
	}

	/**
	 * @param callable(): void $work
	 */
	private static function guarded( callable $work ): void {
		try {
			$work();
		} catch ( \Throwable $error ) {
			Log::error( 'An alert could not be written.', $error );
		}
	}
}
