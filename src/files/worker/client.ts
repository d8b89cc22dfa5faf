import type { ImportRow } from '../../schema';
import type { Facts, Ways } from '../logic/book';
import type { Own } from '../logic/guess';
import type { Plan, Wish } from '../logic/plan';
import { Refusal, type RefusalCode } from '../logic/refusal';

export type Ask =
	| { act: 'read'; file: File; ways: Ways; own: Own }
	| { act: 'plan'; wish: Wish }
	| { act: 'batch'; from: number; count: number };

export type Answer = Facts | Plan | ImportRow[];

export type Told =
	{ came: Answer } | { refusal: { code: RefusalCode; row: number } };

/** A file that a worker reads. */
export class FileReading {
	private readonly worker = new Worker(
		/* webpackChunkName: "files-worker" */ new URL(
			'./index.ts',
			import.meta.url
		)
	);

	async read( file: File, ways: Ways, own: Own ): Promise< Facts > {
		const came = await this.ask( { act: 'read', file, ways, own } );
		return 'headings' in came ? came : wrong();
	}

	async plan( wish: Wish ): Promise< Plan > {
		const came = await this.ask( { act: 'plan', wish } );
		return 'total' in came ? came : wrong();
	}

	async batch( from: number, count: number ): Promise< ImportRow[] > {
		const came = await this.ask( { act: 'batch', from, count } );
		return Array.isArray( came ) ? came : wrong();
	}

	close() {
		this.worker.terminate();
	}

	private ask( ask: Ask ): Promise< Answer > {
		return new Promise( ( resolve, reject ) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ( { data }: MessageEvent< Told > ) =>
				'came' in data
					? resolve( data.came )
					: reject(
							new Refusal( data.refusal.code, data.refusal.row )
						);
			this.worker.addEventListener( 'error', () =>
				reject( new Refusal( 'unknown' ) )
			);
			this.worker.postMessage( ask, [ port2 ] );
		} );
	}
}

function wrong(): never {
	throw new Refusal( 'unknown' );
}
