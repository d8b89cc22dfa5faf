export { VariationsScreen } from './view/VariationsScreen';
