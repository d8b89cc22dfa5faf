export { DashboardScreen } from './view/DashboardScreen';
