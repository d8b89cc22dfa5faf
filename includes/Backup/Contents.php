<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Db;

/**
 * Reads the books in portions, as lines for a file. A level is read together with its number of lines, and its lines up
 * to that number: they do not change any more, so each level is whole as it was at that moment, whatever is sold
 * meanwhile.
 *
 * A place is { phase, item, location, seq, upto }: what was read last; `upto` is 0 where no level is half read.
 */
final class Contents {

	/** Lines of one section. */
	private const PORTION = 5_000;

	private const ITEMS = 2_000;

	private const COLUMNS = 'i.id, i.product_id, i.parent_id AS parent, i.kind, i.sku, i.barcode, i.name, i.category, i.tracked, i.low_stock_threshold, i.own_backorders AS backorders, i.own_limit AS backorder_limit, i.safety_stock, i.unit_cost, i.average_cost, i.supplier, i.bin, i.lead_time_days';

	public const FIRST = array(
		'phase'    => 'heading',
		'item'     => 0,
		'location' => 0,
		'seq'      => 0,
		'upto'     => 0,
	);

	/** @var array<int, string> Logins by user. */
	private array $people = array();

	/**
	 * @param int $size Lines of one section; tests take fewer.
	 */
	public function __construct( private readonly Db $db, private readonly string $version, private readonly int $size = self::PORTION ) {}

	/**
	 * The name under which a site knows its own backups again.
	 */
	public static function site(): string {
		return hash( 'sha256', network_site_url() . ' ' . get_current_blog_id() );
	}

	/**
	 * @param array{phase: string, item: int, location: int, seq: int, upto: int} $place
	 * @return array{of: string, lines: list<array<string, mixed>>, next: array{phase: string, item: int, location: int, seq: int, upto: int}|null} Next is NULL after the last.
	 */
	public function portion( array $place, string $made_at ): array {
		return match ( $place['phase'] ) {
			'heading'    => self::told( 'heading', array( $this->heading( $made_at ) ), 'locations' ),
			'locations'  => self::told( 'locations', $this->lines( 'location', 'SELECT id, name FROM %i ORDER BY id LIMIT %d', array( $this->db->table( 'locations' ), Section::MOST_LINES ) ), 'items' ),
			'items'      => $this->items( $place ),
			'components' => $this->components( $place ),
			default      => $this->ledger( $place ),
		};
	}

