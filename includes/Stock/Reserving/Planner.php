<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Error\NotTracked;
use WooInventoryGuard\Stock\Error\UnknownItem;
use WooInventoryGuard\Stock\Error\UnknownLocation;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\LineExpander;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Sets\Mix;

/**
 * Turns what was asked into the levels that it takes from, before any transaction begins. Only plain reads: they may
 * refuse what is plainly impossible, they never accept anything.
 */
final class Planner {

	public function __construct( private readonly Db $db, private readonly LineExpander $expander ) {}

	/**
	 * @param list<AskedLine>                $asked
	 * @param bool                           $online Without what is kept back from online sale.
	 * @param (\Closure(): list<Line>)|null $own    What the asker holds already and can use for this; asked where there
	 *                                               are alternatives.
	 * @param bool                           $extras Whether optional components are tried.
	 * @throws UnknownItem|UnknownLocation|NotTracked|InvalidQuantity
	 */
	public function plan( array $asked, bool $online = false, ?\Closure $own = null, bool $extras = true ): Plan {
		$this->require_locations( $asked );
		$facts   = $this->facts( $asked, $online );
		$bundles = array();
		foreach ( $asked as $line ) {
			$fact = $facts[ $line->item_id ] ?? throw new UnknownItem( $line->item_id );
			if ( 'bundle' === $fact['kind'] ) {
				$bundles[ $line->item_id ] = $line->item_id;
			} elseif ( '1' !== $fact['tracked'] ) {
				throw new NotTracked( $line->item_id );
			}
		}
		$contents = array() === $bundles ? array() : $this->expander->choices_of( array_values( $bundles ) );
		$mixed    = array();
		$filled   = array();
		foreach ( $asked as $line ) {
			$choices = $contents[ $line->item_id ] ?? array();
			if ( array() === $choices && isset( $bundles[ $line->item_id ] ) ) {
				// A bundle of nothing would be sold without end.
				throw new NotTracked( $line->item_id );
			}
			if ( ! Choice::all_plain( $choices ) ) {
				$mixed[ $line->item_id ] = $choices;
			}
			$filled[] = new AskedLine( $line->item_id, $line->location_id, $line->quantity, '' === $line->sku ? $facts[ $line->item_id ]['sku'] : $line->sku, isset( $mixed[ $line->item_id ] ) ? array() : Choice::first_of( $choices ) );
		}
		return array() === $mixed
			? new Plan( $filled, array_merge( ...array_column( $facts, 'free' ) ) )
			: $this->mixed( new Mix( $filled, $mixed ), $online, null === $own ? array() : $own(), $extras );
	}

	/**
	 * One more look where there are alternatives: what there is of each.
	 *
	 * @param list<Line> $own
	 */
	private function mixed( Mix $mix, bool $online, array $own, bool $extras ): Plan {
		$facts = $this->read( $mix->items(), $online, $this->db->newest() );
		$free  = self::with_own( array_merge( ...array_column( $facts, 'free' ) ), $own );
		$stock = self::with_own( array_merge( ...array_column( $facts, 'stock' ) ), $own );
		$more  = array();
		foreach ( $free as $level => $quantity ) {
			$more[ $level ] = self::not_negative( $quantity )->minus( self::not_negative( $stock[ $level ] ?? Quantity::zero() ) );
		}
		return new Plan( $mix->apart( $stock, $more, $extras ), $free, $mix );
	}

	/**
	 * What the asker holds itself is there for its new lines, also where the others' share is overdrawn.
	 *
	 * @param array<string, Quantity> $free By "item:location".
	 * @param list<Line>              $own
	 * @return array<string, Quantity>
	 */
	public static function with_own( array $free, array $own ): array {
		foreach ( $own as $line ) {
			$level          = $line->item_id . ':' . $line->location_id;
			$free[ $level ] = self::not_negative( $free[ $level ] ?? Quantity::zero() )->plus( $line->quantity );
		}
		return $free;
	}

	private static function not_negative( Quantity $quantity ): Quantity {
		return $quantity->is_negative() ? Quantity::zero() : $quantity;
	}

