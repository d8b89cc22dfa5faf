<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Backup;

use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Cause;
use WooInventoryGuard\Stock\Lines\PastLine;
use WooInventoryGuard\Stock\Quantity;
use WooInventoryGuard\Stock\Reference;

/**
 * What may stand in a line of a backup. A file whose checksums are right may still have been made by anybody.
 */
final class Lines {

	private const IS = array(
		'heading'    => array( 'heading' ),
		'locations'  => array( 'location' ),
		'items'      => array( 'item' ),
		'components' => array( 'component' ),
		'ledger'     => array( 'level', 'movement' ),
	);

	/** Of each sort: fields that must be whole numbers, decimals, texts. What is not named is not read. */
	private const FIELDS = array(
		'heading'   => array( array(), array(), array( 'site', 'key', 'made_at' ) ),
		'location'  => array( array( 'id' ), array(), array( 'name' ) ),
		'item'      => array( array( 'id' ), array(), array( 'kind', 'name' ) ),
		'component' => array( array( 'bundle', 'component', 'choice', 'place', 'optional' ), array( 'quantity' ), array() ),
		'level'     => array( array( 'item', 'location', 'seq' ), array( 'on_hand' ), array() ),
		'movement'  => array( array( 'seq' ), array( 'delta', 'balance' ), array( 'why', 'at' ) ),
	);

	private const WHOLE   = '/\A\d{1,18}\z/';
	private const DECIMAL = '/\A-?\d{1,14}(\.\d{1,10})?\z/';
	private const TIME    = '/\A\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\z/';
	private const SLUG    = '/\A[\x21-\x7e]{1,32}\z/';

	/**
	 * @param list<array<mixed>> $lines
	 * @return list<array<mixed>> The same.
	 * @throws BrokenFile
	 */
	public static function checked( Section $section, array $lines ): array {
		foreach ( $lines as $number => $line ) {
			$is = $line['is'] ?? null;
			if ( ! is_string( $is ) || ! in_array( $is, self::IS[ $section->of ] ?? array(), true ) || ! self::fits( $is, $line ) ) {
				/* translators: 1: name of a part of a file, such as ledger, 2: number of a line in it */
				throw BrokenFile::unreadable( sprintf( __( '%1$s, line %2$d', 'woo-inventory-guard' ), $section->of, $number + 1 ) );
			}
		}
		return $lines;
	}

	/**
	 * @param array<mixed> $line Checked.
	 */
	public static function whole( array $line, string $field ): int {
		$value = $line[ $field ] ?? 0;
		return is_int( $value ) || is_string( $value ) ? (int) $value : 0;
	}

	/**
	 * @param array<mixed> $line
	 */
	public static function text( array $line, string $field, int $longest ): string {
		$value = $line[ $field ] ?? '';
		return is_string( $value ) ? mb_substr( $value, 0, $longest ) : '';
	}

	/**
	 * @param array<mixed> $line
	 */
	public static function quantity( array $line, string $field ): ?Quantity {
		$value = $line[ $field ] ?? null;
		return is_string( $value ) && 1 === preg_match( self::DECIMAL, $value ) ? Quantity::from_sql( $value ) : null;
	}

	/**
	 * @param array<mixed>         $line  A movement.
	 * @param \Closure(string): int $actor Who has this login.
	 */
	public static function past( array $line, \Closure $actor, Db $db ): PastLine {
		$at = self::text( $line, 'at', 26 );
		return new PastLine(
			self::whole( $line, 'seq' ),
			self::quantity( $line, 'delta' ) ?? Quantity::zero(),
			self::quantity( $line, 'balance' ) ?? Quantity::zero(),
			new Cause( self::text( $line, 'why', 32 ), new Reference( self::text( $line, 'type', 32 ), self::text( $line, 'ref', 64 ) ), $actor( self::text( $line, 'by', 60 ) ), self::text( $line, 'note', 500 ) ),
			// WordPress's driver for SQLite keeps no more of a time.
			$db->is_sqlite() ? substr( $at, 0, 19 ) : $at,
			self::quantity( $line, 'cost' ),
			max( 1, self::whole( $line, 'stands_for' ) )
		);
	}

	/**
	 * @param array<mixed> $line
	 */
	private static function fits( string $is, array $line ): bool {
		list( $whole, $decimals, $texts ) = self::FIELDS[ $is ];
		foreach ( $whole as $field ) {
			$value = $line[ $field ] ?? null;
			if ( ! ( is_int( $value ) && $value >= 0 ) && ! ( is_string( $value ) && 1 === preg_match( self::WHOLE, $value ) ) ) {
				return false;
			}
		}
		foreach ( $decimals as $field ) {
			if ( null === self::quantity( $line, $field ) ) {
				return false;
			}
		}
		foreach ( $texts as $field ) {
			if ( ! is_string( $line[ $field ] ?? null ) ) {
				return false;
			}
		}
		$why = $line['why'] ?? '';
		$at  = $line['at'] ?? '';
		$for = $line['stands_for'] ?? 1;
		return 'movement' !== $is || ( is_int( $for ) && $for >= 1 && $for <= max( 1, self::whole( $line, 'seq' ) ) && is_string( $why ) && is_string( $at ) && 1 === preg_match( self::SLUG, $why ) && 1 === preg_match( self::TIME, $at ) && false !== strtotime( $at ) );
	}
}
