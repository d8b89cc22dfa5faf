export { ReportsScreen } from './view/ReportsScreen';
