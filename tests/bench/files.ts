import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';

interface Brought {
	readonly send_s: number;
	readonly check_s: number;
	readonly apply_s: number;
	readonly undo_s: number;
	readonly new_check_s: number;
	readonly new_apply_s: number;
	readonly applied: number;
	readonly undone: number;
	readonly made: number;
	readonly ok: boolean;
	readonly memory_mb: number;
	readonly error: string;
}

/** A file of 50,000 rows: sent, checked, applied, undone, and one of as many new items, in one process with 128 MB. */
export const figures: Bench = async ( note ) => {
	const shop = await startNative( { workers: 1 } );
	try {
		const brought: Brought = JSON.parse( await shop.php( join( root, 'tests/bench/files/file.php' ) ) );
		note( `50,000 rows sent in ${ brought.send_s } s, checked in ${ brought.check_s } s, applied in ${ brought.apply_s } s, undone in ${ brought.undo_s } s; 50,000 new items checked in ${ brought.new_check_s } s, made in ${ brought.new_apply_s } s; at most ${ brought.memory_mb } MB` );
		if ( ! brought.ok || brought.applied !== 50_000 || brought.undone !== 50_000 || brought.made !== 50_000 || brought.memory_mb > 128 ) {
			throw new Error( `The import did not go as it should: ${ JSON.stringify( brought ) }` );
		}
		return { import_send_s: brought.send_s, import_check_s: brought.check_s, import_apply_s: brought.apply_s, import_undo_s: brought.undo_s, import_new_apply_s: brought.new_apply_s };
	} finally {
		await shop.stop();
	}
};
