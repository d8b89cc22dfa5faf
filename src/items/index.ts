export { AdjustForm } from './view/adjust/AdjustForm';
export { AdjustPopover } from './view/adjust/AdjustPopover';
export { fetchItem, postAdjustment } from './data/api';
export { StockScreen } from './view/list/StockScreen';
export { registerItems } from './data/store';
// Parts for what shows one item elsewhere.
export { explainLowAt, explainOrigin } from './view/item/explain';
export { Finder } from './view/Finder';
export { HistoryLines } from './view/item/HistoryLines';
export { LevelsTable } from './view/item/LevelsTable';
export { Numbers } from './view/list/Numbers';
export { ReservedBy } from './view/item/ReservedBy';
export { Status } from './view/Status';
export { useItem } from './view/item/use-item';
export { canBeAdjusted } from './logic/view-state';
export { StaleChoice } from './view/adjust/StaleChoice';
export { UsedIn } from './view/item/UsedIn';
export {
	draftProblemWord,
	eachWord,
	kindWord,
	reasonWord,
	REASONS,
	STATUS_ICON,
	statusWord,
} from './view/words';
