import { useMemo } from '@wordpress/element';
import { addressOf, useRoute } from '../../../shared/app/route';
import { readView, writeView, type View } from '../logic/view';

/** What is looked at, from the address; each change of it is a step that Back undoes. */
export function useView() {
	const { path, search, go } = useRoute();
	const params = useMemo( () => new URLSearchParams( search ), [ search ] );
	const view = useMemo( () => readView( params ), [ params ] );
	const to = ( part: Partial< View > ) =>
		writeView( { ...view, page: 1, line: null, ...part }, params );
	const hrefOf = ( part: Partial< View > ) => addressOf( path, to( part ) );
	const change = (
		part: Partial< View >,
		options: { replace?: boolean } = {}
	) => go( to( part ), options );
	return { view, change, hrefOf };
}
