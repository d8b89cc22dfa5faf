import type { Stocktake } from '../../schema';
import type { Base } from '../data/base';
import type { Options } from '../data/device';
import type { Readiness } from '../data/offline';
import type { Opened } from './use-replica';

/** What a stocktake is counted with, on this device. */
export interface CountProps {
	base: Base;
	opened: Opened;
	stocktake: Stocktake;
	readiness: Readiness;
	onOptions: ( options: Options ) => void;
}