	/**
	 * @param list<array<string, mixed>> $lines
	 * @return array{of: string, lines: list<array<string, mixed>>, next: array{phase: string, item: int, location: int, seq: int, upto: int}}
	 */
	private static function told( string $of, array $lines, string $next ): array {
		return array(
			'of'    => $of,
			'lines' => $lines,
			'next'  => array( 'phase' => $next ) + self::FIRST,
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function heading( string $made_at ): array {
		return array(
			'is'      => 'heading',
			'format'  => Archive::FORMAT,
			'what'    => 'The whole stock ledger of a shop, written by Woo Inventory Guard. Unpack with gzip; each line is one JSON object, and "is" says what it is. Quantities are decimals, times are UTC.',
			'lines'   => array(
				'location'  => 'A place that holds stock.',
				'item'      => 'Something that is counted; product_id is its WooCommerce product on the site that wrote this.',
				'component' => 'So many of an item are in one of a bundle; those with the same choice (not 0) are alternatives.',
				'level'     => 'An item at a location: on hand when this was written. Its movements follow, from seq 1 to seq.',
				'movement'  => 'What changed (delta), what was on hand afterwards (balance), what each unit cost that came (cost, null where nobody said), why, for what (type, ref), who (by), when (at); with stands_for it is the sum of so many, whose numbers end with seq.',
				'end'       => 'Where each section lies in the file, with the SHA-256 of its unpacked text; sha256 is that of all bytes of the file before the gzip member of this line.',
			),
			'made_at' => $made_at,
			'site'    => home_url(),
			'key'     => self::site(),
			'plugin'  => $this->version,
		);
	}

	/**
	 * @param array{phase: string, item: int, location: int, seq: int, upto: int} $place
	 * @return array{of: string, lines: list<array<string, mixed>>, next: array{phase: string, item: int, location: int, seq: int, upto: int}}
	 */
	private function items( array $place ): array {
		$lines = $this->lines( 'item', 'SELECT ' . self::COLUMNS . ' FROM %i i WHERE i.id > %d ORDER BY i.id LIMIT %d', array( $this->db->table( 'items' ), $place['item'], self::ITEMS ) );
		$told  = self::told( 'items', $lines, count( $lines ) < self::ITEMS ? 'components' : 'items' );
		if ( 'items' === $told['next']['phase'] ) {
			$told['next']['item'] = (int) ( $lines[ count( $lines ) - 1 ]['id'] ?? 0 );
		}
		return $told;
	}

	/**
	 * @param array{phase: string, item: int, location: int, seq: int, upto: int} $place Item and location: bundle and component.
	 * @return array{of: string, lines: list<array<string, mixed>>, next: array{phase: string, item: int, location: int, seq: int, upto: int}}
	 */
	private function components( array $place ): array {
		$lines = $this->lines(
			'component',
			'SELECT bundle_id AS bundle, component_id AS component, quantity, choice, place, is_optional AS optional FROM %i WHERE bundle_id > %d OR ( bundle_id = %d AND component_id > %d ) ORDER BY bundle_id, component_id LIMIT %d',
			array( $this->db->table( 'bundle_components' ), $place['item'], $place['item'], $place['location'], $this->size )
		);
		$told  = self::told( 'components', $lines, count( $lines ) < $this->size ? 'ledger' : 'components' );
		if ( 'components' === $told['next']['phase'] ) {
			$last                     = $lines[ count( $lines ) - 1 ];
			$told['next']['item']     = (int) ( $last['bundle'] ?? 0 );
			$told['next']['location'] = (int) ( $last['component'] ?? 0 );
		}
		return $told;
	}

	/**
	 * @param array{phase: string, item: int, location: int, seq: int, upto: int} $place
	 * @return array{of: string, lines: list<array<string, mixed>>, next: array{phase: string, item: int, location: int, seq: int, upto: int}|null}
	 */
	private function ledger( array $place ): array {
		$lines = array();
		$next  = $place;
		if ( $place['upto'] > $place['seq'] ) {
			$this->level( $lines, $next );
		}
		$has_room = static fn( array $lines, int $size ): bool => count( $lines ) < $size;
		while ( $has_room( $lines, $this->size ) && $next['upto'] <= $next['seq'] ) {
			$levels = $this->db->rows(
				'SELECT item_id, location_id, on_hand, seq FROM %i WHERE item_id > %d OR ( item_id = %d AND location_id > %d ) ORDER BY item_id, location_id LIMIT 250',
				$this->db->table( 'levels' ),
				$next['item'],
				$next['item'],
				$next['location']
			);
			$small  = $this->small( $levels, $this->size - count( $lines ) );
			if ( array() === $levels ) {
				return array(
					'of'    => 'ledger',
					'lines' => $lines,
					'next'  => null,
				);
			}
			foreach ( array_slice( $levels, 0, max( 1, count( $small ) ) ) as $level ) {
				$next = array(
					'phase'    => 'ledger',
					'item'     => (int) $level['item_id'],
					'location' => (int) $level['location_id'],
					'seq'      => 0,
					'upto'     => (int) $level['seq'],
				);

				$lines[] = array(
					'is'       => 'level',
					'item'     => $next['item'],
					'location' => $next['location'],
					'on_hand'  => $level['on_hand'],
					'seq'      => $next['upto'],
				);
				if ( isset( $small[ $next['item'] . ':' . $next['location'] ] ) ) {
					array_push( $lines, ...$small[ $next['item'] . ':' . $next['location'] ] );
					$next['seq'] = $next['upto'];
				} else {
					$this->level( $lines, $next );
				}
			}
		}
		return array(
			'of'    => 'ledger',
			'lines' => $lines,
			'next'  => $next,
		);
	}

	/**
	 * As many of the first levels as have no more lines together than there is room for, read with one statement.
	 *
	 * @param list<array<string, string|null>> $levels
	 * @return array<string, list<array<string, mixed>>> Lines by level, "item:location", in the order of levels.
	 */
	private function small( array $levels, int $room ): array {
		$found = array();
		foreach ( $levels as $level ) {
			$room -= (int) $level['seq'] + 1;
			if ( $room < 0 ) {
				break;
			}
			$found[ $level['item_id'] . ':' . $level['location_id'] ] = array();
		}
		if ( array() === $found ) {
			return array();
		}
		$last = $levels[ count( $found ) - 1 ];
		$rows = $this->db->rows(
			'SELECT item_id, location_id, seq, delta, balance_after, unit_cost, reason, reference_type, reference_id, actor_id, note, stands_for, created_at FROM %i
			WHERE item_id >= %d AND item_id <= %d AND ( item_id > %d OR location_id >= %d ) AND ( item_id < %d OR location_id <= %d ) ORDER BY item_id, location_id, seq',
			$this->db->table( 'movements' ),
			(int) $levels[0]['item_id'],
			(int) $last['item_id'],
			(int) $levels[0]['item_id'],
			(int) $levels[0]['location_id'],
			(int) $last['item_id'],
			(int) $last['location_id']
		);
		$upto = array_column( array_map( static fn( array $level ): array => array( $level['item_id'] . ':' . $level['location_id'], (int) $level['seq'] ), $levels ), 1, 0 );
		foreach ( $rows as $row ) {
			$key = $row['item_id'] . ':' . $row['location_id'];
			if ( isset( $found[ $key ] ) && (int) $row['seq'] <= $upto[ $key ] ) {
				$found[ $key ][] = $this->movement( $row );
			}
		}
		return $found;
	}

	/**
	 * The next lines of a level that is half read.
	 *
	 * @param list<array<string, mixed>>                                        $lines Gets them.
	 * @param array{phase: string, item: int, location: int, seq: int, upto: int} $place Moves on.
	 */
	private function level( array &$lines, array &$place ): void {
		$room = $this->size - count( $lines );
		$rows = $room < 1 ? array() : $this->db->rows(
			'SELECT seq, delta, balance_after, unit_cost, reason, reference_type, reference_id, actor_id, note, stands_for, created_at FROM %i WHERE item_id = %d AND location_id = %d AND seq > %d AND seq <= %d ORDER BY seq LIMIT %d',
			$this->db->table( 'movements' ),
			$place['item'],
			$place['location'],
			$place['seq'],
			$place['upto'],
			$room
		);
		foreach ( $rows as $row ) {
			$lines[]      = $this->movement( $row );
			$place['seq'] = (int) $row['seq'];
		}
		if ( 0 < $room && count( $rows ) < $room ) {
			$place['seq'] = $place['upto'];
		}
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function movement( array $row ): array {
		$stands_for = (int) $row['stands_for'];
		return array(
			'is'      => 'movement',
			'seq'     => (int) $row['seq'],
			'delta'   => $row['delta'],
			'balance' => $row['balance_after'],
			'cost'    => $row['unit_cost'],
			'why'     => $row['reason'],
			'type'    => $row['reference_type'],
			'ref'     => $row['reference_id'],
			'by'      => $this->person( (int) $row['actor_id'] ),
			'note'    => $row['note'],
			'at'      => $row['created_at'],
		) + ( 1 < $stands_for ? array( 'stands_for' => $stands_for ) : array() );
	}

	private function person( int $user ): string {
		return 0 === $user ? '' : $this->people[ $user ] ??= self::login( $user );
	}

	private static function login( int $user ): string {
		$known = get_userdata( $user );
		return false === $known ? '' : $known->user_login;
	}

	/**
	 * @param literal-string   $sql
	 * @param list<int|string> $args
	 * @return list<array<string, mixed>>
	 */
	private function lines( string $is, string $sql, array $args ): array {
		return array_map( static fn( array $row ): array => array( 'is' => $is ) + $row, $this->db->rows( $sql, ...$args ) );
	}
}
