import type {
	Bundle,
	BundlesQuery,
	Components,
	ComponentsRequest,
	Contents,
	Item,
} from '../../schema';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

export interface BundlePage {
	bundles: Bundle[];
	total: number;
}

const asParams = ( query: object ): string =>
	new URLSearchParams(
		Object.entries( query ).map( ( [ name, value ] ) => [
			name,
			String( value ),
		] )
	).toString();

export async function fetchBundles(
	query: BundlesQuery,
	signal: AbortSignal
): Promise< BundlePage > {
	const { body, header } = await request< Bundle[] >( {
		path: `${ ROOT }/bundles?${ asParams( query ) }`,
		signal,
	} );
	return {
		bundles: body,
		total: Number( header( 'X-WP-Total' ) ?? body.length ),
	};
}

export const fetchContents = async ( id: number ): Promise< Contents > =>
	(
		await request< Contents >( {
			path: `${ ROOT }/items/${ id }/contents`,
		} )
	).body;

/** Refused (412) where somebody else changed the bundle since it was read. */
export const putComponents = async (
	id: number,
	data: ComponentsRequest,
	version: number,
	key: string
): Promise< Components > =>
	(
		await request< Components >( {
			path: `${ ROOT }/items/${ id }/components`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

export const postBundle = async (
	data: { name: string; sku?: string },
	key: string
): Promise< Item > =>
	(
		await request< Item >( {
			path: `${ ROOT }/items`,
			method: 'POST',
			data: { kind: 'bundle', ...data },
			key,
		} )
	).body;
