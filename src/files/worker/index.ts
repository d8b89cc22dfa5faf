import { readBook, type Book } from '../logic/book';
import { Sending } from '../logic/plan';
import { Refusal } from '../logic/refusal';
import type { Source } from '../logic/source';
import type { Answer, Ask, Told } from './client';

/** Reads a file beside the page, so that it stays awake. Rows stay here; the page has what it shows and sends. */
let book: Book | null = null;
let sending: Sending | null = null;

const sourceOf = ( file: File ): Source => ( {
	name: file.name,
	size: file.size,
	read: async ( from, to ) =>
		new Uint8Array( await file.slice( from, to ).arrayBuffer() ),
} );

async function answer( ask: Ask ): Promise< Answer > {
	if ( ask.act === 'read' ) {
		book = null;
		sending = null;
		book = await readBook( sourceOf( ask.file ), ask.ways, ask.own );
		return book.facts;
	}
	if ( ask.act === 'plan' && book ) {
		sending = new Sending( book, ask.wish );
		return sending.plan;
	}
	if ( ask.act === 'batch' && sending ) {
		return sending.batch( ask.from, ask.count );
	}
	throw new Refusal( 'gone' );
}

/** What a browser throws is a file that is gone, or was changed since it was chosen. */
function refusalOf( thrown: unknown ): Told {
	if ( thrown instanceof Refusal ) {
		return { refusal: { code: thrown.code, row: thrown.row } };
	}
	return {
		refusal: {
			code: thrown instanceof DOMException ? 'gone' : 'unknown',
			row: 0,
		},
	};
}

globalThis.addEventListener(
	'message',
	( { data, ports: [ port ] }: MessageEvent< Ask > ) => {
		answer( data )
			.then( ( came ): Told => ( { came } ), refusalOf )
			.then( ( told ) => port?.postMessage( told ) );
	}
);
