<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\Past;
use WooInventoryGuard\Stock\Lines\PastLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * Lines of the ledger in a backup, level by level: what they would do, and doing it. A level may lie in more than one
 * section, so what is open is handed from call to call as an array for JSON.
 *
 * @phpstan-type Open array{here: int, location: int, made: bool, on_hand: string, way: string, after: int, balance: string, missing: int}
 */
final class History {

	/** @var array<string, int> Users by login. */
	private array $people = array();

	public function __construct( private readonly Db $db, private readonly Past $past ) {}

	/**
	 * Takes lines of a section apart: the rest of a level that began before, then whole ones.
	 *
	 * @param list<array<mixed>> $lines Checked.
	 * @return list<array{level: array<mixed>|null, lines: list<array<mixed>>}>
	 */
	public static function groups( array $lines ): array {
		$groups = array();
		$level  = null;
		$some   = array();
		foreach ( $lines as $line ) {
			if ( 'level' === ( $line['is'] ?? '' ) ) {
				$groups[] = array(
					'level' => $level,
					'lines' => $some,
				);
				$level    = $line;
				$some     = array();
			} else {
				$some[] = $line;
			}
		}
		$groups[] = array(
			'level' => $level,
			'lines' => $some,
		);
		// Where the section begins with a level nothing is before it.
		return array_values( array_filter( $groups, static fn( array $group ): bool => null !== $group['level'] || array() !== $group['lines'] ) );
	}

	/**
	 * @param array<mixed>                           $level     A line of a level.
	 * @param array<int, array{id: int, made: bool}> $here      Ours, by their id.
	 * @param array<int, int>                        $locations So for locations.
	 * @return Open|null Null where it is none of ours.
	 */
	public function open( array $level, array $here, array $locations ): ?array {
		$item     = $here[ Lines::whole( $level, 'item' ) ] ?? null;
		$location = $locations[ Lines::whole( $level, 'location' ) ] ?? null;
		return null === $item || null === $location ? null : array(
			'here'     => $item['id'],
			'location' => $location,
			'made'     => $item['made'],
			'on_hand'  => ( Lines::quantity( $level, 'on_hand' ) ?? Quantity::zero() )->sql(),
			'way'      => '',
			'after'    => 0,
			'balance'  => '0',
			'missing'  => 0,
		);
	}

	/**
	 * Only looks.
	 *
	 * @param Open               $open
	 * @param list<array<mixed>> $lines
	 * @return Open
	 */
	public function look( array $open, array $lines ): array {
		if ( array() === $lines ) {
			return $open;
		}
		$compared        = $this->past->compare( $open['here'], $open['location'], $this->lines( $lines ) );
		$open['way']     = '' === $open['way'] ? $compared['way'] : $open['way'];
		$open['missing'] = $open['missing'] + ( 'same' === $open['way'] ? $compared['missing'] : count( $lines ) );
		return $open;
	}

	/**
	 * @param Open               $open
	 * @param list<array<mixed>> $lines
	 * @return Open
	 */
	public function bring_back( array $open, array $lines ): array {
		if ( array() === $lines ) {
			return $open;
		}
		$past = $this->lines( $lines );
		if ( '' === $open['way'] ) {
			$open['way'] = $this->past->compare( $open['here'], $open['location'], $past )['way'];
			if ( 'same' !== $open['way'] ) {
				$this->past->begin( $open['here'], $open['location'] );
			}
		}
		if ( 'same' === $open['way'] ) {
			$open['missing'] += $this->past->fill( $open['here'], $open['location'], $past );
			return $open;
		}
		$added            = $this->past->add( $open['here'], $open['location'], $past, $open['after'], Quantity::from_sql( $open['balance'] ) );
		$open['missing'] += count( $past );
		$open['after']    = $added['after'];
		$open['balance']  = $added['balance']->sql();
		return $open;
	}

	/**
	 * All lines of the level are back.
	 *
	 * @param Open $open
	 * @param bool $numbers Whether on hand is to be what the backup says.
	 */
	public function close( array $open, bool $numbers, int $actor, string $return_id ): void {
		if ( 'same' === $open['way'] ) {
			if ( 0 < $open['missing'] ) {
				$this->past->settle( $open['here'], $open['location'], $actor );
			}
			return;
		}
		if ( '' !== $open['way'] ) {
			$cause  = new Cause( 'backup', new Reference( 'backup_return', $return_id ), $actor, __( 'Brought back from a backup.', 'woo-inventory-guard' ) );
			$number = $numbers || $open['made'] ? Quantity::from_sql( $open['on_hand'] ) : null;
			$this->past->end( $open['here'], $open['location'], $open['after'], Quantity::from_sql( $open['balance'] ), $number, $cause );
		}
	}

	/**
	 * @param non-empty-list<array<mixed>> $lines
	 * @return non-empty-list<PastLine>
	 */
	private function lines( array $lines ): array {
		return array_map( fn( array $line ): PastLine => Lines::past( $line, $this->person( ... ), $this->db ), $lines );
	}

	private static function user( string $login ): int {
		$user = get_user_by( 'login', $login );
		return false === $user ? 0 : $user->ID;
	}

	private function person( string $login ): int {
		return '' === $login ? 0 : $this->people[ $login ] ??= self::user( $login );
	}
}
