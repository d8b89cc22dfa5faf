import { __ } from '@wordpress/i18n';
import type { LedgerQuery } from '../../schema';
import { todayInShop } from '../../shared/format/words';
import { Exporting } from '../../shared/table-file/Exporting';
import { useExport } from '../../shared/table-file/use-export';
import { fetchLines } from '../data/api';
import { cellsOf } from '../logic/export';

/** Lines that are asked for at once. */
const PORTION = 500;

const columns = () =>
	[
		__( 'Time (UTC)', 'woo-inventory-guard' ),
		__( 'Item', 'woo-inventory-guard' ),
		__( 'SKU', 'woo-inventory-guard' ),
		__( 'Place', 'woo-inventory-guard' ),
		__( 'Change', 'woo-inventory-guard' ),
		__( 'After', 'woo-inventory-guard' ),
		__( 'Reason', 'woo-inventory-guard' ),
		__( 'Document', 'woo-inventory-guard' ),
		__( 'Kind of document', 'woo-inventory-guard' ),
		__( 'Number of document', 'woo-inventory-guard' ),
		__( 'Who', 'woo-inventory-guard' ),
		__( 'Note', 'woo-inventory-guard' ),
		__( 'Unit cost', 'woo-inventory-guard' ),
	].map( ( title, place ) => ( {
		title,
		isNumber: NUMBERS.includes( place ),
	} ) );

/** Change, balance and cost; the number of a document is a name. */
const NUMBERS = [ 4, 5, 12 ];

/** What is filtered, all of it, as a file. */
export function ExportLines( { query }: { query: LedgerQuery } ) {
	const file = useExport(
		columns,
		async ( from, signal ) => {
			const page = await fetchLines(
				{ ...query, per_page: PORTION, ...( from ? { from } : {} ) },
				signal
			);
			return { rows: page.rows.map( cellsOf ), next: page.next };
		},
		() => `ledger-${ todayInShop() }`
	);
	return <Exporting file={ file } />;
}
