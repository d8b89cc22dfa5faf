import { TableFile } from './client';
import type { Cell } from './csv';
import { saveFile } from './save';
import type { FileColumn } from './file-column';
import type { FileKind } from './writer';

/**
 * A table that is on screen, as a file. Numbers are plain, so that another program reads them as they are meant.
 *
 * @param kind
 * @param columns
 * @param rows
 * @param name    Without its ending.
 */
export async function saveTable(
	kind: FileKind,
	columns: readonly FileColumn[],
	rows: readonly ( readonly Cell[] )[],
	name: string
) {
	const file = new TableFile( kind, columns );
	file.add( rows );
	saveFile( await file.end(), `${ name }.${ kind }` );
}
