import type { Components } from '../../schema';
import { request } from '../../shared/data/request';

export async function fetchComponents( item: number ): Promise< Components > {
	return (
		await request< Components >( {
			path: `/woo-inventory-guard/v1/items/${ item }/components`,
		} )
	).body;
}
