import { tagOf } from '../../shared/codes/epc';
import { Finder } from '../../shared/codes/finder';
import { Book } from '../logic/book';
import { tally, type Tally } from '../logic/tally';
import type { Channel, News } from './channel';
import {
	ofStocktake,
	type Count,
	type Db,
	type KeptItem,
	type Photo,
	type Tag,
} from './db';
import { photosIn } from './photos';

/**
 * A stocktake in memory: its items, all counts that are known here, and what waits. Made from the database, and kept up
 * by the news of this tab and the others.
 */
export class Replica {
	readonly items = new Map< number, KeptItem >();
	readonly book: Book;
	finder = new Finder< KeptItem >( [] );
	/** Goes up with every change. */
	version = 0;
	/** By name, without the pictures. */
	readonly photos = new Map< string, Photo >();
	private readonly tags = new Map< string, Tag >();
	private readonly tallies = new Map< string, Tally >();
	private readonly places = new Set< string >( [ '' ] );
	private readonly listeners = new Set< () => void >();
	private deaf: () => void = () => {};

	private constructor(
		private readonly db: Db,
		readonly id: number,
		private readonly me: number
	) {
		this.book = new Book( me );
	}

	static async open(
		db: Db,
		channel: Channel,
		id: number,
		me: number
	): Promise< Replica > {
		const replica = new Replica( db, id, me );
		// Heard from the beginning: what is told while it reads is newer than what it reads.
		const early: News[] = [];
		let isOpen = false;
		replica.deaf = channel.listen( ( news ) =>
			isOpen ? void replica.hear( news ) : early.push( news )
		);
		await replica.read();
		isOpen = true;
		for ( const news of early ) {
			await replica.hear( news );
		}
		return replica;
	}

	close() {
		this.deaf();
		this.listeners.clear();
	}

	listen = ( listener: () => void ): ( () => void ) => {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	};

	/** What is counted of an item, by everybody; and what of it at this place is this person's. */
	tallyOf( item: KeptItem, place: string ): Tally {
		const key = `${ item.id } ${ place }`;
		let known = this.tallies.get( key );
		if ( ! known ) {
			known = tally(
				this.book.of( item.id ),
				item.round,
				this.tagsOf( item ),
				{
					counter: this.me,
					place,
				}
			);
			this.tallies.set( key, known );
			this.places.add( place );
		}
		return known;
	}

	/** By whomever, in this round. */
	isCounted( item: KeptItem ): boolean {
		return this.tallyOf( item, '' ).units !== null;
	}

	/** Counts and tags that the server has not got. */
	get waiting(): number {
		const tags = [ ...this.tags.values() ].filter(
			( { state } ) => state === 'waiting'
		);
		return this.book.waiting + tags.length;
	}

	/** Photos that the server has not got. */
	get waitingPhotos(): number {
		return [ ...this.photos.values() ].filter(
			( { state } ) => state === 'waiting'
		).length;
	}

	/** This person's photos of an item that are kept or on their way. */
	photosOf( { id }: KeptItem ): number {
		return [ ...this.photos.values() ].filter(
			( { item_id: item, state } ) => item === id && state !== 'refused'
		).length;
	}

	/** An item that was found, though it is not on the list; or newer news of one. */
	put( item: KeptItem ) {
		this.items.set( item.id, item );
		this.finder.add( item );
		this.forget( item.id );
		this.changed();
	}

	/** The server's number, and those that it does not know yet. */
	private tagsOf( { tags, barcode, codes }: KeptItem ): number {
		const waiting = [ ...this.tags.values() ].filter(
			( { state } ) => state === 'waiting'
		);
		if ( ! waiting.length ) {
			return tags;
		}
		const gtins = new Set(
			[ barcode, ...codes ].map( ( code ) => code.padStart( 14, '0' ) )
		);
		return (
			tags +
			waiting.filter( ( { epc } ) =>
				gtins.has( tagOf( epc )?.gtin ?? '-' )
			).length
		);
	}

	private async read() {
		const { db, id, book } = this;
		await this.readItems();
		const counts = [
			...( await db.getAllFromIndex( 'counts', 'stocktake', id ) ),
			...( await db.getAllFromIndex( 'outbox', 'stocktake', id ) ),
		];
		counts
			.sort( ( a, b ) => a.moment - b.moment )
			.forEach( ( count ) => book.take( count ) );
		for ( const tag of await db.getAll( 'tags', ofStocktake( id ) ) ) {
			this.tags.set( tag.epc, tag );
		}
		for ( const photo of await photosIn( db, id ) ) {
			this.photos.set( photo.uuid, photo );
		}
		this.tallies.clear();
	}

	private async readItems() {
		const items = await this.db.getAll( 'items', ofStocktake( this.id ) );
		this.items.clear();
		for ( const item of items ) {
			this.items.set( item.id, item );
		}
		this.finder = new Finder( items );
		this.tallies.clear();
	}

	private async hear( news: News ) {
		if ( news.stocktake !== this.id ) {
			return;
		}
		if ( news.kind === 'items' ) {
			await this.readItems();
		} else if ( news.kind === 'counts' ) {
			news.counts.forEach( ( count: Count ) =>
				this.book
					.take( count )
					.forEach( ( item ) => this.forget( item ) )
			);
		} else if ( news.kind === 'photos' ) {
			news.photos.forEach( ( photo ) =>
				this.photos.set( photo.uuid, photo )
			);
		} else {
			news.tags.forEach( ( tag ) => this.tags.set( tag.epc, tag ) );
			this.tallies.clear();
		}
		this.changed();
	}

	private forget( item: number ) {
		for ( const place of this.places ) {
			this.tallies.delete( `${ item } ${ place }` );
		}
	}

	private changed() {
		this.version++;
		for ( const listener of this.listeners ) {
			listener();
		}
	}
}
