import { useCallback, useEffect } from '@wordpress/element';
import { useAsked } from '../../../shared/app/use-asked';
import { fetchSums } from '../data/api';

const SOON = 1_500;

/** The review in sums, asked again while lines are still being compared; anew with each `turn`. */
export function useSums( id: number, turn: string ) {
	const asked = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchSums( id, signal ),
			// eslint-disable-next-line react-hooks/exhaustive-deps -- after each turn the sums are others.
			[ id, turn ]
		)
	);
	const { answer, waiting, again } = asked;
	useEffect( () => {
		if ( waiting || ! answer || answer.ready ) {
			return undefined;
		}
		const timer = setTimeout( again, SOON );
		return () => clearTimeout( timer );
	}, [ answer, waiting, again ] );
	return asked;
}
