import { useMemo } from '@wordpress/element';
import { useRoute } from '../../shared/app/route';
import { readView, writeView, type View } from '../logic/view';

/** What is looked at, from the address; each change of it is a step that Back undoes. */
export function useView() {
	const { search, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	const change = (
		part: Partial< View >,
		options: { replace?: boolean } = {}
	) => go( writeView( { ...view, page: 1, ...part } ), options );
	return { view, change };
}
