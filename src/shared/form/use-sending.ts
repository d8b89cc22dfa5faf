import { useRef, useState } from '@wordpress/element';
import { newKey } from '../app/new-key';
import { asProblem, type Problem } from '../data/problem';

/**
 * Sends what a form holds. The same content keeps its key through every Retry, so that a lost answer never means a
 * second one; other content is another act.
 */
export function useSending() {
	const [ sending, setSending ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const sent = useRef( { body: '', key: '' } );

	const send = async < T >(
		content: unknown,
		act: ( key: string ) => Promise< T >
	): Promise< T | null > => {
		if ( sending ) {
			return null;
		}
		const body = JSON.stringify( content );
		if ( sent.current.body !== body ) {
			sent.current = { body, key: newKey() };
		}
		setSending( true );
		setProblem( null );
		try {
			const answer = await act( sent.current.key );
			sent.current = { body: '', key: '' };
			return answer;
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
			return null;
		} finally {
			setSending( false );
		}
	};

	/** What failed was another content's: it is no longer said. */
	const forget = () => setProblem( null );

	return { sending, problem, send, forget };
}
