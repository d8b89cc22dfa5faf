import { registerItems } from '../items';
import { watchPanels } from './view/panels';
import './product-panel.scss';

const screen = document.getElementById( 'woocommerce-product-data' );
if ( screen ) {
	registerItems();
	watchPanels( screen );
}
