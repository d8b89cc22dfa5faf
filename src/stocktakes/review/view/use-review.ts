import { useCallback, useState } from '@wordpress/element';
import type { Stocktake } from '../../../schema';
import { useRows } from '../../../shared/app/use-rows';
import { fetchLines } from '../data/api';
import { useSums } from './use-sums';
import { useView } from './use-view';

/** Lines and sums of a stocktake, as they are looked at; both anew when it has changed. */
export function useReview( { id, version }: Stocktake, again: () => void ) {
	const { view, change, hrefOf } = useView();
	const { show, sort, search, page } = view;
	const [ acts, setActs ] = useState( 0 );
	const turn = `${ version }.${ acts }`;
	const asked = useSums( id, turn );
	const { answer, problem } = asked;
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) =>
				fetchLines( id, { show, sort, search, page }, signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- asking for the sums compares new counts with the books: lines that were read before are old then.
			[ id, show, sort, search, page, answer, problem ]
		)
	);
	/** After an act of one's own: decisions leave the version as it was. */
	const changed = useCallback( () => {
		setActs( ( before ) => before + 1 );
		again();
	}, [ again ] );
	return { view, change, hrefOf, list, asked, sums: asked.answer, changed };
}

export type Review = ReturnType< typeof useReview >;
