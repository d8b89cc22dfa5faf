export { LabelsScreen } from './view/LabelsScreen';
