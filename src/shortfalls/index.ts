export { ShortfallsScreen } from './view/ShortfallsScreen';
