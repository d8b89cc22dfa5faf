export { BundlesScreen } from './view/BundlesScreen';
