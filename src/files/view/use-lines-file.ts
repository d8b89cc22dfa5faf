import { __ } from '@wordpress/i18n';
import type { ImportLinesQuery } from '../../schema';
import { useExport } from '../../shared/table-file/use-export';
import { fetchLines } from '../data/api';
import { whatOf } from './LineTable';
import { lineStateWord } from './words';

/** Rows that are asked for at once. */
const PORTION = 500;

/** Rows of an import as a file: to be put right in the spreadsheet that they came from, or kept as the report. */
export const useLinesFile = ( id: number, show: ImportLinesQuery[ 'show' ] ) =>
	useExport(
		() => [
			{ title: __( 'Row', 'woo-inventory-guard' ), isNumber: true },
			{ title: __( 'SKU', 'woo-inventory-guard' ), isNumber: false },
			{ title: __( 'Name', 'woo-inventory-guard' ), isNumber: false },
			{ title: __( 'State', 'woo-inventory-guard' ), isNumber: false },
			{
				title: __( 'What is with it', 'woo-inventory-guard' ),
				isNumber: false,
			},
		],
		async ( from, signal ) => {
			const page = Number( from ?? 1 );
			const { rows, total } = await fetchLines(
				id,
				{ show, page, per_page: PORTION },
				signal
			);
			return {
				rows: rows.map( ( line ) => [
					line.row,
					line.sku,
					line.name,
					lineStateWord( line.state ),
					whatOf( line ).join( '; ' ),
				] ),
				next: page * PORTION < total ? String( page + 1 ) : null,
			};
		},
		() => `import-${ id }`
	);
