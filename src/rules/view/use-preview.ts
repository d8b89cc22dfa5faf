import { useEffect, useState } from '@wordpress/element';
import type { RulePreview, RuleRequest } from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { asProblem, type Problem } from '../../shared/data/problem';
import { previewRule } from '../data/api';

const TYPING = 300;

/** What the rule that is being typed would do; the old answer stays, dimmed, until the new one is there. */
export function usePreview( request: RuleRequest | null ) {
	const [ preview, setPreview ] = useState< RulePreview | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isWaiting, setWaiting ] = useState( false );
	const [ turn, setTurn ] = useState( 0 );
	const asked = request ? JSON.stringify( request ) : '';

	useEffect( () => {
		if ( ! asked ) {
			setPreview( null );
			setProblem( null );
			setWaiting( false );
			return;
		}
		const controller = new AbortController();
		setWaiting( true );
		const timer = setTimeout( async () => {
			try {
				const found = await previewRule(
					JSON.parse( asked ),
					newKey(),
					controller.signal
				);
				setPreview( found );
				setProblem( null );
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
			if ( ! controller.signal.aborted ) {
				setWaiting( false );
			}
		}, TYPING );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ asked, turn ] );

	return {
		preview,
		problem,
		isWaiting,
		retry: () => setTurn( turn + 1 ),
	};
}
