/**
 * A block as Excel, Google Sheets and LibreOffice put it on the clipboard: cells apart by tabs, rows by line ends, and
 * quotes around a cell that holds either, with quotes inside doubled.
 */
export function readBlock( text: string ): string[][] {
	const rows: string[][] = [ [] ];
	let cell = '';
	let quoted = false;
	const end = () => {
		rows.at( -1 )?.push( cell );
		cell = '';
	};
	for ( let at = 0; at < text.length; at++ ) {
		const sign = text.charAt( at );
		if ( quoted ) {
			if ( sign !== '"' ) {
				cell += sign;
			} else if ( text.charAt( at + 1 ) === '"' ) {
				cell += '"';
				at++;
			} else {
				quoted = false;
			}
		} else if ( sign === '"' && cell === '' && closes( text, at ) ) {
			quoted = true;
		} else if ( sign === '\t' ) {
			end();
		} else if ( sign === '\n' || sign === '\r' ) {
			if ( sign === '\r' && text.charAt( at + 1 ) === '\n' ) {
				at++;
			}
			end();
			rows.push( [] );
		} else {
			cell += sign;
		}
	}
	end();
	// Sheets end the last row too.
	const last = rows.at( -1 );
	if ( rows.length > 1 && last?.length === 1 && last[ 0 ] === '' ) {
		rows.pop();
	}
	return rows;
}

/** Whether a quote that begins a cell is one around it: 5" of ribbon, typed without another, is not. */
function closes( text: string, from: number ): boolean {
	for ( let at = from + 1; at < text.length; at++ ) {
		if ( text.charAt( at ) !== '"' ) {
			continue;
		}
		if ( text.charAt( at + 1 ) === '"' ) {
			at++;
			continue;
		}
		return /^[\t\r\n]?$/.test( text.charAt( at + 1 ) );
	}
	return false;
}

export const writeBlock = ( rows: string[][] ): string =>
	rows
		.map( ( cells ) =>
			cells
				.map( ( cell ) =>
					/[\t\r\n]|^"/.test( cell )
						? `"${ cell.replaceAll( '"', '""' ) }"`
						: cell
				)
				.join( '\t' )
		)
		.join( '\n' );
