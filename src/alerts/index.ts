export { AlertsScreen } from './view/AlertsScreen';
