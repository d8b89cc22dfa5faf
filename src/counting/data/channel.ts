import type { Count, Photo, Tag } from './db';

/** What tabs of one browser tell each other. */
export type News =
	| { kind: 'counts'; stocktake: number; counts: Count[] }
	| { kind: 'tags'; stocktake: number; tags: Tag[] }
	| { kind: 'photos'; stocktake: number; photos: Photo[] }
	| { kind: 'items'; stocktake: number };

/** Between the tabs of one person. Browsers without BroadcastChannel have each tab by itself until it is loaded again. */
export class Channel {
	private readonly listeners = new Set< ( news: News ) => void >();
	private readonly others: BroadcastChannel | null;

	constructor( name: string ) {
		this.others =
			typeof BroadcastChannel === 'function'
				? new BroadcastChannel( name )
				: null;
		this.others?.addEventListener(
			'message',
			( { data }: MessageEvent< News > ) => this.hear( data )
		);
	}

	/** To this tab and all others. */
	tell( news: News ) {
		this.hear( news );
		this.others?.postMessage( news );
	}

	listen( listener: ( news: News ) => void ): () => void {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	}

	private hear( news: News ) {
		for ( const listener of this.listeners ) {
			listener( news );
		}
	}

	close() {
		this.others?.close();
		this.listeners.clear();
	}
}
