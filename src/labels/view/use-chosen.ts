import { useCallback, useEffect, useState } from '@wordpress/element';
import type { Item, Stocktake } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchItems, fetchToCount, paperOf } from '../data/api';
import { addOne, type Asked, type Chosen } from '../logic/chosen';

export interface ChosenState {
	rows: Chosen[];
	stocktake: Stocktake | null;
	/** Items in the address that are no longer there. */
	gone: number;
	waiting: boolean;
	problem: Problem | null;
	again: () => void;
	add: ( item: Item ) => void;
	setText: ( id: number, text: string ) => void;
	setAll: ( text: string ) => void;
	remove: ( id: number ) => void;
	clear: () => void;
}

/**
 * What is to be printed: what the address says at first, then what is chosen here.
 *
 * @param first What the address says when the screen opens.
 */
export function useChosen( first: Asked ): ChosenState {
	const [ asked ] = useState( first );
	const [ rows, setRows ] = useState< Chosen[] >( [] );
	const [ stocktake, setStocktake ] = useState< Stocktake | null >( null );
	const [ gone, setGone ] = useState( 0 );
	const [ waiting, setWaiting ] = useState(
		first.items.length > 0 || first.stocktake !== null
	);
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ turn, setTurn ] = useState( 0 );

	useEffect( () => {
		const controller = new AbortController();
		const { signal } = controller;
		const load = async () => {
			const toCount =
				asked.stocktake === null
					? null
					: await fetchToCount( asked.stocktake, signal );
			const known = toCount?.items ?? [];
			const wanted = asked.items.filter(
				( { id } ) => ! known.some( ( item ) => item.id === id )
			);
			const items = await fetchItems(
				wanted.map( ( { id } ) => id ),
				signal
			);
			if ( signal.aborted ) {
				return;
			}
			const texts = new Map(
				asked.items.map( ( { id, text } ) => [ id, text ] )
			);
			setStocktake( toCount?.stocktake ?? null );
			setGone( wanted.length - items.length );
			setRows( ( before ) => {
				const loaded = [ ...known, ...items ];
				const ids = new Set( loaded.map( ( { id } ) => id ) );
				// What was chosen while this was on its way stays.
				return [
					...loaded.map( ( item ) => ( {
						item,
						text: texts.get( item.id ) ?? '1',
					} ) ),
					...before.filter( ( { item } ) => ! ids.has( item.id ) ),
				];
			} );
			setWaiting( false );
		};
		if ( asked.items.length > 0 || asked.stocktake !== null ) {
			setWaiting( true );
			setProblem( null );
			load().catch( ( thrown: unknown ) => {
				if ( ! signal.aborted ) {
					setProblem( asProblem( thrown ) );
					setWaiting( false );
				}
			} );
		}
		return () => controller.abort();
	}, [ asked, turn ] );

	return {
		rows,
		stocktake,
		gone,
		waiting,
		problem,
		again: useCallback( () => setTurn( ( last ) => last + 1 ), [] ),
		add: ( item ) =>
			setRows( ( before ) => addOne( before, paperOf( item ) ) ),
		setText: ( id, text ) =>
			setRows( ( before ) =>
				before.map( ( row ) =>
					row.item.id === id ? { ...row, text } : row
				)
			),
		setAll: ( text ) =>
			setRows( ( before ) =>
				before.map( ( row ) => ( { ...row, text } ) )
			),
		remove: ( id ) =>
			setRows( ( before ) =>
				before.filter( ( { item } ) => item.id !== id )
			),
		clear: () => {
			setRows( [] );
			setStocktake( null );
		},
	};
}
