export { BulkView, type BulkProps } from './BulkView';
