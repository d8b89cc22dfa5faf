import type { LedgerLine } from '../../schema';
import type { Cell } from '../../shared/table-file/csv';

/** As REST has them: numbers plain, times in UTC, so that another program reads them as they are meant. */
export const cellsOf = ( line: LedgerLine ): Cell[] => [
	line.created_at,
	line.item_name,
	line.item_sku,
	line.location,
	line.delta,
	line.balance_after,
	line.reason,
	line.reference_label,
	line.reference.type,
	line.reference.id,
	line.actor_name,
	line.note,
	line.unit_cost,
];
