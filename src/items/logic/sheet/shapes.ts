import type { EditColumn, Wire } from './cells';

/** One cell that somebody changed. */
export interface Change {
	id: number;
	column: EditColumn;
	from: Wire;
	to: Wire;
}

export interface Edit extends Change {
	/** waiting for its turn or for the connection; wrong: not even sent. */
	state: 'waiting' | 'sending' | 'failed' | 'changed' | 'wrong';
	/** Taken back: on hand is moved by the difference, so that what others moved since stays. */
	byDifference: boolean;
	/** Why it was not saved. */
	message: string;
}

export interface Sheet {
	/** What is not saved, by cell. */
	edits: Record< string, Edit >;
	/** How often a cell was saved: shows its tick. */
	saved: Record< string, number >;
	undo: Change[][];
	redo: Change[][];
}

/** The name of a cell. */
export const keyOf = ( id: number, column: EditColumn ): string =>
	`${ id } ${ column }`;
