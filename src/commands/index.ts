// The main ways into the inventory, in WordPress's command palette (Ctrl+K) on every page of wp-admin.
import { commands, type Place } from './commands';

/** The part of @wordpress/commands' store that is used; its package comes with the page, where there is a palette. */
interface Palette {
	registerCommand: ( command: {
		name: string;
		label: string;
		searchLabel: string;
		keywords: string[];
		callback: ( options: { close: () => void } ) => void;
	} ) => void;
}

declare global {
	interface Window {
		wooInventoryGuardPlace?: Place;
		wp?: {
			data?: {
				dispatch: ( store: 'core/commands' ) => Palette | undefined;
			};
		};
	}
}

const place = window.wooInventoryGuardPlace;
const palette = window.wp?.data?.dispatch( 'core/commands' );
if ( place && palette ) {
	for ( const { name, label, keywords, href } of commands( place ) ) {
		palette.registerCommand( {
			name,
			label,
			searchLabel: [ label, ...keywords ].join( ' ' ),
			keywords,
			callback: ( { close } ) => {
				close();
				window.location.assign( href );
			},
		} );
	}
}
