<?php
declare( strict_types=1 );

namespace WooInventoryGuard\Import;

use WooInventoryGuard\Catalog\Bundle\BundleGraph;
use WooInventoryGuard\Catalog\Items;
use WooInventoryGuard\Catalog\Text;
use WooInventoryGuard\Import\Checking\BadValue;
use WooInventoryGuard\Platform\Db;
use WooInventoryGuard\Stock\Choice;
use WooInventoryGuard\Stock\Quantity;

/**
 * What a bundle is made of, as one text: "TEA:2; CUP:0.5". Alternatives stand side by side ("TEA|TEA-2:1"), an extra ends
 * with a question mark ("RIBBON:1?"), an item without SKU is "~" and its name, or "#" and its number (see PartNames). Before
 * ; | \ and a # or ~ at the beginning of an SKU stands a backslash.
 */
final class Parts {

	private const SIGNS = ';|\\';

	public function __construct( public readonly PartNames $names, private readonly BundleGraph $graph ) {}

	public static function on( Db $db ): self {
		return new self( new PartNames( new Items( $db ) ), new BundleGraph( $db ) );
	}

	/**
	 * @return non-empty-list<array{names: non-empty-list<string>, quantity: string, optional: bool}> Each name as PartNames says it.
	 * @throws BadValue
	 */
	public static function read( string $text ): array {
		$found = array();
		foreach ( self::cut( $text, ';' ) as $entry ) {
			if ( '' === trim( $entry ) ) {
				continue;
			}
			if ( 1 !== preg_match( '/\A(.+?)\s*:\s*(\d{1,11}(?:\.\d{1,4})?)\s*(\??)\s*\z/su', $entry, $part ) || ! Quantity::of( $part[2] )->is_positive() ) {
				throw new BadValue( new Problem( 'components', 'wig_import_components', trim( $entry ) ) );
			}
			$names   = array_map( static fn( string $name ): string => self::name( trim( $name ), $entry ), self::cut( $part[1], '|' ) );
			$found[] = array(
				'names'    => $names,
				'quantity' => (string) Quantity::of( $part[2] ),
				'optional' => '?' === $part[3],
			);
		}
		return array() === $found ? throw new BadValue( new Problem( 'components', 'wig_import_components', trim( $text ) ) ) : $found;
	}

	/**
	 * @param list<int> $bundle_ids
	 * @return array<int, string> By bundle; '' for an empty one.
	 */
	public function texts( array $bundle_ids ): array {
		$lists = array();
		$ids   = array();
		foreach ( array() === $bundle_ids ? array() : array_intersect_key( $this->graph->below( $bundle_ids ), array_flip( $bundle_ids ) ) as $bundle => $entries ) {
			$lists[ $bundle ] = array_map( static fn( array $entry ): Choice => $entry['choice'], $entries );
			foreach ( $lists[ $bundle ] as $choice ) {
				array_push( $ids, ...$choice->items );
			}
		}
		$names = array_map( self::shown( ... ), $this->names->of( $ids ) );
		return array_map( static fn( array $choices ): string => self::text( $choices, $names ), $lists );
	}

	/**
	 * The order of components says nothing, and differs between two shops: by their names it is the same in both.
	 *
	 * @param list<Choice>       $choices
	 * @param array<int, string> $names
	 */
	private static function text( array $choices, array $names ): string {
		$entries = array_map(
			static fn( Choice $choice ): string => implode( '|', array_map( static fn( int $id ): string => $names[ $id ] ?? "#{$id}", $choice->items ) ) . ':' . $choice->quantity . ( $choice->optional ? '?' : '' ),
			$choices
		);
		sort( $entries, SORT_STRING );
		return implode( '; ', $entries );
	}

	/**
	 * As text() would say it.
	 *
	 * @param non-empty-list<array{names: non-empty-list<string>, quantity: string, optional: bool}> $parts
	 */
	public static function again( array $parts ): string {
		$entries = array_map( static fn( array $part ): string => implode( '|', array_map( self::shown( ... ), $part['names'] ) ) . ':' . $part['quantity'] . ( $part['optional'] ? '?' : '' ), $parts );
		sort( $entries, SORT_STRING );
		return implode( '; ', $entries );
	}

	private static function shown( string $name ): string {
		if ( str_starts_with( $name, '#' ) ) {
			return $name;
		}
		$text = addcslashes( substr( $name, 1 ), self::SIGNS );
		if ( str_starts_with( $name, '~' ) ) {
			return '~' . $text;
		}
		return 1 === preg_match( '/\A[#~]/', $text ) ? '\\' . $text : $text;
	}

	/**
	 * The name of a component, as PartNames says it.
	 *
	 * @throws BadValue
	 */
	private static function name( string $name, string $entry ): string {
		if ( 1 === preg_match( '/\A#\d{1,18}\z/', $name ) ) {
			return $name;
		}
		$sign = str_starts_with( $name, '~' ) ? '~' : '=';
		$text = (string) preg_replace( '/\\\\(.)/su', '$1', '~' === $sign ? substr( $name, 1 ) : $name );
		$text = '~' === $sign ? Text::line( $text, Text::NAME ) : $text;
		return '' === $text ? throw new BadValue( new Problem( 'components', 'wig_import_components', trim( $entry ) ) ) : $sign . $text;
	}

	/**
	 * @return non-empty-list<string>
	 */
	private static function cut( string $text, string $sign ): array {
		$parts = preg_split( ';' === $sign ? '/(?:\\\\.)(*SKIP)(*F)|;/su' : '/(?:\\\\.)(*SKIP)(*F)|\|/su', $text );
		return false === $parts || array() === $parts ? array( $text ) : $parts;
	}
}
