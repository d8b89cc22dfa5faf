<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Sets;

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * Asked lines with bundles among them whose sets need not be alike: decides which set is made of what, from what
 * somebody has read. Whether it can be had is decided by the statements that take it; where they refuse, it is mixed
 * anew from newer numbers.
 *
 * @internal
 */
final class Mix {

	/** @var list<array{list<string>, int}> See Allocation. */
	private array $wants = array();

	/** @var list<array{int, int}> Of each want its line and its place in the set. */
	private array $places = array();

	/**
	 * @param list<AskedLine>          $asked   Bundles whose sets are all alike with their components.
	 * @param array<int, list<Choice>> $choices What one set takes, of the other bundles.
	 * @throws InvalidQuantity
	 */
	public function __construct( private readonly array $asked, private readonly array $choices ) {
		foreach ( $asked as $at => $line ) {
			foreach ( $this->choices_of( $line ) as $place => $choice ) {
				if ( ! $choice->optional ) {
					$this->wants[]  = array( self::levels( $choice, $line ), $choice->quantity->times( $line->quantity )->units );
					$this->places[] = array( $at, $place );
				}
			}
		}
	}

	/**
	 * @return list<int> Every item that may be taken from.
	 */
	public function items(): array {
		$items = array();
		foreach ( $this->asked as $line ) {
			foreach ( $this->choices_of( $line ) as $choice ) {
				$items += array_fill_keys( $choice->items, true );
			}
		}
		return array_keys( $items );
	}

	/**
	 * The lines that cannot all be had, whichever alternatives are taken.
	 *
	 * @param array<string, Quantity> $free By "item:location", what backorders allow included.
	 * @return array<int, true> By place among the asked lines; empty when there is a way.
	 */
	public function short( array $free ): array {
		$short = array();
		foreach ( ( new Allocation( $this->wants, self::units( $free ) ) )->in_the_way() as $want ) {
			$short[ $this->places[ $want ][0] ] = true;
		}
		return $short;
	}

	/**
	 * How many of this line by itself could be had.
	 *
	 * @param array<string, Quantity> $free By "item:location".
	 */
	public function possible( AskedLine $line, array $free ): Quantity {
		$has = array();
		foreach ( $this->choices_of( $line ) as $choice ) {
			foreach ( $choice->items as $item ) {
				$has[ $item ] = $free[ $item . ':' . $line->location_id ] ?? Quantity::zero();
			}
		}
		return isset( $this->choices[ $line->item_id ] ) || array() !== $line->components
			? Quantity::from_units( 10_000 * ( SetCount::of( $this->choices_of( $line ), $has )->sets ?? 0 ) )
			: Quantity::from_units( max( 0, $has[ $line->item_id ]->units ) );
	}

	/**
	 * The lines with what each set is made of: from what is there before what backorders allow, extras from the rest of
	 * what is there. Where it is not enough, the first of the alternatives is to be short.
	 *
	 * @param array<string, Quantity> $stock     What is there, by "item:location".
	 * @param array<string, Quantity> $allowance What may be sold beyond that.
	 * @param bool                    $extras    Whether optional components are tried.
	 * @return list<AskedLine>
	 * @throws InvalidQuantity When a part of a set would have to be mixed.
	 */
	public function apart( array $stock, array $allowance, bool $extras ): array {
		$stock      = self::units( $stock );
		$allocation = new Allocation( $this->wants, $stock );
		$allocation->add( self::units( $allowance ) );
		$taken = array();
		foreach ( $this->places as $want => list( $at, $place ) ) {
			$given  = $allocation->given_to( $want );
			$first  = $this->wants[ $want ][0][0];
			$short  = $allocation->missing( $want );
			$given += 0 < $short ? array( $first => 0 ) : array();
			if ( 0 < $short ) {
				$given[ $first ] += $short;
			}
			$taken[ $at ][ $place ] = $given;
		}
		foreach ( array_keys( $stock ) as $level ) {
			$stock[ $level ] -= $allocation->given_from( $level );
		}
		$lines = array();
		foreach ( $this->asked as $at => $line ) {
			if ( ! isset( $this->choices[ $line->item_id ] ) ) {
				$lines[] = $line;
				continue;
			}
			$rows = array();
			foreach ( $this->choices_of( $line ) as $place => $choice ) {
				if ( ! $choice->optional ) {
					$rows[] = array( $choice->quantity->units, $taken[ $at ][ $place ] ?? array() );
				} elseif ( $extras ) {
					$rows[] = array( $choice->quantity->units, self::extras( $choice, $line, $stock ) );
				}
			}
			$lines[] = $line->made_of( self::kinds( $line->quantity, $rows ) );
		}
		return $lines;
	}

