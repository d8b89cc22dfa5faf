import type { Tallied } from './tally';

/** A count as this device keeps it. */
export interface Count extends Tallied {
	stocktake: number;
	/** Null where nobody knows yet what the code is. */
	item_id: number | null;
	code: string;
	/** By the device's own clock, RFC 3339. */
	at: string;
	/** Server minus device as it was known then, in milliseconds. */
	offset: number | null;
	note: string;
	/** waiting: not sent yet. refused: the server will never take it; message says why. */
	state: 'waiting' | 'counted' | 'refused';
	message: string;
}

/** An RFID tag: once in a stocktake, whoever reads it. */
export interface Tag {
	stocktake: number;
	epc: string;
	at: string;
	offset: number | null;
	place: string;
	state: 'waiting' | 'sent' | 'refused';
}
