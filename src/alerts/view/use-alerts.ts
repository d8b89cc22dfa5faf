import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Alert } from '../../schema';
import { useRows } from '../../shared/app/use-rows';
import { asProblem, type Problem } from '../../shared/data/problem';
import { announce } from '../../shared/ui/announce';
import { fetchAlerts, postHandled } from '../data/api';
import { queryOf, type View } from '../logic/view';

/** The alerts of a view. What was seen to leaves the open ones at once, and comes back if that could not be saved. */
export function useAlerts( { show, kind, page }: View ) {
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) =>
				fetchAlerts( queryOf( { show, kind, page } ), signal ),
			[ show, kind, page ]
		)
	);
	const [ leaving, setLeaving ] = useState< readonly number[] >( [] );
	const [ failed, setFailed ] = useState< Record< number, Problem > >( {} );

	const { reload, put } = list;
	const handle = async ( alert: Alert ) => {
		setFailed( ( { [ alert.id ]: _gone, ...others } ) => others );
		if ( show === 'open' ) {
			setLeaving( ( before ) => [ ...before, alert.id ] );
		}
		try {
			put( await postHandled( alert.id ) );
			announce( __( 'Seen to', 'woo-inventory-guard' ) );
			await reload();
		} catch ( thrown ) {
			setFailed( ( before ) => ( {
				...before,
				[ alert.id ]: asProblem( thrown ),
			} ) );
		} finally {
			setLeaving( ( before ) =>
				before.filter( ( id ) => id !== alert.id )
			);
		}
	};

	return {
		...list,
		rows: list.rows.filter( ( { id } ) => ! leaving.includes( id ) ),
		failed,
		handle,
	};
}
