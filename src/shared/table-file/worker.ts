import type { Ask, Told } from './client';
import { writerOf, type TableWriter } from './writer';

/** Writes files beside the page, so that it stays awake while 100,000 rows are packed. One worker writes one file. */
let writer: TableWriter | null = null;

globalThis.addEventListener( 'message', ( { data }: MessageEvent< Ask > ) => {
	if ( 'columns' in data ) {
		writer = writerOf( data.kind, data.columns );
	} else if ( 'rows' in data ) {
		writer?.add( data.rows );
	} else if ( writer ) {
		const told: Told = { file: writer.end() };
		globalThis.postMessage( told );
	}
} );
