import type { Report } from '../../tools/lib/report.ts';
import type { Native } from '../../tools/lib/native.ts';
import type { Shop } from './shop.ts';
export async function shopper( _t: Report, _shop: Shop, _native: Native ): Promise< void > {}
