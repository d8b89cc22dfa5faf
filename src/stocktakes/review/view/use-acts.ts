import { useState } from '@wordpress/element';
import type { StocktakeLine } from '../../../schema';
import { useSending } from '../../../shared/form/use-sending';
import { postOrder } from '../data/api';
import {
	orderBack,
	orderForAll,
	orderOf,
	refusedOf,
	type Order,
	type Why,
} from '../logic/decide';
import type { Act } from '../logic/line';
import { doneWord } from './words';

const NOBODY_SAYS: Why = { reason: 'unknown', note: '' };

/** What was done last, and how it is taken back. */
interface Told {
	words: string;
	back: Order | null;
}

/** Acts on lines of a stocktake. What the server refused of them is said at the line. */
export function useActs( id: number, onChanged: () => void ) {
	const { sending, problem, send, forget } = useSending();
	const [ refused, setRefused ] = useState< ReadonlyMap< number, string > >(
		new Map()
	);
	const [ told, setTold ] = useState< Told | null >( null );
	const [ last, setLast ] = useState< ( () => void ) | null >( null );

	const carryOut = async ( act: Act, order: Order, back: Order | null ) => {
		setLast( () => () => void carryOut( act, order, back ) );
		const done = await send( { id, order }, ( key ) =>
			postOrder( id, order, key )
		);
		if ( done ) {
			setRefused( refusedOf( done ) );
			setTold(
				done.changed > 0
					? { words: doneWord( act, done.changed ), back }
					: null
			);
		}
		// What failed may have been done all the same, or be impossible by now: either is seen.
		onChanged();
		return done !== null;
	};

	const on = (
		act: Act,
		lines: readonly StocktakeLine[],
		why: Why = NOBODY_SAYS
	) => {
		const order = orderOf( act, lines, why );
		return order
			? carryOut( act, order, orderBack( act, lines ) )
			: Promise.resolve( false );
	};
	const onAll = ( act: 'accept' | 'leave' | 'zero' ) =>
		carryOut( act, orderForAll( act ), null );
	const back = () => {
		if ( told?.back ) {
			void carryOut( 'none', told.back, null );
		}
	};
	return {
		on,
		onAll,
		sending,
		problem,
		retry: last,
		refused,
		told,
		back,
		forget: () => {
			forget();
			setTold( null );
		},
	};
}

export type Acts = ReturnType< typeof useActs >;
