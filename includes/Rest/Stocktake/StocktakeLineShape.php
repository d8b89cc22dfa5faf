<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Rest\Stocktake;

use WooInventoryGuard\Platform\Access;
use WooInventoryGuard\Platform\Clock;
use WooInventoryGuard\Rest\Item\Pictures;
use WooInventoryGuard\Rest\Words;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stocktake\Review\Flag;
use WooInventoryGuard\Stocktake\Review\LineList;
use WooInventoryGuard\Stocktake\Stocktake;

/**
 * A line in review as the outside sees it: see Schema/stocktake-line.json.
 */
final class StocktakeLineShape {

	public function __construct( private readonly LineList $lines, private readonly Pictures $pictures ) {}

	/**
	 * @param list<array<string, string|null>> $rows Of LineList.
	 * @return list<array<string, mixed>>
	 */
	public function many( Stocktake $stocktake, array $rows ): array {
		$authors  = $this->lines->authors( $stocktake->id, array_map( static fn( array $row ): int => (int) $row['item_id'], $rows ) );
		$pictures = $this->pictures->of( $rows );
		return array_map( static fn( array $row ): array => self::row( $row, $authors[ (int) $row['item_id'] ] ?? array(), $pictures[ (int) $row['item_id'] ] ?? null ), $rows );
	}

	/**
	 * A DECIMAL column as JSON; NULL is 0.
	 */
	public static function number( mixed $value ): int|float|string {
		return Quantity::from_sql( is_string( $value ) || is_int( $value ) || is_float( $value ) ? $value : null )->json();
	}

	public static function time( ?string $value ): ?string {
		return Words::maybe_time( Clock::from_sql( $value ) );
	}

	/**
	 * @param array<string, string|null> $row
	 * @param list<int>                  $authors Who counted it.
	 * @return array<string, mixed>
	 */
	private static function row( array $row, array $authors, ?string $picture ): array {
		$maybe    = static fn( ?string $value ): int|float|string|null => null === $value ? null : self::number( $value );
		$variance = null === $row['variance'] ? null : Quantity::from_sql( $row['variance'] );
		$expected = null === $row['books'] ? null : Quantity::from_sql( $row['books'] )->plus( Quantity::from_sql( $row['in_packing'] ) );
		$size     = Quantity::from_sql( $row['size'] );
		$actor    = get_current_user_id();
		$open     = null === $row['applied'];
		return array(
			'item_id'          => (int) $row['item_id'],
			'name'             => (string) $row['name'],
			'sku'              => (string) $row['sku'],
			'barcode'          => (string) $row['barcode'],
			'bin'              => (string) $row['bin'],
			'category'         => (string) $row['category'],
			'image'            => $picture,
			'round'            => (int) $row['round'],
			'counted'          => $maybe( $row['counted'] ),
			'tags'             => (int) $row['tags'],
			'counted_at'       => self::time( $row['counted_at'] ),
			'first_counted_at' => self::time( $row['first_at'] ),
			'books'            => $maybe( $row['books'] ),
			'in_packing'       => self::number( $row['in_packing'] ),
			'expected'         => $expected?->json(),
			'variance'         => $variance?->json(),
			'share'            => null === $variance || null === $expected || $expected->is_zero() ? null : round( $variance->units / $expected->units, 4 ),
			'unit_value'       => $maybe( $row['unit_value'] ),
			'value'            => null === $variance || null === $row['unit_value'] ? null : ( $variance->is_negative() ? $size->negated() : $size )->json(),
			'moved_during'     => self::number( $row['moved_during'] ),
			'on_hand'          => self::number( $row['on_hand'] ),
			'reserved'         => self::number( $row['reserved'] ),
			'flags'            => self::flags( $row, $variance, $open ),
			'counters'         => array_map(
				static fn( int $user ): array => array(
					'user_id' => $user,
					'name'    => Words::actor( $user ),
				),
				$authors
			),
			'decision'         => (string) $row['decision'],
			'reason'           => (string) $row['reason'],
			'note'             => (string) $row['note'],
			'decided_by'       => (int) $row['decided_by'],
			'decided_by_name'  => Words::actor( (int) $row['decided_by'] ),
			'decided_at'       => self::time( $row['decided_at'] ),
			'needs_second'     => '1' === $row['needs_second'],
			'approved_by'      => (int) $row['approved_by'],
			'approved_by_name' => Words::actor( (int) $row['approved_by'] ),
			'may_approve'      => Access::can( Access::ADJUST ) && $open && 'accept' === $row['decision'] && '1' === $row['needs_second'] && '0' === $row['approved_by']
				&& (int) $row['decided_by'] !== $actor && ! in_array( $actor, $authors, true ),
			'recount_note'     => (int) $row['round'] > 1 && '0' === $row['has_count'] ? (string) $row['recount_note'] : '',
			'applied'          => $maybe( $row['applied'] ),
		);
	}

	/**
	 * Whether less will be there than is promised is a question of this moment, so it is not kept on the line.
	 *
	 * @param array<string, string|null> $row
	 * @return list<string>
	 */
	private static function flags( array $row, ?Quantity $variance, bool $open ): array {
		$flags = Flag::words( (int) $row['flags'] );
		if ( $open && null !== $variance && $variance->is_negative() && Quantity::from_sql( $row['on_hand'] )->plus( $variance )->compare( Quantity::from_sql( $row['reserved'] ) ) < 0 ) {
			$flags[] = 'reserved';
		}
		return $flags;
	}
}
