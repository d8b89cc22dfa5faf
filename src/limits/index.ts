export { LimitsScreen } from './view/LimitsScreen';
