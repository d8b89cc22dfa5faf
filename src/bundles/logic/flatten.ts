import type { Contents, Item } from '../../schema';
import { toUnits, type Units } from '../../shared/format/quantity';

/** So many of an item, or of what will do as well; in ten-thousandths. */
export interface Piece {
	id: number;
	units: Units;
	/** Alternatives, the best liked first. */
	others?: readonly number[];
	/** An extra: in as many sets as there is stock for, and never a reason to have fewer. */
	optional?: boolean;
}

/** What is known of items and bundles: enough to take a bundle apart without asking again. */
export interface Shelf {
	items: ReadonlyMap< number, Item >;
	bundles: ReadonlyMap< number, readonly Piece[] >;
}

/** One place in a set as it is taken from the shelf: any of some items. */
export interface Place {
	ids: readonly number[];
	units: Units;
	optional: boolean;
}

/** Why a list of components makes no set at all. */
export type Unmade = 'empty' | 'too-fine' | 'cycle' | 'only-extras';
export type Flat = { places: Place[] } | { problem: Unmade };

const SCALE = 10_000n;

export const EMPTY_SHELF: Shelf = { items: new Map(), bundles: new Map() };

export const idsOf = ( { id, others = [] }: Piece ): number[] => [
	id,
	...others,
];

/** The shelf with what an answer told; what is newer wins. */
export function withContents( shelf: Shelf, contents: Contents ): Shelf {
	return {
		items: new Map( [
			...shelf.items,
			...contents.items.map( ( item ): [ number, Item ] => [
				item.id,
				item,
			] ),
		] ),
		bundles: new Map( [
			...shelf.bundles,
			...contents.bundles.map( ( bundle ): [ number, Piece[] ] => [
				bundle.item_id,
				bundle.components.map( pieceOf ),
			] ),
		] ),
	};
}

type Inside = Contents[ 'bundles' ][ number ][ 'components' ][ number ];

const pieceOf = ( inside: Inside ): Piece => ( {
	id: inside.item_id,
	units: toUnits( inside.quantity ),
	...( inside.alternatives.length
		? { others: inside.alternatives.map( ( { item_id: id } ) => id ) }
		: {} ),
	...( inside.optional ? { optional: true } : {} ),
} );

/** One set as it is taken from the shelf: bundles in it taken apart, each place once. As Catalog\Expansion does. */
export function flatten(
	shelf: Shelf,
	pieces: readonly Piece[],
	above: readonly number[] = []
): Flat {
	if ( pieces.length === 0 ) {
		return { problem: 'empty' };
	}
	const places = new Map< string, Place >();
	for ( const piece of pieces ) {
		const { id, units } = piece;
		const inner = shelf.bundles.get( id );
		if ( above.includes( id ) ) {
			return { problem: 'cycle' };
		}
		if ( ! inner ) {
			addPlace( places, {
				ids: idsOf( piece ),
				units,
				optional: piece.optional ?? false,
			} );
			continue;
		}
		const flat = flatten( shelf, inner, [ ...above, id ] );
		if ( 'problem' in flat ) {
			return flat;
		}
		for ( const place of flat.places ) {
			if ( ( place.units * units ) % SCALE !== 0n ) {
				return { problem: 'too-fine' };
			}
			addPlace( places, {
				...place,
				units: ( place.units * units ) / SCALE,
			} );
		}
	}
	const all = [ ...places.values() ];
	return all.every( ( { optional } ) => optional )
		? { problem: 'only-extras' }
		: { places: all };
}

function addPlace( places: Map< string, Place >, place: Place ): void {
	const name = `${ place.ids.join() }${ place.optional ? '?' : '' }`;
	const units = ( places.get( name )?.units ?? 0n ) + place.units;
	places.set( name, { ...place, units } );
}
