import { decode, keysOfItem, type Coded, type Scan } from './decode';

/** What a scan leads to. */
export interface Found< T > {
	scan: Scan;
	/** One, none, or several that answer to the same code: then a person says which. */
	items: T[];
}

/** Items by everything that can be scanned for them. */
export class Finder< T extends Coded & { id: number } > {
	private readonly byKey = new Map< string, T[] >();

	constructor( items: Iterable< T > ) {
		for ( const item of items ) {
			this.add( item );
		}
	}

	add( item: T ) {
		for ( const key of keysOfItem( item ) ) {
			const others = ( this.byKey.get( key ) ?? [] ).filter(
				( { id } ) => id !== item.id
			);
			this.byKey.set( key, [ ...others, item ] );
		}
	}

	/**
	 * @param readings What was scanned, as it may have been meant: see Reading. The first that an item answers to.
	 * @param thisYear
	 */
	find( readings: readonly string[], thisYear: number ): Found< T > {
		const scans = readings.map( ( text ) => decode( text, thisYear ) );
		for ( const scan of scans ) {
			const items = this.known( scan );
			if ( items.length ) {
				return { scan, items };
			}
		}
		// Nothing answers: of the readings, one that says something is likelier than a text.
		const scan =
			scans.find( ( { kind } ) => kind !== 'text' ) ?? scans[ 0 ];
		return { scan: scan ?? decode( '', thisYear ), items: [] };
	}

	private known( { keys }: Scan ): T[] {
		for ( const key of keys ) {
			const items = this.byKey.get( key );
			if ( items ) {
				return items;
			}
		}
		return [];
	}
}
