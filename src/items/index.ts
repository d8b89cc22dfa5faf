export { StockScreen } from './view/StockScreen';
export { registerItems } from './data/store';
