import type { Units } from '../../shared/format/quantity';

/** So many units of any of these items, in ten-thousandths. */
export interface Want {
	ids: readonly number[];
	units: Units;
}

export interface Share {
	/** What cannot be served, however it is shared out. */
	missing: Units;
	/** Which wants are the reason: those that got too little, and those that share with them. */
	inTheWay: readonly number[];
}

/** Who would take over which item from whom. */
type Way = Map< number, { by: number; id: number } | null >;

/**
 * Shares out what there is among those who want it; serves all of them whenever there is a way. As Stock\Allocation does:
 * who is in the way is served from something else, if that can be (Ford and Fulkerson, the shortest way first).
 */
export function shareOut(
	wants: readonly Want[],
	there: ReadonlyMap< number, Units >
): Share {
	const left = new Map( there );
	const given = wants.map( () => new Map< number, Units >() );
	const open = wants.map( ( { units } ) => units );
	const inTheWay = new Set< number >();
	const at = < K >( map: ReadonlyMap< K, Units >, key: K ): Units =>
		map.get( key ) ?? 0n;

	const passOn = ( want: number, last: number, free: number, way: Way ) => {
		let units = least( open[ want ] ?? 0n, at( left, free ) );
		for ( let who = last, step = way.get( who ); step; ) {
			units = least( units, at( given[ who ] ?? left, step.id ) );
			who = step.by;
			step = way.get( who );
		}
		left.set( free, at( left, free ) - units );
		open[ want ] = ( open[ want ] ?? 0n ) - units;
		let [ who, id ] = [ last, free ];
		for (;;) {
			const mine = given[ who ];
			const step = way.get( who );
			mine?.set( id, at( mine, id ) + units );
			if ( ! step ) {
				return;
			}
			mine?.set( step.id, at( mine, step.id ) - units );
			[ who, id ] = [ step.by, step.id ];
		}
	};

	const serve = ( want: number ): boolean => {
		const way: Way = new Map( [ [ want, null ] ] );
		// A Map tells what is added to it while it is gone through.
		for ( const who of way.keys() ) {
			for ( const id of wants[ who ]?.ids ?? [] ) {
				if ( at( left, id ) > 0n ) {
					passOn( want, who, id, way );
					return true;
				}
				given.forEach( ( theirs, other ) => {
					if ( at( theirs, id ) > 0n && ! way.has( other ) ) {
						way.set( other, { by: who, id } );
					}
				} );
			}
		}
		[ ...way.keys() ].forEach( ( who ) => inTheWay.add( who ) );
		return false;
	};

	wants.forEach( ( _, want ) => {
		while ( ( open[ want ] ?? 0n ) > 0n && serve( want ) ) {
			// One more portion each time.
		}
	} );
	return {
		missing: open.reduce( ( sum, units ) => sum + units, 0n ),
		inTheWay: [ ...inTheWay ].sort( ( one, other ) => one - other ),
	};
}

const least = ( one: Units, other: Units ): Units =>
	one < other ? one : other;
