import { createRoot } from '@wordpress/element';
import { App } from './view/App';
import './counting.scss';

const place = document.getElementById( 'wig-counting' );
if ( place ) {
	createRoot( place ).render( <App /> );
}
