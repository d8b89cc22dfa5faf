import type { Item } from '../../schema';
import { toUnits, type Units } from '../../shared/format/quantity';
import { flatten, type Piece, type Place, type Shelf } from './flatten';
import { shareOut } from './share';

/** What allows no more: one item, or alternatives that are all used up. */
export interface Limit {
	ids: readonly number[];
	/** What one set takes of them. */
	perSet: Units;
	/** What there is of them. */
	there: Units;
}

export interface Sets {
	/** How many whole sets; null where nothing is counted. */
	sets: bigint | null;
	/** In the order of the list. */
	limits: Limit[];
}

/** What may be sold of an item, safety stock left alone; null where nobody counts it. */
export function offered( item: Item | undefined ): Units | null {
	if ( ! item?.tracked ) {
		return null;
	}
	const units = toUnits( item.available ) - toUnits( item.safety_stock );
	return units > 0n ? units : 0n;
}

/** What is there of some items together; null where nobody counts any of them. */
export const thereOf = ( shelf: Shelf, ids: readonly number[] ): Units | null =>
	ids.reduce< Units | null >( ( sum, id ) => {
		const item = shelf.items.get( id );
		return item?.tracked ? ( sum ?? 0n ) + toUnits( item.available ) : sum;
	}, null );

/**
 * How many whole sets there are, and what allows no more.
 *
 * @param shelf
 * @param pieces Of one set.
 * @param coming Units on top of what is there.
 */
export function setsOf(
	shelf: Shelf,
	pieces: readonly Piece[],
	coming?: Piece
): Sets {
	const flat = flatten( shelf, pieces );
	return 'problem' in flat
		? { sets: 0n, limits: [] }
		: setsOfPlaces( shelf, flat.places, coming );
}

/** As Stock\SetCount does. */
function setsOfPlaces(
	shelf: Shelf,
	all: readonly Place[],
	coming?: Piece
): Sets {
	const places = countedOf( shelf, all );
	const there = stockOf( shelf, places, coming );
	const sum = ( ids: readonly number[] ) =>
		ids.reduce( ( units, id ) => units + ( there.get( id ) ?? 0n ), 0n );
	let result: Sets = { sets: null, limits: [] };
	for ( const { ids, units } of places ) {
		const sets = sum( ids ) / units;
		const limit = { ids, perSet: units, there: sum( ids ) };
		if ( result.sets === null || sets < result.sets ) {
			result = { sets, limits: [ limit ] };
		} else if ( sets === result.sets ) {
			result.limits.push( limit );
		}
	}
	const ids = places.flatMap( ( place ) => [ ...place.ids ] );
	if ( result.sets === null || ids.length === new Set( ids ).size ) {
		return result;
	}
	// Places share items: what each of them has by itself is too much for all of them.
	let found = 0n;
	let above = result.sets + 1n;
	while ( above - found > 1n ) {
		const middle = ( found + above ) / 2n;
		if ( shareOut( times( places, middle ), there ).missing === 0n ) {
			found = middle;
		} else {
			above = middle;
		}
	}
	if ( found === result.sets ) {
		return result;
	}
	const tight = shareOut( times( places, above ), there ).inTheWay.flatMap(
		( index ) => places[ index ] ?? []
	);
	const tightIds = [ ...new Set( tight.flatMap( ( place ) => place.ids ) ) ];
	return {
		sets: found,
		limits: [
			{
				ids: tightIds,
				perSet: tight.reduce(
					( units, place ) => units + place.units,
					0n
				),
				there: sum( tightIds ),
			},
		],
	};
}

/** How many units of a limiting part more reach the next limit, and what that is then; null where no other part limits. */
export function untilNext(
	shelf: Shelf,
	pieces: readonly Piece[],
	limit: number
): { units: Units; sets: bigint; limits: Limit[] } | null {
	const flat = flatten( shelf, pieces );
	if ( 'problem' in flat || offered( shelf.items.get( limit ) ) === null ) {
		return null;
	}
	// Where it will do, there would be enough.
	const next = setsOfPlaces(
		shelf,
		flat.places.filter( ( { ids } ) => ! ids.includes( limit ) )
	);
	const now = setsOfPlaces( shelf, flat.places ).sets;
	if ( next.sets === null || now === null || next.sets <= now ) {
		return null;
	}
	const places = countedOf( shelf, flat.places );
	return {
		units: shareOut( times( places, next.sets ), stockOf( shelf, places ) )
			.missing,
		sets: next.sets,
		limits: next.limits,
	};
}

/** Parts that are taken in more than one place of the list: their own rows promise more than they hold together. */
export function shared( shelf: Shelf, pieces: readonly Piece[] ): number[] {
	const seen = new Map< number, number >();
	for ( const piece of pieces ) {
		const places = placesIn( shelf, piece );
		for ( const id of new Set(
			places.flatMap( ( { ids, optional } ) => ( optional ? [] : ids ) )
		) ) {
			seen.set( id, ( seen.get( id ) ?? 0 ) + 1 );
		}
	}
	return [ ...seen ].flatMap( ( [ id, rows ] ) => ( rows > 1 ? id : [] ) );
}

/** Whether this component, or something in it, is the limit: all that will do for it is used up. */
export function holdsLimit(
	shelf: Shelf,
	piece: Piece,
	limits: readonly Limit[]
): boolean {
	return countedOf( shelf, placesIn( shelf, piece ) ).some( ( place ) =>
		limits.some( ( { ids } ) =>
			place.ids.every( ( id ) => ids.includes( id ) )
		)
	);
}

/** The items whose number matters, in the order of the list. */
export function countedItems(
	shelf: Shelf,
	pieces: readonly Piece[]
): number[] {
	const flat = flatten( shelf, pieces );
	const places = 'problem' in flat ? [] : countedOf( shelf, flat.places );
	return [ ...new Set( places.flatMap( ( { ids } ) => [ ...ids ] ) ) ];
}

const placesIn = ( shelf: Shelf, piece: Piece ): Place[] => {
	const flat = flatten( shelf, [ piece ] );
	return 'problem' in flat ? [] : flat.places;
};

/** Places that can limit anything: no extras, and of alternatives those that are counted. */
const countedOf = ( shelf: Shelf, places: readonly Place[] ): Place[] =>
	places.flatMap( ( place ) => {
		const ids = place.ids.filter(
			( id ) => offered( shelf.items.get( id ) ) !== null
		);
		return place.optional || place.units <= 0n || ids.length === 0
			? []
			: { ...place, ids };
	} );

const stockOf = (
	shelf: Shelf,
	places: readonly Place[],
	coming?: Piece
): Map< number, Units > =>
	new Map(
		places.flatMap( ( { ids } ) =>
			ids.map( ( id ): [ number, Units ] => [
				id,
				( offered( shelf.items.get( id ) ) ?? 0n ) +
					( coming?.id === id ? coming.units : 0n ),
			] )
		)
	);

const times = ( places: readonly Place[], sets: bigint ) =>
	places.map( ( { ids, units } ) => ( { ids, units: units * sets } ) );
