export { SettingsScreen } from './view/SettingsScreen';
