import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { Problem } from '../../shared/data/problem';
import { problemText } from '../../shared/ui/problem-text';
import { findItems } from '../data/api';

const TYPING = 220;

/** What is typed or scanned into the field, and what it may mean. */
export function useFinder(
	onPick: ( item: Item ) => void,
	accepts: ( item: Item ) => boolean
) {
	const [ text, setText ] = useState( '' );
	const [ found, setFound ] = useState< Item[] >( [] );
	const [ active, setActive ] = useState( -1 );
	const [ said, setSaid ] = useState( '' );
	// What a scanner sends faster than the shop answers waits its turn.
	const turn = useRef( Promise.resolve() );
	const latest = useRef( { onPick, accepts } );
	latest.current = { onPick, accepts };

	useEffect( () => {
		setActive( -1 );
		if ( text.trim().length < 2 ) {
			setFound( [] );
			return;
		}
		const asking = new AbortController();
		const timer = setTimeout( async () => {
			const items = await findItems( text.trim(), asking.signal ).catch(
				() => null
			);
			if ( items && ! asking.signal.aborted ) {
				setFound( items.filter( latest.current.accepts ) );
			}
		}, TYPING );
		return () => {
			clearTimeout( timer );
			asking.abort();
		};
	}, [ text ] );

	const clear = () => {
		setText( '' );
		setFound( [] );
		setActive( -1 );
	};
	const pick = ( item: Item ) => {
		clear();
		setSaid( '' );
		latest.current.onPick( item );
	};
	const look = async ( code: string ) => {
		try {
			const items = await findItems( code );
			const meant =
				items.find(
					( { sku, barcode } ) => sku === code || barcode === code
				) ?? ( items.length === 1 ? items[ 0 ] : undefined );
			if ( meant && latest.current.accepts( meant ) ) {
				setSaid( '' );
				latest.current.onPick( meant );
				return;
			}
			setSaid( meant ? refused( meant ) : unclear( code, items.length ) );
			// More than one is meant: they are shown, to choose from.
			setText( ( now ) => ( now === '' && ! meant ? code : now ) );
		} catch ( thrown ) {
			setSaid( thrown instanceof Problem ? problemText( thrown ) : '' );
			setText( ( now ) => ( now === '' ? code : now ) );
		}
	};
	const enter = () => {
		const chosen = found[ active ];
		const code = text.trim();
		if ( chosen ) {
			pick( chosen );
		} else if ( code ) {
			clear();
			turn.current = turn.current.then( () => look( code ) );
		}
	};
	const move = ( by: 1 | -1 ) =>
		setActive( ( now ) =>
			found.length
				? ( now + by + found.length + ( now < 0 && by < 0 ? 1 : 0 ) ) %
					found.length
				: -1
		);

	return { text, setText, found, active, said, clear, pick, enter, move };
}

const refused = ( item: Item ): string =>
	sprintf(
		/* translators: %s: name of an item. */
		__( '“%s” cannot be chosen here.', 'woo-inventory-guard' ),
		item.name
	);

const unclear = ( code: string, times: number ): string =>
	times === 0
		? sprintf(
				/* translators: %s: what was typed or scanned. */
				__( 'Nothing is called “%s”.', 'woo-inventory-guard' ),
				code
			)
		: sprintf(
				/* translators: %s: what was typed or scanned. */
				__(
					'More than one item fits “%s”. Choose one.',
					'woo-inventory-guard'
				),
				code
			);
