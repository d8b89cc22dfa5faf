/** A column of a file. */
export interface FileColumn {
	title: string;
	/** In XLSX, digits in a text stay text: a barcode keeps the zeros that it begins with. */
	isNumber: boolean;
}
