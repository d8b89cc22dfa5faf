import { createRoot, flushSync } from '@wordpress/element';
import { registerItems } from '../items';
import { readPath, sectionOf } from '../shared/app/route';
import { App } from './App';
import { bringScreen } from './screens';
import './admin.scss';

/**
 * At once, and in one go: behind this script come those of WordPress's command palette and of other plugins, and whatever
 * is left for later waits for all of them.
 * @param place
 */
async function begin( place: HTMLElement ) {
	registerItems();
	await bringScreen( sectionOf( readPath() ) );
	flushSync( () => createRoot( place ).render( <App /> ) );
}

const place = document.getElementById( 'woo-inventory-guard' );
if ( place ) {
	void begin( place );
}
