export { RestoreScreen } from './view/RestoreScreen';
