import { attribute, type XmlEvents } from './xml';

/** Formats for days and times that every spreadsheet has (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: readonly ( readonly [ number, number ] )[] = [
	[ 14, 22 ],
	[ 27, 36 ],
	[ 45, 47 ],
	[ 50, 58 ],
];

/** From the day 0 of a spreadsheet to that of clocks, in days. */
const EPOCH = 25_569;
/** Spreadsheets of old Macs count from another day on. */
const EPOCH_1904 = 24_107;
const DAY = 86_400_000;

/** Days and times are numbers with a style; this reads the styles, and shows such a number as 2026-03-03 14:02. */
export function datesOf( since1904: boolean ) {
	const formats = new Set< number >();
	const styles: boolean[] = [];
	let isInCells = false;
	const events: XmlEvents = {
		open: ( name, rest ) => {
			const id = Number( attribute( rest, 'numFmtId' ) ?? 0 );
			if (
				name === 'numFmt' &&
				isDate( attribute( rest, 'formatCode' ) ?? '' )
			) {
				formats.add( id );
			} else if ( name === 'cellXfs' ) {
				isInCells = true;
			} else if ( name === 'xf' && isInCells ) {
				styles.push(
					formats.has( id ) ||
						BUILT_IN.some(
							( [ from, to ] ) => id >= from && id <= to
						)
				);
			}
		},
		close: ( name ) => {
			isInCells = isInCells && name !== 'cellXfs';
		},
		text: () => {},
	};
	const show = ( value: number, style: number ): string | null => {
		if ( ! styles[ style ] || value < 1 || value > 2_958_465 ) {
			return null;
		}
		const days = value - ( since1904 ? EPOCH_1904 : EPOCH );
		const moment = new Date(
			Math.round( days * 86_400 ) * 1000
		).toISOString();
		return ( days * DAY ) % DAY === 0
			? moment.slice( 0, 10 )
			: moment.slice( 0, 19 ).replace( 'T', ' ' );
	};
	return { styles: events, show };
}

/** Letters for years, months, days and hours, outside of quotes and brackets. */
const isDate = ( code: string ): boolean =>
	/[ymdh]/i.test( code.replace( /"[^"]*"|\[[^\]]*\]|\\.|General/gi, '' ) );
