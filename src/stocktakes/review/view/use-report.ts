import { useCallback } from '@wordpress/element';
import { useAsked } from '../../../shared/app/use-asked';
import { fetchReport } from '../data/api';

export const useReport = ( id: number ) =>
	useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchReport( id, signal ),
			[ id ]
		)
	);