	/**
	 * @return list<Choice> Of an item that is no bundle: itself.
	 */
	private function choices_of( AskedLine $line ): array {
		return $this->choices[ $line->item_id ] ?? ( array() === $line->components
			? array( new Choice( array( $line->item_id ), Quantity::of( 1 ) ) )
			: array_map( Choice::of( ... ), $line->components ) );
	}

	/**
	 * Takes an extra for as many whole sets as it is enough for; the other sets go without.
	 *
	 * @param array<string, int> $stock What is left.
	 * @return array<string, int>
	 */
	private static function extras( Choice $choice, AskedLine $line, array &$stock ): array {
		$taken = array();
		$sets  = intdiv( $line->quantity->units, 10_000 );
		foreach ( self::levels( $choice, $line ) as $level ) {
			$some  = min( $sets, intdiv( max( 0, $stock[ $level ] ?? 0 ), $choice->quantity->units ) );
			$sets -= $some;
			if ( 0 < $some ) {
				$taken[ $level ]  = $some * $choice->quantity->units;
				$stock[ $level ] -= $taken[ $level ];
			}
		}
		return $taken;
	}

	/**
	 * Goes along the sets and gives each its part of what was taken, so many alike at a time.
	 *
	 * @param list<array{int, array<string, int>}> $rows Of each place: ten-thousandths in a set, and what was taken for all sets.
	 * @return list<Made>
	 */
	private static function kinds( Quantity $sets, array $rows ): array {
		$kinds = array();
		for ( $left = $sets->units; 0 < $left; $left -= $step ) {
			// As many whole sets as the first level of every place is enough for, but one at least.
			$step = $left < 10_000 ? $left : $left - $left % 10_000;
			foreach ( $rows as list( $per_set, $taken ) ) {
				$step = array() === $taken ? $step : min( $step, 10_000 * max( 1, intdiv( $taken[ array_key_first( $taken ) ], $per_set ) ) );
			}
			$sums = array();
			foreach ( $rows as $place => $row ) {
				foreach ( self::cut( $rows[ $place ], Quantity::from_units( $step ) ) as $item => $units ) {
					$sums[ $item ] = $units + ( $sums[ $item ] ?? 0 );
				}
			}
			ksort( $sums );
			$kinds[] = new Made(
				Quantity::from_units( $step ),
				array_map( static fn( int $item, int $units ): Component => new Component( $item, Quantity::from_units( $units ) ), array_keys( $sums ), array_values( $sums ) )
			);
		}
		return $kinds;
	}

	/**
	 * Takes the part of so many sets off a place.
	 *
	 * @param array{int, array<string, int>} $row
	 * @return array<int, int> Ten-thousandths in one of these sets, by item.
	 */
	private static function cut( array &$row, Quantity $sets ): array {
		$wanted = Quantity::from_units( $row[0] )->times( $sets )->units;
		$parts  = array();
		foreach ( $row[1] as $level => $units ) {
			$some = min( $units, $wanted );
			if ( 0 === $some ) {
				break;
			}
			$wanted           -= $some;
			$row[1][ $level ] -= $some;
			if ( 0 === $row[1][ $level ] ) {
				unset( $row[1][ $level ] );
			}
			$parts[ (int) $level ] = $some;
		}
		if ( 1 === count( $parts ) ) {
			return array( array_key_first( $parts ) => $row[0] );
		}
		if ( array() !== $parts && 10_000 !== $sets->units ) {
			throw new InvalidQuantity( 'A part of a set is of one kind.' );
		}
		return $parts;
	}

	/**
	 * @return list<string>
	 */
	private static function levels( Choice $choice, AskedLine $line ): array {
		return array_map( static fn( int $item ): string => $item . ':' . $line->location_id, $choice->items );
	}

	/**
	 * @param array<string, Quantity> $quantities
	 * @return array<string, int>
	 */
	private static function units( array $quantities ): array {
		return array_map( static fn( Quantity $quantity ): int => $quantity->units, $quantities );
	}
}
