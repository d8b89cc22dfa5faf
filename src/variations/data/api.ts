import type { Variations } from '../../schema';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

export const fetchVariations = async (
	product: number
): Promise< Variations > =>
	(
		await request< Variations >( {
			path: `${ ROOT }/items/${ product }/variations`,
		} )
	).body;
