<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Early;

use WooInventoryGuard\Stock\Quantity;

/**
 * What a shopper may know of items: the one place that decides it, for the REST route and for the answer that is given
 * before plugins load. So it needs neither the autoloader nor anything of the plugin but Stock\Quantity and its neighbour Delivery, and its caller
 * brings the database, the words and the time.
 *
 * It tells no more than the product's own page would: a part, a draft, a private product and a number that does not
 * exist all look the same: they are not in the answer.
 */
final class Availability {

	/** Items in one answer. */
	public const MOST = 100;

	/** As the schema says it, for both doors. */
	public const LIST = '/\A[0-9]{1,18}(,[0-9]{1,18})*\z/';

	private const COUNTED_BY_NOBODY = 4;

	/**
	 * @param \Closure(literal-string, int|string ...): list<array<string, string|null>> $rows   Asks the database.
	 * @param string                                                                     $prefix Of its tables.
	 * @param string                                                                     $show   When numbers are told: always, low or never.
	 * @param array<string, string>                                                      $words  See Words.
	 * @param string                                                                     $now    As a DATETIME(6) column holds it.
	 */
	public function __construct(
		private readonly \Closure $rows,
		private readonly string $prefix,
		private readonly string $show,
		private readonly array $words,
		private readonly string $now
	) {}

	/**
	 * @return list<int> Each once.
	 */
	public static function numbers( ?string $listed ): array {
		return null === $listed ? array() : array_values( array_unique( array_map( 'intval', explode( ',', $listed ) ) ) );
	}

	/**
	 * Those that have a page that anybody can open, in the order asked for. A variation that does not count by itself
	 * has the numbers of its parent.
	 *
	 * @param list<int> $items    Item numbers.
	 * @param list<int> $products Product numbers.
	 * @return array<int, array<string, string|null>> By item id.
	 */
	public function find( array $items, array $products ): array {
		$sorted = array();
		foreach ( array(
			'id'         => $items,
			'product_id' => $products,
		) as $column => $numbers ) {
			$found = array();
			foreach ( array() === $numbers ? array() : $this->visible( $column, $numbers ) as $row ) {
				$found[ (int) $row[ $column ] ] = $row;
			}
			foreach ( $numbers as $number ) {
				if ( isset( $found[ $number ] ) ) {
					$sorted[ (int) $found[ $number ]['id'] ] = $found[ $number ];
				}
			}
		}
		return $sorted;
	}

	/**
	 * Whether only an answer that first ends what has expired would be right: a bundle's number is computed when one of
	 * its components changes, so units that came free by mere passing of time are not in it.
	 *
	 * @param array<int, array<string, string|null>> $found See find().
	 */
	public function waits( array $found ): bool {
		return in_array( 'bundle', array_column( $found, 'kind' ), true )
			&& array() !== ( $this->rows )( 'SELECT id FROM %i WHERE active = 1 AND expires_at <= %s LIMIT 1', $this->prefix . 'wig_reservations', $this->now );
	}

	/**
	 * @param array<int, array<string, string|null>> $found See find().
	 * @return list<array{item_id: int, product_id: int, in_stock: bool, available: int|float|string|null, backorder: bool, text: string}>
	 */
	public function tell( array $found ): array {
		$free = $this->expired( array_values( array_unique( array_map( 'intval', array_column( $found, 'stock_id' ) ) ) ) );
		return array_map( fn( array $row ): array => $this->one( $row, $free[ (int) $row['stock_id'] ] ?? Quantity::zero() ), array_values( $found ) );
	}

