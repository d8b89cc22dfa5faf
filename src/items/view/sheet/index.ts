export { SheetView, type SheetProps } from './SheetView';
