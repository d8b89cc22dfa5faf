import { createRoot } from '@wordpress/element';
import { registerItems } from '../items';
import { App } from './App';
import './admin.scss';

const place = document.getElementById( 'woo-inventory-guard' );
if ( place ) {
	registerItems();
	createRoot( place ).render( <App /> );
}
