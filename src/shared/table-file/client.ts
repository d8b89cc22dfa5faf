import type { Cell } from './csv';
import type { FileColumn } from './file-column';
import type { FileKind } from './writer';

/** What the worker is told: how the file begins, some rows, that there are no more. */
export type Ask =
	| { kind: FileKind; columns: readonly FileColumn[] }
	| { rows: readonly ( readonly Cell[] )[] }
	| { end: true };

export interface Told {
	file: Blob;
}

/** A file that a worker writes, some rows at a time. */
export class TableFile {
	private readonly worker = new Worker(
		/* webpackChunkName: "table-file-worker" */ new URL(
			'./worker.ts',
			import.meta.url
		)
	);

	constructor( kind: FileKind, columns: readonly FileColumn[] ) {
		this.tell( { kind, columns } );
	}

	add( rows: readonly ( readonly Cell[] )[] ) {
		this.tell( { rows } );
	}

	/** Rejects where the worker has failed: a file with half of the rows is none. */
	end(): Promise< Blob > {
		return new Promise< Blob >( ( resolve, reject ) => {
			this.worker.addEventListener(
				'message',
				( { data }: MessageEvent< Told > ) => resolve( data.file )
			);
			this.worker.addEventListener( 'error', reject );
			this.tell( { end: true } );
		} ).finally( () => this.close() );
	}

	/** Nobody wants it any more. */
	close() {
		this.worker.terminate();
	}

	private tell( ask: Ask ) {
		this.worker.postMessage( ask );
	}
}
