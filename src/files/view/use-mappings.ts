import { useState } from '@wordpress/element';
import type { ImportMapping, ImportMappings } from '../../schema';
import { useAsked } from '../../shared/app/use-asked';
import { useSending } from '../../shared/form/use-sending';
import { fetchMappings, putMappings } from '../data/api';

/** Saved choices of columns. Who saves while somebody else has done so is told, and begins from theirs. */
export function useMappings() {
	const { answer, problem, again } = useAsked( fetchMappings );
	const [ saved, setSaved ] = useState< ImportMappings | null >( null );
	const { sending, problem: refused, send, forget } = useSending();
	const kept =
		saved && saved.version >= ( answer?.version ?? 0 ) ? saved : answer;
	const save = async ( mappings: ImportMapping[] ): Promise< boolean > => {
		const came = await send( mappings, ( key ) =>
			putMappings( { mappings }, kept?.version ?? 0, key )
		);
		if ( came ) {
			setSaved( came );
		}
		return came !== null;
	};
	return {
		kept,
		problem: refused ?? problem,
		sending,
		save,
		again: () => {
			forget();
			again();
		},
	};
}