	/**
	 * What could be had of each level right now, what backorders still allow included.
	 *
	 * @param list<int> $items
	 * @param bool      $online Without what is kept back from online sale.
	 * @return array<string, Quantity> By "item:location"; a level that does not exist is missing.
	 */
	public function free( array $items, bool $online = false ): array {
		return array() === $items ? array() : array_merge( ...array_column( $this->read( $items, $online, $this->db->newest() ), 'free' ) );
	}

	/**
	 * @throws UnknownItem|UnknownLocation|NotTracked Unless this item is counted and the location exists.
	 */
	public function require_countable( int $item_id, int $location_id ): void {
		$this->require_location( $location_id );
		$fact = $this->read( array( $item_id ) )[ $item_id ] ?? throw new UnknownItem( $item_id );
		if ( '1' !== $fact['tracked'] || 'bundle' === $fact['kind'] ) {
			throw new NotTracked( $item_id );
		}
	}

	/**
	 * On hand as a plain read sees it, for telling.
	 */
	public function on_hand( int $item_id, int $location_id ): Quantity {
		return Quantity::from_sql( $this->db->value( 'SELECT on_hand FROM %i WHERE item_id = %d AND location_id = %d' . $this->db->newest(), $this->db->table( 'levels' ), $item_id, $location_id ) );
	}

	/**
	 * @param list<AskedLine> $asked
	 */
	private function require_locations( array $asked ): void {
		foreach ( array_unique( array_map( static fn( AskedLine $line ): int => $line->location_id, $asked ) ) as $id ) {
			$this->require_location( $id );
		}
	}

	/**
	 * @throws UnknownLocation
	 */
	public function require_location( int $location_id ): void {
		// Location 1 is made with the tables and cannot be deleted.
		if ( 1 !== $location_id && null === $this->db->value( 'SELECT id FROM %i WHERE id = %d', $this->db->table( 'locations' ), $location_id ) ) {
			throw new UnknownLocation( $location_id );
		}
	}

	/**
	 * @param list<AskedLine> $asked
	 * @return array<int, array{kind: string, tracked: string, sku: string, stock: array<string, Quantity>, free: array<string, Quantity>}>
	 */
	private function facts( array $asked, bool $online ): array {
		return $this->read( array_values( array_unique( array_map( static fn( AskedLine $line ): int => $line->item_id, $asked ) ) ), $online );
	}

	/**
	 * One query for what an item is and what its levels have.
	 *
	 * @param list<int>      $items  At least one.
	 * @param bool           $online Without what is kept back from online sale.
	 * @param literal-string $newest See Db::newest().
	 * @return array<int, array{kind: string, tracked: string, sku: string, stock: array<string, Quantity>, free: array<string, Quantity>}>
	 *         By item; free is the stock and what backorders allow.
	 */
	private function read( array $items, bool $online = false, string $newest = '' ): array {
		$rows  = $this->db->rows(
			'SELECT i.id, i.kind, i.tracked, i.sku, i.allowance, l.location_id, l.on_hand, l.reserved, l.kept
			FROM %i i LEFT JOIN %i l ON l.item_id = i.id WHERE i.id IN (' . $this->db->marks( $items ) . ')' . $newest,
			$this->db->table( 'items' ),
			$this->db->table( 'levels' ),
			...$items
		);
		$facts = array();
		foreach ( $rows as $row ) {
			$id             = (int) $row['id'];
			$facts[ $id ] ??= array(
				'kind'    => (string) $row['kind'],
				'tracked' => (string) $row['tracked'],
				'sku'     => (string) $row['sku'],
				'stock'   => array(),
				'free'    => array(),
			);
			if ( null !== $row['location_id'] ) {
				$level = $id . ':' . $row['location_id'];
				$stock = Quantity::from_sql( $row['on_hand'] )
					->minus( Quantity::from_sql( $row['reserved'] ) )
					->minus( $online ? Quantity::from_sql( $row['kept'] ) : Quantity::zero() );

				$facts[ $id ]['stock'][ $level ] = $stock;
				$facts[ $id ]['free'][ $level ]  = $stock->plus( Quantity::from_sql( $row['allowance'] ) );
			}
		}
		return $facts;
	}
}
