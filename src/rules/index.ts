export { ItemRules } from './view/ItemRules';
export { RulesScreen } from './view/RulesScreen';
