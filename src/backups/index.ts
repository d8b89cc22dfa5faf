export { BackupsScreen } from './view/BackupsScreen';
