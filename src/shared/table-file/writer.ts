import { csvBegin, csvLine, type Cell } from './csv';
import type { FileColumn } from './file-column';
import { XlsxWriter } from './xlsx';

export type FileKind = 'csv' | 'xlsx';

/** A table that becomes a file, some rows at a time. */
export interface TableWriter {
	add: ( rows: readonly ( readonly Cell[] )[] ) => void;
	end: () => Blob;
}

export function writerOf(
	kind: FileKind,
	columns: readonly FileColumn[]
): TableWriter {
	if ( kind === 'xlsx' ) {
		const writer = new XlsxWriter( columns );
		return {
			add: ( rows ) => writer.add( rows ),
			end: () =>
				new Blob( writer.end(), {
					type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
				} ),
		};
	}
	const parts = [ csvBegin( columns.map( ( { title } ) => title ) ) ];
	return {
		add: ( rows ) => {
			parts.push( rows.map( csvLine ).join( '' ) );
		},
		end: () => new Blob( parts, { type: 'text/csv;charset=utf-8' } ),
	};
}
