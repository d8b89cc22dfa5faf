import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import type { Item } from '../../../schema';
import {
	between,
	countPicked,
	isPicked,
	NONE,
	pick,
	type Picked,
} from '../../logic/picked';
import type { StockView } from '../../logic/view-state';

/** Which rows are picked, and what picks them. They stay picked from page to page; another list begins with none. */
export interface Picks {
	picked: Picked;
	/** Whether every row of the page is picked, some, or none. */
	page: 'every' | 'some' | 'none';
	/** @param isRange From the one before to this one. */
	pickOne: ( id: number, isOn: boolean, isRange: boolean ) => void;
	pickPage: ( isOn: boolean ) => void;
	pickAll: () => void;
	pickNone: () => void;
	count: ( total: number ) => number;
}

/** @return NULL where nothing can be picked: cards and the spreadsheet have no room for boxes. */
export function usePicked(
	{ search, filter }: Pick< StockView, 'search' | 'filter' >,
	rows: readonly Item[],
	isPossible: boolean
): Picks | null {
	const [ picked, setPicked ] = useState( NONE );
	const last = useRef< number | null >( null );
	const ids = useMemo( () => rows.map( ( { id } ) => id ), [ rows ] );

	useEffect( () => {
		setPicked( NONE );
		last.current = null;
	}, [ search, filter ] );

	const here = ids.filter( ( id ) => isPicked( picked, id ) ).length;
	const some = here > 0 ? 'some' : 'none';
	if ( ! isPossible ) {
		return null;
	}
	return {
		picked,
		page: here > 0 && here === ids.length ? 'every' : some,
		pickOne: ( id, isOn, isRange ) => {
			const meant = isRange ? between( ids, last.current, id ) : [ id ];
			last.current = id;
			setPicked( pick( picked, ids, meant, isOn ) );
		},
		pickPage: ( isOn ) => setPicked( pick( picked, ids, ids, isOn ) ),
		pickAll: () => setPicked( { all: true, ids } ),
		pickNone: () => setPicked( NONE ),
		count: ( total ) => countPicked( picked, total ),
	};
}
