<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Limit;

use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Platform\DuplicateKey;
use WooInventoryGuard\Stock\Quantity;

/**
 * The limits that the owner has set, one for each item or category.
 */
final class Limits {

	/** Autoloaded: a shop without limits pays nothing for them. */
	public const OPTION = 'woo_inventory_guard_has_limits';

	/** A shop with more limits than this is asked about each product. */
	private const KEPT = 500;

	/** A writer that names no version tries so often to be the one whose change counts. */
	private const TURNS = 5;

	/** @var list<Limit>|null All of a shop that has few, as this request read them. */
	private ?array $all = null;

	public function __construct( private readonly Db $db, private readonly Clock $clock ) {}

	public function any(): bool {
		return '1' === get_option( self::OPTION, '' );
	}

	public function find( int $id ): ?Limit {
		$row = $this->db->row( 'SELECT ' . Limit::COLUMNS . ' FROM %i WHERE id = %d', $this->db->table( 'limits' ), $id );
		return null === $row ? null : Limit::from_row( $row );
	}

	public function of( Scope $scope, int $scope_id ): ?Limit {
		return $this->for_scopes( Scope::Item === $scope ? array( $scope_id ) : array(), Scope::Category === $scope ? array( $scope_id ) : array() )[0] ?? null;
	}

	/**
	 * Limits of any of these, in the order of their numbers, which is the order of locking.
	 *
	 * @param list<int> $items
	 * @param list<int> $categories
	 * @return list<Limit>
	 */
	public function for_scopes( array $items, array $categories ): array {
		if ( ! $this->any() || ( array() === $items && array() === $categories ) ) {
			return array();
		}
		$items      = array() === $items ? array( 0 ) : $items;
		$categories = array() === $categories ? array( 0 ) : $categories;
		$rows       = $this->db->rows(
			'SELECT ' . Limit::COLUMNS . " FROM %i WHERE ( scope = 'item' AND scope_id IN (" . $this->db->marks( $items ) . ") ) OR ( scope = 'category' AND scope_id IN (" . $this->db->marks( $categories ) . ') ) ORDER BY id',
			$this->db->table( 'limits' ),
			...array( ...$items, ...$categories )
		);
		return array_map( Limit::from_row( ... ), $rows );
	}

	/**
	 * The same for what is only shown: a page asks about sixteen products, one by one and several times.
	 *
	 * @param list<int> $items
	 * @param list<int> $categories
	 * @return list<Limit>
	 */
	public function shown( array $items, array $categories ): array {
		if ( ! $this->any() ) {
			return array();
		}
		$this->all ??= $this->page( 1, self::KEPT + 1 );
		if ( count( $this->all ) > self::KEPT ) {
			return $this->for_scopes( $items, $categories );
		}
		return array_values( array_filter( $this->all, static fn( Limit $limit ): bool => in_array( $limit->scope_id, Scope::Item === $limit->scope ? $items : $categories, true ) ) );
	}

	/**
	 * @return list<Limit>
	 */
	public function page( int $page, int $size ): array {
		return array_map(
			Limit::from_row( ... ),
			$this->db->rows( 'SELECT ' . Limit::COLUMNS . ' FROM %i ORDER BY id LIMIT %d OFFSET %d', $this->db->table( 'limits' ), $size, ( $page - 1 ) * $size )
		);
	}

	public function count(): int {
		return (int) $this->db->value( 'SELECT COUNT(*) FROM %i', $this->db->table( 'limits' ) );
	}

	/**
	 * @throws LimitTaken When the item or category has one.
	 */
	public function create( Limit $limit ): Limit {
		try {
			$this->db->execute(
				"INSERT INTO %i (scope, scope_id, most_per_order, most_per_customer, window_days, least, multiple_of, updated_at)
				VALUES (%s, %d, CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), NULLIF( %d, 0 ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), %s)",
				$this->db->table( 'limits' ),
				$limit->scope->value,
				$limit->scope_id,
				...self::values( $limit ),
				...array( Clock::sql( $this->clock->now() ) )
			);
		} catch ( DuplicateKey ) {
			throw new LimitTaken( $limit->scope, $limit->scope_id );
		}
		$id        = $this->db->insert_id();
		$this->all = null;
		update_option( self::OPTION, '1', true );
		return $this->find( $id ) ?? $limit;
	}

	/**
	 * What it is for stays. The statement writes only over what the change was made from; where somebody was faster, the
	 * change is made anew from what they left, unless the writer named the version that it is for.
	 *
	 * @param \Closure(Limit): Limit $change
	 * @return Limit|null NULL where there is no such limit.
	 * @throws StaleLimit
	 */
	public function change( int $id, \Closure $change, ?int $version = null ): ?Limit {
		$now = $this->find( $id );
		for ( $turn = 1; null !== $now; $turn++ ) {
			if ( null !== $version && $version !== $now->version ) {
				throw new StaleLimit( $now );
			}
			if ( $this->write( $now, $change( $now ) ) ) {
				return $this->find( $id );
			}
			$now = $this->find( $id );
			if ( null !== $now && $turn >= self::TURNS ) {
				throw new StaleLimit( $now );
			}
		}
		return null;
	}

	/**
	 * @return bool Whether it still was what was read; else nothing is written.
	 */
	private function write( Limit $seen, Limit $limit ): bool {
		$written   = $this->db->execute(
			"UPDATE %i SET most_per_order = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), most_per_customer = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), window_days = NULLIF( %d, 0 ),
				least = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), multiple_of = CAST( NULLIF( %s, '' ) AS DECIMAL(19,4) ), updated_at = %s, version = version + 1 WHERE id = %d AND version = %d",
			$this->db->table( 'limits' ),
			...array( ...self::values( $limit ), Clock::sql( $this->clock->now() ), $seen->id, $seen->version )
		);
		$this->all = null;
		return 1 === $written;
	}

	/**
	 * Makes, changes or, where nothing is limited any more, removes the limit of an item or category: what a form does.
	 */
	public function put( Limit $limit ): void {
		$known = $this->of( $limit->scope, $limit->scope_id );
		$empty = null === $limit->most() && null === $limit->least && null === $limit->multiple_of;
		if ( null === $known ) {
			$empty ? null : $this->create( $limit );
		} elseif ( $empty ) {
			$this->delete( $known->id );
		} else {
			$this->change( $known->id, static fn(): Limit => $limit );
		}
	}

	/**
	 * With what it has counted.
	 */
	public function delete( int $id ): bool {
		$gone = $this->db->transaction(
			function () use ( $id ): bool {
				$gone = 1 === $this->db->execute( 'DELETE FROM %i WHERE id = %d', $this->db->table( 'limits' ), $id );
				$this->db->execute( 'DELETE FROM %i WHERE limit_id = %d', $this->db->table( 'limit_customers' ), $id );
				$this->db->execute( 'DELETE FROM %i WHERE limit_id = %d', $this->db->table( 'limit_uses' ), $id );
				return $gone;
			}
		);
		if ( 0 === $this->count() ) {
			update_option( self::OPTION, '', true );
		}
		$this->all = null;
		return $gone;
	}

	/**
	 * @return array{string, string, int, string, string}
	 */
	private static function values( Limit $limit ): array {
		$text = static fn( ?Quantity $value ): string => null === $value ? '' : $value->sql();
		return array( $text( $limit->most_per_order ), $text( $limit->most_per_customer ), $limit->window_days ?? 0, $text( $limit->least ), $text( $limit->multiple_of ) );
	}
}
