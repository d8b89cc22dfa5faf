import type { Count } from './count';

const NONE: readonly Count[] = [];

/** All counts of a stocktake that a device knows, in memory, so that nothing has to be looked for while somebody scans. */
export class Book {
	private readonly counts = new Map< string, Count >();
	private readonly byItem = new Map< number, Map< string, Count > >();
	private readonly byCode = new Map< string, string[] >();
	private readonly unsent = new Set< string >();
	private readonly refusals = new Map< string, Count >();
	/** Names of this person's counts, as they were made, and of those that were taken back. */
	private readonly mine: string[] = [];
	private readonly gone = new Set< string | null >();

	/**
	 * @param me Whose own counts can be taken back.
	 */
	constructor( private readonly me: number ) {}

	/**
	 * Takes a count, or news of one.
	 * @param count
	 * @return Items whose number may be another now.
	 */
	take( count: Count ): number[] {
		const before = this.counts.get( count.uuid );
		// News of two tabs may cross: what has arrived does not wait again.
		if ( before?.state === 'counted' && count.state === 'waiting' ) {
			return [];
		}
		this.counts.set( count.uuid, count );
		this.unsent[ count.state === 'waiting' ? 'add' : 'delete' ](
			count.uuid
		);
		if ( count.state === 'refused' ) {
			this.refusals.set( count.uuid, count );
		}
		if ( ! before ) {
			this.enter( count );
		}
		const items = [ before?.item_id, count.item_id ].filter(
			( item ) => typeof item === 'number'
		);
		items.forEach( ( item ) =>
			this.byItem.get( item )?.delete( count.uuid )
		);
		if ( count.item_id !== null && count.state !== 'refused' ) {
			const others = this.byItem.get( count.item_id ) ?? new Map();
			this.byItem.set( count.item_id, others.set( count.uuid, count ) );
		}
		return items;
	}

	private enter( { uuid, code, mode, undo, counter_id: by }: Count ) {
		if ( code !== '' ) {
			this.byCode.set( code, [
				...( this.byCode.get( code ) ?? [] ),
				uuid,
			] );
		}
		if ( by === this.me ) {
			this.mine.push( uuid );
			if ( mode === 'undo' ) {
				this.gone.add( undo );
			}
		}
	}

	of( item: number ): readonly Count[] {
		const counts = this.byItem.get( item );
		return counts ? [ ...counts.values() ] : NONE;
	}

	/** How many the server has not got. */
	get waiting(): number {
		return this.unsent.size;
	}

	/** What the server will never take. */
	get refused(): Count[] {
		return [ ...this.refusals.values() ];
	}

	/** Whether a count under this code is there and stands: for things that are counted once. */
	has( code: string ): boolean {
		return ( this.byCode.get( code ) ?? [] ).some(
			( uuid ) => ! this.gone.has( uuid )
		);
	}

	/** This person's own, the newest first, without what they took back. */
	own( most: number ): Count[] {
		const found: Count[] = [];
		for (
			let at = this.mine.length - 1;
			at >= 0 && found.length < most;
			at--
		) {
			const count = this.counts.get( this.mine[ at ] ?? '' );
			if (
				count &&
				count.mode !== 'undo' &&
				! this.gone.has( count.uuid )
			) {
				found.push( count );
			}
		}
		return found;
	}
}
