import type { Import } from '../../schema';

/** How far long work is, in rows; null where none is under way. */
export function progressOf( now: Import ): {
	act: 'upload' | 'check' | 'apply' | 'undo';
	done: number;
	total: number;
} | null {
	const changing = now.change_rows + now.created_rows;
	switch ( now.state ) {
		case 'receiving':
			return { act: 'upload', done: now.received, total: now.total_rows };
		case 'checking':
			return { act: 'check', done: now.checked, total: now.received };
		case 'applying':
			return {
				act: 'apply',
				done: now.applied + now.conflict_rows,
				total: changing,
			};
		case 'undoing':
			return { act: 'undo', done: now.undone, total: now.applied };
		default:
			return null;
	}
}
