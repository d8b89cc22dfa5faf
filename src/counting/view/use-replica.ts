import { useEffect, useState, useSyncExternalStore } from '@wordpress/element';
import type { Stocktake } from '../../schema';
import type { Base } from '../data/base';
import { optionsOf, type Options } from '../data/device';
import { Replica } from '../data/replica';

/** What the screen of one stocktake shows. */
export interface Opened {
	replica: Replica;
	options: Options;
}

/** Reads a stocktake from this browser's database, and follows it. */
export function useReplica( base: Base, id: number ) {
	const [ opened, setOpened ] = useState< Opened | null >( null );
	useEffect( () => {
		let isGone = false;
		let replica: Replica | null = null;
		void Promise.all( [
			Replica.open( base.db, base.channel, id, base.facts.user ),
			optionsOf( base.db ),
		] ).then( ( [ made, options ] ) => {
			replica = made;
			if ( isGone ) {
				made.close();
			} else {
				setOpened( { replica: made, options } );
			}
		} );
		return () => {
			isGone = true;
			replica?.close();
		};
	}, [ base, id ] );
	useSyncExternalStore(
		opened?.replica.listen ?? never,
		() => opened?.replica.version ?? 0
	);
	return { opened, setOpened };
}

const never = () => () => {};

/** What is kept of it, again after every exchange with the server. */
export function useStocktake(
	base: Base,
	id: number,
	link: string
): Stocktake | null {
	const [ stocktake, setStocktake ] = useState< Stocktake | null >( null );
	useEffect( () => {
		const read = async () => {
			const kept = await base.db.get( 'stocktakes', id );
			setStocktake( kept?.stocktake ?? null );
		};
		void read();
		return base.sync.listen( () => void read() );
	}, [ base, id, link ] );
	return stocktake;
}
