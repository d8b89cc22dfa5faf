<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import\Checking;

use WooInventoryGuard\Catalog\Backorders;
use WooInventoryGuard\Catalog\Item;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Catalog\Writing\ItemChanges;
use WooInventoryGuard\Import\Problem;
use WooInventoryGuard\Stock\Error\InvalidQuantity;
use WooInventoryGuard\Stock\Quantity;

/**
 * The fields of an item that a file can say, as texts: equal values have equal texts. Stock and components are not among
 * them. The one place that knows them.
 */
final class Fields {

	public const TEXTS = array(
		'name'           => Text::NAME,
		'barcode'        => Text::BARCODE,
		'category'       => Text::CATEGORY,
		'backorder_text' => Text::BACKORDER,
		'supplier'       => Text::SUPPLIER,
		'bin'            => Text::BIN,
	);

	public const QUANTITIES = array( 'low_stock_threshold', 'backorder_limit', 'safety_stock', 'unit_cost' );

	/** In the order in which they are checked and shown. */
	public const ALL = array( 'name', 'barcode', 'category', 'low_stock_threshold', 'backorders', 'backorder_limit', 'backorder_text', 'safety_stock', 'unit_cost', 'supplier', 'bin', 'lead_time_days' );

	/** What only ItemWriter can change: search terms and what levels keep back follow from it. */
	public const ONE_BY_ONE = array( 'name', 'barcode', 'safety_stock' );

	/** Of items whose stock is counted, and (but for the first) of no bundle. */
	public const OF_COUNTED = array( 'low_stock_threshold', 'backorders', 'backorder_limit' );

	private const MOST_DAYS = 3650;

	/**
	 * What was sent, as it is kept.
	 *
	 * @throws BadValue
	 */
	public static function clean( string $field, string $sent ): string {
		if ( isset( self::TEXTS[ $field ] ) ) {
			return self::text( $field, $sent, self::TEXTS[ $field ] );
		}
		if ( 'backorders' === $field ) {
			return ( Backorders::tryFrom( strtolower( trim( $sent ) ) ) ?? throw new BadValue( new Problem( $field, 'wig_import_backorders', $sent ) ) )->value;
		}
		if ( 'lead_time_days' === $field ) {
			$days = trim( $sent );
			return 1 === preg_match( '/\A\d{1,4}\z/', $days ) && self::MOST_DAYS >= (int) $days ? (string) (int) $days : throw new BadValue( new Problem( $field, 'wig_import_days', $sent ) );
		}
		$quantity = self::quantity( $field, $sent );
		return $quantity->is_negative() ? throw new BadValue( new Problem( $field, 'wig_import_negative', $sent ) ) : (string) $quantity;
	}

	/**
	 * @throws BadValue
	 */
	public static function text( string $field, string $sent, int $longest ): string {
		if ( 1 === preg_match( '~<[a-z/!?]~i', $sent ) ) {
			throw new BadValue( new Problem( $field, 'wig_import_html', $sent ) );
		}
		$clean = Text::line( $sent, $longest + 1 );
		if ( mb_strlen( $clean ) > $longest ) {
			throw new BadValue( new Problem( $field, 'wig_import_too_long', (string) $longest ) );
		}
		return '' === $clean ? throw new BadValue( new Problem( $field, 'wig_import_empty' ) ) : $clean;
	}

	/**
	 * @throws BadValue
	 */
	public static function quantity( string $field, string $sent ): Quantity {
		try {
			return Quantity::of( trim( $sent ) );
		} catch ( InvalidQuantity ) {
			throw new BadValue( new Problem( $field, 'wig_import_number', $sent ) );
		}
	}

	/**
	 * What an item says itself; '' where it says nothing.
	 */
	public static function said( Item $item, string $field ): string {
		return match ( $field ) {
			'name'                => $item->name,
			'barcode'             => $item->barcode,
			'category'            => $item->category,
			'low_stock_threshold' => (string) $item->low_stock_threshold,
			'backorders'          => $item->own_backorders->value ?? '',
			'backorder_limit'     => (string) $item->own_limit,
			'backorder_text'      => $item->own_text,
			'safety_stock'        => $item->safety_stock->is_zero() ? '' : (string) $item->safety_stock,
			'unit_cost'           => (string) $item->unit_cost,
			'supplier'            => $item->supplier,
			'bin'                 => $item->bin,
			'lead_time_days'      => (string) $item->lead_time_days,
			default               => '',
		};
	}

	/**
	 * @param array<string, string> $values By field, as clean() or said() gives them.
	 */
	public static function to_changes( array $values ): ItemChanges {
		$fields = array();
		foreach ( $values as $field => $value ) {
			$fields[ $field ] = match ( true ) {
				isset( self::TEXTS[ $field ] )              => $value,
				'' === $value                               => 'safety_stock' === $field ? Quantity::zero() : null,
				'backorders' === $field                     => Backorders::from( $value ),
				'lead_time_days' === $field                 => (int) $value,
				default                                     => Quantity::of( $value ),
			};
		}
		/** @var array{low_stock_threshold?: Quantity|null} $fields */
		return ItemChanges::of( $fields );
	}
}
