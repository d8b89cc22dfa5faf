export { FirstRunScreen } from './view/FirstRunScreen';
