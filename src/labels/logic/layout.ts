/** All lengths are millimetres. */
export interface Size {
	width: number;
	height: number;
}

/** How labels lie on a page; what is left over is the same margin on both sides. */
export interface Layout {
	page: Size;
	label: Size;
	columns: number;
	rows: number;
	/** Between two labels. */
	gap: Size;
}

export const LAYOUTS = [
	'a4-3x8',
	'a4-4x10',
	'a4-2x7',
	'57x32',
	'100x50',
	'own',
] as const;
export type LayoutId = ( typeof LAYOUTS )[ number ];

const A4: Size = { width: 210, height: 297 };

const onA4 = (
	columns: number,
	rows: number,
	label: Size,
	between = 0
): Layout => ( {
	page: A4,
	label,
	columns,
	rows,
	gap: { width: between, height: 0 },
} );

/** A label printer's page is the label. */
const alone = ( label: Size ): Layout => ( {
	page: label,
	label,
	columns: 1,
	rows: 1,
	gap: { width: 0, height: 0 },
} );

/** Smaller ones hold no symbol, larger ones no printer of labels. */
export const OWN_LEAST: Size = { width: 20, height: 10 };
export const OWN_MOST: Size = { width: 210, height: 297 };

export const OWN_USUAL: Size = { width: 60, height: 40 };

/** The sheets are those that are sold most: 63.5 x 33.9, 48.5 x 25.4 and 99.1 x 38.1 mm. */
export function layoutOf( id: LayoutId, own: Size ): Layout {
	switch ( id ) {
		case 'a4-3x8':
			return onA4( 3, 8, { width: 63.5, height: 33.9 }, 2.54 );
		case 'a4-4x10':
			return onA4( 4, 10, { width: 48.5, height: 25.4 } );
		case 'a4-2x7':
			return onA4( 2, 7, { width: 99.1, height: 38.1 }, 2.54 );
		case '57x32':
			return alone( { width: 57, height: 32 } );
		case '100x50':
			return alone( { width: 100, height: 50 } );
		case 'own':
			return alone( own );
	}
}

export const perPage = ( { columns, rows }: Layout ): number => columns * rows;

/** From the edge of the page to the first label. */
export function marginOf( { page, label, columns, rows, gap }: Layout ): Size {
	const left = (
		whole: number,
		one: number,
		count: number,
		between: number
	) => ( whole - count * one - ( count - 1 ) * between ) / 2;
	return {
		width: left( page.width, label.width, columns, gap.width ),
		height: left( page.height, label.height, rows, gap.height ),
	};
}

/**
 * Labels by page.
 *
 * @param labels
 * @param layout
 * @param used   Labels of the first sheet that are gone already: their places stay empty (NULL).
 */
export function pagesOf< T >(
	labels: readonly T[],
	layout: Layout,
	used: number
): ( T | null )[][] {
	if ( labels.length === 0 ) {
		return [];
	}
	const size = perPage( layout );
	const empty = Math.max( 0, Math.min( Math.trunc( used ), size - 1 ) );
	const all: ( T | null )[] = [
		...Array.from( { length: empty }, () => null ),
		...labels,
	];
	return Array.from(
		{ length: Math.ceil( all.length / size ) },
		( _, page ) => all.slice( page * size, ( page + 1 ) * size )
	);
}

/** A length that was typed; NULL where it is none, or out of bounds. */
export function readLength( text: string, side: keyof Size ): number | null {
	const typed = text.normalize( 'NFKC' ).trim().replace( ',', '.' );
	const value = /^\d{1,3}(\.\d{1,2})?$/.test( typed ) ? Number( typed ) : NaN;
	return value >= OWN_LEAST[ side ] && value <= OWN_MOST[ side ]
		? value
		: null;
}

/** What stands on a label beside the symbol and its text. */
export interface Shown {
	name: boolean;
	sku: boolean;
	price: boolean;
}

/** Measures of what is inside of a label. */
export interface Parts {
	padding: number;
	/** Size of the letters. */
	font: number;
	/** Lines that the name may take. */
	nameLines: number;
	/** Room for the symbol with its quiet zones, without its text. */
	code: Size;
}

const LINE = 1.2;
const LEAST_BARS = 5;
const TEXT_BESIDE = 0.52;

const between = ( value: number, least: number, most: number ) =>
	Math.min( Math.max( value, least ), most );

/** Words above, bars below; or a square symbol with the words beside it. */
export function partsOf(
	{ width, height }: Size,
	{ name, sku, price }: Shown,
	isSquare: boolean
): Parts {
	const padding = between( Math.min( width, height ) * 0.06, 1, 3 );
	const font = between( height * 0.08, 1.8, 4 );
	const inner = {
		width: width - 2 * padding,
		height: height - 2 * padding,
	};
	if ( isSquare ) {
		const side = Math.min(
			inner.height,
			inner.width * ( 1 - TEXT_BESIDE )
		);
		return {
			padding,
			font,
			nameLines: Math.max(
				1,
				Math.floor( inner.height / ( font * LINE ) ) - 3
			),
			code: { width: side, height: side },
		};
	}
	// Its own text below the bars is one more line.
	const others = ( sku || price ? 1 : 0 ) + 1;
	const leftBy = ( lines: number ) =>
		inner.height - ( lines + others ) * font * LINE - 1;
	const nameLines = name && leftBy( 2 ) >= LEAST_BARS * 1.6 ? 2 : 1;
	return {
		padding,
		font,
		nameLines,
		code: {
			width: inner.width,
			height: Math.max( leftBy( name ? nameLines : 0 ), 2 ),
		},
	};
}
