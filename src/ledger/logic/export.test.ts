import type { LedgerLine } from '../../schema';
import { csvLine } from '../../shared/table-file/csv';
import { cellsOf } from './export';

it( 'writes a line with plain numbers, a time in UTC, and no formula that somebody typed', () => {
	const line = {
		id: 1,
		item_name: 'Cup, white',
		item_sku: 'CUP-W',
		location: 'Shop',
		delta: -2,
		balance_after: '7.2500',
		unit_cost: '3.5000',
		reason: 'damaged',
		reference_label: 'Order #1042',
		reference: { type: 'order', id: '1042' },
		actor_name: 'Mei',
		note: '=HYPERLINK("http://evil")',
		created_at: '2026-03-03T14:02:00Z',
	} as unknown as LedgerLine;
	expect( csvLine( cellsOf( line ) ) ).toBe(
		'2026-03-03T14:02:00Z,"Cup, white",CUP-W,Shop,-2,7.2500,damaged,Order #1042,order,1042,Mei,"\'=HYPERLINK(""http://evil"")",3.5000\r\n'
	);
} );