	/**
	 * @param 'id'|'product_id'   $column
	 * @param non-empty-list<int> $numbers
	 * @return list<array<string, string|null>>
	 */
	private function visible( string $column, array $numbers ): array {
		return ( $this->rows )(
			"SELECT i.id, i.product_id, i.kind, s.meta_value AS stock_status, COALESCE( f.id, i.id ) AS stock_id, COALESCE( f.status, i.status ) AS status,
				COALESCE( f.available, i.available ) AS available, COALESCE( f.allowance, i.allowance ) AS allowance, COALESCE( f.low_at, i.low_at ) AS low_at, COALESCE( f.safety_stock, i.safety_stock ) AS kept,
				COALESCE( f.backorder_text, i.backorder_text ) AS backorder_text, CASE WHEN f.id IS NULL THEN i.expected_at ELSE f.expected_at END AS expected_at, CASE WHEN f.id IS NULL THEN i.available_from ELSE f.available_from END AS available_from
			FROM %i i JOIN %i p ON p.ID = i.product_id LEFT JOIN %i o ON o.ID = p.post_parent LEFT JOIN %i s ON s.post_id = p.ID AND s.meta_key = '_stock_status'
			LEFT JOIN %i f ON f.id = i.parent_id AND i.kind = 'variation' AND i.status = 4 AND f.status <> 4
			WHERE i.kind <> 'part' AND p.post_status = 'publish' AND p.post_password = '' AND ( p.post_type = 'product'
				OR ( p.post_type = 'product_variation' AND o.post_type = 'product' AND o.post_status = 'publish' AND o.post_password = '' ) )
			AND i.%i IN (" . implode( ',', array_fill( 0, count( $numbers ), '%d' ) ) . ')',
			$this->prefix . 'wig_items',
			$this->prefix . 'posts',
			$this->prefix . 'posts',
			$this->prefix . 'postmeta',
			$this->prefix . 'wig_items',
			$column,
			...$numbers
		);
	}

	/**
	 * What expired counts no more, also before anybody has swept it.
	 *
	 * @param list<int> $ids Item ids.
	 * @return array<int, Quantity> By item id.
	 */
	private function expired( array $ids ): array {
		$free = array();
		$rows = array() === $ids ? array() : ( $this->rows )(
			'SELECT rl.item_id, SUM( rl.quantity - rl.committed ) AS held FROM %i r JOIN %i rl ON rl.reservation_id = r.id
			WHERE r.active = 1 AND r.expires_at <= %s AND rl.item_id IN (' . implode( ',', array_fill( 0, count( $ids ), '%d' ) ) . ') GROUP BY rl.item_id',
			$this->prefix . 'wig_reservations',
			$this->prefix . 'wig_reservation_lines',
			$this->now,
			...$ids
		);
		foreach ( $rows as $row ) {
			$free[ (int) $row['item_id'] ] = Quantity::from_sql( $row['held'] );
		}
		return $free;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array{item_id: int, product_id: int, in_stock: bool, available: int|float|string|null, backorder: bool, text: string}
	 */
	private function one( array $row, Quantity $free ): array {
		// Whole sets of a bundle are counted from what is offered of its components.
		$kept      = 'bundle' === $row['kind'] ? Quantity::zero() : Quantity::from_sql( $row['kept'] );
		$available = Quantity::from_sql( $row['available'] )->plus( $free )->minus( $kept );
		$left      = $available->is_positive() ? $available : Quantity::zero();
		$counted   = self::COUNTED_BY_NOBODY !== (int) $row['status'];
		$has       = $counted ? $left->is_positive() : 'outofstock' !== $row['stock_status'];
		$backorder = $counted && ! $has && $available->plus( Quantity::from_sql( $row['allowance'] ) )->is_positive();
		$low       = $left->compare( Quantity::from_sql( $row['low_at'] ) ) <= 0;
		$numbers   = $counted && ( 'always' === $this->show || ( $low && 'low' === $this->show ) );
		return array(
			'item_id'    => (int) $row['id'],
			'product_id' => (int) $row['product_id'],
			'in_stock'   => $has || $backorder,
			'available'  => $numbers ? $left->json() : null,
			'backorder'  => $backorder,
			'text'       => $backorder ? $this->delivery( $row ) : $this->text( $has, $numbers ? $left : null, $low ),
		);
	}

	/**
	 * @param array<string, string|null> $row
	 */
	private function delivery( array $row ): string {
		return ( new Delivery( $this->words, $this->now ) )->in_stock_line( (string) $row['backorder_text'], $row['expected_at'], $row['available_from'] );
	}

	/**
	 * @param Quantity|null $left Null where no number is told.
	 */
	private function text( bool $has, ?Quantity $left, bool $low ): string {
		if ( ! $has ) {
			return $this->words['out'];
		}
		return null === $left ? $this->words['in'] : sprintf( $this->words[ $low ? 'few' : 'many' ], (string) $left );
	}
}
