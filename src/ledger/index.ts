export { LedgerScreen } from './view/LedgerScreen';
