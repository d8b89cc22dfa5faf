/** What a person may look for, in an item. */
interface Named {
	name: string;
	sku: string;
	barcode: string;
	bin: string;
}

const plain = ( text: string ): string =>
	text.normalize( 'NFKD' ).replace( /\p{M}/gu, '' ).toLowerCase();

/** Items in which every word stands somewhere, at most so many; those whose name begins with it come first. */
export function matching< T extends Named >(
	items: Iterable< T >,
	search: string,
	most: number
): T[] {
	const words = plain( search ).split( /\s+/ ).filter( Boolean );
	const start: T[] = [];
	const rest: T[] = [];
	for ( const item of items ) {
		const text = plain(
			`${ item.name } ${ item.sku } ${ item.barcode } ${ item.bin }`
		);
		if ( words.every( ( word ) => text.includes( word ) ) ) {
			( words[ 0 ] && text.startsWith( words[ 0 ] ) ? start : rest ).push(
				item
			);
		}
		if ( start.length >= most ) {
			break;
		}
	}
	return [ ...start, ...rest ].slice( 0, most );
}
