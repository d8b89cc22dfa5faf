import { __, sprintf } from '@wordpress/i18n';
import { number } from '../../shared/format/words';
import { LIMITS, Refusal, type RefusalCode } from '../logic/refusal';

/** What is wrong with a file, and what to do. */
export function refusalWord( { code, row }: Refusal ): string {
	const said = WORDS[ code ]();
	return row > 0
		? `${ sprintf(
				/* translators: %s: number of a row in a file. */
				__( 'Row %s:', 'woo-inventory-guard' ),
				number( row )
			) } ${ said }`
		: said;
}

const WORDS: Record< RefusalCode, () => string > = {
	empty: () => __( 'This file is empty.', 'woo-inventory-guard' ),
	too_large: () =>
		sprintf(
			/* translators: %s: number of megabytes. */
			__(
				'This file is larger than %s MB. Leave out columns that are not needed, or split it.',
				'woo-inventory-guard'
			),
			number( LIMITS.file / 1_000_000 )
		),
	picture: () =>
		__(
			'This is a picture. Choose a CSV or XLSX file.',
			'woo-inventory-guard'
		),
	pdf: () =>
		__(
			'This is a PDF. Choose a CSV or XLSX file: most programs that print a list can also save it as one.',
			'woo-inventory-guard'
		),
	old_excel: () =>
		__(
			'This is a file of an Excel from before 2007. Open it, choose “Save as”, and take “Excel workbook (.xlsx)”.',
			'woo-inventory-guard'
		),
	encrypted: () =>
		__(
			'This file is locked with a password. Open it, save it without one, and choose it again.',
			'woo-inventory-guard'
		),
	ods: () =>
		__(
			'This is an OpenDocument spreadsheet. In LibreOffice choose “Save as” and take XLSX or CSV.',
			'woo-inventory-guard'
		),
	numbers_app: () =>
		__(
			'This is a file of Numbers. There choose File, Export to, Excel or CSV.',
			'woo-inventory-guard'
		),
	other_zip: () =>
		__(
			'This is an archive, not a table. Unpack it, and choose the CSV or XLSX file in it.',
			'woo-inventory-guard'
		),
	web_page: () =>
		__(
			'This is a web page, though it may be called a spreadsheet. Open it in Excel or LibreOffice and save it as XLSX or CSV.',
			'woo-inventory-guard'
		),
	binary: () =>
		__(
			'This is not a text: there are zero bytes in it. Choose a CSV or XLSX file.',
			'woo-inventory-guard'
		),
	encoding: () =>
		__(
			'Some letters cannot be read in this encoding. Choose another one below, or save the file as “CSV UTF-8”.',
			'woo-inventory-guard'
		),
	broken_zip: () =>
		__(
			'This file is damaged or was not copied as a whole. Save or download it again.',
			'woo-inventory-guard'
		),
	inflates_too_far: () =>
		__(
			'This file would unpack to more than a spreadsheet ever holds. It was not opened; save it anew as CSV.',
			'woo-inventory-guard'
		),
	declares_entities: () =>
		__(
			'This file holds instructions that no spreadsheet needs, as harmful files do. It was not opened; save it anew as CSV.',
			'woo-inventory-guard'
		),
	no_such_sheet: () =>
		__(
			'There is no sheet with cells in this file.',
			'woo-inventory-guard'
		),
	too_many_rows: () =>
		sprintf(
			/* translators: %s: number of rows. */
			__(
				'There are more than %s rows. Split the file.',
				'woo-inventory-guard'
			),
			number( LIMITS.rows )
		),
	too_many_columns: () =>
		sprintf(
			/* translators: %s: number of columns. */
			__(
				'There are more than %s columns. Leave out those that are not needed.',
				'woo-inventory-guard'
			),
			number( LIMITS.columns )
		),
	line_too_long: () =>
		__(
			'This row is far longer than any row of a list of items. Is it a table at all?',
			'woo-inventory-guard'
		),
	quote_left_open: () =>
		__(
			'A quotation mark is opened here and never closed. Put the mark right, or save the file anew from your spreadsheet.',
			'woo-inventory-guard'
		),
	no_heading: () =>
		__(
			'There is nothing in this file: the first row must say what the columns are.',
			'woo-inventory-guard'
		),
	no_rows: () =>
		__(
			'There are headings, but no rows below them.',
			'woo-inventory-guard'
		),
	gone: () =>
		__(
			'The file cannot be read any more: it was changed, moved or closed. Choose it again.',
			'woo-inventory-guard'
		),
	unknown: () =>
		__(
			'This file could not be read. Save it anew as CSV and try again.',
			'woo-inventory-guard'
		),
};

export const asRefusal = ( thrown: unknown ): Refusal =>
	thrown instanceof Refusal ? thrown : new Refusal( 'unknown' );
