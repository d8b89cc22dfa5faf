import type { Import, ImportRow } from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { postRows, postStep, type Step } from './api';
import { forget } from './kept';

/** Rows that are sent at once: the server takes no more. */
export const BATCH = 1000;

/** Where the rows come from. */
export interface Rows {
	total: number;
	batch: ( from: number, count: number ) => Promise< ImportRow[] >;
}

const STEPS: Partial< Record< Import[ 'state' ], Step > > = {
	checking: 'check',
	applying: 'apply',
	undoing: 'undo',
};

/**
 * Goes on with an import as far as it goes without a person: sends what is missing, has it checked, applies or undoes it
 * portion by portion. A row that is sent again replaces itself, so that a lost answer does no harm.
 *
 * @param start
 * @param rowsOf   The rows, where this browser has them: asked for only if some are missing.
 * @param onImport Told of every answer.
 * @param signal
 */
export async function drive(
	start: Import,
	rowsOf: () => Promise< Rows | null >,
	onImport: ( now: Import ) => void,
	signal: AbortSignal
): Promise< void > {
	let now = start;
	const came = ( next: Import ) => {
		now = next;
		if ( ! signal.aborted ) {
			onImport( now );
		}
	};
	if ( now.state === 'receiving' && now.received < now.total_rows ) {
		const rows = await rowsOf();
		if ( ! rows ) {
			return;
		}
		let from = Math.floor( now.received / BATCH ) * BATCH;
		for ( ; from < rows.total && ! signal.aborted; from += BATCH ) {
			const batch = await rows.batch( from, BATCH );
			came( await postRows( now.id, batch, newKey(), signal ) );
		}
	}
	if (
		now.state === 'receiving' &&
		// One that the server still reads by itself does not know how many rows it has.
		now.total_rows > 0 &&
		now.received >= now.total_rows &&
		! signal.aborted
	) {
		await forget( now.id );
		came( await postStep( now.id, 'check', newKey(), false, signal ) );
	}
	for (;;) {
		const step = STEPS[ now.state ];
		if ( ! step || signal.aborted ) {
			return;
		}
		// Who began to apply it has said already what is to be done with problems.
		came(
			await postStep( now.id, step, newKey(), step === 'apply', signal )
		);
	}
}
