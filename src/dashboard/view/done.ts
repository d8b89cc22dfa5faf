/** Something that was done, and how to take it back. */
export interface Done {
	text: string;
	undo?: () => void;
}
