import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../schema';
import { useSending } from '../../shared/form/use-sending';
import { putSettings, resetSettings } from '../data/api';
import type { Name } from '../logic/catalogue';
import { requestOf } from '../logic/transfer';
import { labelOf } from './words';

interface Said {
	words: string;
	undo?: () => void;
}

/** Acts on several settings at once; each is done at once, and can be taken back. */
export function useWayBack(
	take: ( settings: Settings, names: readonly Name[] ) => void
) {
	const [ said, setSaid ] = useState< Said | null >( null );
	const { sending, problem, send } = useSending();
	const again = useRef( () => {} );

	const undo = async ( former: Settings, names: readonly Name[] ) => {
		again.current = () => void undo( former, names );
		const changes = requestOf( former, names );
		const now = await send( changes, ( key ) =>
			putSettings( changes, key )
		);
		if ( now ) {
			take( now, names );
			setSaid( {
				words: __(
					'The settings are as they were.',
					'woo-inventory-guard'
				),
			} );
		}
	};
	const done = (
		now: Settings,
		former: Settings,
		names: readonly Name[],
		words: string
	) => {
		take( now, names );
		setSaid( { words, undo: () => void undo( former, names ) } );
	};
	const reset = async ( former: Settings, names: readonly Name[] ) => {
		again.current = () => void reset( former, names );
		const now = await send( [ 'reset', names, former ], ( key ) =>
			resetSettings( names, key )
		);
		if ( now ) {
			done( now, former, names, resetWords( names ) );
		}
	};

	return {
		said,
		hush: () => setSaid( null ),
		sending,
		problem,
		retry: () => again.current(),
		reset,
		/** After a file was imported. */
		imported: ( now: Settings, former: Settings, names: readonly Name[] ) =>
			done(
				now,
				former,
				names,
				sprintf(
					/* translators: %s: number of settings. */
					_n(
						'%s setting was imported.',
						'%s settings were imported.',
						names.length,
						'woo-inventory-guard'
					),
					String( names.length )
				)
			),
	};
}

const resetWords = ( names: readonly Name[] ): string => {
	const [ name ] = names;
	return name && names.length === 1
		? sprintf(
				/* translators: %s: name of a setting. */
				__( '“%s” is at its default again.', 'woo-inventory-guard' ),
				labelOf( name )
			)
		: __( 'All settings are at their defaults.', 'woo-inventory-guard' );
};
