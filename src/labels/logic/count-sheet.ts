import type { PaperItem } from './chosen';

export interface Shelf {
	/** Empty for what lies nobody knows where. */
	bin: string;
	items: PaperItem[];
}

/**
 * Items in the order in which somebody walks past them: by bin (B2 before B10), then by name. What has no bin comes
 * last.
 * @param items
 * @param locale
 */
export function shelvesOf(
	items: readonly PaperItem[],
	locale: string
): Shelf[] {
	const { compare } = new Intl.Collator( known( locale ), { numeric: true } );
	const byBin = new Map< string, PaperItem[] >();
	for ( const item of items ) {
		const bin = item.bin.trim();
		const others = byBin.get( bin );
		if ( others ) {
			others.push( item );
		} else {
			byBin.set( bin, [ item ] );
		}
	}
	return Array.from( byBin, ( [ bin, inIt ] ) => ( {
		bin,
		items: inIt.sort( ( a, b ) => compare( a.name, b.name ) ),
	} ) ).sort( ( a, b ) =>
		a.bin === '' || b.bin === ''
			? Number( a.bin === '' ) - Number( b.bin === '' )
			: compare( a.bin, b.bin )
	);
}

/**
 * WordPress knows locales that Intl does not.
 * @param locale
 */
const known = ( locale: string ): string => {
	try {
		return Intl.getCanonicalLocales( locale )[ 0 ] ?? 'en';
	} catch {
		return 'en';
	}
};
