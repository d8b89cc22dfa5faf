/**
 * What the counting screen needs to open without a network: its page and the files that the page names. Nothing of the
 * shop's data: that is in the database of who is signed in.
 */
const NAME = 'wig-counting';

const open = (): Promise< Cache > => caches.open( NAME );

/** A file that is kept: its address says its version, so it never changes. */
export const keptFile = async (
	request: Request
): Promise< Response | undefined > => ( await open() ).match( request );

/** The page stands under the scope, whatever comes behind it in the address. */
export const keptPage = async (
	scope: string
): Promise< Response | undefined > => ( await open() ).match( scope );

/** Who is signed out finds nothing when they come back without a network. */
export async function dropPage( scope: string ): Promise< void > {
	const cache = await open();
	await cache.delete( scope );
	await cache.delete( nextPage( scope ) );
}

/** A newer page, until its files are here too. */
export async function keepNextPage(
	scope: string,
	page: Response
): Promise< void > {
	await ( await open() ).put( nextPage( scope ), page );
}

const nextPage = ( scope: string ): string => `${ scope }-next`;

/**
 * Keeps exactly these files, and the page that names them. The new ones first, then the page, and only then the old
 * ones go: a network that breaks off half-way leaves what worked before.
 *
 * @param scope
 * @param files     Addresses.
 * @param fetchPage Where no newer page was seen: this browser's first visit was not through the worker.
 */
export async function keepAll(
	scope: string,
	files: readonly string[],
	fetchPage: () => Promise< Response >
): Promise< void > {
	const cache = await open();
	for ( const file of new Set( files ) ) {
		if ( ! ( await cache.match( file ) ) ) {
			await cache.add( file );
		}
	}
	const next = await cache.match( nextPage( scope ) );
	if ( next ) {
		await cache.put( scope, next );
		await cache.delete( nextPage( scope ) );
	} else if ( ! ( await cache.match( scope ) ) ) {
		await cache.put( scope, await fetchPage() );
	}
	const wanted = new Set( [ scope, ...files ] );
	for ( const request of await cache.keys() ) {
		if ( ! wanted.has( request.url ) ) {
			await cache.delete( request );
		}
	}
}
