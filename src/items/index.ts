export { AdjustForm } from './view/AdjustForm';
export { AdjustPopover } from './view/AdjustPopover';
export { fetchItem, postAdjustment } from './data/api';
export { StockScreen } from './view/StockScreen';
export { registerItems } from './data/store';
// Parts for what shows one item elsewhere.
export { explainLowAt, explainOrigin } from './view/explain';
export { Finder } from './view/Finder';
export { HistoryLines } from './view/HistoryLines';
export { LevelsTable } from './view/LevelsTable';
export { Numbers } from './view/Numbers';
export { ReservedBy } from './view/ReservedBy';
export { Status } from './view/Status';
export { useItem } from './view/use-item';
export { canBeAdjusted } from './logic/view-state';
export { StaleChoice } from './view/StaleChoice';
export { UsedIn } from './view/UsedIn';
export {
	draftProblemWord,
	eachWord,
	kindWord,
	reasonWord,
	REASONS,
	STATUS_ICON,
	statusWord,
} from './view/words';
