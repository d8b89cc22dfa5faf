import { useDispatch, useSelect } from '@wordpress/data';
import { useCallback, useEffect } from '@wordpress/element';
import { store } from '../../data/store';

/** One item with its ledger, asked for when it is first shown. */
export function useItem( id: number ) {
	const { refreshItem, loadHistory, adjust } = useDispatch( store );
	const known = useSelect(
		( select ) => ( {
			item: select( store ).getItem( id ),
			problem: select( store ).getItemProblem( id ),
			history: select( store ).getHistory( id ),
		} ),
		[ id ]
	);
	const reload = useCallback( () => {
		refreshItem( id );
		loadHistory( id );
	}, [ id, refreshItem, loadHistory ] );
	useEffect( reload, [ reload ] );
	return { ...known, adjust, loadHistory, reload };
}
