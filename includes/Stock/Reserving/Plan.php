<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Stock\Reserving;

use WooInventoryGuard\Stock\AskedLine;
use WooInventoryGuard\Stock\Component;
use WooInventoryGuard\Stock\Error\Shortage;
use WooInventoryGuard\Stock\Line;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Sets\Mix;

/**
 * What was asked, with bundles taken apart, and the levels that it takes from.
 */
final class Plan {

	/** @var list<Line> Added up per level and in the order of locking. */
	public readonly array $lines;

	/**
	 * @param list<AskedLine>         $asked With their components filled in.
	 * @param array<string, Quantity> $free  What a plain read saw per "item:location"; never a reason to accept.
	 * @param Mix|null                $mix   Where there are alternatives: what else could have been taken.
	 */
	public function __construct( public readonly array $asked, private readonly array $free = array(), public readonly ?Mix $mix = null ) {
		$this->lines = Line::merge( array_merge( ...array_map( static fn( AskedLine $line ): array => $line->lines(), $asked ) ) );
	}

	/**
	 * The plan that is right for plain items, made without looking. For a bundle, an item that is not tracked or one
	 * that does not exist there is no level that could be taken from, so it is refused and looked at then.
	 *
	 * @param list<AskedLine> $asked
	 */
	public static function unseen( array $asked ): self {
		$free = array();
		foreach ( $asked as $line ) {
			if ( null !== $line->seen ) {
				$free[ $line->item_id . ':' . $line->location_id ] = $line->seen;
			}
		}
		return new self( $asked, $free );
	}

	/**
	 * @return list<int> Every item that it takes from, or could take from.
	 */
	public function items(): array {
		return $this->mix?->items() ?? Line::items( $this->lines );
	}

	/**
	 * Whether the plain read already shows too little. A level that it did not look at says nothing.
	 */
	public function is_plainly_short(): bool {
		foreach ( $this->lines as $line ) {
			$free = $this->free[ $line->item_id . ':' . $line->location_id ] ?? null;
			if ( null !== $free && $free->compare( $line->quantity ) < 0 ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Per asked line what could be had.
	 *
	 * @param array<string, Quantity> $free See Planner::free(). A level that is missing has nothing.
	 * @return list<Shortage>
	 */
	public function shortages( array $free ): array {
		if ( null !== $this->mix ) {
			return $this->mixed_shortages( $this->mix, $free );
		}
		$short = array();
		foreach ( $this->lines as $line ) {
			$level           = $line->item_id . ':' . $line->location_id;
			$short[ $level ] = ( $free[ $level ] ?? Quantity::zero() )->compare( $line->quantity ) < 0;
		}
		return array_map( fn( AskedLine $asked ): Shortage => $this->shortage( $asked, $free, $short ), $this->asked );
	}

	/**
	 * @param array<string, Quantity> $free
	 * @return list<Shortage>
	 */
	private function mixed_shortages( Mix $mix, array $free ): array {
		$short = $mix->short( $free );
		$lines = array();
		foreach ( $this->asked as $at => $line ) {
			$lines[] = new Shortage( $line->item_id, $line->sku, $line->quantity, $mix->possible( $line, $free ), isset( $short[ $at ] ) );
		}
		return $lines;
	}

	/**
	 * @param array<string, Quantity> $free
	 * @param array<string, bool>     $short
	 */
	private function shortage( AskedLine $asked, array $free, array $short ): Shortage {
		$parts    = array() === $asked->components ? array( new Component( $asked->item_id, Quantity::of( 1 ) ) ) : $asked->components;
		$possible = array();
		$is_short = false;
		foreach ( $parts as $part ) {
			$level      = $part->item_id . ':' . $asked->location_id;
			$has        = $free[ $level ] ?? Quantity::zero();
			$possible[] = array() === $asked->components ? $has->units : $has->whole_sets_of( $part->quantity )->units;
			$is_short   = $is_short || ( $short[ $level ] ?? false );
		}
		return new Shortage( $asked->item_id, $asked->sku, $asked->quantity, Quantity::from_units( max( 0, min( $possible ) ) ), $is_short );
	}

	/**
	 * @param list<Shortage> $lines
	 */
	public static function is_short( array $lines ): bool {
		return array() !== array_filter( $lines, static fn( Shortage $line ): bool => $line->short );
	}
}
