import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchStocktake } from './api';
import type { Channel } from './channel';
import type { Db } from './db';
import { keepLook, measureClock } from './device';
import { waitingIn } from './outbox';
import { photosWaitIn, sendPhotos } from './photos';
import { keepStocktake, pullCounts, pullItems, pullRecounts } from './pull';
import { sendAll } from './send';

/** How it stands with the server. */
export type Link =
	'new' | 'busy' | 'well' | 'offline' | 'signed-out' | 'trouble';

const SOONEST = 4_000;
const LATEST = 60_000;
const EVERY = 15_000;

const linkOf = ( { kind }: Problem ): Link => {
	if ( kind === 'offline' ) {
		return 'offline';
	}
	return kind === 'forbidden' ? 'signed-out' : 'trouble';
};

/**
 * Keeps this browser and the server in step: sends what waits, gets what others counted. One tab does it at a time
 * (Web Locks, where the browser has them; where not, two tabs may send the same, which counts once all the same).
 */
export class Sync {
	link: Link = 'new';
	/** What the server said, by stocktake: such as that counting is over. */
	readonly problems = new Map< number, Problem >();
	private timer: ReturnType< typeof setTimeout > | undefined;
	private running: Promise< void > | null = null;
	private again = false;
	private wait = SOONEST;
	private hasClock = false;
	private readonly listeners = new Set< () => void >();

	/**
	 * @param db
	 * @param channel
	 * @param name    The same in every tab of this person.
	 * @param opened  The stocktake that is on screen, if any.
	 */
	constructor(
		private readonly db: Db,
		private readonly channel: Channel,
		private readonly name: string,
		private readonly opened: () => number | null
	) {}

	listen( listener: () => void ): () => void {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	}

	/** At once; while it is at it already, once more afterwards. */
	kick = (): void => {
		this.again = true;
		clearTimeout( this.timer );
		this.running ??= this.run().finally( () => {
			this.running = null;
			// Kicked in its last moment: what was kept meanwhile does not wait for the timer.
			if ( this.again ) {
				this.kick();
			}
		} );
	};

	stop() {
		clearTimeout( this.timer );
		this.listeners.clear();
	}

	private async run() {
		this.to( this.link === 'well' ? 'well' : 'busy' );
		while ( this.again ) {
			this.again = false;
			try {
				await this.alone( () => this.round() );
				this.wait = SOONEST;
				this.to( 'well' );
			} catch ( thrown ) {
				this.to( linkOf( asProblem( thrown ) ) );
				this.wait = Math.min( this.wait * 2, LATEST );
				break;
			}
		}
		this.timer = setTimeout(
			this.kick,
			this.link === 'well' ? EVERY : this.wait
		);
	}

	private async alone( work: () => Promise< void > ) {
		await ( navigator.locks
			? navigator.locks.request( this.name, work )
			: work() );
	}

	private async round() {
		if ( ! this.hasClock ) {
			await measureClock( this.db );
			this.hasClock = true;
		}
		for ( const id of await waitingIn( this.db ) ) {
			await this.of( id, async () => {
				await sendAll( this.db, this.channel, id );
			} );
		}
		// Counts are small, and come first.
		for ( const id of await photosWaitIn( this.db ) ) {
			await this.of( id, async () => {
				await sendPhotos( this.db, this.channel, id );
			} );
		}
		const id = this.opened();
		if ( id !== null ) {
			await this.of( id, () => this.pull( id ) );
		}
	}

	/** What concerns one stocktake alone does not keep the others waiting. */
	private async of( id: number, work: () => Promise< void > ) {
		try {
			await work();
			this.problems.delete( id );
		} catch ( thrown ) {
			const problem = asProblem( thrown );
			const isItsOwn =
				problem.code.startsWith( 'wig_' ) && problem.kind !== 'busy';
			if ( ! isItsOwn ) {
				throw problem;
			}
			this.problems.set( id, problem );
		}
	}

	private async pull( id: number ) {
		const before = await this.db.get( 'stocktakes', id );
		const { stocktake, look } = await fetchStocktake( id );
		await keepLook( this.db, look );
		const kept = await keepStocktake( this.db, stocktake );
		if (
			! kept.isWhole ||
			( before?.stocktake.filling && ! stocktake.filling )
		) {
			if ( ! stocktake.filling ) {
				await pullItems( this.db, this.channel, id );
			}
		}
		if (
			before?.stocktake.version !== stocktake.version ||
			! before.lastCount
		) {
			await pullCounts( this.db, this.channel, id );
			if ( stocktake.recounts > 0 && kept.isWhole ) {
				await pullRecounts( this.db, this.channel, id );
			}
		}
		this.tell();
	}

	private to( link: Link ) {
		this.link = link;
		this.tell();
	}

	private tell() {
		for ( const listener of this.listeners ) {
			listener();
		}
	}
}
