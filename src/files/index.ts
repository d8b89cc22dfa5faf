export { FilesScreen } from './view/FilesScreen';
