/** A picture, and the same for who cannot see it. */
export interface Drawing {
	/** A step keeps its height until the next point. Lying bars are for names: none is left out. */
	type: 'bar' | 'lying' | 'line' | 'step';
	labels: string[];
	/** Where the points stand, as moments: for points that are not evenly apart. */
	moments?: { at: number[]; word: ( moment: number ) => string };
	/** Null where nothing is known: the line has a gap. */
	sets: {
		label: string;
		colour: string;
		values: ( number | null )[];
		/** A line to compare with, broken and without a ground. */
		isLimit?: boolean;
	}[];
	/** Where the heights end, when that is known. */
	top?: number;
	format: ( value: number ) => string;
	/** The picture in a sentence, for who cannot see it. */
	summary: string;
	/** The same as a table: what a row is about, what is in it. */
	rows: string;
	columns: string[];
	cells: { row: string; values: string[] }[];
}
